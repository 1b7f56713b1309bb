/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.access;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.Names;
import org.xwiki.bridge.event.DocumentCreatedEvent;
import org.xwiki.bridge.event.DocumentDeletedEvent;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.bridge.event.WikiDeletedEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;

import com.xpn.xwiki.doc.XWikiDocument;

/** Updates {@link RightsCache} when rights or groups change on any node of a cluster. */
@Component
@Named(RightsEvents.NAME)
@Singleton
public class RightsEvents extends AbstractEventListener
{
    static final String NAME = "org.copsuite.xwiki.access.RightsEvents";

    private static final LocalDocumentReference GROUPS = new LocalDocumentReference(Names.SYSTEM, "XWikiGroups");

    private static final List<LocalDocumentReference> RIGHTS = List.of(
        new LocalDocumentReference(Names.SYSTEM, "XWikiGlobalRights"),
        new LocalDocumentReference(Names.SYSTEM, "XWikiRights"));

    @Inject
    private Provider<RightsCache> cache;

    /** Listens to changes of pages and to the deletion of wikis. */
    public RightsEvents()
    {
        super(NAME, new DocumentCreatedEvent(), new DocumentUpdatedEvent(), new DocumentDeletedEvent(),
            new WikiDeletedEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        if (event instanceof WikiDeletedEvent deleted) {
            this.cache.get().forget(new WikiId(deleted.getWikiId()));
        } else if (source instanceof XWikiDocument document) {
            // The page of a group changes with each member. The rights that it contains apply to that page only.
            if (carries(document, GROUPS)) {
                this.cache.get().groupChanged();
            } else if (RIGHTS.stream().anyMatch(type -> carries(document, type))) {
                PageId page = Names.page(document.getDocumentReference());
                this.cache.get().changed(page.space());
            }
        }
    }

    private static boolean carries(XWikiDocument document, LocalDocumentReference type)
    {
        XWikiDocument before = document.getOriginalDocument();
        return document.getXObject(type) != null || before != null && before.getXObject(type) != null;
    }
}
