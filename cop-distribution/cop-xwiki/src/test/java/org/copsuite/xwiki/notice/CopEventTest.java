/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

import org.copsuite.wiki.Notice;
import org.copsuite.spi.NoticeType;
import org.copsuite.test.ContributedComponents;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.Names;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.xwiki.eventstream.Event;
import org.xwiki.eventstream.EventFactory;
import org.xwiki.eventstream.RecordableEventDescriptor;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

/** A notice as XWiki's event stream keeps it, and how its notifications call it. */
@ComponentTest
class CopEventTest
{
    private static final PageId PAGE = SpaceId.of(new WikiId("xwiki"), "Communities", "Care", "Questions",
        "why").home();

    private final Notice notice = new Notice(UUID.randomUUID(), new WikiId("xwiki"), "ANSWER", Instant.ofEpochMilli(5),
        new UserId("xwiki:XWiki.bert"), PAGE, "cop-post-1", "Why?");

    @MockComponent
    private EventFactory factory;

    @InjectMockComponents
    private CopEventConverter converter;

    @Test
    void namesWhoDidItAndWhen()
    {
        Event event = Mockito.mock(Event.class);
        when(this.factory.createRawEvent()).thenReturn(event);
        CopEvent told = new CopEvent(this.notice, Set.of("xwiki:XWiki.anna"));

        assertThat(this.converter.convert(told, CopEvent.APPLICATION, this.notice)).isSameAs(event);
        verify(event).setId(this.notice.id().toString());
        verify(event).setType("copsuite.answer");
        verify(event).setApplication(CopEvent.APPLICATION);
        verify(event).setUser(Names.account(new UserId("xwiki:XWiki.bert")));
        verify(event).setDate(new Date(5));
        verify(event).setWiki(new WikiReference("xwiki"));
        verify(event).setDocument(Names.reference(PAGE));
        verify(event).setDocumentTitle("Why?");
        verify(event).setTarget(Set.of("xwiki:XWiki.anna"));
        verify(event).setParameters(Map.of("anchor", "cop-post-1"));
    }

    @Test
    void takesTheSuitesEventsAndNoOthers()
    {
        CopEvent told = new CopEvent(this.notice, Set.of("xwiki:XWiki.anna"));

        assertThat(this.converter.getSupportedEvents()).hasSize(1).allMatch(event -> event.matches(told));
        assertThat(this.converter.getSupportedEvents()).noneMatch(event -> event.matches(new Object()));
        assertThat(told.getTarget()).containsExactly("xwiki:XWiki.anna");
    }

    @Test
    void describesEveryTypeInWords() throws IOException
    {
        Properties messages = new Properties();
        for (URL url : Collections.list(getClass().getClassLoader().getResources("ApplicationResources.properties"))) {
            try (InputStream stream = url.openStream()) {
                messages.load(stream);
            }
        }
        List<RecordableEventDescriptor> all = ContributedComponents.of(NoticeType.class).stream()
            .<RecordableEventDescriptor>map(CopDescriptor::new).toList();

        assertThat(all).extracting(RecordableEventDescriptor::getEventType).contains("copsuite.question",
            "copsuite.answer", "copsuite.comment", "copsuite.accepted", "copsuite.thanks", "copsuite.added");
        for (RecordableEventDescriptor descriptor : all) {
            assertThat(descriptor.getApplicationId()).isEqualTo(CopEvent.APPLICATION);
            assertThat(messages).containsKeys(descriptor.getApplicationName(), descriptor.getDescription(),
                descriptor.getEventTitle());
            assertThat(descriptor.getApplicationIcon()).isNotBlank();
            assertThat(descriptor.getEventTypeIcon()).isNotBlank();
        }
    }
}
