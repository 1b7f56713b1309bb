/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.knowledge;

import java.time.Instant;

import org.copsuite.CopException;
import org.xwiki.component.annotation.Role;

/** How the search index stands, for administrators: it counts what nobody in particular may view. */
@Role
public interface IndexCondition
{
    /**
     * @param wiki the wiki
     * @return how the index stands now
     * @throws CopException UNAVAILABLE where it does not answer
     */
    State state(String wiki) throws CopException;

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
