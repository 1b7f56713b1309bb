/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * The pulse survey of a community: five statements from one to five and one free line, anonymous, again at the interval
 * that the community's setting {@code pulse.interval} gives. The suite opens a round when it is due, in the nightly
 * maintenance. Members answer, and they alone see the results: of closed rounds with at least
 * {@link PollService#SHOWN_FROM} answers.
 */
@Role
public interface PulseService
{
    /** Number of statements. */
    int STATEMENTS = 5;

    /** The highest value of an answer to a statement; the lowest is 1. */
    int SCALE = 5;

    /** Maximum length of the free line, in characters. */
    int LINE_MAXIMUM = 200;

    /** Number of days on which one can answer. */
    int DAYS = 14;

    /** Number of closed rounds that are shown. */
    int SHOWN_ROUNDS = 12;

    /**
     * Answers a round. Whoever has answered has done so for good: a further call changes nothing.
     *
     * @param actor a member
     * @param wiki the wiki
     * @param round the round
     * @param values an answer from 1 to {@link #SCALE} to each statement
     * @param line the free line, plain text, may be empty
     * @throws CopException SIGN_IN; NOT_FOUND; FORBIDDEN for others than members; INVALID with the fields
     *             {@code value1} to {@code value5}, {@code line}; CONFLICT if the round is closed
     */
    void answer(UserId actor, WikiId wiki, UUID round, List<Integer> values, String line) throws CopException;

    /**
     * Closes a round before its last day. Permitted to whoever may change the community. Changes nothing if the round is
     * closed.
     *
     * @param actor who closes it
     * @param wiki the wiki
     * @param round the round
     * @throws CopException SIGN_IN; NOT_FOUND; FORBIDDEN
     */
    void close(UserId actor, WikiId wiki, UUID round) throws CopException;

    /**
     * @param wiki the wiki
     * @param round a round
     * @return its community; NOT permission-filtered
     * @throws CopException NOT_FOUND
     */
    CommunityId community(WikiId wiki, UUID round) throws CopException;

    /**
     * @param reader a member, or somebody who may change the community
     * @param wiki the wiki
     * @param community a community
     * @return the survey of the community
     * @throws CopException NOT_FOUND if the reader may not view the community; SIGN_IN for a guest; FORBIDDEN for others
     *             than members
     */
    PulseView get(UserId reader, WikiId wiki, CommunityId community) throws CopException;

    /**
     * Answers without a statement.
     *
     * @param community a community, as somebody views it
     * @return whether to show the survey to that person: a member if it is on, and whoever may switch it on
     */
    boolean isShown(CommunityView community);

    /** How often the survey returns. */
    enum Interval
    {
        /** Never. */
        OFF,
        /** A month after the first day of the last round. */
        MONTHLY,
        /** Three months after it. */
        QUARTERLY
    }

    /**
     * The pulse survey of a community.
     *
     * @param interval how often it returns
     * @param round the round that is open, {@code null} for none
     * @param results the last closed rounds, oldest first, at most {@link #SHOWN_ROUNDS}
     * @param lines the free lines of the last of them that is shown, sorted by their text
     * @param mayManage whether the reader may close a round and change the interval
     */
    record PulseView(Interval interval, Round round, List<Result> results, List<String> lines, boolean mayManage)
    {
    }

    /**
     * An open round.
     *
     * @param id its id
     * @param first the first day on which one can answer
     * @param last the last one
     * @param answers how many people have answered
     * @param answered whether the reader has
     * @param mayAnswer whether the reader may answer
     */
    record Round(UUID id, LocalDate first, LocalDate last, int answers, boolean answered, boolean mayAnswer)
    {
    }

    /**
     * A closed round.
     *
     * @param first its first day
     * @param answers how many people have answered, 0 if they were fewer than {@link PollService#SHOWN_FROM}
     * @param averages the average answer to each statement; empty if the round is not shown
     */
    record Result(LocalDate first, int answers, List<Double> averages)
    {
    }
}
