/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.db.ThreadSession;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.PageId;
import org.hibernate.Session;
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

    /** Each holds a connection while XWiki saves: readers must find one. */
    private static final int AT_ONCE = 5;

    @Inject
    private Provider<Database> database;

    @Inject
    private ThreadSession threadSession;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** What this thread holds: a listener may save another page while it saves one. */
    private final ThreadLocal<Holder> holders = new ThreadLocal<>();

    /** A lock that is held until it is closed. */
    interface Held extends AutoCloseable
    {
        @Override
        void close();
    }

    /** One thread's locks: all on one connection, and all held until the first one is closed. */
    private static final class Holder
    {
        private final Session session;

        private final ThreadSession.Binding binding;

        private final Set<Integer> rows = new HashSet<>();

        Holder(Session session, ThreadSession.Binding binding)
        {
            this.session = session;
            this.binding = binding;
        }
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
        Holder outer = this.holders.get();
        if (outer != null) {
            if (outer.rows.add(row)) {
                lock(outer.session, row);
            }
            return () -> { };
        }
        this.places.acquireUninterruptibly();
        try {
            Session session = this.database.get().sessions().openSession();
            try {
                session.beginTransaction();
                lock(session, row);
                // What the suite reads while the page is saved is read on the lock's connection.
                Holder holder = new Holder(session, this.threadSession.bind(session));
                holder.rows.add(row);
                this.holders.set(holder);
                return () -> release(holder);
            } catch (RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (RuntimeException e) {
            this.places.release();
            throw e;
        }
    }

    /** An update holds the row on every database; "for update" does not on HSQLDB. */
    private static void lock(Session session, int row)
    {
        session.createNativeQuery("update cop_page_lock set saves = saves + 1 where lock_id = :row")
            .setParameter("row", row).executeUpdate();
    }

    private void release(Holder holder)
    {
        this.holders.remove();
        holder.binding.close();
        try (Session session = holder.session) {
            // Nothing of it need be kept but that it lasted.
            session.getTransaction().rollback();
        } finally {
            this.places.release();
        }
    }
}
