/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.descriptor.ComponentDescriptor;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.component.manager.ComponentRepositoryException;
import org.xwiki.uiextension.UIExtension;

/**
 * Makes XWiki render the suite's UI extensions again. XWiki caches its applications panel until a UI extension is
 * registered or unregistered, so this class registers the suite's extension again when the suite is enabled or
 * disabled.
 */
@Component(roles = ExtensionRefresh.class)
@Singleton
public class ExtensionRefresh
{
    private static final List<String> CACHED = List.of(ApplicationsEntry.ID);

    @Inject
    private Provider<ComponentManager> components;

    @Inject
    private Logger logger;

    /** Invalidates XWiki's cached output of the suite's UI extensions. */
    public void refresh()
    {
        for (String id : CACHED) {
            ComponentDescriptor<UIExtension> descriptor =
                this.components.get().getComponentDescriptor(UIExtension.class, id);
            if (descriptor == null) {
                continue;
            }
            this.components.get().unregisterComponent(descriptor);
            try {
                this.components.get().registerComponent(descriptor);
            } catch (ComponentRepositoryException e) {
                this.logger.error("Failed to register the UI extension [{}] again; it is missing until the next start.",
                    id, e);
            }
        }
    }
}
