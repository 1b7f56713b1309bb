/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import org.copsuite.CopException;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Role;

/** The ledger: records what people did. */
@Role
public interface Ledger
{
    /**
     * Runs work in one transaction. Entries that it appends get their sequence and update the
     * {@link Projection projections} in the same transaction; after the commit, the {@link LedgerConsumer consumers}
     * are woken. On a concurrency failure of the database (unique key, lock, deadlock) the transaction is rolled back
     * and the work runs again, up to five times in all; so the work must have no effect outside of the session that
     * cannot be repeated.
     *
     * @param work what to run
     * @param <T> the type of its result
     * @return the result of the work
     * @throws CopException if the work refuses; everything is rolled back
     */
    <T> T record(Work<T> work) throws CopException;

    /**
     * Runs work as {@link #record} does, but locks the head of the ledger first, so that nobody else writes until the
     * transaction ends: for work that reads, decides on what it read, and writes.
     *
     * @param work what to run
     * @param <T> the type of its result
     * @return the result of the work
     * @throws CopException if the work refuses; everything is rolled back
     */
    <T> T decide(Work<T> work) throws CopException;

    /**
     * Runs work that never refuses, as {@link #record} does.
     *
     * @param work what to run
     * @throws IllegalStateException if no turn to write is free in time; {@link org.copsuite.db.Outage#is} is true for it
     */
    default void write(Consumer<Transaction> work)
    {
        try {
            record(tx -> {
                work.accept(tx);
                return null;
            });
        } catch (CopException e) {
            throw new IllegalStateException("Failed to write to the ledger: " + e.getKind(), e);
        }
    }

    /**
     * Runs work that never refuses, as {@link #decide} does.
     *
     * @param work what to run
     * @throws IllegalStateException as {@link #write}
     */
    default void update(Consumer<Transaction> work)
    {
        try {
            decide(tx -> {
                work.accept(tx);
                return null;
            });
        } catch (CopException e) {
            throw new IllegalStateException("Failed to write to the ledger: " + e.getKind(), e);
        }
    }

    /**
     * Runs a query in one read-only transaction, or in the transaction that the current thread has open.
     *
     * @param query what to read
     * @param <T> the type of its result
     * @return the result of the query
     */
    <T> T read(Function<Session, T> query);

    /**
     * @param sequence a sequence
     * @param limit the maximum number of entries
     * @return the entries after that sequence, in order. An entry that is missing here never appears later
     */
    List<LedgerEntry> after(long sequence, int limit);

    /**
     * Reads everything about a subject, which may be very much: whoever votes or joins adds to it. Only for tests and for
     * subjects that their own capability bounds.
     *
     * @param wiki the wiki
     * @param subject the subject
     * @return all entries about the subject, in order
     */
    List<LedgerEntry> about(WikiId wiki, UUID subject);

    /**
     * @param wiki the wiki
     * @param subject the subject
     * @param act an act
     * @return the entries of the act about the subject, in order
     */
    List<LedgerEntry> about(WikiId wiki, UUID subject, ActType<?> act);

    /**
     * @param wiki the wiki
     * @param subject an id, which may come from a form
     * @return the first entry about it, which created the subject; empty if the ledger does not know the id
     */
    Optional<LedgerEntry> first(WikiId wiki, UUID subject);

    /**
     * @param wiki the wiki
     * @param idempotencyKey identifies the entry
     * @return the entry, if it was appended
     */
    Optional<LedgerEntry> byIdempotencyKey(WikiId wiki, String idempotencyKey);

    /** @return the sequence of the last entry, 0 if there is none */
    long head();

    /**
     * Counts writing transactions, so that a reader can tell whether what it read is still current; see
     * {@link ProjectionCache}.
     *
     * @return the number of transactions that have written on any node; empty within a writing transaction, which reads
     *         what nobody else may see yet
     */
    OptionalLong changes();

    /**
     * Work on the ledger.
     *
     * @param <T> the type of its result
     */
    @FunctionalInterface
    interface Work<T>
    {
        /**
         * @param tx the open transaction
         * @return the result
         * @throws CopException to refuse
         */
        T run(Transaction tx) throws CopException;
    }

    /** An open transaction on the ledger. */
    interface Transaction
    {
        /** @return the session for reading and for locking rows of projections; its transaction is the ledger's */
        Session session();

        /**
         * Appends an entry. Its projections are updated at the end of the work, or at the next {@link #applyPending()}. A
         * draft whose idempotency key exists in the ledger is ignored.
         *
         * @param draft the entry to append
         */
        void append(EntryDraft draft);

        /**
         * Appends an entry as {@link #append(EntryDraft)} does, on a subject that the caller has found alive after it
         * locked the head. Projections then need not read the history of the subject.
         *
         * @param draft the entry to append; its act neither ends nor restores the subject
         * @param creation the act that created the subject
         */
        void append(EntryDraft draft, ActType<?> creation);

        /**
         * Locks the head of the ledger and looks for the entry of a draft. Appending the draft afterwards does not look
         * again.
         *
         * @param draft a draft with an idempotency key
         * @return whether the ledger has no entry with that key
         */
        boolean isNew(EntryDraft draft);

        /**
         * Applies the entries appended so far to the projections, so that the rest of the work reads them. Locks the head
         * of the ledger from then on; long work calls it as late as possible.
         */
        void applyPending();
    }
}
