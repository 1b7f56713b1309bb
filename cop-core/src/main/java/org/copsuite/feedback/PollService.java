/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Polls of communities. Whoever may view the community views its polls; its members start them and vote. Days are in
 * UTC. A poll is closed after its last day, or when somebody closes it before.
 * <p>
 * The results of an open poll, with the names of the voters, are always shown. Those of a secret poll are shown when it
 * is closed and at least {@link #SHOWN_FROM} people have voted; nobody learns them before, so that nobody can subtract
 * one result from the next.
 */
@Role
public interface PollService
{
    /** Maximum length of a question, in characters. */
    int QUESTION_MAXIMUM = 200;

    /** Maximum length of an option, in characters. */
    int OPTION_MAXIMUM = 120;

    /** Minimum number of options. */
    int OPTIONS_MINIMUM = 2;

    /** Maximum number of options. */
    int OPTIONS_MAXIMUM = 12;

    /** Maximum number of days from today to the last day of a poll. */
    int DAYS_MAXIMUM = 366;

    /** Maximum number of polls of one author in a community that are not closed. */
    int OPEN_MAXIMUM = 5;

    /** Number of anonymous answers below which no result is shown. */
    int SHOWN_FROM = 5;

    /**
     * Checks that a person may start polls in a community.
     *
     * @param actor the person
     * @param wiki the wiki
     * @param community the community
     * @throws CopException SIGN_IN; NOT_FOUND for a community that the actor may not view; FORBIDDEN
     */
    void checkStart(UserId actor, WikiId wiki, CommunityId community) throws CopException;

    /**
     * Starts a poll. Permitted to members and to whoever moderates the community. Repeating the call with the same id
     * changes nothing.
     *
     * @param actor the author
     * @param draft the poll
     * @throws CopException SIGN_IN; NOT_FOUND for a community that the actor may not view; FORBIDDEN; INVALID with the
     *             fields {@code question}, {@code options}, {@code kind}, {@code closes}; CONFLICT for more open polls
     *             than {@link #OPEN_MAXIMUM}
     */
    void start(UserId actor, Draft draft) throws CopException;

    /**
     * Casts a ballot. An open one can be changed until the poll closes. Whoever has cast a secret one has voted: a
     * further call changes nothing.
     *
     * @param actor a member
     * @param wiki the wiki
     * @param poll the poll
     * @param choices numbers of options, from 1; for a ranked choice in order, the best first
     * @throws CopException SIGN_IN; NOT_FOUND; FORBIDDEN for others than members; INVALID with the field
     *             {@code choices}; CONFLICT if the poll is closed
     */
    void vote(UserId actor, WikiId wiki, UUID poll, List<Integer> choices) throws CopException;

    /**
     * Closes a poll before its last day. Permitted to its author and to whoever moderates the community. Changes nothing
     * if the poll is closed.
     *
     * @param actor who closes it
     * @param wiki the wiki
     * @param poll the poll
     * @throws CopException SIGN_IN; NOT_FOUND; FORBIDDEN
     */
    void close(UserId actor, WikiId wiki, UUID poll) throws CopException;

    /**
     * Deletes a poll with all ballots. Permitted to its author and to whoever moderates the community.
     *
     * @param actor who deletes it
     * @param wiki the wiki
     * @param poll the poll
     * @return its community
     * @throws CopException SIGN_IN; NOT_FOUND; FORBIDDEN
     */
    CommunityId delete(UserId actor, WikiId wiki, UUID poll) throws CopException;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param poll a poll
     * @return the poll
     * @throws CopException NOT_FOUND if there is none that the reader may view
     */
    PollView get(UserId reader, WikiId wiki, UUID poll) throws CopException;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param community a community
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of polls, 1 to 100
     * @return the polls of the community, newest first
     * @throws CopException NOT_FOUND if the reader may not view the community; INVALID for a cursor of another list
     */
    Slice<PollView> list(UserId reader, WikiId wiki, CommunityId community, String after, int limit) throws CopException;

    /**
     * @param reader the reader
     * @param community a community, as the reader views it
     * @param limit the maximum number of polls
     * @return the polls that are open or were so in the last two weeks: those that close last first
     */
    List<PollView> current(UserId reader, CommunityView community, int limit);

    /** How one votes. */
    enum Kind
    {
        /** For one option. */
        SINGLE,
        /** For any number of options. */
        SEVERAL,
        /**
         * By putting options in order. With n options the first gets n points, the next n - 1, and so on; an option that
         * is left out gets none (Borda count).
         */
        RANKED
    }

    /**
     * A poll to start.
     *
     * @param id its id, from the form
     * @param wiki the wiki
     * @param community its community
     * @param question what is asked, one line of 1 to {@link #QUESTION_MAXIMUM} characters
     * @param kind how one votes
     * @param secret whether the ballots are anonymous
     * @param options {@link #OPTIONS_MINIMUM} to {@link #OPTIONS_MAXIMUM} different lines of up to
     *            {@link #OPTION_MAXIMUM} characters; blank ones are left out
     * @param closes the last day on which one can vote, today at the earliest
     */
    record Draft(UUID id, WikiId wiki, CommunityId community, String question, Kind kind, boolean secret,
        List<String> options, LocalDate closes)
    {
        /** Copies the options. */
        public Draft
        {
            options = List.copyOf(options);
        }
    }

    /**
     * A poll as pages show it.
     *
     * @param id its id
     * @param community its community
     * @param author who started it
     * @param question plain text
     * @param kind how one votes
     * @param secret whether the ballots are anonymous
     * @param started when it was started
     * @param closes the last day on which one can vote; of a closed poll, the one on which it closed
     * @param open whether one can vote now
     * @param voters how many people have voted
     * @param options the options, as the author ordered them
     * @param shown whether the results are shown; otherwise all numbers of the options are 0
     * @param voted whether the reader has voted
     * @param mine the numbers of the options that the reader chose in an open poll; empty for a secret one
     * @param may what the reader may do
     */
    record PollView(UUID id, CommunityLocation community, Person author, String question, Kind kind, boolean secret,
        Instant started, LocalDate closes, boolean open, int voters, List<Option> options, boolean shown, boolean voted,
        List<Integer> mine, Permissions may)
    {
    }

    /**
     * An option with its result.
     *
     * @param text plain text
     * @param votes how many people chose it; in a ranked choice, its points
     * @param names the people who chose it, by id, at most 100; empty for a secret poll and in lists
     */
    record Option(String text, int votes, List<Person> names)
    {
    }

    /**
     * What the reader may do.
     *
     * @param vote whether the reader may vote, or change the vote
     * @param manage whether the reader may close or delete the poll
     */
    record Permissions(boolean vote, boolean manage)
    {
    }
}
