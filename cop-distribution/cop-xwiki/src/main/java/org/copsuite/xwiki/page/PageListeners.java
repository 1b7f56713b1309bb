/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.Pages.PageEvent;
import org.copsuite.wiki.Pages.PageListener;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/** Who hears of changes of pages. */
@Component(roles = PageListeners.class)
@Singleton
public class PageListeners
{
    @Inject
    private Logger logger;

    private final List<PageListener> listeners = new CopyOnWriteArrayList<>();

    void add(PageListener listener)
    {
        this.listeners.add(listener);
    }

    boolean isEmpty()
    {
        return this.listeners.isEmpty();
    }

    /** Tells all; the change stands, whatever one of them throws. */
    void tell(PageEvent event)
    {
        for (PageListener listener : this.listeners) {
            try {
                listener.on(event);
            } catch (RuntimeException e) {
                this.logger.error("A listener failed after a change of a page.", e);
            }
        }
    }
}
