/*
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
package org.copsuite.architecture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.inject.Inject;

import org.junit.jupiter.api.Test;
import org.xwiki.component.annotation.Component;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * XWiki finds components by META-INF/components.txt alone: a class that is missing there is silently not there.
 */
class ComponentListsTest
{
    @Test
    void everyComponentIsListedAndEveryLineIsAComponent() throws IOException
    {
        Set<String> components = new TreeSet<>();
        for (JavaClass candidate : Modules.classes()) {
            if (candidate.isAnnotatedWith(Component.class) && !candidate.getModifiers().contains(JavaModifier.ABSTRACT)) {
                components.add(candidate.getName());
            }
        }
        Set<String> listed = listed();
        Set<String> missing = new TreeSet<>(components);
        missing.removeAll(listed);
        assertThat(missing).as("components that no META-INF/components.txt lists").isEmpty();
        Set<String> unknown = new TreeSet<>(listed);
        unknown.removeAll(components);
        assertThat(unknown).as("lines of META-INF/components.txt that name no component").isEmpty();
        assertThat(components).isNotEmpty();
    }

    /** XWiki looks for a field to inject by its name whatever the case: it would find a constant of that name first. */
    @Test
    void noConstantIsNamedLikeAnInjectedField()
    {
        Set<String> clashes = new TreeSet<>();
        for (JavaClass candidate : Modules.classes()) {
            Set<String> injected = candidate.getAllFields().stream().filter(field -> field.isAnnotatedWith(Inject.class))
                .map(field -> field.getName().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
            candidate.getAllFields().stream().filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> injected.contains(field.getName().toLowerCase(Locale.ROOT)))
                .forEach(field -> clashes.add(field.getFullName()));
        }
        assertThat(clashes).isEmpty();
    }

    /**
     * @return the classes of the suite in all lists on the class path, without the priority that may stand before the name
     */
    private static Set<String> listed() throws IOException
    {
        Set<String> result = new TreeSet<>();
        for (URL list : Collections.list(ComponentListsTest.class.getClassLoader().getResources("META-INF/components.txt"))) {
            try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
                lines.lines().map(line -> line.replaceFirst("^\\s*\\d+:", "").strip())
                    .filter(line -> line.startsWith("org.copsuite."))
                    .forEach(line -> assertThat(result.add(line)).as(line + " is listed once").isTrue());
            }
        }
        return result;
    }
}
