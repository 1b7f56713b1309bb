/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.xwiki.component.annotation.ComponentAnnotationLoader;
import org.xwiki.component.descriptor.ComponentDescriptor;
import org.xwiki.component.embed.EmbeddableComponentManager;

/** Every component of the suite is registered once, and can be made. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComponentsTest
{
    private static final String LIST = "META-INF/components.txt";

    private EmbeddableComponentManager components;

    @BeforeAll
    void load(@TempDir Path data)
    {
        this.components = Components.load(new WikiOptions(WikiOptions.LOOPBACK, 0, data,
            "jdbc:hsqldb:mem:" + UUID.randomUUID(), true));
    }

    @AfterAll
    void dispose()
    {
        this.components.dispose();
    }

    private static List<Class<?>> implementations() throws IOException, ClassNotFoundException
    {
        List<Class<?>> classes = new ArrayList<>();
        for (URL url : Collections.list(ComponentsTest.class.getClassLoader().getResources(LIST))) {
            try (InputStream stream = url.openStream()) {
                for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\\R")) {
                    String name = line.substring(line.indexOf(':') + 1).strip();
                    if (name.startsWith("org.copsuite.")) {
                        classes.add(Class.forName(name));
                    }
                }
            }
        }
        return classes;
    }

    @Test
    void registersEachOnce() throws Exception
    {
        assertThat(implementations()).isNotEmpty().doesNotHaveDuplicates();
    }

    @TestFactory
    List<DynamicTest> makesEach() throws Exception
    {
        List<DynamicTest> tests = new ArrayList<>();
        for (Class<?> implementation : implementations()) {
            for (ComponentDescriptor<?> descriptor : descriptors(implementation)) {
                String name = implementation.getName() + " as " + descriptor.getRoleType().getTypeName();
                tests.add(DynamicTest.dynamicTest(name, () -> assertThat(this.components
                    .<Object>getInstance(descriptor.getRoleType(), descriptor.getRoleHint())).isNotNull()));
            }
        }
        return tests;
    }

    @SuppressWarnings("unchecked")
    private static List<ComponentDescriptor<Object>> descriptors(Class<?> implementation)
    {
        return (List<ComponentDescriptor<Object>>) (List<?>) new ComponentAnnotationLoader()
            .getComponentsDescriptors(implementation);
    }
}
