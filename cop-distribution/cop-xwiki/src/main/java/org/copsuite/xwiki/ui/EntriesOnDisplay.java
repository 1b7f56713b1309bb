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
 * Has XWiki ask the suite's entries anew. XWiki keeps its panel of applications as it was printed until an entry comes or
 * goes: so the entry goes and comes where the suite is switched on or off.
 */
@Component(roles = EntriesOnDisplay.class)
@Singleton
public class EntriesOnDisplay
{
    private static final List<String> KEPT = List.of(ApplicationsEntry.ID);

    @Inject
    private Provider<ComponentManager> components;

    @Inject
    private Logger logger;

    /** Lets what XWiki has printed of the entries be printed anew. */
    public void refresh()
    {
        for (String id : KEPT) {
            ComponentDescriptor<UIExtension> descriptor =
                this.components.get().getComponentDescriptor(UIExtension.class, id);
            if (descriptor == null) {
                continue;
            }
            this.components.get().unregisterComponent(descriptor);
            try {
                this.components.get().registerComponent(descriptor);
            } catch (ComponentRepositoryException e) {
                this.logger.error("The entry [{}] is missing until the next start.", id, e);
            }
        }
    }
}
