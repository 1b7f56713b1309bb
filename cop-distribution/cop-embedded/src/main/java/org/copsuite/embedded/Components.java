/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.io.File;
import java.nio.file.Path;

import org.xwiki.component.descriptor.DefaultComponentDescriptor;
import org.xwiki.component.embed.EmbeddableComponentManager;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.environment.Environment;
import org.xwiki.environment.internal.StandardEnvironment;

/** Loads all components on the class path and gives them the options of the wiki and its folders. */
final class Components
{
    private Components()
    {
    }

    static EmbeddableComponentManager load(WikiOptions options)
    {
        EmbeddableComponentManager components = new EmbeddableComponentManager();
        DefaultComponentDescriptor<WikiOptions> descriptor = new DefaultComponentDescriptor<>();
        descriptor.setRoleType(WikiOptions.class);
        descriptor.setImplementation(WikiOptions.class);
        components.registerComponent(descriptor, options);
        components.initialize(Components.class.getClassLoader());
        Environment environment = get(components, Environment.class);
        if (environment instanceof StandardEnvironment standard) {
            Path data = options.data().toAbsolutePath();
            standard.setPermanentDirectory(data.toFile());
            File temporary = data.resolve("tmp").toFile();
            standard.setTemporaryDirectory(temporary);
        }
        return components;
    }

    static <T> T get(EmbeddableComponentManager components, Class<T> role)
    {
        try {
            return components.getInstance(role);
        } catch (ComponentLookupException e) {
            throw new IllegalStateException("Failed to create the component [" + role.getName() + "]", e);
        }
    }
}
