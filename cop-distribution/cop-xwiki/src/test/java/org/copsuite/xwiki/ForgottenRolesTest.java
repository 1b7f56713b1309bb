/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.beans.Introspector;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import javax.inject.Inject;

import org.copsuite.macro.PersonParameters;
import org.copsuite.wiki.Wikis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.ArgumentCaptor;
import org.xwiki.component.descriptor.DefaultComponentDescriptor;
import org.xwiki.component.embed.EmbeddableComponentManager;
import org.xwiki.component.internal.multi.ComponentManagerManager;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.component.util.DefaultParameterizedType;
import org.xwiki.component.util.ReflectionUtils;
import org.xwiki.job.DefaultRequest;
import org.xwiki.job.Job;
import org.xwiki.job.JobContext;
import org.xwiki.job.event.JobFinishedEvent;
import org.xwiki.observation.EventListener;
import org.xwiki.observation.ObservationManager;
import org.xwiki.properties.BeanManager;
import org.xwiki.properties.ConverterManager;
import org.xwiki.properties.internal.DefaultBeanManager;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

/** XWiki keeps nothing of the classes of an extension that went. */
@ComponentTest
@ComponentList(DefaultBeanManager.class)
class ForgottenRolesTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private ObservationManager observation;

    @MockComponent
    private JobContext jobs;

    @MockComponent
    private ComponentManagerManager managers;

    @MockComponent
    private ConverterManager converters;

    @MockComponent
    private Wikis wikis;

    @RegisterExtension
    private final LogCaptureExtension log = new LogCaptureExtension(LogLevel.WARN);

    private final EmbeddableComponentManager sub = new EmbeddableComponentManager("wiki:sub");

    @Inject
    private BeanManager beans;

    @InjectMockComponents
    private ForgottenRoles forgotten;

    @BeforeEach
    void farm()
    {
        when(this.wikis.all()).thenReturn(List.of("xwiki", "sub"));
        when(this.managers.getComponentManager("wiki:sub", false)).thenReturn(this.sub);
    }

    @Test
    void rolesWithoutAComponentAreForgottenAtTheEndOfTheJob() throws Exception
    {
        EventListener listener = listenerDuring(uninstallation());
        come(this.components, Role.class, Kept.class, Runnable.class);
        go(this.components, Role.class, Runnable.class);
        assertThat(roles(this.components)).contains(Role.class);

        listener.onEvent(new JobFinishedEvent(), null, null);

        assertThat(roles(this.components)).doesNotContain(Role.class).contains(Kept.class);
        assertThat(roles(this.components)).as("of another class loader").contains(Runnable.class);
        verify(this.observation).removeListener(listener.getName());
    }

    @Test
    void soAreThoseThatSpeakOfAClass() throws Exception
    {
        EventListener listener = listenerDuring(uninstallation());
        Type ours = new DefaultParameterizedType(null, Supplier.class, Role.class);
        Type deep = new DefaultParameterizedType(null, Supplier.class, new DefaultParameterizedType(null, List.class, ours));
        Type array = Role[].class;
        Type generic = Shapes.class.getDeclaredField("array").getGenericType();
        Type wild = Shapes.class.getDeclaredField("wild").getGenericType();
        Type theirs = new DefaultParameterizedType(null, Supplier.class, Runnable.class);
        come(this.components, ours, deep, array, generic, wild, theirs);
        go(this.components, ours, deep, array, generic, wild, theirs);
        assertThat(roles(this.components)).contains(ours, deep, array, generic, wild, theirs);

        listener.onEvent(new JobFinishedEvent(), null, null);

        assertThat(roles(this.components)).doesNotContain(ours, deep, array, generic, wild).contains(theirs);
    }

    @Test
    void wikisForgetWhatWasLoadedBelow() throws Exception
    {
        EventListener listener = listenerDuring(uninstallation());
        Class<?> below = new Below().define(Role.class);
        come(this.sub, below, Role.class, Kept.class, Runnable.class);
        go(this.sub, below, Role.class, Runnable.class);

        listener.onEvent(new JobFinishedEvent(), null, null);

        assertThat(below).isNotSameAs(Role.class);
        assertThat(roles(this.sub)).doesNotContain(below, Role.class).contains(Kept.class, Runnable.class);
    }

    @Test
    void descriptionsOfBeansGoToo() throws Exception
    {
        WeakReference<Class<?>> bean = new WeakReference<>(new Below().define(PersonParameters.class));
        Introspector.getBeanInfo(bean.get());
        this.beans.getBeanDescriptor(bean.get());
        Field validation = ReflectionUtils.getField(this.beans.getClass(), "validatorFactory");
        validation.setAccessible(true);
        validation.set(this.beans, mock(validation.getType()));

        listenerDuring(uninstallation()).onEvent(new JobFinishedEvent(), null, null);

        await().until(() -> {
            System.gc();
            return bean.get() == null;
        });
        assertThat(validation.get(this.beans)).isNull();
    }

    @Test
    void aManagerOfAnotherMakeIsLeftAloneWithAWarning() throws Exception
    {
        when(this.managers.getComponentManager("wiki:sub", false)).thenReturn(mock(ComponentManager.class));

        listenerDuring(uninstallation()).onEvent(new JobFinishedEvent(), null, null);

        assertThat(this.log.getMessage(0)).isEqualTo("XWiki keeps the classes of the suite that went until it is restarted.");
    }

    @Test
    void theJobsEndIsItsOwn() throws Exception
    {
        Job job = uninstallation();
        EventListener listener = listenerDuring(job);

        assertThat(listener.getEvents()).singleElement().satisfies(event -> {
            assertThat(event.matches(new JobFinishedEvent(job.getRequest().getId(), job.getType(), job.getRequest())))
                .isTrue();
            Job other = uninstallation();
            assertThat(event.matches(new JobFinishedEvent(other.getRequest().getId(), job.getType(),
                other.getRequest()))).isFalse();
        });
    }

    @Test
    void nothingIsLeftToDoWhereXWikiStops()
    {
        this.forgotten.forgetAfterJob();

        verifyNoInteractions(this.observation);
    }

    private EventListener listenerDuring(Job job)
    {
        when(this.jobs.getCurrentJob()).thenReturn(job);
        this.forgotten.forgetAfterJob();
        ArgumentCaptor<EventListener> listener = ArgumentCaptor.forClass(EventListener.class);
        verify(this.observation).addListener(listener.capture());
        return listener.getValue();
    }

    private static Job uninstallation()
    {
        DefaultRequest request = new DefaultRequest();
        request.setId(UUID.randomUUID().toString());
        Job job = mock(Job.class);
        when(job.getRequest()).thenReturn(request);
        when(job.getType()).thenReturn("uninstall");
        return job;
    }

    private static void come(ComponentManager manager, Type... roles) throws Exception
    {
        for (Type role : roles) {
            DefaultComponentDescriptor<Object> descriptor = new DefaultComponentDescriptor<>();
            descriptor.setRoleType(role);
            manager.registerComponent(descriptor, new Object());
        }
    }

    private static void go(ComponentManager manager, Type... roles)
    {
        for (Type role : roles) {
            manager.unregisterComponent(role, "default");
        }
    }

    @SuppressWarnings("unchecked")
    private static Set<Type> roles(ComponentManager manager) throws Exception
    {
        Field field = ReflectionUtils.getField(manager.getClass(), "componentEntries");
        field.setAccessible(true);
        return ((Map<Type, Object>) field.get(manager)).keySet();
    }

    private interface Role
    {
    }

    private interface Kept
    {
    }

    private static final class Shapes
    {
        private Supplier<Role>[] array;

        private Supplier<? extends Role> wild;
    }

    /** As the class loader of a wiki, below that of the suite. */
    private static final class Below extends ClassLoader
    {
        Below()
        {
            super(ForgottenRoles.class.getClassLoader());
        }

        Class<?> define(Class<?> type) throws Exception
        {
            try (InputStream in = getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(type.getName(), bytes, 0, bytes.length);
            }
        }
    }
}
