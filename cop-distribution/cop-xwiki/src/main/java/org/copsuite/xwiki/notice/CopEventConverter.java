/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import java.util.Date;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.Notice;
import org.copsuite.xwiki.Names;
import org.xwiki.component.annotation.Component;
import org.xwiki.eventstream.Event;
import org.xwiki.eventstream.EventFactory;
import org.xwiki.eventstream.RecordableEvent;
import org.xwiki.eventstream.RecordableEventConverter;
import org.xwiki.model.reference.WikiReference;

/**
 * Converts a notice to an event of XWiki's event stream. XWiki's default converter uses the current user and the
 * current time; this one uses the actor and the time of the notice.
 */
@Component
@Named("org.copsuite.xwiki.notice.CopEventConverter")
@Singleton
public class CopEventConverter implements RecordableEventConverter
{
    /** The event parameter that holds the HTML id on the page. */
    static final String ANCHOR = "anchor";

    @Inject
    private Provider<EventFactory> events;

    @Override
    public Event convert(RecordableEvent recordable, String source, Object data)
    {
        Notice notice = ((CopEvent) recordable).getNotice();
        Event event = this.events.get().createRawEvent();
        // The id stays the same when a notice is handed over again, for example after a crash.
        event.setId(notice.id().toString());
        event.setType(CopEvent.type(notice.type()));
        event.setApplication(source);
        event.setDate(Date.from(notice.at()));
        event.setUser(Names.account(notice.actor()));
        event.setWiki(new WikiReference(notice.wiki().value()));
        event.setDocument(Names.reference(notice.page()));
        event.setDocumentTitle(notice.title());
        event.setTitle("cop.xwiki.notice.title." + notice.key());
        event.setTarget(((CopEvent) recordable).getTarget());
        event.setParameters(Map.of(ANCHOR, notice.anchor()));
        return event;
    }

    @Override
    public List<RecordableEvent> getSupportedEvents()
    {
        return List.of(new CopEvent());
    }
}
