/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.copsuite.wiki.Links;
import org.copsuite.wiki.Notice;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.FakePlatform;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.WikiFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.ArgumentCaptor;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.eventstream.Event;
import org.xwiki.eventstream.EventStore;
import org.xwiki.eventstream.EventStreamException;
import org.xwiki.notifications.NotificationException;
import org.xwiki.notifications.filters.watch.WatchedEntitiesManager;
import org.xwiki.notifications.filters.watch.WatchedEntityFactory;
import org.xwiki.notifications.filters.watch.WatchedEntityReference.WatchedStatus;
import org.xwiki.notifications.filters.watch.WatchedLocationReference;
import org.xwiki.observation.ObservationManager;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** Handing notices over to XWiki, and taking mutes away. */
@ComponentTest
@ComponentList(WikiContext.class)
class XWikiNoticesTest
{
    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    private static final PageId PAGE = SpaceId.of(new WikiId("xwiki"), "Why").home();

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.WARN);

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private ObservationManager observation;

    @MockComponent
    private EventStore events;

    @MockComponent
    private WatchedEntitiesManager watched;

    @MockComponent
    private WatchedEntityFactory entities;

    @MockComponent
    private People people;

    @MockComponent
    private Links links;

    @InjectMockComponents
    private XWikiNotices notices;

    private final WatchedLocationReference space = mock(WatchedLocationReference.class);

    private final WatchedLocationReference page = mock(WatchedLocationReference.class);

    @BeforeComponent
    void platform() throws Exception
    {
        new FakePlatform(this.components);
        this.components.registerComponent(ComponentManager.class, "context", this.components);
    }

    @BeforeEach
    void accounts() throws Exception
    {
        lenient().when(this.people.find(anyCollection())).thenAnswer(call -> call.<Collection<UserId>>getArgument(0)
            .stream().filter(ANNA::equals).collect(Collectors.toMap(user -> user, user -> new Person(user, "Anna", null,
                null, Locale.ENGLISH, ZoneOffset.UTC, true))));
        lenient().when(this.entities.createWatchedLocationReference(Names.reference(PAGE.space()))).thenReturn(this.space);
        lenient().when(this.entities.createWatchedLocationReference(Names.reference(PAGE))).thenReturn(this.page);
        lenient().when(this.space.getWatchedStatus(any())).thenReturn(WatchedStatus.NOT_SET);
        lenient().when(this.page.getWatchedStatus(any())).thenReturn(WatchedStatus.NOT_SET);
    }

    private static Notice notice()
    {
        return new Notice(UUID.randomUUID(), new WikiId("xwiki"), "ANSWER", Instant.now(),
            new UserId("xwiki:XWiki.bert"), PAGE, "",
            "Why?");
    }

    @Test
    void handsOverToAccountsOnly()
    {
        Notice notice = notice();
        this.notices.send(notice, List.of(ANNA, new UserId("imported:elsewhere/1"), UserId.GUEST));

        ArgumentCaptor<CopEvent> event = ArgumentCaptor.forClass(CopEvent.class);
        verify(this.observation).notify(event.capture(), eq(CopEvent.APPLICATION), eq(notice));
        assertThat(event.getValue().getTarget()).containsExactly("xwiki:XWiki.anna");
        assertThat(event.getValue().getNotice()).isEqualTo(notice);
        assertThat(this.notices.handles()).isTrue();
    }

    @Test
    void handsNothingOverWithoutATargetWhichWouldBeForAll()
    {
        this.notices.send(notice(), List.of());
        this.notices.send(notice(), List.of(UserId.GUEST));

        verifyNoInteractions(this.observation);
    }

    /** One of XWiki's stores of events would fail, and log that as an error. */
    @Test
    void handsNothingOverAgainThatXWikiHas() throws Exception
    {
        Notice notice = notice();
        when(this.events.getEvent(notice.id().toString())).thenReturn(Optional.of(mock(Event.class)));
        this.notices.send(notice, List.of(ANNA));

        verifyNoInteractions(this.observation);
    }

    @Test
    void failsWhereXWikiCannotSaySoThatItIsTriedAgain() throws Exception
    {
        when(this.events.getEvent(any())).thenThrow(mock(EventStreamException.class));

        assertThatThrownBy(() -> this.notices.send(notice(), List.of(ANNA))).isInstanceOf(WikiFailure.class);
        verifyNoInteractions(this.observation);
    }

    @Test
    void takesOnlyMutesAway() throws Exception
    {
        when(this.space.getWatchedStatus(any())).thenReturn(WatchedStatus.BLOCKED_FOR_ALL_EVENTS_AND_FORMATS);
        when(this.page.getWatchedStatus(any())).thenReturn(WatchedStatus.WATCHED_FOR_ALL_EVENTS_AND_FORMATS);
        this.notices.unmute(ANNA, PAGE);

        verify(this.watched).removeWatchFilter(eq(this.space), any());
        verify(this.watched, never()).removeWatchFilter(eq(this.page), any());
    }

    @Test
    void watchesOnWhereXWikisFiltersFail() throws Exception
    {
        when(this.space.getWatchedStatus(any())).thenThrow(mock(NotificationException.class));
        when(this.page.getWatchedStatus(any())).thenReturn(WatchedStatus.BLOCKED_FOR_ALL_EVENTS_AND_FORMATS);
        this.notices.unmute(ANNA, PAGE);

        verify(this.watched).removeWatchFilter(eq(this.page), any());
        assertThat(this.logs.getMessage(0)).contains("Failed to remove a notification filter").doesNotContain("anna");
    }

    /** They come with XWiki's flavor, which a wiki need not have. */
    @Test
    void watchesOnWhereXWikiHasNoFilters()
    {
        this.components.unregisterComponent(WatchedEntityFactory.class, "default");

        assertThatCode(() -> this.notices.unmute(ANNA, PAGE)).doesNotThrowAnyException();
        verifyNoInteractions(this.watched);
    }

    @Test
    void leadsToThePreferences()
    {
        when(this.links.action(SpaceId.of(new WikiId("xwiki"), "XWiki").page("anna"), "view",
            Map.of("category", "notifications")))
            .thenReturn("/preferences");

        assertThat(this.notices.preferences(ANNA)).contains("/preferences");
        assertThat(this.notices.preferences(UserId.GUEST)).isEmpty();
    }
}
