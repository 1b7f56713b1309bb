/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages.PageEvent;
import org.copsuite.wiki.UserId;
import org.copsuite.xwiki.Names;
import org.xwiki.bridge.event.DocumentCreatedEvent;
import org.xwiki.bridge.event.DocumentDeletedEvent;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;
import org.xwiki.observation.remote.RemoteObservationManagerContext;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Notifies the listeners of changes of pages that have, or had, an object of the suite. Ignores changes from other
 * nodes of a cluster, which notify their own listeners, and translations, which have no objects.
 */
@Component
@Named(PageEvents.NAME)
@Singleton
public class PageEvents extends AbstractEventListener
{
    static final String NAME = "org.copsuite.xwiki.page.PageEvents";

    /** The key in XWiki's context of the UUID that was deleted last. A move is a deletion followed by a creation. */
    private static final String DELETED = PageEvents.class.getName();

    /**
     * The largest age of a page that counts as written now. A page that is created with an older date was moved,
     * restored or imported.
     */
    private static final Duration WRITING = Duration.ofSeconds(10);

    @Inject
    private RemoteObservationManagerContext remote;

    @Inject
    private Provider<PageReader> reader;

    @Inject
    private Provider<PageListeners> listeners;

    /** Listens to changes of documents. */
    public PageEvents()
    {
        super(NAME, new DocumentCreatedEvent(), new DocumentUpdatedEvent(), new DocumentDeletedEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        if (this.listeners.get().isEmpty() || this.remote.isRemoteState() || !(source instanceof XWikiDocument document)
            || !isItself(document)) {
            return;
        }
        Optional<PageObject> now =
            event instanceof DocumentDeletedEvent ? Optional.empty() : PageObjects.read(document);
        Optional<PageObject> before = Optional.ofNullable(document.getOriginalDocument()).flatMap(PageObjects::read);
        if (now.isPresent() || before.isPresent()) {
            this.listeners.get().changed(pageEvent(event, document, now, before, data));
        }
    }

    private static boolean isItself(XWikiDocument document)
    {
        Locale locale = document.getLocale();
        return locale == null || Locale.ROOT.equals(locale);
    }

    private PageEvent pageEvent(Event event, XWikiDocument document, Optional<PageObject> now,
        Optional<PageObject> before, Object data)
    {
        PageId page = Names.page(document.getDocumentReference());
        Optional<XWikiContext> context = Optional.ofNullable(data).filter(XWikiContext.class::isInstance)
            .map(XWikiContext.class::cast);
        if (event instanceof DocumentDeletedEvent) {
            before.ifPresent(object -> context.ifPresent(c -> c.put(DELETED, object.id())));
            UserId actor = context.map(c -> Names.user(c.getUserReference())).orElse(UserId.GUEST);
            return new PageEvent(PageEvent.Kind.DELETED, page, before.orElse(null), actor, Instant.now());
        }
        UserId author = this.reader.get().author(document);
        Instant at = Instant.ofEpochMilli(document.getDate().getTime());
        if (event instanceof DocumentCreatedEvent) {
            boolean again = at.isBefore(Instant.now().minus(WRITING))
                || context.map(c -> c.get(DELETED)).equals(now.map(PageObject::id));
            UserId actor = again ? context.map(XWikiContext::getUserReference).map(Names::user).orElse(author) : author;
            return new PageEvent(PageEvent.Kind.CREATED, page, now.orElse(null), actor, at);
        }
        return new PageEvent(PageEvent.Kind.UPDATED, page, now.orElse(null), author, at);
    }
}
