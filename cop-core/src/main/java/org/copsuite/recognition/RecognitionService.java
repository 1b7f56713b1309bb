/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.Rebuild;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** Points, thanks, leaderboards, contributions. Refusals as in {@code QuestionService}. */
@Role
public interface RecognitionService
{
    /**
     * Thanked somebody: subject the thanks' id, beneficiary who is thanked; in the detail's first line the id of the post
     * thanked for, or a dash, and from the second line on the message.
     */
    ActType THANKED = new ActType("thanked");

    /** Took thanks back, by the thanker or a moderator: subject the thanks' id. */
    ActType UNTHANKED = new ActType("unthanked");

    /** The longest message of thanks, in characters. */
    int MESSAGE_MAXIMUM = 500;

    /**
     * Thanks somebody. Not oneself; an account or an imported person; at most as many a week as the rules say.
     *
     * @param actor who
     * @param thanks what for
     * @throws CopException fields {@code to}, {@code message}; CONFLICT with {@code cop.thanks.limit} past the limit
     */
    void thank(UserId actor, Thanks thanks) throws CopException;

    /**
     * Takes thanks back: who said them, or an administrator of the wiki. Does nothing where they were taken back.
     *
     * @param actor who
     * @param wiki the wiki
     * @param thanks the thanks' id
     * @throws CopException NOT_FOUND, SIGN_IN, FORBIDDEN
     */
    void withdrawThanks(UserId actor, String wiki, UUID thanks) throws CopException;

    /**
     * @param reader who reads
     * @param wiki the wiki
     * @param community only there, {@code null} for all that the reader may view
     * @param to only to this person, {@code null} for all
     * @param after the cursor, {@code null} at the start
     * @param limit how many at most
     * @return thanks, newest first; none where recognition is off
     * @throws CopException INVALID for a cursor that is not of this list
     */
    Slice<ThanksView> thanks(UserId reader, String wiki, UUID community, UserId to, String after, int limit)
        throws CopException;

    /**
     * Who contributed most. Only the top, never a rank below it; nobody who left recognition; never imported people
     * without an account; nothing where recognition is off.
     *
     * @param reader who reads
     * @param wiki the wiki
     * @param community only there, {@code null} for all that the reader may view
     * @param period which time
     * @param limit how many at most, 1 to 50
     * @return highest first, people with equal points in the order in which they got there
     */
    List<Standing> leaderboard(UserId reader, String wiki, UUID community, Period period, int limit);

    /**
     * What somebody contributed, for that person alone.
     *
     * @param actor whose own
     * @param wiki the wiki
     * @return the contributions
     * @throws CopException SIGN_IN
     */
    Contributions contributions(UserId actor, String wiki) throws CopException;

    /**
     * @param wiki the wiki
     * @return whether recognition is on there
     */
    boolean isOn(String wiki);

    /**
     * Switches recognition on or off for the wiki: its administrators. Points go on being recorded in the ledger.
     *
     * @param actor who
     * @param wiki the wiki
     * @param on whether it shall be on
     * @throws CopException FORBIDDEN
     */
    void setOn(UserId actor, String wiki, boolean on) throws CopException;

    /**
     * Leaves or rejoins recognition: one's name stands on no leaderboard, points are shown to nobody.
     *
     * @param actor who
     * @param wiki the wiki
     * @param takesPart whether one takes part
     * @throws CopException SIGN_IN
     */
    void setTakesPart(UserId actor, String wiki, boolean takesPart) throws CopException;

    /**
     * @param wiki the wiki
     * @param person who
     * @return whether the person takes part in recognition (everybody does who has not left)
     */
    boolean takesPart(String wiki, UserId person);

    /** @return the rules in force */
    PointRules rules();

    /**
     * @param wiki the wiki
     * @return how far the points are computed again, after the rules have changed; empty where they are up to the rules
     */
    Optional<Rebuild.Progress> recount(String wiki);

    /**
     * @param post for which post, {@code null} for none
     * @param message why
     * @return what the ledger's row of thanks says of both
     */
    static String thanksDetail(PostId post, String message)
    {
        return (post == null ? "-" : post.toString()) + '\n' + message;
    }

    /** Which time a leaderboard is about; weeks start on Monday, all in UTC. */
    enum Period
    {
        /** This week. */
        WEEK,
        /** This month. */
        MONTH,
        /** This quarter. */
        QUARTER,
        /** This year. */
        YEAR,
        /** Ever. */
        ALL
    }

    /**
     * Thanks to be.
     *
     * @param id their id, as the form carried it
     * @param wiki the wiki
     * @param to to whom
     * @param message why, plain text, 1 to {@link #MESSAGE_MAXIMUM} characters
     * @param community in which community, {@code null} for none
     * @param post for which post, {@code null} for none (the community is then the post's)
     */
    record Thanks(UUID id, String wiki, UserId to, String message, UUID community, PostId post)
    {
    }

    /**
     * Thanks as pages show them.
     *
     * @param id their id
     * @param from who
     * @param to to whom
     * @param message plain text
     * @param at when
     * @param question the question they are about, if the reader may view it
     */
    record ThanksView(UUID id, Person from, Person to, String message, Instant at, Optional<QuestionSummary> question)
    {
    }

    /**
     * A place on a leaderboard.
     *
     * @param person who
     * @param points how many
     * @param answers answers in that time
     * @param accepted accepted answers in that time
     * @param thanks thanks received in that time
     */
    record Standing(Person person, int points, int answers, int accepted, int thanks)
    {
    }

    /**
     * What somebody contributed.
     *
     * @param person who
     * @param points of all time; {@code null} where recognition is off or was left
     * @param pointsThisWeek likewise, since Monday
     * @param questions questions asked
     * @param answers answers given
     * @param accepted of them accepted
     * @param votes votes cast
     * @param thanksGiven thanks given
     * @param thanksReceived thanks received
     * @param helped how many different people asked what one answered
     * @param recent what one did last, newest first, at most 10
     * @param takesPart whether one takes part in recognition
     */
    record Contributions(Person person, Integer points, Integer pointsThisWeek, int questions, int answers, int accepted,
        int votes, int thanksGiven, int thanksReceived, int helped, List<Recent> recent, boolean takesPart)
    {
    }

    /**
     * Something one did.
     *
     * @param act what
     * @param at when
     * @param title of the question it was about
     * @param page where
     * @param points what it earned, 0 for nothing
     */
    record Recent(ActType act, Instant at, String title, PageId page, int points)
    {
    }
}
