/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/** Points, thanks, leaderboards and contributions. Refusals as in {@code QuestionService}. */
@Role
public interface RecognitionService
{
    /** Maximum length of a message of thanks, in characters. */
    int MESSAGE_MAXIMUM = 500;

    /**
     * Thanks an account or an imported person, not oneself, at most as often in a week as the rules say.
     *
     * @param actor who thanks
     * @param thanks the thanks
     * @throws CopException fields {@code to}, {@code message}; CONFLICT with {@code cop.thanks.limit} beyond the limit
     */
    void thank(UserId actor, Thanks thanks) throws CopException;

    /**
     * Withdraws thanks: their author or an administrator of the wiki. Does nothing if they were withdrawn before.
     *
     * @param actor who withdraws
     * @param wiki the wiki
     * @param thanks the id of the thanks
     * @throws CopException NOT_FOUND, SIGN_IN, FORBIDDEN
     */
    void withdrawThanks(UserId actor, WikiId wiki, UUID thanks) throws CopException;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param community the community, {@code null} for all that the reader may view
     * @param to the person thanked, {@code null} for all
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of thanks
     * @return thanks, newest first; empty while recognition is off
     * @throws CopException INVALID for a cursor of another list
     */
    Slice<ThanksView> thanks(UserId reader, WikiId wiki, CommunityId community, UserId to, String after, int limit)
        throws CopException;

    /**
     * Lists who contributed most. Only the top, never a rank below it; without people who left recognition and without
     * imported people that have no account; empty while recognition is off.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community the community, {@code null} for all that the reader may view
     * @param period the period
     * @param limit the maximum number of standings, 1 to 50
     * @return standings by points, highest first; equal points in the order in which they were reached
     */
    List<Standing> leaderboard(UserId reader, WikiId wiki, CommunityId community, Period period, int limit);

    /**
     * Lists the latest thanks in a community, without asking again whether the reader may view it.
     *
     * @param reader the reader
     * @param community a community that the reader may view
     * @param limit the maximum number of thanks, 1 to 100
     * @return thanks, newest first; empty while recognition is off
     */
    List<ThanksView> latestThanks(UserId reader, CommunityView community, int limit);

    /**
     * Lists who contributed most to a community, as {@link #leaderboard} does, without asking again whether the reader
     * may view it, and without counting what they did.
     *
     * @param community a community that the reader may view
     * @param period the period
     * @param limit the maximum number of standings, 1 to 50
     * @return people by points, highest first
     */
    List<Leader> leaders(CommunityView community, Period period, int limit);

    /**
     * Returns a person's contributions, for that person only.
     *
     * @param actor the person
     * @param wiki the wiki
     * @return the contributions
     * @throws CopException SIGN_IN
     */
    Contributions contributions(UserId actor, WikiId wiki) throws CopException;

    /**
     * @param wiki the wiki
     * @return whether recognition is on there
     */
    boolean isOn(WikiId wiki);

    /**
     * Switches recognition on or off for a wiki. The ledger records acts in either case.
     *
     * @param actor an administrator
     * @param wiki the wiki
     * @param on whether to switch it on or off
     * @throws CopException FORBIDDEN
     */
    void setOn(UserId actor, WikiId wiki, boolean on) throws CopException;

    /**
     * Leaves or rejoins recognition: a person who left is on no leaderboard, and nobody is shown their points.
     *
     * @param actor the person
     * @param wiki the wiki
     * @param takesPart whether the person takes part
     * @throws CopException SIGN_IN
     */
    void setTakesPart(UserId actor, WikiId wiki, boolean takesPart) throws CopException;

    /**
     * @param wiki the wiki
     * @param person a person
     * @return whether the person takes part in recognition, which is so unless they left
     */
    boolean takesPart(WikiId wiki, UserId person);

    /** @return the rules in force */
    PointRules rules();

    /** Period of a leaderboard; weeks start on Monday, all in UTC. */
    enum Period
    {
        /** The current week. */
        WEEK,
        /** The current month. */
        MONTH,
        /** The current quarter. */
        QUARTER,
        /** The current year. */
        YEAR,
        /** All time. */
        ALL
    }

    /**
     * Thanks to give.
     *
     * @param id their id, from the form
     * @param wiki the wiki
     * @param to the person thanked
     * @param message the reason, plain text, 1 to {@link #MESSAGE_MAXIMUM} characters
     * @param community the community, {@code null} for none
     * @param post the post, {@code null} for none; its community replaces the other
     */
    record Thanks(UUID id, WikiId wiki, UserId to, String message, CommunityId community, PostId post)
    {
    }

    /**
     * Thanks as pages show them.
     *
     * @param id their id
     * @param from who thanked
     * @param to who was thanked
     * @param message plain text
     * @param at when
     * @param question the question that they are about, if the reader may view it
     */
    record ThanksView(UUID id, Person from, Person to, String message, Instant at, Optional<QuestionSummary> question)
    {
    }

    /**
     * Somebody who leads in a community.
     *
     * @param person the person
     * @param points the points
     */
    record Leader(Person person, int points)
    {
    }

    /**
     * A row of a leaderboard.
     *
     * @param person the person
     * @param points the points
     * @param answers the answers in the period
     * @param accepted the accepted answers in the period
     * @param thanks the thanks received in the period
     */
    record Standing(Person person, int points, int answers, int accepted, int thanks)
    {
    }

    /**
     * A person's contributions.
     *
     * @param person the person
     * @param points the points of all time; {@code null} while recognition is off or the person left it
     * @param pointsThisWeek likewise, since Monday
     * @param questions the questions asked
     * @param answers the answers given
     * @param accepted the answers accepted
     * @param votes the votes cast
     * @param thanksGiven the thanks given
     * @param thanksReceived the thanks received
     * @param helped the number of different people whose questions the person answered
     * @param recent the latest contributions, newest first, at most 10
     * @param takesPart whether the person takes part in recognition
     */
    record Contributions(Person person, Integer points, Integer pointsThisWeek, int questions, int answers, int accepted,
        int votes, int thanksGiven, int thanksReceived, int helped, List<Recent> recent, boolean takesPart)
    {
    }

    /**
     * A contribution.
     *
     * @param act the name of the act's type
     * @param at when
     * @param title the title of its question
     * @param page the page
     * @param points the points earned, 0 for none
     */
    record Recent(String act, Instant at, String title, PageId page, int points)
    {
    }
}
