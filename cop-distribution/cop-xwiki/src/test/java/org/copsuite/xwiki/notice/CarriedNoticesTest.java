/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.copsuite.wiki.Links;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.NoticesContract;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.xwiki.FakePlatform;
import org.copsuite.xwiki.WikiContext;
import org.junit.jupiter.api.BeforeEach;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.eventstream.Event;
import org.xwiki.eventstream.EventFactory;
import org.xwiki.eventstream.EventStore;
import org.xwiki.eventstream.RecordableEvent;
import org.xwiki.eventstream.RecordableEventConverter;
import org.xwiki.notifications.filters.watch.WatchedEntitiesManager;
import org.xwiki.notifications.filters.watch.WatchedEntityFactory;
import org.xwiki.notifications.filters.watch.WatchedEntityReference.WatchedStatus;
import org.xwiki.notifications.filters.watch.WatchedLocationReference;
import org.xwiki.observation.ObservationManager;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** The port's contract, with an event stream that keeps one event for each id, as XWiki's does. */
@ComponentTest
@ComponentList({WikiContext.class, CopEventConverter.class})
class CarriedNoticesTest extends NoticesContract
{
    private static final UserId ALICE = new UserId("xwiki:XWiki.alice");

    private static final UserId BOB = new UserId("xwiki:XWiki.bob");

    /** By the id of an event, whom it is for. */
    private final Map<String, Set<String>> stream = new ConcurrentHashMap<>();

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private ObservationManager observation;

    @MockComponent
    private EventFactory factory;

    @MockComponent
    private EventStore store;

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

    @BeforeComponent
    void platform() throws Exception
    {
        new FakePlatform(this.components);
        this.components.registerComponent(ComponentManager.class, "context", this.components);
    }

    @BeforeEach
    void listen() throws Exception
    {
        RecordableEventConverter converter = this.components.getInstance(RecordableEventConverter.class,
            "org.copsuite.xwiki.notice.CopEventConverter");
        lenient().doAnswer(call -> keep(converter, call.getArgument(0), call.getArgument(1), call.getArgument(2)))
            .when(this.observation).notify(any(), any(), any());
        lenient().when(this.store.getEvent(any())).thenAnswer(call -> Optional
            .ofNullable(this.stream.containsKey(call.<String>getArgument(0)) ? mock(Event.class) : null));
        lenient().when(this.people.find(anyCollection())).thenAnswer(call -> call.<Collection<UserId>>getArgument(0)
            .stream().filter(List.of(ALICE, BOB)::contains).distinct().collect(Collectors.toMap(user -> user,
                user -> new Person(user, "Somebody", null, null, Locale.ENGLISH, ZoneOffset.UTC, true))));
        lenient().when(this.links.action(any(), eq("view"), anyMap())).thenReturn("/preferences");
        WatchedLocationReference nothing = mock(WatchedLocationReference.class);
        lenient().when(nothing.getWatchedStatus(any())).thenReturn(WatchedStatus.NOT_SET);
        lenient().when(this.entities.createWatchedLocationReference(any())).thenReturn(nothing);
    }

    private Object keep(RecordableEventConverter converter, RecordableEvent event, String source, Object data)
        throws Exception
    {
        String[] id = new String[1];
        Event kept = mock(Event.class);
        doAnswer(call -> id[0] = call.getArgument(0)).when(kept).setId(any());
        doAnswer(call -> this.stream.put(id[0], call.getArgument(0))).when(kept).setTarget(any());
        lenient().when(this.factory.createRawEvent()).thenReturn(kept);
        converter.convert(event, source, data);
        return null;
    }

    @Override
    protected Notices notices()
    {
        return this.notices;
    }

    @Override
    protected UserId alice()
    {
        return ALICE;
    }

    @Override
    protected UserId bob()
    {
        return BOB;
    }

    @Override
    protected int shown(UserId person)
    {
        return (int) this.stream.values().stream().filter(people -> people.contains(person.value())).count();
    }
}
