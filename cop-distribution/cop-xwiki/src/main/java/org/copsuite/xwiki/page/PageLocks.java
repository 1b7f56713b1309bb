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
 * Serialises the saves of a page on all nodes of a cluster: the saving thread locks a row of a table. XWiki's own save
 * overwrites concurrent changes, so comparing the version and saving must happen under this lock.
 */
@Component(roles = PageLocks.class)
@Singleton
public class PageLocks
{
    /** The number of rows that the changelog inserts into the table. Pages that share a row wait for each other. */
    static final int ROWS = 16;

    /**
     * The largest number of concurrent saves. Each holds a connection while XWiki saves; connections must remain for
     * readers.
     */
    private static final int CONCURRENT = 5;

    @Inject
    private Provider<Database> database;

    @Inject
    private ThreadSession threadSession;

    private final Semaphore permits = new Semaphore(CONCURRENT, true);

    /** The locks of this thread: a listener may save another page during a save. */
    private final ThreadLocal<Holder> holders = new ThreadLocal<>();

    /** A lock that is held until it is closed. Never throws when closed. */
    interface Held extends AutoCloseable
    {
        @Override
        void close();
    }

    /** The locks of one thread. All use one connection and are held until the first one is closed. */
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
     * Locks a page. Blocks until no other thread or node holds the lock; reentrant within a thread.
     *
     * @param page the page
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
        this.permits.acquireUninterruptibly();
        try {
            Session session = this.database.get().sessions().openSession();
            try {
                session.beginTransaction();
                lock(session, row);
                // While the page is saved, the suite reads on the connection of the lock.
                Holder holder = new Holder(session, this.threadSession.bind(session));
                holder.rows.add(row);
                this.holders.set(holder);
                return () -> release(holder);
            } catch (RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (RuntimeException e) {
            this.permits.release();
            throw e;
        }
    }

    /** Locks a row. An update locks it on every database; "for update" does not on HSQLDB. */
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
            // The transaction only holds the lock; its update need not be committed.
            session.getTransaction().rollback();
        } finally {
            this.permits.release();
        }
    }
}
