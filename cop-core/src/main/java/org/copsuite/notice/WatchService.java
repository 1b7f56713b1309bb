/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice;

import java.util.Optional;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * What people watch. Who asked or answered a question watches it without saying so, until they say otherwise; nothing else
 * is watched unasked. What one watches is seen by nobody else.
 */
@Role
public interface WatchService
{
    /** How many things one may watch. */
    int MAXIMUM = 2000;

    /**
     * Begins or ends to watch. Doing it again changes nothing.
     *
     * @param actor who
     * @param what what
     * @param on whether to watch it from now on
     * @throws CopException SIGN_IN; NOT_FOUND for what the person may not view (ending is always possible); CONFLICT with
     *             {@code cop.notice.error.many} past {@link #MAXIMUM}
     */
    void watch(UserId actor, WatchTarget what, boolean on) throws CopException;

    /**
     * @param person who
     * @param what what
     * @return what the person said about watching it; empty for who said nothing, which for a question means that its
     *         asker and its answerers watch it
     */
    Optional<Boolean> choice(UserId person, WatchTarget what);

    /**
     * What one said to watch, as far as one may view it now; communities first, then questions, then tags.
     *
     * @param actor whose own
     * @param wiki the wiki
     * @param after the cursor, {@code null} at the start
     * @param limit how many at most, 1 to 100
     * @return one page of the list; where some may not be viewed any more it has fewer than that many
     * @throws CopException SIGN_IN; INVALID for a cursor that is not of this list
     */
    Slice<Item> watched(UserId actor, String wiki, String after, int limit) throws CopException;

    /**
     * Something watched, as pages show it.
     *
     * @param target what
     * @param title what it is called, plain text
     * @param page where it is, {@code null} for a tag
     */
    record Item(WatchTarget target, String title, PageId page)
    {
    }
}
