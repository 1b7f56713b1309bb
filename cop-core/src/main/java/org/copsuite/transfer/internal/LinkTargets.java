/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.net.URI;
import java.util.Optional;

/** Tells which links of a post lead to what is imported with it. */
@FunctionalInterface
interface LinkTargets
{
    /** No link leads to anything that is imported. */
    LinkTargets NONE = address -> Optional.empty();

    /**
     * @param address an absolute address
     * @return where the link leads in the wiki, empty for an address elsewhere
     */
    Optional<Target> find(URI address);

    /**
     * A place in the wiki.
     *
     * @param reference a reference to a page, as it stands in a link in xwiki/2.1
     * @param title what a link is called that has no name but its address
     */
    record Target(String reference, String title)
    {
    }
}
