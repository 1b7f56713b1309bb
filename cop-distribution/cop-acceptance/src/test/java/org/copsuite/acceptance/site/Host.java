/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

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

    /** Removes a community that the tests have founded, where others go on using the wiki. */
    void remove(Site.Community community);

    /** @return what the wiki itself does with pages */
    WikiPages pages();

    /** Ends what was started. */
    @Override
    void close();
}
