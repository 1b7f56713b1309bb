/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.ws.rs.GET;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of every resource that writes is bound to the filter that checks the form token. */
class WritesTest
{
    static Stream<Method> methods() throws Exception
    {
        List<Method> methods = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
            WritesTest.class.getResourceAsStream("/META-INF/components.txt"), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                Class<?> type = Class.forName(line);
                if (type.isAnnotationPresent(Path.class)) {
                    assertThat(type).hasAnnotation(Cop.class);
                    methods.addAll(List.of(type.getMethods()));
                }
            }
        }
        return methods.stream().filter(method -> verb(method) != null);
    }

    private static String verb(Method method)
    {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void isBoundToEveryWrite(Method method)
    {
        assertThat(method.isAnnotationPresent(Writes.class)).as(method.toString())
            .isEqualTo(!method.isAnnotationPresent(GET.class) && !method.isAnnotationPresent(SignedAddress.class));
    }

    @Test
    void onlyTheEndOfMailsNeedsNoToken() throws Exception
    {
        assertThat(methods().filter(method -> method.isAnnotationPresent(SignedAddress.class)).map(Method::getName))
            .containsExactly("unsubscribe");
    }

    @Test
    void findsWhatItChecks() throws Exception
    {
        assertThat(methods().filter(method -> !"GET".equals(verb(method))).count()).isGreaterThan(20);
    }
}
