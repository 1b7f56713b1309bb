/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages.MoveListener;
import org.copsuite.wiki.Pages.PageEvent;
import org.copsuite.wiki.Pages.PageListener;
import org.copsuite.wiki.UserId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/** Calls listeners after a change of a page has been committed, on the thread that made the change. */
@Component(roles = PageChanges.class)
@Singleton
public class PageChanges
{
    @Inject
    private Logger logger;

    private final List<Consumer<PageId>> watchers = new CopyOnWriteArrayList<>();

    private final List<PageListener> listeners = new CopyOnWriteArrayList<>();

    private final List<MoveListener> moveListeners = new CopyOnWriteArrayList<>();

    /** @param watcher called for each page that changed, with or without an object */
    public void watch(Consumer<PageId> watcher)
    {
        this.watchers.add(watcher);
    }

    /** @param listener called for changes of pages that carry, or carried, an object */
    public void listen(PageListener listener)
    {
        this.listeners.add(listener);
    }

    /** @param listener called for each page that was moved */
    public void listenToMoves(MoveListener listener)
    {
        this.moveListeners.add(listener);
    }

    void moved(PageId from, PageId to, UserId actor)
    {
        for (MoveListener listener : this.moveListeners) {
            guard(to, () -> listener.moved(from, to, actor));
        }
    }

    void changed(PageId page)
    {
        for (Consumer<PageId> watcher : this.watchers) {
            guard(page, () -> watcher.accept(page));
        }
    }

    void tell(PageEvent event)
    {
        for (PageListener listener : this.listeners) {
            guard(event.page(), () -> listener.on(event));
        }
    }

    void guard(PageId page, Runnable call)
    {
        try {
            call.run();
        } catch (RuntimeException e) {
            this.logger.error("Failed to run a listener on the change of [{}]; calls the next listener.", page, e);
        }
    }
}
