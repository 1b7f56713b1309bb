/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.handover;

import java.util.List;

import org.copsuite.CopException;
import org.copsuite.gap.GapService.HeldTopic;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/** Finds what only one person holds in a community, before that person leaves. */
@Role
public interface HandoverService
{
    /** Topics whose unanswered questions are listed. */
    int TOPICS = 10;

    /** Unanswered questions of a topic that are listed. */
    int EACH = 5;

    /** Milestones and projects of the community that are examined, of each. */
    int EXAMINED = 100;

    /**
     * Reads what a person would hand over. Permitted to that person, a member, and with {@code MANAGE_MEMBERS}.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community the community
     * @param person an account
     * @return what only that person holds, counting only what the reader may view
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it, or if the person is no
     *             member; SIGN_IN for a guest; FORBIDDEN for others
     */
    Handover get(UserId reader, WikiId wiki, CommunityId community, UserId person) throws CopException;

    /** The kinds of things that a person hands over. */
    enum Kind
    {
        /** A question without an answer about a topic that only this person holds. */
        QUESTION,
        /** A page by which the person shows such a topic. */
        PAGE,
        /** An open milestone for which the person is responsible. */
        MILESTONE,
        /** A project under way on which nobody else works. */
        PROJECT
    }

    /**
     * What a person would hand over.
     *
     * @param community the community
     * @param person the person
     * @param topics the topics that only this person holds, each with who could take it over
     * @param things questions, pages, milestones and projects, in this order
     * @param mayPlan whether the reader may set the milestone that is the checklist
     */
    record Handover(CommunityId community, Person person, List<HeldTopic> topics, List<Thing> things, boolean mayPlan)
    {
        /** @return whether nothing hangs on the person alone */
        public boolean isEmpty()
        {
            return this.topics.isEmpty() && this.things.isEmpty();
        }
    }

    /**
     * Something with a page.
     *
     * @param kind its kind
     * @param title plain text
     * @param page its page
     * @param topic the topic that it belongs to, empty for none
     * @param heir who could take it over, {@code null} if nobody is near
     * @param shared whether everybody who may view the community may view it, so that the checklist can name it
     */
    record Thing(Kind kind, String title, PageId page, String topic, Person heir, boolean shared)
    {
    }
}
