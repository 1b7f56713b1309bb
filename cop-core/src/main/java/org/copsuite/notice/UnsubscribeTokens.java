/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice;

import org.copsuite.CopException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Ends a person's notice mails by a link in such a mail, without signing in. The link carries a token that only this
 * wiki can create. It does not expire, since mails are kept, and allows nothing else.
 */
@Role
public interface UnsubscribeTokens
{
    /** Maximum length of a token, in characters. */
    int LONGEST = 600;

    /**
     * @param wiki the wiki
     * @param person the recipient of mails
     * @return a token of letters, digits, {@code -}, {@code _} and {@code .}
     */
    String token(WikiId wiki, UserId person);

    /**
     * @param wiki the wiki
     * @param token a token
     * @return the host-relative URL that ends mails: GET asks, POST does it, without session and form token (RFC 8058)
     */
    String path(WikiId wiki, String token);

    /**
     * @param wiki the wiki
     * @param person the recipient of mails
     * @return the URL that ends the person's mails, with scheme and host
     */
    String address(WikiId wiki, UserId person);

    /**
     * @param wiki the wiki
     * @param token a token from a request, may be {@code null}
     * @return the person for whom it was created
     * @throws CopException NOT_FOUND for a token that this wiki has not created
     */
    UserId person(WikiId wiki, String token) throws CopException;

    /**
     * Ends the notice mails of a person. Idempotent. Notices in the wiki stay.
     *
     * @param wiki the wiki
     * @param token a token from a request, may be {@code null}
     * @throws CopException NOT_FOUND for a token that this wiki has not created
     */
    void unsubscribe(WikiId wiki, String token) throws CopException;
}
