/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;

/**
 * A page with what the port does not show of it.
 *
 * @param key the key of its row, which stays when the page moves
 * @param page the page
 * @param summary why this version was saved
 * @param minor whether it was a minor edit
 * @param redirect where the page was moved to, if this is what the move left behind, else {@code null}
 */
public record StoredPage(long key, Page page, String summary, boolean minor, PageId redirect)
{
    /** @return the version */
    public Version version()
    {
        return Version.parse(this.page.version());
    }
}
