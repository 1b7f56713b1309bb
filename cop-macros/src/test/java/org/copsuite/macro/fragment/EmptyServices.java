/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;

import org.mockito.Answers;
import org.mockito.Mockito;
import org.mockito.invocation.InvocationOnMock;
import org.mockito.stubbing.Answer;
import org.xwiki.component.annotation.Role;
import org.xwiki.component.descriptor.DefaultComponentDescriptor;
import org.xwiki.rendering.macro.Macro;
import org.xwiki.test.mockito.MockitoComponentManager;

/**
 * Registers services that answer with nothing, for what the components of the macros need and a test has not
 * registered: so the tests of all macros include those of a new capability without knowing it.
 */
final class EmptyServices implements Answer<Object>
{
    private final MockitoComponentManager components;

    private final Set<Class<?>> mocked;

    /**
     * @param components where the services go
     * @param mocked the roles that the test has registered
     */
    EmptyServices(MockitoComponentManager components, Set<Class<?>> mocked)
    {
        this.components = components;
        this.mocked = mocked;
    }

    /** @return the components and macros that the module registers */
    static List<Class<?>> registered()
    {
        try {
            List<Class<?>> types = new ArrayList<>();
            for (URL list : Collections.list(EmptyServices.class.getClassLoader().getResources("META-INF/components.txt"))) {
                try (InputStream stream = list.openStream()) {
                    for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                        if (line.startsWith("org.copsuite.macro.")) {
                            types.add(Class.forName(line.strip()));
                        }
                    }
                }
            }
            return List.copyOf(types);
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the names of all macros, without {@code cop-} */
    static List<String> macros()
    {
        return registered().stream().filter(Macro.class::isAssignableFrom)
            .map(type -> type.getAnnotation(Named.class).value().substring("cop-".length())).toList();
    }

    void register()
    {
        for (Class<?> component : registered()) {
            for (Class<?> type = component; type != null; type = type.getSuperclass()) {
                Arrays.stream(type.getDeclaredFields()).filter(field -> field.isAnnotationPresent(Inject.class))
                    .filter(field -> !field.isAnnotationPresent(Named.class)).map(EmptyServices::role)
                    .filter(this::isService)
                    .forEach(this::register);
            }
        }
    }

    /** Services are not in this module; the tests' own mocks stay. */
    private boolean isService(Class<?> role)
    {
        return role.isInterface() && role.isAnnotationPresent(Role.class) && role.getName().startsWith("org.copsuite.")
            && !role.getName().matches("org[.]copsuite[.](macro|text)[.].*") && !this.mocked.contains(role);
    }

    private static Class<?> role(Field field)
    {
        Type type = field.getGenericType();
        if (field.getType() == Provider.class) {
            type = ((ParameterizedType) type).getActualTypeArguments()[0];
        }
        return type instanceof Class<?> role ? role : Object.class;
    }

    private <T> void register(Class<T> role)
    {
        DefaultComponentDescriptor<T> descriptor = new DefaultComponentDescriptor<>();
        descriptor.setRoleType(role);
        this.components.registerComponent(descriptor, Mockito.mock(role, this));
    }

    @Override
    public Object answer(InvocationOnMock call) throws Throwable
    {
        Class<?> type = call.getMethod().getReturnType();
        return type.isRecord() ? empty(type) : Answers.RETURNS_DEFAULTS.answer(call);
    }

    /** Returns a record with empty lists, zeros and nulls. */
    private static Object empty(Class<?> type) throws ReflectiveOperationException
    {
        RecordComponent[] parts = type.getRecordComponents();
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Class<?> part = parts[i].getType();
            values[i] = part == List.class ? List.of() : part == int.class ? 0 : part == long.class ? 0L
                : part == boolean.class ? Boolean.FALSE : null;
        }
        var constructor = type.getDeclaredConstructor(Arrays.stream(parts).map(RecordComponent::getType)
            .toArray(Class<?>[]::new));
        return constructor.newInstance(values);
    }
}
