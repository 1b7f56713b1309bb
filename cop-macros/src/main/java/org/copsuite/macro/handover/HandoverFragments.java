/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.handover;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.PlainText;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.gap.GapService.HeldTopic;
import org.copsuite.handover.HandoverService;
import org.copsuite.handover.HandoverService.Asked;
import org.copsuite.handover.HandoverService.Handover;
import org.copsuite.handover.HandoverService.Thing;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Prints what only one person holds, and the form that makes a checklist of it. */
@Component(roles = HandoverFragments.class)
@Singleton
public class HandoverFragments
{
    /** Number of days that the form proposes. */
    private static final int USUAL_DAYS = 28;

    private static final String ITEM = "cop.handover.item.";

    @Inject
    private Printer printer;

    @Inject
    private Provider<HandoverService> service;

    @Inject
    private Provider<CommunityService> communities;

    /**
     * @param id a community
     * @param person the person; {@code null} for the reader
     * @return what the person would hand over
     * @throws CopException NOT_FOUND if the reader may not view the community, or the person is no member; SIGN_IN for a
     *             guest; FORBIDDEN for others than the person and whoever manages the members
     */
    public Html handover(CommunityId id, UserId person) throws CopException
    {
        CommunityView community = this.communities.get().get(this.printer.reader(), this.printer.wiki(), id);
        if (person == null && community.mine() == null && community.mayManageMembers()) {
            return this.printer.print("handover/choose", "community", community);
        }
        Handover handover = this.service.get().get(this.printer.reader(), this.printer.wiki(), id,
            person == null ? this.printer.reader() : person);
        boolean own = handover.person().id().equals(this.printer.reader());
        return this.printer.print("handover/handover", "handover", handover, "community", community, "own", own, "rows",
            handover.mayPlan() ? rows(handover) : List.of(), "day", LocalDate.now(ZoneOffset.UTC).plusDays(USUAL_DAYS));
    }

    /**
     * @param handover the id of a handover for which a checklist was asked
     * @return what its person would hand over
     * @throws CopException NOT_FOUND if nobody asked, or if the reader may not read it
     */
    public Html asked(UUID handover) throws CopException
    {
        Asked asked = this.service.get().asked(this.printer.reader(), this.printer.wiki(), handover);
        return handover(asked.community(), asked.person());
    }

    /** Returns the items that the form proposes: only what everybody who may read the checklist may view. */
    private List<Row> rows(Handover handover)
    {
        Map<String, Row> rows = new LinkedHashMap<>();
        Stream.concat(handover.topics().stream().map(topic -> row(handover, "topic", topic.topic(), topic.heir())),
            handover.things().stream().filter(Thing::shared)
                .map(thing -> row(handover, thing.kind().name().toLowerCase(Locale.ROOT), thing.title(), thing.heir())))
            .forEach(row -> rows.putIfAbsent(row.text(), row));
        return rows.values().stream().limit(MilestoneService.ITEMS_MAXIMUM).toList();
    }

    private Row row(Handover handover, String kind, String what, Person heir)
    {
        List<Person> people = Stream.of(Stream.ofNullable(heir), heirs(handover), handover.near().stream())
            .flatMap(Function.identity()).filter(person -> !person.id().equals(handover.person().id())).distinct().toList();
        return new Row(PlainText.cut(PlainText.line(this.printer.text(ITEM + kind, what)), MilestoneService.ITEM_MAXIMUM),
            people, heir);
    }

    private static Stream<Person> heirs(Handover handover)
    {
        return Stream
            .concat(handover.topics().stream().map(HeldTopic::heir), handover.things().stream().map(Thing::heir))
            .filter(Objects::nonNull);
    }

    /**
     * An item of the checklist that the form proposes.
     *
     * @param text its text
     * @param people who could take it over, the nearest first
     * @param heir the nearest, {@code null} if nobody is near
     */
    public record Row(String text, List<Person> people, Person heir)
    {
    }
}
