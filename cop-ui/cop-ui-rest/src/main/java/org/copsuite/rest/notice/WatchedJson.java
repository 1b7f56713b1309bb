/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.notice;

import org.copsuite.notice.WatchService.Item;
import org.copsuite.notice.WatchTarget;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.PageId;

/** A watched target, with the URL of its own page if it has one. */
record WatchedJson(String type, String target, String title, @Nullable PageId url)
{
    static WatchedJson of(Item item)
    {
        return new WatchedJson(item.target().key(), item.target().target(), item.thing().title(),
            item.thing().hasOwnPage() ? item.thing().page() : null);
    }

    /** Whether one watches a target. */
    record WatchingJson(String type, String target, boolean watching)
    {
        static WatchingJson of(WatchTarget target, boolean watching)
        {
            return new WatchingJson(target.key(), target.target(), watching);
        }
    }
}
