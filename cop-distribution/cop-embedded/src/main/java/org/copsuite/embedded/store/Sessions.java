/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.time.Instant;
import java.util.Optional;

import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Who has signed in. Sessions survive a restart, so that an open form can still be sent after one. The server stores the
 * sessions of accounts only: the secret of a guest carries its own end and a signature, so that any number of guests
 * takes no memory and ends no other guest's session.
 */
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
     * Gives a guest's session its whole life again, if it is past the half of it. Its token stays the same, so that open
     * forms stay valid.
     *
     * @param session a session that {@link #find} or {@link #open} gave
     * @return the session, with another secret where it lasts longer now; the sessions of accounts as they are
     */
    Session renew(Session session);

    /**
     * Ends a session; does nothing if there is none, or for that of a guest.
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
     * @param secret the value of the cookie: for an account 256 random bits, of which the database holds the digest; for
     *            a guest 128 random bits, their end and a signature
     * @param user who
     * @param token the form token of this session
     * @param expires when it is over unless it is used
     */
    record Session(String secret, UserId user, String token, Instant expires)
    {
    }
}
