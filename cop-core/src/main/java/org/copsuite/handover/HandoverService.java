/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.gap.GapService.HeldTopic;
import org.copsuite.ledger.CommunityId;
import org.copsuite.milestone.MilestoneService.Assignment;
import org.copsuite.milestone.MilestoneService.State;
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

    /** Members who are offered to take something over. */
    int NEAR = 30;

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

    /**
     * Makes a checklist of a handover: a milestone, with an owner and a date for each item. Permitted to whoever may read
     * the handover and has {@code MANAGE_MILESTONES}. Repeating the call with the same id changes nothing.
     *
     * @param actor who makes it
     * @param wiki the wiki
     * @param plan the checklist
     * @return the page of the milestone
     * @throws CopException NOT_FOUND as {@link #get}; SIGN_IN for a guest; FORBIDDEN for others; INVALID with the fields
     *             {@code items}, {@code title}, {@code due}, {@code owner}, {@code people}, {@code assignments}
     */
    PageId plan(UserId actor, WikiId wiki, Plan plan) throws CopException;

    /**
     * Asks whoever manages the milestones of a community to make a checklist of the actor's handover. They are notified
     * once a day at most.
     *
     * @param actor a member
     * @param wiki the wiki
     * @param community the community
     * @throws CopException NOT_FOUND if the community does not exist or the actor may not view it; SIGN_IN for a guest;
     *             FORBIDDEN for who is no member
     */
    void ask(UserId actor, WikiId wiki, CommunityId community) throws CopException;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param handover the id of a handover, {@link HandoverActs#handover}
     * @return whose handover it is, and in which community
     * @throws CopException NOT_FOUND if nobody asked for a checklist of it, or if the reader may not read it
     */
    Asked asked(UserId reader, WikiId wiki, UUID handover) throws CopException;

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
     * @param checklists those that were made of it and are open, or were reached lately, the latest first
     * @param near members who could take something over, at most {@link #NEAR}; empty unless the reader may plan
     * @param mayPlan whether the reader may set the milestone that is the checklist
     * @param mayAsk whether the reader may ask others for one: the person who may not set it
     * @param asked whether the person has asked today
     */
    record Handover(CommunityId community, Person person, List<HeldTopic> topics, List<Thing> things,
        List<Checklist> checklists, List<Person> near, boolean mayPlan, boolean mayAsk, boolean asked)
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

    /**
     * A checklist that was made of a handover.
     *
     * @param id the milestone
     * @param page its page
     * @param title plain text
     * @param done the number of items that are passed on
     * @param items the number of items
     * @param next the next date, {@code null} if there is none
     * @param state the state of the milestone
     */
    record Checklist(UUID id, PageId page, String title, int done, int items, LocalDate next, State state)
    {
    }

    /**
     * A checklist to make.
     *
     * @param id the id of the milestone, from the form
     * @param community the community
     * @param person whose handover it is
     * @param title the title of the milestone
     * @param due its date as typed
     * @param owner who is responsible, {@code null} for nobody
     * @param items the items, with who takes them over and by when
     */
    record Plan(UUID id, CommunityId community, UserId person, String title, String due, UserId owner,
        List<Assignment> items)
    {
    }

    /**
     * A handover for which a checklist was asked.
     *
     * @param community the community
     * @param person whose handover it is
     */
    record Asked(CommunityId community, UserId person)
    {
    }
}
