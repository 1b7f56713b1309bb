/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.notice.NoticeLines;
import org.copsuite.macro.notice.NoticeLines.Line;
import org.copsuite.person.Persons;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.xwiki.Names;
import org.xwiki.component.annotation.Component;
import org.xwiki.eventstream.Event;
import org.xwiki.notifications.CompositeEvent;

/**
 * Converts the suite's events in XWiki's event stream back to sentences about notices. Titles and names of an event are
 * untrusted.
 */
@Component(roles = EventLines.class)
@Singleton
public class EventLines
{
    @Inject
    private Provider<NoticeLines> lines;

    @Inject
    private Provider<Persons> persons;

    /**
     * @param composite events of one type that XWiki shows together
     * @param locale the language of the reader
     * @param address converts the host-relative URL of each page
     * @return one line for each event
     */
    List<Line> of(CompositeEvent composite, Locale locale, UnaryOperator<String> address)
    {
        Map<UserId, Person> people = this.persons.get().find(composite.getEvents().stream()
            .map(event -> Names.user(event.getUser())).collect(Collectors.toSet()));
        List<Line> found = new ArrayList<>();
        for (Event event : composite.getEvents()) {
            Person actor = people.get(Names.user(event.getUser()));
            String words = this.lines.get().words(locale, CopEvent.key(event.getType()),
                actor == null ? "" : actor.name(), event.getDocumentTitle());
            String anchor = event.getParameters().getOrDefault(CopEventConverter.ANCHOR, "");
            found.add(new Line(words, address.apply(this.lines.get().url(Names.page(event.getDocument()), anchor))));
        }
        return found;
    }
}
