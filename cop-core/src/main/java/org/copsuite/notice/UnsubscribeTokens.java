/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice;

import org.copsuite.CopException;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Ends the mails that bring notices, for who follows the link of such a mail: nobody signs in for it. The link carries a
 * token that only this wiki can make; it does not expire, since mails are kept, and can do nothing else.
 */
@Role
public interface UnsubscribeTokens
{
    /** The longest token, in characters. */
    int LONGEST = 600;

    /**
     * @param wiki the wiki
     * @param person who gets mails
     * @return a token of letters, digits, {@code -}, {@code _} and {@code .}
     */
    String token(String wiki, UserId person);

    /**
     * @param wiki the wiki
     * @param token a token
     * @return the host-relative URL that ends mails: GET asks, POST does it, without session and form token (RFC 8058)
     */
    String path(String wiki, String token);

    /**
     * @param wiki the wiki
     * @param person who gets mails
     * @return the URL that ends the person's mails, with scheme and host
     */
    String address(String wiki, UserId person);

    /**
     * @param wiki the wiki
     * @param token a token that came in, may be {@code null}
     * @return for whom it was made
     * @throws CopException NOT_FOUND for a token that this wiki has not made
     */
    UserId person(String wiki, String token) throws CopException;

    /**
     * Ends the mails of a person; doing it again changes nothing. Notices in the wiki stay.
     *
     * @param wiki the wiki
     * @param token a token that came in, may be {@code null}
     * @throws CopException NOT_FOUND for a token that this wiki has not made
     */
    void unsubscribe(String wiki, String token) throws CopException;
}
