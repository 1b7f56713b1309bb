/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Writes rounds of the pulse survey of the past that are closed. NOT permission-filtered: only an import calls it.
 * Repeating a call changes nothing. Only the sum of the answers is stored, as of any other round, and no time but the days
 * of the round.
 */
@Role
public interface PulseImport
{
    /**
     * @param round the round
     * @throws CopException UNAVAILABLE if the sum cannot be sealed
     */
    void write(Closed round) throws CopException;

    /**
     * A round that is closed.
     *
     * @param id its id
     * @param wiki the wiki
     * @param community the community
     * @param facilitator in whose name it was opened and closed
     * @param first the first day on which one could answer, in UTC
     * @param last the last one, before today
     * @param answers the answers; each person answers once
     */
    record Closed(UUID id, WikiId wiki, CommunityId community, UserId facilitator, LocalDate first, LocalDate last,
        List<Answer> answers)
    {
    }

    /**
     * An answer to a round.
     *
     * @param person who answered
     * @param values an answer from 1 to {@link PulseService#SCALE} to each statement
     * @param line the free line, may be empty
     */
    record Answer(UserId person, List<Integer> values, String line)
    {
    }
}
