/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.Optional;

import javax.inject.Singleton;

import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * The session that the current thread has open on the suite's tables. Who needs the database meanwhile uses its connection
 * instead of another one.
 */
@Component(roles = ThreadSession.class)
@Singleton
public class ThreadSession
{
    private final ThreadLocal<Session> open = new ThreadLocal<>();

    /** @return the session of the current thread, if it has one open */
    public Optional<Session> current()
    {
        return Optional.ofNullable(this.open.get());
    }

    /**
     * Makes a session that of the current thread.
     *
     * @param session the session, closed by the caller after the returned binding
     * @return the binding; closing it brings back the session that the thread had before
     */
    public Binding bind(Session session)
    {
        Session before = this.open.get();
        this.open.set(session);
        return () -> {
            if (before == null) {
                this.open.remove();
            } else {
                this.open.set(before);
            }
        };
    }

    /** That a session is the thread's. */
    public interface Binding extends AutoCloseable
    {
        @Override
        void close();
    }
}
