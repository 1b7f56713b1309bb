/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.handover;

import java.util.List;
import java.util.UUID;

import org.copsuite.gap.GapService.HeldTopic;
import org.copsuite.handover.HandoverService.Checklist;
import org.copsuite.handover.HandoverService.Handover;
import org.copsuite.handover.HandoverService.Kind;
import org.copsuite.handover.HandoverService.Thing;
import org.copsuite.ledger.CommunityId;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/** What a person would hand over. */
record HandoverJson(CommunityId community, Person person, List<HeldTopicJson> topics, List<HandoverThingJson> things,
    List<HandoverChecklistJson> checklists, boolean mayPlan, boolean mayAsk, boolean asked)
{
    static HandoverJson of(Handover handover)
    {
        return new HandoverJson(handover.community(), handover.person(),
            handover.topics().stream().map(HeldTopicJson::of).toList(),
            handover.things().stream().map(HandoverThingJson::of).toList(),
            handover.checklists().stream().map(HandoverChecklistJson::of).toList(), handover.mayPlan(), handover.mayAsk(),
            handover.asked());
    }

    /** A topic that only one person holds. */
    record HeldTopicJson(String topic, int answers, int theirs, boolean only, @Nullable Person heir)
    {
        private static HeldTopicJson of(HeldTopic one)
        {
            return new HeldTopicJson(one.topic(), one.answers(), one.theirs(), one.only(), one.heir());
        }
    }

    /** Something with a page. */
    record HandoverThingJson(Kind kind, String title, PageId url, String topic, @Nullable Person heir)
    {
        private static HandoverThingJson of(Thing one)
        {
            return new HandoverThingJson(one.kind(), one.title(), one.page(), one.topic(), one.heir());
        }
    }

    /** A milestone that is a checklist of the handover. */
    record HandoverChecklistJson(UUID id, PageId url, String title, State state, int done, int items, @Nullable String next)
    {
        private static HandoverChecklistJson of(Checklist one)
        {
            return new HandoverChecklistJson(one.id(), one.page(), one.title(), one.state(), one.done(), one.items(),
                one.next() == null ? null : one.next().toString());
        }
    }
}
