/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages.PageEvent;

/**
 * Pages that wait for what they belong to: a wiki may move the questions of a community minutes before its home page,
 * and answers before their question. Holds only the latest; the reconciliation finds the rest.
 */
final class PendingPages
{
    private static final int MOST = 10_000;

    private final Map<PageId, PageEvent> events = new LinkedHashMap<>()
    {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PageId, PageEvent> eldest)
        {
            return size() > MOST;
        }
    };

    synchronized void add(PageEvent event)
    {
        this.events.put(event.page(), event);
    }

    /** @return the pages that waited for a page that is synchronised now */
    synchronized List<PageEvent> remove(PageId page)
    {
        this.events.remove(page);
        return !page.isHome() || this.events.isEmpty() ? List.of() : this.events.values().stream()
            .filter(event -> page.space().contains(event.page().space())).toList();
    }

    synchronized void clear()
    {
        this.events.clear();
    }
}
