/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.copsuite.wiki.People;
import org.xwiki.component.annotation.Role;

/** Listens to the wiki's pages and reconciles. */
@Role
public interface PageSynchroniser
{
    /**
     * Starts listening, reconciles each wiki in which the suite is on in the background, and again every night; the
     * binding calls it when it is up.
     */
    void start();

    /** Stops listening. */
    void stop();

    /**
     * Finds pages that the ledger or the views do not know as they are, and subjects whose page is gone, and settles
     * them. Incremental: pages that are taken cost one comparison.
     *
     * @param wiki the wiki
     * @return how many pages had to be taken or settled
     */
    long reconcile(String wiki);

    /**
     * Waits until all page events that have arrived are settled, deletions included, and the reconciliation of the
     * start is through.
     *
     * @param timeout how long at most
     * @return whether they are
     */
    boolean await(Duration timeout);

    /**
     * Saves, moves or deletes pages for the suite itself: the events of this thread are not taken meanwhile, since the
     * caller brings ledger and views up to date.
     *
     * @param work what to do
     * @param <T> what it gives
     * @param <E> how it fails
     * @return what it gave
     * @throws E as the work does
     */
    <T, E extends Exception> T suppressEvents(People.Work<T, E> work) throws E;

    /**
     * @param wiki the wiki
     * @return the last reconciliation of the wiki since the start of this process, if there was one
     */
    Optional<Reconciled> lastReconciliation(String wiki);

    /**
     * @param wiki the wiki
     * @return whether the first reconciliation since the start is still to come or at work: the tables may lack what
     *     pages hold, as where somebody had them dropped
     */
    default boolean isFirstReconciliationPending(String wiki)
    {
        return lastReconciliation(wiki).isEmpty() && nextReconciliation().isPresent();
    }

    /** @return when the wikis are reconciled next; nothing while stopped */
    Optional<Instant> nextReconciliation();

    /**
     * A reconciliation.
     *
     * @param at when it ended
     * @param mended how many pages had to be taken or settled
     * @param failed whether it ended with a failure, which the log tells; the next one begins anew
     */
    record Reconciled(Instant at, long mended, boolean failed)
    {
    }
}
