/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Milestones: pages with a date, an owner, people and progress. Whoever has the permission MANAGE_MILESTONES in the
 * community sets them; the owner edits them and changes their state, too; its people record the progress, too. Methods
 * throw SIGN_IN for a guest, NOT_FOUND for what does not exist or the actor may not view, FORBIDDEN for a missing
 * permission, and INVALID with the invalid fields.
 */
@Role
public interface MilestoneService
{
    /** Maximum length of a title, in characters. */
    int TITLE_MAXIMUM = 120;

    /** Maximum length of a description, in characters. */
    int BODY_MAXIMUM = 20_000;

    /** Maximum number of people of a milestone, without its owner. */
    int PEOPLE_MAXIMUM = 14;

    /** Maximum number of items of a checklist. */
    int ITEMS_MAXIMUM = 50;

    /** Maximum length of an item, in characters. */
    int ITEM_MAXIMUM = 200;

    /** Maximum length of a unit, in characters. */
    int UNIT_MAXIMUM = 30;

    /** Maximum length of a reason, in characters. */
    int REASON_MAXIMUM = 500;

    /** The largest target. */
    BigDecimal TARGET_MAXIMUM = new BigDecimal("999999999");

    /** How long a reached milestone is celebrated. */
    Duration CELEBRATED = Duration.ofDays(7);

    /**
     * Sets a milestone, which is planned then. Repeating the call with the same id changes nothing.
     *
     * @param actor who sets it
     * @param draft the milestone
     * @return its page
     * @throws CopException as above; fields {@code community}, {@code title}, {@code body}, {@code due}, {@code owner},
     *             {@code people}, {@code items}, {@code target}, {@code unit}, {@code assignments}
     */
    PageId set(UserId actor, Draft draft) throws CopException;

    /**
     * Changes what the page of a milestone says.
     *
     * @param actor who edits
     * @param draft the new values, with the id of the milestone
     * @param version the edited version of the page
     * @return its page
     * @throws CopException as {@link #set}; CONFLICT with the present page if it has another version
     */
    PageId edit(UserId actor, Draft draft, String version) throws CopException;

    /**
     * Changes the state. Reaching a milestone credits its owner and people; any other state takes that back. Stating the
     * present state again changes nothing but the reason.
     *
     * @param actor who changes it
     * @param wiki the wiki
     * @param id the milestone
     * @param change the new state
     * @throws CopException as above; fields {@code state}, {@code reason}; CONFLICT if the state is not the one that the
     *             actor saw
     */
    void state(UserId actor, WikiId wiki, UUID id, Change change) throws CopException;

    /**
     * Ticks an item of the checklist, or removes its tick. Idempotent.
     *
     * @param actor who ticks
     * @param wiki the wiki
     * @param id the milestone
     * @param item the text of the item
     * @param done whether it is done
     * @throws CopException as above; CONFLICT if the checklist no longer has the item
     */
    void tick(UserId actor, WikiId wiki, UUID id, String item, boolean done) throws CopException;

    /**
     * Gives an item of the checklist to a person and a date, or takes them away. Whoever may edit the milestone gives any
     * item to any of its people or to a member of its community who may view it. Whoever works on it takes an item that
     * nobody has, and hands back an item of their own; the date stays then. Idempotent.
     *
     * @param actor who gives, takes or hands back
     * @param wiki the wiki
     * @param id the milestone
     * @param change the item with its new owner and date
     * @param seen the owner that the actor saw, {@code null} to overwrite any
     * @throws CopException as above; fields {@code owner}, {@code due}; CONFLICT if the checklist no longer has the item, or
     *             if its owner is not the one that the actor saw
     */
    void assign(UserId actor, WikiId wiki, UUID id, Assignment change, Seen seen) throws CopException;

    /**
     * Sets the number that has been reached so far.
     *
     * @param actor who sets it
     * @param wiki the wiki
     * @param id the milestone
     * @param now the number as typed, 0 to {@link #TARGET_MAXIMUM}, at most two decimals
     * @param seen the number that the actor saw, {@code null} or blank to overwrite any
     * @throws CopException as above; field {@code now}; CONFLICT if the milestone has no target, or if the number is not
     *             the one that the actor saw
     */
    void progress(UserId actor, WikiId wiki, UUID id, String now, String seen) throws CopException;

    /**
     * Deletes a milestone. Permitted to whoever may set one there.
     *
     * @param actor who deletes it
     * @param wiki the wiki
     * @param id the milestone
     * @return the page to read next: of its holder or its community
     * @throws CopException as above
     */
    PageId delete(UserId actor, WikiId wiki, UUID id) throws CopException;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param id the milestone
     * @return the milestone
     * @throws CopException NOT_FOUND
     */
    Milestone get(UserId reader, WikiId wiki, UUID id) throws CopException;

    /**
     * @param reader the reader
     * @param page a page
     * @return the milestone whose page it is, if there is one that the reader may view
     */
    Optional<UUID> at(UserId reader, PageId page);

    /**
     * Lists milestones: the open ones by their due date, then the others, those that ended last first.
     *
     * @param reader the reader
     * @param query what to list
     * @return one page of the milestones that the reader may view, without checklists and texts
     * @throws CopException INVALID for a limit out of bounds or a cursor of another list
     */
    Slice<Milestone> list(UserId reader, Query query) throws CopException;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param community a community that the reader may view
     * @return the next open milestone of the community, if there is one, and those that it celebrates, at most 10 in
     *         all, as {@link #list} returns them
     */
    List<Milestone> highlights(UserId reader, WikiId wiki, CommunityLocation community);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param ids ids of milestones, at most 1,000
     * @return those that the reader may view, without checklists
     */
    Map<UUID, Milestone> find(UserId reader, WikiId wiki, Collection<UUID> ids);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param ids ids of milestones, at most 1,000
     * @return those that the reader may view, with their checklists, in two statements more than {@link #find}
     */
    Map<UUID, Milestone> checklists(UserId reader, WikiId wiki, Collection<UUID> ids);

    /**
     * @param actor a person
     * @param wiki the wiki
     * @param community a community
     * @param holder what holds the milestone inside the community, {@code null} for the community itself
     * @return whether the person may set milestones there
     */
    boolean mayManage(UserId actor, WikiId wiki, CommunityId community, UUID holder);

    /** The state of a milestone. */
    enum State
    {
        /** Work has not begun. */
        PLANNED(true),
        /** Work has begun. */
        UNDERWAY(true),
        /** It takes longer than planned. */
        DELAYED(true),
        /** It is reached. */
        REACHED(false),
        /** Nobody works on it any more. */
        DROPPED(false);

        private final boolean open;

        State(boolean open)
        {
            this.open = open;
        }

        /** @return whether it is still ahead */
        public boolean isOpen()
        {
            return this.open;
        }

        /** @return whether a reason is required */
        public boolean needsReason()
        {
            return this == DELAYED || this == DROPPED;
        }
    }

    /**
     * The values of a new or edited milestone.
     *
     * @param id its id, from the form
     * @param wiki the wiki
     * @param community its community; ignored when it is edited
     * @param holder what holds it inside the community, {@code null} for the community itself; ignored when it is edited
     * @param title 3 to {@link #TITLE_MAXIMUM} characters
     * @param body the description, xwiki/2.1, at most {@link #BODY_MAXIMUM} characters, may be empty
     * @param due the date as typed, {@code 2026-12-31}
     * @param owner who is responsible, {@code null} for nobody
     * @param people who works on it, at most {@link #PEOPLE_MAXIMUM}
     * @param items the checklist, one item a line; empty for none
     * @param target the number to reach as typed; empty for none. A milestone has a checklist or a number, not both
     * @param unit what the number counts, at most {@link #UNIT_MAXIMUM} characters
     * @param assignments the owners and dates of its items; ignored when it is edited
     */
    record Draft(UUID id, WikiId wiki, CommunityId community, UUID holder, String title, String body, String due,
        UserId owner, List<UserId> people, String items, String target, String unit, List<Assignment> assignments)
    {
        /** Creates the values of a milestone whose items have no owners and dates. */
        public Draft(UUID id, WikiId wiki, CommunityId community, UUID holder, String title, String body, String due,
            UserId owner, List<UserId> people, String items, String target, String unit)
        {
            this(id, wiki, community, holder, title, body, due, owner, people, items, target, unit, List.of());
        }
    }

    /**
     * Who does an item of a checklist, and by when.
     *
     * @param item the text of the item
     * @param owner who does it, {@code null} for nobody
     * @param due the date as typed, {@code 2026-12-31}; empty for none, {@code null} to keep the present one
     */
    record Assignment(String item, UserId owner, String due)
    {
    }

    /**
     * What an actor saw of an item.
     *
     * @param owner its owner, {@code null} for nobody
     */
    record Seen(UserId owner)
    {
    }

    /**
     * A change of the state.
     *
     * @param state the new state
     * @param reason the reason, one line, required for delayed and dropped
     * @param seen the state that the actor saw, {@code null} to change any
     */
    record Change(State state, String reason, State seen)
    {
    }

    /**
     * What to list.
     *
     * @param wiki the wiki
     * @param community the community, without what is held inside it; {@code null} for all
     * @param holder what holds the milestones, {@code null} for any
     * @param states the states, empty for all
     * @param after the cursor of the previous list, {@code null} for the first one
     * @param limit the maximum number of milestones, 1 to 100
     */
    record Query(WikiId wiki, CommunityId community, UUID holder, Set<State> states, String after, int limit)
    {
    }

    /**
     * An item of a checklist.
     *
     * @param text its text
     * @param by who ticked it, {@code null} if it is not done
     * @param at when, {@code null} if it is not done
     * @param owner who does it, {@code null} for nobody in particular
     * @param due its date, {@code null} for none
     * @param mine whether the reader is its owner
     */
    record Item(String text, Person by, Instant at, Person owner, LocalDate due, boolean mine)
    {
        /** @return whether it is done */
        public boolean isDone()
        {
            return this.by != null;
        }

        /** @return whether it is not done and its date is over */
        public boolean isOverdue()
        {
            return !isDone() && this.due != null && this.due.isBefore(LocalDate.now(ZoneOffset.UTC));
        }
    }

    /**
     * How far a milestone is: items of a checklist, or a number.
     *
     * @param done the number of items that are done, or the number that has been reached
     * @param target the number of items, or the number to reach; positive
     * @param unit what is counted, empty for the items of a checklist
     * @param isNumber whether it is a number
     */
    record Progress(BigDecimal done, BigDecimal target, String unit, boolean isNumber)
    {
        private static final int HUNDRED = 100;

        /** @return the percentage, 0 to 100, rounded down */
        public int percent()
        {
            return this.done.multiply(BigDecimal.valueOf(HUNDRED)).divide(this.target, 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(HUNDRED)).intValue();
        }

        /** @return whether nothing is left */
        public boolean isComplete()
        {
            return this.done.compareTo(this.target) >= 0;
        }
    }

    /**
     * What a reader may do with a milestone.
     *
     * @param edit edit it and change its state
     * @param work record its progress
     * @param delete delete it
     */
    record May(boolean edit, boolean work, boolean delete)
    {
    }

    /**
     * A milestone as pages show it.
     *
     * @param id its id
     * @param page its page
     * @param version the version of its page
     * @param community its community
     * @param holder what holds it inside the community, {@code null} for the community itself
     * @param title plain text
     * @param body xwiki/2.1, empty in lists
     * @param due the due date, {@code null} if its page has none
     * @param owner who is responsible, {@code null} for nobody
     * @param people who works on it
     * @param state the state
     * @param reason why it is delayed or dropped, may be empty
     * @param since when it got its state
     * @param items the checklist, empty in lists
     * @param progress how far it is, {@code null} without a checklist and a number
     * @param author who set it
     * @param created when
     * @param may what the reader may do, nothing in lists
     */
    record Milestone(UUID id, PageId page, String version, CommunityLocation community, UUID holder, String title,
        String body, LocalDate due, Person owner, List<Person> people, State state, String reason, Instant since,
        List<Item> items, Progress progress, Person author, Instant created, May may)
    {
        /** @return whether it is open and its date is over */
        public boolean isOverdue()
        {
            return this.state.isOpen() && this.due != null && this.due.isBefore(LocalDate.now(ZoneOffset.UTC));
        }

        /** @return the first date of an item that is not done, otherwise the due date; {@code null} if there is none */
        public LocalDate nextDue()
        {
            return this.items.stream().filter(item -> !item.isDone() && item.due() != null).map(Item::due)
                .min(Comparator.naturalOrder()).orElse(this.due);
        }

        /** @return whether it was reached less than {@link #CELEBRATED} ago */
        public boolean isCelebrated()
        {
            return this.state == State.REACHED && this.since.isAfter(Instant.now().minus(CELEBRATED));
        }
    }
}
