/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import org.junit.jupiter.api.Test;
import org.xwiki.component.manager.ComponentEventManager;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;
import org.xwiki.uiextension.UIExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

/** What XWiki has kept of an entry is forgotten when the entry goes and comes. */
@ComponentTest
@ComponentList(ExtensionRefresh.class)
class ExtensionRefreshTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    private ComponentEventManager refresh() throws Exception
    {
        ExtensionRefresh entries = this.components.getInstance(ExtensionRefresh.class);
        ComponentEventManager events = mock(ComponentEventManager.class);
        this.components.setComponentEventManager(events);
        entries.refresh();
        return events;
    }

    @Test
    void theEntryGoesAndComes() throws Exception
    {
        this.components.registerMockComponent(UIExtension.class, ApplicationsEntry.ID);

        ComponentEventManager events = refresh();

        verify(events).notifyComponentUnregistered(argThat(gone -> ApplicationsEntry.ID.equals(gone.getRoleHint())), any());
        verify(events).notifyComponentRegistered(argThat(come -> ApplicationsEntry.ID.equals(come.getRoleHint())), any());
        assertThat(this.components.hasComponent(UIExtension.class, ApplicationsEntry.ID)).isTrue();
    }

    @Test
    void whatIsNotThereStaysAway() throws Exception
    {
        verifyNoInteractions(refresh());
        assertThat(this.components.hasComponent(UIExtension.class, ApplicationsEntry.ID)).isFalse();
    }
}
