/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.time.Instant;
import java.util.Optional;

import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** Who has signed in. Sessions survive a restart, so that an open form can still be sent after one. */
@Role
public interface Sessions
{
    /**
     * @param user who signed in, or the guest (whose form tokens need a session too)
     * @return a new session
     */
    Session open(UserId user);

    /**
     * Finds a session and, if it is past a tenth of its life, prolongs it.
     *
     * @param secret what the browser's cookie holds, may be {@code null} or forged
     * @return the session, unless it is over
     */
    Optional<Session> find(String secret);

    /**
     * Ends a session; does nothing if there is none.
     *
     * @param secret what the browser's cookie holds
     */
    void close(String secret);

    /**
     * Ends all sessions of an account.
     *
     * @param user whose
     */
    void closeAll(UserId user);

    /**
     * A session.
     *
     * @param secret the value of the cookie: 256 random bits; the database holds only its digest
     * @param user who
     * @param token the form token of this session
     * @param expires when it is over unless it is used
     */
    record Session(String secret, UserId user, String token, Instant expires)
    {
    }
}
