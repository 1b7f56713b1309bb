/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice;

import java.util.Optional;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.ledger.Ledger;
import org.copsuite.spi.WatchableType;
import org.copsuite.spi.WatchableType.Watchable;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * What people watch: things of the types that capabilities contribute ({@link WatchableType}). Nobody sees what another
 * person watches.
 */
@Role
public interface WatchService
{
    /** Maximum number of things that one person watches. */
    int MAXIMUM = 2000;

    /**
     * Reads a target that a client sent.
     *
     * @param wiki the wiki
     * @param type the name of its type, in any case
     * @param target its id or name
     * @return the target; need not exist
     * @throws CopException INVALID on field {@code type} for a type that nobody contributes, on {@code target} if it is
     *             blank; NOT_FOUND or INVALID as the type refuses it ({@link WatchableType#normalise})
     */
    WatchTarget target(WikiId wiki, String type, String target) throws CopException;

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
     * Lifts a person's choice not to watch a target, since they act as somebody who watches it without a choice. Changes
     * nothing for a person without that choice.
     *
     * @param tx the transaction that records what they do
     * @param person the person
     * @param what a target whose type has implicit watchers
     */
    void allow(Ledger.Transaction tx, UserId person, WatchTarget what);

    /**
     * @param person the person
     * @param what the target
     * @return the person's choice; empty without a choice, in which case its type decides whether they watch it
     */
    Optional<Boolean> choice(UserId person, WatchTarget what);

    /**
     * @param actor the person
     * @param wiki the wiki
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of items, 1 to 100
     * @return one page of what the person chose to watch and may view now, ordered by the name of the type. It has fewer
     *         items than the limit if some may not be viewed any more, or are of a type that nobody contributes any more
     * @throws CopException SIGN_IN; INVALID for a cursor of another list
     */
    Slice<Item> watched(UserId actor, WikiId wiki, String after, int limit) throws CopException;

    /**
     * A watched target as pages show it.
     *
     * @param target the target
     * @param thing what it is
     */
    record Item(WatchTarget target, Watchable thing)
    {
    }
}
