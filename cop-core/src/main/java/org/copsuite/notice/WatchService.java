/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice;

import java.util.Optional;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * What people watch. Whoever asked or answered a question watches it until they choose otherwise; nothing else is
 * watched without a choice. Nobody sees what another person watches.
 */
@Role
public interface WatchService
{
    /** Maximum number of things that one person watches. */
    int MAXIMUM = 2000;

    /**
     * Starts or stops watching. Idempotent.
     *
     * @param actor the person
     * @param what the target
     * @param on whether to watch it
     * @throws CopException SIGN_IN; NOT_FOUND for a target that the person may not view (stopping is always possible);
     *            CONFLICT with {@code cop.notice.error.many} beyond {@link #MAXIMUM}
     */
    void watch(UserId actor, WatchTarget what, boolean on) throws CopException;

    /**
     * @param person the person
     * @param what the target
     * @return the person's choice; empty without a choice, in which case a question is watched by its asker and its
     *         answerers
     */
    Optional<Boolean> choice(UserId person, WatchTarget what);

    /**
     * @param actor the person
     * @param wiki the wiki
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of items, 1 to 100
     * @return one page of what the person chose to watch and may view now: communities, then questions, then tags. It
     *         has fewer items than the limit if some may not be viewed any more
     * @throws CopException SIGN_IN; INVALID for a cursor of another list
     */
    Slice<Item> watched(UserId actor, String wiki, String after, int limit) throws CopException;

    /**
     * A watched target as pages show it.
     *
     * @param target the target
     * @param title its title, plain text
     * @param page its page, {@code null} for a tag
     */
    record Item(WatchTarget target, String title, PageId page)
    {
    }
}
