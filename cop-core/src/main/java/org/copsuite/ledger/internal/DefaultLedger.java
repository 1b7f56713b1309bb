/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.db.Conflicts;
import org.copsuite.db.OrderedHsqlDialect;
import org.copsuite.db.ReadMemo;
import org.copsuite.db.ThreadSession;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.ActTypes;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.ledger.ProjectionCache;
import org.copsuite.ledger.WriteQueue;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.WikiId;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Ticker;

/** Ledger in the suite's tables. */
@Component
@Singleton
public class DefaultLedger implements Ledger
{
    /** Maximum number of tries on concurrency failures. */
    private static final int TRIES = 5;

    private final ReversalLimit reversals = new ReversalLimit(Ticker.systemTicker());

    @Inject
    private Provider<Database> database;

    @Inject
    private Provider<List<Projection>> projections;

    @Inject
    private ActTypes acts;

    @Inject
    private CommitSignal commits;

    @Inject
    private WriteQueue queue;

    /** The session of the current thread, opened here or by a binding. Nested reads use it. */
    @Inject
    private ThreadSession threadSession;

    /** The session in which the current thread reads or writes. */
    private final ThreadLocal<Session> open = new ThreadLocal<>();

    @Override
    public <T> T record(Work<T> work) throws CopException
    {
        return retry(work, false);
    }

    @Override
    public <T> T decide(Work<T> work) throws CopException
    {
        return retry(work, true);
    }

    private <T> T retry(Work<T> work, boolean locked) throws CopException
    {
        if (this.open.get() != null) {
            throw new IllegalStateException("A write inside a read or a write would wait for itself.");
        }
        WriteQueue.Turn turn = this.queue.enter();
        try (turn) {
            for (int attempt = 1;; attempt++) {
                try {
                    return attempt(work, locked);
                } catch (RuntimeException e) {
                    if (attempt == TRIES || !isConcurrencyFailure(e)) {
                        throw e;
                    }
                    pause(attempt);
                }
            }
        }
    }

    @Override
    public <T> T read(Function<Session, T> query)
    {
        Optional<Session> outer = this.threadSession.current();
        if (outer.isPresent()) {
            return query.apply(outer.get());
        }
        try (Session session = this.database.get().sessions().openSession()) {
            session.setDefaultReadOnly(true);
            session.setHibernateFlushMode(FlushMode.MANUAL);
            session.beginTransaction();
            ThreadSession.Binding binding = begin(session);
            try (binding) {
                T result = query.apply(session);
                session.getTransaction().commit();
                return result;
            } finally {
                end(session);
            }
        }
    }

    @Override
    public List<LedgerEntry> after(long sequence, int limit)
    {
        return read(session -> session
            .createQuery("from LedgerEntry where sequence > :sequence order by sequence", LedgerEntry.class)
            .setParameter("sequence", sequence).setMaxResults(limit).getResultList());
    }

    @Override
    public List<LedgerEntry> about(WikiId wiki, UUID subject)
    {
        return read(session -> session
            .createQuery("from LedgerEntry where wiki = :wiki and subject = :subject order by sequence",
                LedgerEntry.class)
            .setParameter("wiki", wiki.value()).setParameter("subject", subject).getResultList());
    }

    @Override
    public List<LedgerEntry> about(WikiId wiki, UUID subject, ActType<?> act)
    {
        return read(session -> session
            .createQuery("from LedgerEntry where wiki = :wiki and act = :act and subject = :subject order by sequence",
                LedgerEntry.class)
            .setParameter("wiki", wiki.value()).setParameter("act", act.name()).setParameter("subject", subject)
            .getResultList());
    }

    @Override
    public Optional<LedgerEntry> first(WikiId wiki, UUID subject)
    {
        return read(session -> {
            // The order of an index, since there may be thousands of entries.
            Query<LedgerEntry> query = session
                .createQuery("from LedgerEntry where wiki = :wiki and subject = :subject "
                    + "order by wiki, subject, sequence", LedgerEntry.class)
                .setParameter("wiki", wiki.value()).setParameter("subject", subject).setMaxResults(1);
            OrderedHsqlDialect.orderByIndex(session, query);
            return query.uniqueResultOptional();
        });
    }

    @Override
    public Optional<LedgerEntry> byIdempotencyKey(WikiId wiki, String idempotencyKey)
    {
        return read(session -> session
            .createQuery("from LedgerEntry where wiki = :wiki and idempotencyKey = :key", LedgerEntry.class)
            .setParameter("wiki", wiki.value()).setParameter("key", idempotencyKey).uniqueResultOptional());
    }

    @Override
    public long head()
    {
        if (isWriting()) {
            // The head counts an entry in advance.
            return read(session ->
                session.createQuery("select coalesce(max(sequence), 0) from LedgerEntry", Long.class).getSingleResult());
        }
        return read(session -> session.createQuery("select sequence from LedgerHead where id = :id", Long.class)
            .setParameter("id", LedgerHead.ONLY).getSingleResult());
    }

    private boolean isWriting()
    {
        Session outer = this.open.get();
        return outer != null && !outer.isDefaultReadOnly();
    }

    @Override
    public OptionalLong changes()
    {
        return isWriting() ? OptionalLong.empty()
            : OptionalLong.of(ReadMemo.<Long>get(ProjectionCache.CHANGES, () -> read(session -> session
                .createQuery("select changes from LedgerHead where id = :id", Long.class)
                .setParameter("id", LedgerHead.ONLY).getSingleResult())));
    }

    private <T> T attempt(Work<T> work, boolean locked) throws CopException
    {
        T result;
        boolean written;
        try (Session session = this.database.get().sessions().openSession()) {
            session.beginTransaction();
            ReadMemo.clear();
            ThreadSession.Binding binding = begin(session);
            try (binding) {
                DefaultLedgerTransaction tx = new DefaultLedgerTransaction(session, orderedProjections(), this.acts);
                if (locked) {
                    tx.lock();
                }
                result = work.run(tx);
                this.reversals.check(tx.reversals());
                tx.finish();
                session.getTransaction().commit();
                this.reversals.count(tx.reversals());
                written = tx.hasWritten();
            } finally {
                end(session);
            }
        }
        if (written) {
            this.commits.signal();
        }
        return result;
    }

    private ThreadSession.Binding begin(Session session)
    {
        this.open.set(session);
        return this.threadSession.bind(session);
    }

    private void end(Session session)
    {
        this.open.remove();
        if (session.getTransaction().isActive()) {
            session.getTransaction().rollback();
        }
    }

    private List<Projection> orderedProjections()
    {
        return this.projections.get().stream().sorted(Comparator.comparingInt(Projection::order)).toList();
    }

    /** Whether the database refused because of another transaction: a unique key (class 23), a lock (40, HSQLDB: 41). */
    private static boolean isConcurrencyFailure(Throwable thrown)
    {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && (Conflicts.isConflict(e)
                || e.getSQLState() != null && e.getSQLState().matches("(23|41).*"))) {
                return true;
            }
        }
        return false;
    }

    /** Sleeps for a random time that grows with the number of tries. */
    private static void pause(int attempt)
    {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5L << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to retry a write.", e);
        }
    }
}
