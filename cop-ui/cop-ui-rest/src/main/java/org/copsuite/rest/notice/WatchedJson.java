/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.notice;

import org.copsuite.notice.WatchService.Item;
import org.copsuite.notice.WatchTarget;
import org.copsuite.notice.WatchTarget.Type;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.PageId;

/** A watched target. */
record WatchedJson(Type type, String target, String title, @Nullable PageId url)
{
    static WatchedJson of(Item item)
    {
        return new WatchedJson(item.target().type(), item.target().target(), item.title(), item.page());
    }

    /** Whether one watches a target. */
    record WatchingJson(Type type, String target, boolean watching)
    {
        static WatchingJson of(WatchTarget target, boolean watching)
        {
            return new WatchingJson(target.type(), target.target(), watching);
        }
    }
}
