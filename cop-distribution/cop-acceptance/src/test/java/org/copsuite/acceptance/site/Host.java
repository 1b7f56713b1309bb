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

    /** @return whether others use it too, so that the tests must leave nothing behind */
    boolean isBorrowed();

    /** @return what the wiki itself does with pages */
    WikiPages pages();

    /** Ends what was started. */
    @Override
    void close();
}
