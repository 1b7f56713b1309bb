/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import org.copsuite.CopException;
import org.hibernate.Session;
import org.xwiki.component.annotation.Role;

/** The ledger: where the suite writes what people did, and reads it again. */
@Role
public interface Ledger
{
    /**
     * Runs a piece of work in one transaction. The deeds that it appends get their places in the ledger and move the
     * {@link Projection immediate views} in the same transaction; after the commit the {@link LedgerConsumer followers}
     * are woken. Where the database refuses because somebody else wrote the same at the same time (a unique key, a
     * lock), all of it is rolled back and the work is run again, up to five times; so it must do nothing outside of the
     * session that cannot be done twice.
     *
     * @param work what to do
     * @param <T> what it gives
     * @return what it gave
     * @throws CopException if the work refuses: everything is rolled back
     */
    <T> T record(Work<T> work) throws CopException;

    /**
     * Records work that never refuses.
     *
     * @param work what to do
     */
    default void write(Consumer<Transaction> work)
    {
        try {
            record(tx -> {
                work.accept(tx);
                return null;
            });
        } catch (CopException e) {
            throw new IllegalStateException("Work that never refuses did.", e);
        }
    }

    /**
     * Reads in one read-only transaction.
     *
     * @param query what to read
     * @param <T> what it gives
     * @return what it gave
     */
    <T> T read(Function<Session, T> query);

    /**
     * @param sequence a place
     * @param limit how many at most
     * @return the rows that stand after that place, in order; a row that is missing here never comes later
     */
    List<LedgerEntry> after(long sequence, int limit);

    /**
     * @param wiki the wiki
     * @param subject what it was done to
     * @return all rows about it, in order
     */
    List<LedgerEntry> about(String wiki, UUID subject);

    /**
     * @param wiki the wiki
     * @param origin what makes a deed that deed
     * @return its row, if it was written
     */
    Optional<LedgerEntry> byIdempotencyKey(String wiki, String origin);

    /** @return the place of the last row, 0 where there is none */
    long head();

    /**
     * Tells whether what was read before is still all there is; see {@link ProjectionCache}.
     *
     * @return how many transactions have written so far, on whichever node; nothing within a record, which reads what
     *         nobody else may see yet
     */
    OptionalLong changes();

    /**
     * A piece of work on the ledger.
     *
     * @param <T> what it gives
     */
    @FunctionalInterface
    interface Work<T>
    {
        /**
         * @param tx where to append
         * @return the result
         * @throws CopException to refuse
         */
        T run(Transaction tx) throws CopException;
    }

    /** An open transaction on the ledger. */
    interface Transaction
    {
        /** @return the session, for reading and for locking views; its transaction is the ledger's */
        Session session();

        /**
         * Takes a deed. Its views are moved at the end of the work, or at the next {@link #flush()}.
         *
         * @param draft what somebody did; one whose origin stands in the ledger already is passed over
         */
        void append(EntryDraft draft);

        /**
         * Moves the views of what was appended so far, so that the rest of the work reads them moved, and holds the head
         * of the ledger from then on: nobody else writes until this transaction ends. A work that reads, decides and
         * writes flushes first, and so decides on what stands; a work that takes its time flushes last.
         */
        void flush();
    }
}
