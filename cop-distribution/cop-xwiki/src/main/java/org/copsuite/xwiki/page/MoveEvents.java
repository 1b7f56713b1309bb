/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.UserId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.xwiki.component.annotation.Component;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;
import org.xwiki.observation.remote.RemoteObservationManagerContext;
import org.xwiki.refactoring.event.DocumentRenamedEvent;

/**
 * Notifies the listeners of pages that XWiki's refactoring job has moved: once per page, after all other events of the
 * move.
 */
@Component
@Named(MoveEvents.NAME)
@Singleton
public class MoveEvents extends AbstractEventListener
{
    static final String NAME = "org.copsuite.xwiki.page.MoveEvents";

    @Inject
    private RemoteObservationManagerContext remote;

    @Inject
    private Provider<PageListeners> listeners;

    @Inject
    private WikiContext wiki;

    /** Listens to renamed documents. */
    public MoveEvents()
    {
        super(NAME, new DocumentRenamedEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        DocumentRenamedEvent move = (DocumentRenamedEvent) event;
        if (this.remote.isRemoteState() || move.getSourceReference() == null || move.getTargetReference() == null) {
            return;
        }
        UserId actor = this.wiki.current().map(context -> Names.user(context.getUserReference())).orElse(UserId.GUEST);
        this.listeners.get().moved(Names.page(move.getSourceReference()), Names.page(move.getTargetReference()), actor);
    }
}
