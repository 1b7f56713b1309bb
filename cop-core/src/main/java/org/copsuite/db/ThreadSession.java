/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.Optional;

import javax.inject.Singleton;

import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * Holds the session that the current thread has open on the suite's tables, so that nested code uses its connection
 * instead of a second one.
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
     * Binds a session to the current thread.
     *
     * @param session the session, which the caller closes after the returned binding
     * @return the binding; closing it restores the previous session of the thread
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

    /** Binding of a session to a thread. */
    public interface Binding extends AutoCloseable
    {
        @Override
        void close();
    }
}
