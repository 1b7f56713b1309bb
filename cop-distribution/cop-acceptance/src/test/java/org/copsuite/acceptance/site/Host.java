/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import java.util.Map;

/** Where the wiki under test runs, and what only its keeper can do there. */
public interface Host extends AutoCloseable
{
    /** @return its address, without a slash at the end */
    String base();

    /** @return an account that may do everything */
    Credentials admin();

    /** Creates an account. */
    void createAccount(Credentials account);

    /**
     * Brings a page into the wiki past the suite, with what somebody may do: by importing it, or by writing the page and
     * its object where the wiki lets one. What the wiki refuses is not there afterwards.
     */
    void put(Member member, TypedPage page);

    /**
     * Puts an object on a page of an XWiki, as an administrator.
     *
     * @param page the page's path in XWiki's REST interface
     * @param type the object's class
     * @param properties its properties
     */
    default void addObject(String page, String type, Map<String, String> properties)
    {
        throw new UnsupportedOperationException("Only XWiki's pages have objects of its own.");
    }

    /** Removes a community that the tests have founded, where others go on using the wiki. */
    void remove(Site.Community community);

    /** @return whether the wiki is an XWiki, and no embedded one */
    default boolean isXWiki()
    {
        return false;
    }

    /** @return what the wiki itself does with pages */
    WikiPages pages();

    /** Ends what was started. */
    @Override
    void close();
}
