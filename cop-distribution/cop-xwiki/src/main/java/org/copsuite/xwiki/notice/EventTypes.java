/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.spi.NoticeType;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.descriptor.ComponentDescriptor;
import org.xwiki.component.descriptor.DefaultComponentDescriptor;
import org.xwiki.component.event.ComponentDescriptorAddedEvent;
import org.xwiki.component.event.ComponentDescriptorEvent;
import org.xwiki.component.event.ComponentDescriptorRemovedEvent;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.component.manager.ComponentRepositoryException;
import org.xwiki.component.phase.Disposable;
import org.xwiki.component.phase.Initializable;
import org.xwiki.eventstream.RecordableEventDescriptor;
import org.xwiki.notifications.notifiers.email.NotificationEmailRenderer;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;

/**
 * Registers an event descriptor and a mail renderer for each notice type, and unregisters them with it. XWiki never
 * delivers an event whose type has no descriptor when it dispatches the event. It dispatches the events of the previous
 * run as soon as it is ready, so this listener does not wait for that: it registers a type with its component.
 */
@Component
@Named(EventTypes.NAME)
@Singleton
public class EventTypes extends AbstractEventListener implements Initializable, Disposable
{
    static final String NAME = "org.copsuite.xwiki.notice.EventTypes";

    @Inject
    private ComponentManager components;

    @Inject
    private Provider<CopEmailRenderer> renderer;

    @Inject
    private Logger logger;

    /** The event types that are registered. */
    private final Set<String> registered = new HashSet<>();

    /** Listens to notice types that extensions bring and remove. */
    public EventTypes()
    {
        super(NAME, new ComponentDescriptorAddedEvent((Type) NoticeType.class),
            new ComponentDescriptorRemovedEvent((Type) NoticeType.class));
    }

    @Override
    public void initialize()
    {
        for (ComponentDescriptor<NoticeType> descriptor : this.components
            .<NoticeType>getComponentDescriptorList((Type) NoticeType.class)) {
            register(descriptor.getRoleHint());
        }
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        String name = ((ComponentDescriptorEvent) event).getRoleHint();
        if (event instanceof ComponentDescriptorAddedEvent) {
            register(name);
        } else {
            unregister(CopEvent.type(name));
        }
    }

    private synchronized void register(String name)
    {
        try {
            NoticeType type = this.components.getInstance(NoticeType.class, name);
            register(RecordableEventDescriptor.class, CopEvent.type(name), new CopDescriptor(type));
            register(NotificationEmailRenderer.class, CopEvent.type(name), this.renderer.get());
            this.registered.add(CopEvent.type(name));
        } catch (ComponentLookupException | ComponentRepositoryException e) {
            this.logger.error("Failed to register the event type [{}]; XWiki shows and mails no such notices.",
                CopEvent.type(name), e);
        }
    }

    private <T> void register(Class<T> role, String hint, T component) throws ComponentRepositoryException
    {
        DefaultComponentDescriptor<T> descriptor = new DefaultComponentDescriptor<>();
        descriptor.setRoleType(role);
        descriptor.setRoleHint(hint);
        this.components.registerComponent(descriptor, component);
    }

    private synchronized void unregister(String type)
    {
        if (this.registered.remove(type)) {
            this.components.unregisterComponent((Type) RecordableEventDescriptor.class, type);
            this.components.unregisterComponent((Type) NotificationEmailRenderer.class, type);
        }
    }

    @Override
    public void dispose()
    {
        List.copyOf(this.registered).forEach(this::unregister);
    }
}
