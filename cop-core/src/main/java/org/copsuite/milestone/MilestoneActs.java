/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.spi.Acts;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** The act types of milestones. The subject of each entry is the milestone. */
@Component
@Named("milestone")
@Singleton
public class MilestoneActs implements Acts
{
    /** Set a milestone, which is planned then. */
    public static final ActType<Void> SET = ActType.named("milestone-set").creating().asActivity();

    /** Edited the page of a milestone. Detail: the new version. Weight 0 for a minor edit. */
    public static final ActType<String> EDITED =
        ActType.named("milestone-edited").withDetail(DetailCodec.TEXT).updating().asActivity();

    /** Named a person as the owner or as one of the people of a milestone. Beneficiary: the person. */
    public static final ActType<Void> ASSIGNED = ActType.named("milestone-assigned");

    /** Changed the state to any but reached. */
    public static final ActType<Stated> STATED =
        ActType.named("milestone-stated").withDetail(DetailCodec.of(Stated::write, Stated::read)).updating().asActivity();

    /**
     * Reached a milestone. Detail: whom it is credited to. Weight 0 if it was reached and taken back before, which is no
     * news. A reversing entry takes it back.
     */
    public static final ActType<List<UserId>> REACHED = ActType.named("milestone-reached")
        .withDetail(DetailCodec.of(MilestoneActs::write, MilestoneActs::people)).updating().reversible().asActivity();

    /** Ticked an item of the checklist. Detail: its text. A reversing entry removes the tick. */
    public static final ActType<String> TICKED =
        ActType.named("milestone-ticked").withDetail(DetailCodec.TEXT).reversible().asActivity();

    /**
     * Gave an item of the checklist to a person and a date, or took them away. Beneficiary: its owner, {@code null} for
     * nobody. Weight 0 if that is no news for the owner.
     */
    public static final ActType<ItemDetail> ITEM_ASSIGNED = ActType.named("milestone-item-assigned")
        .withDetail(DetailCodec.of(ItemDetail::write, ItemDetail::read));

    /**
     * Handed an item of the checklist back. Detail: its text. Beneficiary: who is responsible for the milestone,
     * {@code null} for nobody.
     */
    public static final ActType<String> ITEM_RETURNED =
        ActType.named("milestone-item-returned").withDetail(DetailCodec.TEXT);

    /** Set the number that has been reached so far. Detail: the number in plain digits. */
    public static final ActType<String> PROGRESSED =
        ActType.named("milestone-progressed").withDetail(DetailCodec.TEXT).asActivity();

    /** Deleted a milestone. */
    public static final ActType<Void> DELETED = ActType.named("milestone-deleted").ending();

    /** Restored a deleted milestone. */
    public static final ActType<Void> RESTORED = ActType.named("milestone-restored").restoring();

    private static String write(Collection<UserId> people)
    {
        return people.stream().map(UserId::value).collect(Collectors.joining("\n"));
    }

    private static List<UserId> people(String text)
    {
        return text.lines().map(UserId::new).toList();
    }

    /**
     * A state and its reason.
     *
     * @param state the state
     * @param reason one line, empty if none was given
     */
    public record Stated(State state, String reason)
    {
        private static final DetailCodec<State> STATE = DetailCodec.name(State.class);

        private static String write(Stated detail)
        {
            return STATE.write(detail.state) + '\n' + detail.reason;
        }

        private static Stated read(String text)
        {
            int end = text.indexOf('\n');
            return new Stated(STATE.read(text.substring(0, end)), text.substring(end + 1));
        }
    }

    /**
     * An item of a checklist and its date.
     *
     * @param item the text of the item
     * @param due its date, {@code null} for none
     */
    public record ItemDetail(String item, LocalDate due)
    {
        private static String write(ItemDetail detail)
        {
            return (detail.due == null ? "" : detail.due.toString()) + '\n' + detail.item;
        }

        private static ItemDetail read(String text)
        {
            int end = text.indexOf('\n');
            return new ItemDetail(text.substring(end + 1), end == 0 ? null : LocalDate.parse(text.substring(0, end)));
        }
    }
}
