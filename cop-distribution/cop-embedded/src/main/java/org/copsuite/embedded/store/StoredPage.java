/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;

/**
 * A page with the columns that the port does not expose.
 *
 * @param key the key of its row, which does not change when the page moves
 * @param page the page
 * @param summary the reason of this version
 * @param minor whether this version is a minor edit
 * @param redirect the target of the move that left this redirect, or {@code null} if this is a page
 */
public record StoredPage(long key, Page page, String summary, boolean minor, PageId redirect)
{
    /** @return the version of the page */
    public Version version()
    {
        return Version.parse(this.page.version());
    }
}
