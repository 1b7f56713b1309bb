/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.copsuite.wiki.People;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/** Listens to page events and reconciles pages with the ledger. */
@Role
public interface PageSynchroniser
{
    /**
     * Starts listening and reconciles each wiki in which the suite is on, at once in the background and then every
     * night. The binding calls it when it is up.
     */
    void start();

    /** Stops listening. */
    void stop();

    /**
     * Finds pages that ledger or projections do not know as they are, and subjects whose page is gone, and synchronises
     * them. Incremental: a page that is up to date costs one comparison.
     *
     * @param wiki the wiki
     * @return the number of pages synchronised and deletions recorded
     */
    long reconcile(WikiId wiki);

    /**
     * Waits until all page events so far are processed, deletions included, and the first reconciliation has ended.
     *
     * @param timeout how long to wait at most
     * @return whether that is so
     */
    boolean await(Duration timeout);

    /**
     * Runs work that saves, moves or deletes pages for the suite itself. Page events of the current thread are ignored
     * meanwhile, since the caller updates ledger and projections.
     *
     * @param work what to run
     * @param <T> the type of its result
     * @param <E> the type of its exception
     * @return the result of the work
     * @throws E if the work throws it
     */
    <T, E extends Exception> T suppressEvents(People.Work<T, E> work) throws E;

    /**
     * @param wiki the wiki
     * @return the last reconciliation of the wiki since the start of this process, if there was one
     */
    Optional<Reconciled> lastReconciliation(WikiId wiki);

    /**
     * @param wiki the wiki
     * @return whether the first reconciliation since the start has not ended yet. Until then the tables may lack what
     *         pages hold, for example after somebody dropped them
     */
    default boolean isFirstReconciliationPending(WikiId wiki)
    {
        return lastReconciliation(wiki).isEmpty() && nextReconciliation().isPresent();
    }

    /** @return when the wikis are reconciled next; empty while stopped */
    Optional<Instant> nextReconciliation();

    /**
     * A reconciliation.
     *
     * @param at when it ended
     * @param mended the number of pages synchronised and deletions recorded
     * @param failed whether it failed, as the log says; the next one starts from the beginning
     */
    record Reconciled(Instant at, long mended, boolean failed)
    {
    }
}
