/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Locale;
import java.util.Optional;

import org.xwiki.component.annotation.Role;

/** The current request. Outside of a request, as in a job, the defaults of the main wiki. */
@Role
public interface Requests
{
    /** @return the form token of this session, to print into a form */
    String token();

    /**
     * @param token the token of a form, may be {@code null}
     * @return whether it is this session's token
     */
    boolean isTokenValid(String token);

    /** @return the language of the reader */
    Locale locale();

    /** @return the id of the requested wiki */
    WikiId wiki();

    /** @return the page that is shown, if there is one */
    Optional<PageId> page();

    /**
     * Returns the author with whose rights XWiki runs the macros of the current page. The reader may have more rights.
     *
     * @return the author of the content; empty if no page is shown, as in REST, and if the wiki renders pages of
     *         untrusted authors as restricted anyway
     */
    default Optional<UserId> author()
    {
        return Optional.empty();
    }

    /**
     * @param name a parameter of the query string
     * @return its first value, if it was given
     */
    Optional<String> parameter(String name);

    /**
     * Distinguishes guests without a cookie, for as long as repeated views of a question count once.
     *
     * @return the same text for requests from the same browser and network within a while, mostly another for others;
     *         it identifies nobody. Empty outside of a request, and if the wiki cannot distinguish guests
     */
    default String visitor()
    {
        return "";
    }
}
