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

/** Contains the listeners to changes and moves of pages, and notifies them. */
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

    /**
     * Notifies all listeners of a move. An exception of a listener is logged; neither the move nor the other listeners
     * are affected.
     */
    void moved(PageId from, PageId to, UserId actor)
    {
        for (MoveListener listener : this.moveListeners) {
            try {
                listener.moved(from, to, actor);
            } catch (RuntimeException e) {
                this.logger.error("Failed to notify a listener of a moved page; the move remains.", e);
            }
        }
    }

    boolean isEmpty()
    {
        return this.listeners.isEmpty();
    }

    /**
     * Notifies all listeners of a change. An exception of a listener is logged; neither the change nor the other
     * listeners are affected.
     */
    void changed(PageEvent event)
    {
        for (PageListener listener : this.listeners) {
            try {
                listener.on(event);
            } catch (RuntimeException e) {
                this.logger.error("Failed to notify a listener of a changed page; the change remains.", e);
            }
        }
    }
}
