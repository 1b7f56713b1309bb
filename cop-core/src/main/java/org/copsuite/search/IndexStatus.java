/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search;

import java.time.Instant;
import java.util.Optional;

import org.copsuite.CopException;
import org.xwiki.component.annotation.Role;

/** How the search index stands, for administrators: it counts what nobody in particular may view. */
@Role
public interface IndexStatus
{
    /**
     * @param wiki the wiki
     * @return how the index stands now
     * @throws CopException UNAVAILABLE where it does not answer
     */
    State state(String wiki) throws CopException;

    /** @return the last repair of the index since the start, finished or not; nothing where none was needed */
    Optional<Repair> repair();

    /** @return how far the writing of all questions is; nothing where that is not done now */
    Optional<Progress> progress();

    /**
     * A repair that the suite makes by itself.
     *
     * @param since when the index was seen to fail
     * @param step what is done about it now
     * @param problem how it failed: a sentence, or the name of a class
     * @param next when it is tried again; {@code null} where nothing is waited for
     * @param done when it was over; {@code null} before
     * @param renewed whether the index was thrown away within the last hour, not only opened again
     */
    record Repair(Instant since, Step step, String problem, Instant next, Instant done, boolean renewed)
    {
    }

    /** Where a repair stands. */
    enum Step
    {
        /** The index is being opened, or thrown away. */
        OPENING,
        /** It did not help, or Solr is away: it is tried again. */
        WAITING,
        /** The index was thrown away too often within an hour: it is tried again later. */
        RESTING,
        /** The index was thrown away, and is being made again. */
        FILLING,
        /** The index has to be thrown away, and the suite may not: an administrator of Solr has to. */
        ADMINISTRATOR,
        /** It is over. */
        DONE
    }

    /**
     * How far the writing of all questions is.
     *
     * @param written how many are written
     * @param total how many there are
     */
    record Progress(long written, long total)
    {
    }

    /**
     * The index at one moment.
     *
     * @param documents how many documents it holds of that wiki: questions, and answers as evidence of who knows what
     * @param all how many documents it holds of all wikis
     * @param version the version of its fields
     * @param committed when it was changed last, {@code null} where it does not tell
     */
    record State(long documents, long all, int version, Instant committed)
    {
    }
}
