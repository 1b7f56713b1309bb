/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.handover;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
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
        return this.printer.print("handover/handover", "handover", handover, "community", community, "own", own, "items",
            items(handover), "heirs", heirs(handover), "day", LocalDate.now(ZoneOffset.UTC).plusDays(USUAL_DAYS));
    }

    /** Returns the checklist, an item a line: only what everybody who may read it may view. */
    private String items(Handover handover)
    {
        return Stream.concat(handover.topics().stream().map(topic -> item("topic", topic.topic(), topic.heir())),
            handover.things().stream().filter(Thing::shared)
                .map(thing -> item(thing.kind().name().toLowerCase(Locale.ROOT), thing.title(), thing.heir())))
            .distinct().limit(MilestoneService.ITEMS_MAXIMUM).collect(Collectors.joining("\n"));
    }

    private String item(String kind, String what, Person heir)
    {
        String text = this.printer.text(ITEM + kind, what);
        return PlainText.cut(PlainText.line(heir == null ? text : this.printer.text(ITEM + "to", text, heir.name())),
            MilestoneService.ITEM_MAXIMUM);
    }

    private static List<Person> heirs(Handover handover)
    {
        return Stream.concat(handover.topics().stream().map(HeldTopic::heir), handover.things().stream().map(Thing::heir))
            .filter(Objects::nonNull).distinct().limit(MilestoneService.PEOPLE_MAXIMUM).toList();
    }
}
