/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.rest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Named;
import javax.ws.rs.NameBinding;
import javax.ws.rs.Path;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.Context;
import javax.ws.rs.ext.ExceptionMapper;

import org.apache.commons.lang3.reflect.FieldUtils;
import org.copsuite.rest.CopRestComponent;
import org.junit.jupiter.api.Test;
import org.xwiki.component.annotation.Component;
import org.xwiki.rest.XWikiRestComponent;

import static org.assertj.core.api.Assertions.assertThat;

/** Every resource of the suite answers in XWiki, and none of its filters touches XWiki's own. */
class RegistrationTest
{
    private static List<Class<?>> components(String module) throws IOException, ClassNotFoundException
    {
        List<Class<?>> classes = new ArrayList<>();
        for (URL url : Collections.list(RegistrationTest.class.getClassLoader()
            .getResources("META-INF/components.txt"))) {
            if (url.toString().contains("/" + module + "/")) {
                try (InputStream stream = url.openStream()) {
                    for (String name : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\\s+")) {
                        classes.add(Class.forName(name));
                    }
                }
            }
        }
        return classes;
    }

    private static List<Class<?>> registered() throws IOException, ClassNotFoundException
    {
        return components("cop-xwiki").stream().filter(XWikiRestComponent.class::isAssignableFrom).toList();
    }

    @Test
    void registersEveryResource() throws Exception
    {
        Set<Class<?>> inherited = registered().stream().<Class<?>>map(Class::getSuperclass).collect(Collectors.toSet());
        assertThat(components("cop-ui-rest").stream().filter(CopRestComponent.class::isAssignableFrom)
            .filter(type -> type.isAnnotationPresent(Path.class))).isNotEmpty().allMatch(inherited::contains);
    }

    @Test
    void keepsThePathOfEachResource() throws Exception
    {
        for (Class<?> type : registered()) {
            if (type.isAnnotationPresent(Path.class)) {
                assertThat(type.getAnnotation(Path.class).value())
                    .isEqualTo(type.getSuperclass().getAnnotation(Path.class).value());
            }
        }
    }

    @Test
    void registersUnderItsOwnName() throws Exception
    {
        assertThat(registered()).isNotEmpty().allSatisfy(type -> {
            // XWiki asks for a resource's component by the name of its class.
            assertThat(type.getAnnotation(Named.class).value()).isEqualTo(type.getName());
            assertThat(type.getAnnotation(Component.class).roles()).containsExactly(XWikiRestComponent.class);
        });
    }

    @Test
    void bindsEachFilterToTheSuite() throws Exception
    {
        assertThat(registered()).filteredOn(type -> ContainerRequestFilter.class.isAssignableFrom(type)
            || ContainerResponseFilter.class.isAssignableFrom(type)).isNotEmpty().allMatch(RegistrationTest::isBound);
        assertThat(registered()).filteredOn(ExceptionMapper.class::isAssignableFrom)
            .containsExactly(RefusalMapper.class);
    }

    @Test
    void bindsEachResource() throws Exception
    {
        assertThat(registered()).filteredOn(type -> type.isAnnotationPresent(Path.class))
            .isNotEmpty().allMatch(RegistrationTest::isBound);
    }

    private static boolean isBound(Class<?> type)
    {
        return Arrays.stream(type.getAnnotations()).map(Annotation::annotationType)
            .anyMatch(annotation -> annotation.isAnnotationPresent(NameBinding.class));
    }

    @Test
    void wantsNothingOfARequestInjected() throws Exception
    {
        // XWiki fills such fields when the application starts, where there is no request, and fails.
        assertThat(registered()).isNotEmpty().allSatisfy(
            type -> assertThat(FieldUtils.getFieldsListWithAnnotation(type, Context.class)).isEmpty());
    }
}
