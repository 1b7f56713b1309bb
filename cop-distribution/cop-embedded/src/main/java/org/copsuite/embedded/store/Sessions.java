/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.time.Instant;
import java.util.Optional;

import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * The sessions of accounts and guests. Sessions survive a restart, so that an open form can still be submitted
 * afterwards. The server stores only the sessions of accounts: the secret of a guest contains its own expiry and a
 * signature, so that guests take no memory and never end the session of another guest.
 */
@Role
public interface Sessions
{
    /**
     * @param user the account, or the guest (whose form tokens need a session too)
     * @return a new session
     */
    Session open(UserId user);

    /**
     * Finds a session and prolongs it if a tenth of its life has passed.
     *
     * @param secret the value of the browser's cookie, may be {@code null} or forged
     * @return the session, unless it has expired
     */
    Optional<Session> find(String secret);

    /**
     * Renews a guest session for its whole life if half of it has passed. The token stays the same, so that open forms
     * stay valid.
     *
     * @param session a session returned by {@link #find} or {@link #open}
     * @return the session, with a new secret if it was renewed; sessions of accounts are returned unchanged
     */
    Session renew(Session session);

    /**
     * Ends the session of an account; does nothing if it does not exist or if it belongs to a guest.
     *
     * @param secret the value of the browser's cookie
     */
    void close(String secret);

    /**
     * Ends all sessions of an account.
     *
     * @param user the account
     */
    void closeAll(UserId user);

    /**
     * A session.
     *
     * @param secret the value of the cookie: for an account 256 random bits, of which the database stores the digest;
     *            for a guest 128 random bits, the expiry and a signature
     * @param user the account or the guest
     * @param token the form token of this session
     * @param expires when the session expires unless it is used
     */
    record Session(String secret, UserId user, String token, Instant expires)
    {
    }
}
