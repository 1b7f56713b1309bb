/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.net.URI;
import java.util.Optional;

/** Resolves links in posts to imported content. */
@FunctionalInterface
interface LinkTargets
{
    /** Resolves no link. */
    LinkTargets NONE = address -> Optional.empty();

    /**
     * @param address an absolute URL
     * @return the target in the wiki, empty for a URL elsewhere
     */
    Optional<Target> find(URI address);

    /**
     * Target in the wiki.
     *
     * @param reference the reference of a page, as in a link in xwiki/2.1
     * @param title the label for a link that has no label but its URL
     */
    record Target(String reference, String title)
    {
    }
}
