/*
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
package org.copsuite.architecture;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import javax.inject.Provider;

import org.copsuite.embedded.WikiOptions;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.annotation.ComponentAnnotationLoader;
import org.xwiki.component.descriptor.ComponentDependency;
import org.xwiki.component.descriptor.ComponentDescriptor;
import org.xwiki.component.embed.EmbeddableComponentManager;
import org.xwiki.component.util.ReflectionUtils;

import com.tngtech.archunit.core.domain.JavaClass;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a component of the suite wants injected is there in the embedded wiki, under the very role and hint. Nothing is
 * made here: a component that is missing would otherwise be found by whoever first opens the page that needs it.
 */
class WiringTest
{
    private final EmbeddableComponentManager components = new EmbeddableComponentManager();

    @Test
    void everyInjectedComponentIsThere() throws IOException
    {
        this.components.initialize(WiringTest.class.getClassLoader());
        ComponentAnnotationLoader loader = new ComponentAnnotationLoader();
        Set<String> missing = new TreeSet<>();
        int seen = 0;
        for (JavaClass candidate : Modules.classes()) {
            if (!candidate.isAnnotatedWith(Component.class)) {
                continue;
            }
            Class<?> type = candidate.reflect();
            for (ComponentDescriptor<?> descriptor : loader.getComponentsDescriptors(type)) {
                seen++;
                descriptor.getComponentDependencies().stream().filter(dependency -> !isThere(dependency))
                    .forEach(dependency -> missing.add(type.getName() + " wants " + wanted(dependency)));
            }
        }
        assertThat(seen).isPositive();
        assertThat(missing).isEmpty();
    }

    private boolean isThere(ComponentDependency<?> dependency)
    {
        Type role = dependency.getRoleType();
        String hint = dependency.getRoleHint();
        Class<?> raw = ReflectionUtils.getTypeClass(role);
        if (raw == Logger.class || raw == ComponentDescriptor.class || raw == WikiOptions.class
            || this.components.hasComponent(role, hint)) {
            return true;
        }
        if (raw == List.class || raw == Map.class) {
            // As many as there are, which may be none.
            return true;
        }
        return raw == Provider.class && isProvided(((ParameterizedType) role).getActualTypeArguments()[0], hint);
    }

    private boolean isProvided(Type role, String hint)
    {
        Class<?> raw = ReflectionUtils.getTypeClass(role);
        return raw == List.class || raw == Map.class || this.components.hasComponent(role, hint);
    }

    private static String wanted(ComponentDependency<?> dependency)
    {
        return dependency.getRoleType().getTypeName() + " " + dependency.getRoleHint();
    }
}
