/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages.MoveListener;
import org.copsuite.wiki.Pages.PageEvent;
import org.copsuite.wiki.Pages.PageListener;
import org.copsuite.wiki.UserId;
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

    private final List<MoveListener> moveListeners = new CopyOnWriteArrayList<>();

    void add(PageListener listener)
    {
        this.listeners.add(listener);
    }

    void add(MoveListener listener)
    {
        this.moveListeners.add(listener);
    }

    /** Tells all that a page was moved; it stays where it is, whatever one of them throws. */
    void moved(PageId from, PageId to, UserId actor)
    {
        for (MoveListener listener : this.moveListeners) {
            try {
                listener.moved(from, to, actor);
            } catch (RuntimeException e) {
                this.logger.error("A listener failed after a move of a page.", e);
            }
        }
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
