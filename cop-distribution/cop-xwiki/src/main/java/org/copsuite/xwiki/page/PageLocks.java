/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.Database;
import org.copsuite.wiki.PageId;
import org.hibernate.Session;
import org.hibernate.Transaction;
import org.xwiki.component.annotation.Component;

/**
 * Lets one save of a page come after the other, on all nodes of a cluster: who saves holds a row of a table meanwhile.
 * XWiki's own save overwrites what came in between, so the version must be compared and the page saved under this lock.
 */
@Component(roles = PageLocks.class)
@Singleton
public class PageLocks
{
    /** The rows of the table, as the changelog makes them; two pages that share one wait for each other. */
    static final int ROWS = 16;

    /** Each holds a connection, and may need a second one while it saves: the pool must not run dry. */
    private static final int AT_ONCE = 5;

    @Inject
    private Provider<Database> database;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** A listener may save another page while this thread saves one. */
    private final ThreadLocal<Set<Integer>> held = ThreadLocal.withInitial(HashSet::new);

    /** A lock that is held until it is closed. */
    interface Held extends AutoCloseable
    {
        @Override
        void close();
    }

    /**
     * Waits until nobody else holds the page.
     *
     * @param page which
     * @return the lock
     */
    Held hold(PageId page)
    {
        int row = Math.floorMod(page.toString().hashCode(), ROWS);
        if (this.held.get().contains(row)) {
            return () -> { };
        }
        if (this.held.get().isEmpty()) {
            this.places.acquireUninterruptibly();
        }
        this.held.get().add(row);
        try {
            Session session = this.database.get().sessions().openSession();
            try {
                lock(session, row);
                return () -> release(session, row);
            } catch (RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (RuntimeException e) {
            leave(row);
            throw e;
        }
    }

    /** An update holds the row on every database; "for update" does not on HSQLDB. */
    private static void lock(Session session, int row)
    {
        session.beginTransaction();
        session.createNativeQuery("update cop_page_lock set saves = saves + 1 where lock_id = :row")
            .setParameter("row", row).executeUpdate();
    }

    private void release(Session session, int row)
    {
        try (session) {
            Transaction transaction = session.getTransaction();
            // Nothing of it need be kept but that it lasted.
            transaction.rollback();
        } finally {
            leave(row);
        }
    }

    private void leave(int row)
    {
        Set<Integer> rows = this.held.get();
        rows.remove(row);
        if (rows.isEmpty()) {
            this.held.remove();
            this.places.release();
        }
    }
}
