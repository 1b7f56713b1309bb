/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search;

import java.time.Instant;
import java.util.Optional;

import org.copsuite.CopException;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/** Reports the status of the search index to administrators. The numbers are NOT permission-filtered. */
@Role
public interface IndexStatus
{
    /**
     * @param wiki the wiki
     * @return the current state of the index
     * @throws CopException UNAVAILABLE if Solr does not respond
     */
    State state(WikiId wiki) throws CopException;

    /** @return the last repair of the index since the start, finished or not; empty if there was none */
    Optional<Repair> repair();

    /** @return the progress of the full indexing; empty if none is running */
    Optional<Progress> progress();

    /**
     * An automatic repair of the index.
     *
     * @param since when the failure was detected
     * @param step the current step
     * @param problem the failure: a sentence, or the name of an exception class
     * @param next when the next attempt starts; {@code null} if no attempt is scheduled
     * @param done when the repair ended; {@code null} while it is running
     * @param renewed whether the index was discarded within the last hour, rather than only reopened
     */
    record Repair(Instant since, Step step, String problem, Instant next, Instant done, boolean renewed)
    {
    }

    /** A step of a repair. */
    enum Step
    {
        /** The index is being opened or discarded. */
        OPENING,
        /** The last attempt failed, or Solr is not reachable; the repair will retry. */
        WAITING,
        /** The index was discarded too often within an hour; the repair will retry later. */
        RESTING,
        /** The index was discarded and is being rebuilt. */
        FILLING,
        /** The index must be discarded, but Solr does not allow it; an administrator of Solr has to do it. */
        ADMINISTRATOR,
        /** The repair has ended. */
        DONE
    }

    /**
     * The progress of the full indexing.
     *
     * @param written the number of questions written
     * @param total the number of all questions
     */
    record Progress(long written, long total)
    {
    }

    /**
     * The index at one moment.
     *
     * @param documents the number of documents of that wiki: questions, and answers as evidence of expertise
     * @param all the number of documents of all wikis
     * @param version the version of the fields
     * @param committed when the index last changed; {@code null} if Solr does not report it
     */
    record State(long documents, long all, int version, Instant committed)
    {
    }
}
