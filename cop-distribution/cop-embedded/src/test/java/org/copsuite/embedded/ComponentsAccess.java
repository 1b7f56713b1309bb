/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import org.xwiki.component.embed.EmbeddableComponentManager;

/** The components of a wiki without services and web server, for tests in other packages. */
public final class ComponentsAccess implements AutoCloseable
{
    private final EmbeddableComponentManager components;

    /** @param options how the wiki is run */
    public ComponentsAccess(WikiOptions options)
    {
        this.components = Components.load(options);
    }

    /**
     * @param role a role
     * @param <T> the role
     * @return the component
     */
    public <T> T get(Class<T> role)
    {
        return Components.get(this.components, role);
    }

    @Override
    public void close()
    {
        this.components.dispose();
    }
}
