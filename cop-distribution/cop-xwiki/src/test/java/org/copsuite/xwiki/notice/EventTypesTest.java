/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.lang.reflect.Type;
import java.util.List;

import org.copsuite.spi.NoticeType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.component.annotation.ComponentAnnotationLoader;
import org.xwiki.component.annotation.ComponentDeclaration;
import org.xwiki.component.descriptor.DefaultComponentDescriptor;
import org.xwiki.component.embed.EmbeddableComponentManager;
import org.xwiki.component.event.ComponentDescriptorAddedEvent;
import org.xwiki.component.event.ComponentDescriptorRemovedEvent;
import org.xwiki.eventstream.RecordableEventDescriptor;
import org.xwiki.notifications.notifiers.email.NotificationEmailRenderer;
import org.xwiki.observation.EventListener;

/** XWiki knows an event type for each notice type, as long as the type is there. */
class EventTypesTest
{
    private final EmbeddableComponentManager components = new EmbeddableComponentManager();

    private final CopEmailRenderer renderer = mock(CopEmailRenderer.class);

    private EventTypes types;

    @BeforeEach
    void start() throws Exception
    {
        register(CopEmailRenderer.class, "default", this.renderer);
        register(RecordableEventDescriptor.class, "blog", mock(RecordableEventDescriptor.class));
        contribute("ANSWER");
        new ComponentAnnotationLoader().initialize(this.components, getClass().getClassLoader(),
            List.of(new ComponentDeclaration(EventTypes.class.getName())));
        this.types = this.components.getInstance(EventListener.class, EventTypes.NAME);
    }

    private <T> void register(Class<T> role, String hint, T component) throws Exception
    {
        DefaultComponentDescriptor<T> descriptor = new DefaultComponentDescriptor<>();
        descriptor.setRoleType(role);
        descriptor.setRoleHint(hint);
        this.components.registerComponent(descriptor, component);
    }

    private void contribute(String name) throws Exception
    {
        NoticeType type = mock(NoticeType.class);
        when(type.name()).thenReturn(name);
        when(type.icon()).thenReturn("award");
        register(NoticeType.class, name, type);
    }

    private List<String> described() throws Exception
    {
        return this.components.<RecordableEventDescriptor>getInstanceList(RecordableEventDescriptor.class).stream()
            .map(RecordableEventDescriptor::getEventType).filter(type -> type != null).sorted().toList();
    }

    private boolean mailed(String type)
    {
        return this.components.hasComponent((Type) NotificationEmailRenderer.class, type);
    }

    @Test
    void registersTheTypesThatAreThere() throws Exception
    {
        assertThat(described()).containsExactly("copsuite.answer");
        RecordableEventDescriptor descriptor =
            this.components.getInstance(RecordableEventDescriptor.class, "copsuite.answer");
        assertThat(descriptor.getEventTypeIcon()).isEqualTo("award");
        assertThat(this.components.<NotificationEmailRenderer>getInstance(NotificationEmailRenderer.class,
            "copsuite.answer")).isSameAs(this.renderer);
    }

    @Test
    void followsTheTypesThatExtensionsBringAndRemove() throws Exception
    {
        contribute("PRAISE");
        this.types.onEvent(new ComponentDescriptorAddedEvent((Type) NoticeType.class, "PRAISE"), null, null);
        assertThat(described()).containsExactly("copsuite.answer", "copsuite.praise");
        assertThat(mailed("copsuite.praise")).isTrue();

        this.types.onEvent(new ComponentDescriptorRemovedEvent((Type) NoticeType.class, "PRAISE"), null, null);
        assertThat(described()).containsExactly("copsuite.answer");
        assertThat(mailed("copsuite.praise")).isFalse();
    }

    @Test
    void listensToNoticeTypesOnly()
    {
        assertThat(this.types.getEvents())
            .anyMatch(event -> event.matches(new ComponentDescriptorAddedEvent((Type) NoticeType.class, "PRAISE")))
            .anyMatch(event -> event.matches(new ComponentDescriptorRemovedEvent((Type) NoticeType.class, "PRAISE")))
            .noneMatch(event -> event.matches(new ComponentDescriptorAddedEvent((Type) EventListener.class, "other")));
    }

    @Test
    void leavesNothingBehind() throws Exception
    {
        this.components.unregisterComponent((Type) EventListener.class, EventTypes.NAME);

        assertThat(described()).isEmpty();
        assertThat(mailed("copsuite.answer")).isFalse();
        assertThat(this.components.hasComponent((Type) RecordableEventDescriptor.class, "blog")).isTrue();
    }
}
