/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.handover;

import java.util.List;

import org.copsuite.gap.GapService.HeldTopic;
import org.copsuite.handover.HandoverService.Handover;
import org.copsuite.handover.HandoverService.Kind;
import org.copsuite.handover.HandoverService.Thing;
import org.copsuite.ledger.CommunityId;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/** What a person would hand over. */
record HandoverJson(CommunityId community, Person person, List<HeldTopicJson> topics, List<HandoverThingJson> things,
    boolean mayPlan)
{
    static HandoverJson of(Handover handover)
    {
        return new HandoverJson(handover.community(), handover.person(),
            handover.topics().stream().map(HeldTopicJson::of).toList(),
            handover.things().stream().map(HandoverThingJson::of).toList(), handover.mayPlan());
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
}
