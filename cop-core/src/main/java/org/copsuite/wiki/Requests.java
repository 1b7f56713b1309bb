/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Locale;
import java.util.Optional;

import org.xwiki.component.annotation.Role;

/** The request being answered. Outside of a request, as in a job, the defaults of the main wiki. */
@Role
public interface Requests
{
    /** @return the form token of this session, to print into a form */
    String token();

    /**
     * @param token what a form sent, may be {@code null}
     * @return whether it is this session's token
     */
    boolean isTokenValid(String token);

    /** @return the language of the reader */
    Locale locale();

    /** @return the id of the wiki that is asked */
    String wiki();

    /** @return the page that is shown, if a page is */
    Optional<PageId> page();

    /**
     * Tells who answers for what stands on the page that is shown: with whose rights XWiki runs the macros in it. Whoever
     * reads the page may have more rights.
     *
     * @return the author of the content; empty where no page is shown, as in REST, and where the wiki renders pages of
     *         people whom it does not trust as restricted anyway
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
     * Tells one guest from another for as long as looks at a question are counted once, without a cookie.
     *
     * @return the same for requests that come from the same browser and network within a while, mostly another for others;
     *         nobody can be found by it. Empty outside of a request, and where a wiki cannot tell guests apart
     */
    default String visitor()
    {
        return "";
    }
}
