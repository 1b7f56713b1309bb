/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import java.util.Locale;

import org.copsuite.embedded.store.PageStore;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.MarkupContract;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.xwiki.component.descriptor.DefaultComponentDescriptor;
import org.xwiki.component.embed.EmbeddableComponentManager;

/** The embedded wiki's markup does what the suite asks of any. */
class EmbeddedMarkupTest extends MarkupContract
{
    private static EmbeddableComponentManager components;

    @BeforeAll
    static void start() throws Exception
    {
        components = new EmbeddableComponentManager();
        components.initialize(EmbeddedMarkupTest.class.getClassLoader());
        Access access = mock(Access.class);
        lenient().when(access.decidingSpace(any())).thenReturn(SpaceId.of("xwiki"));
        Texts texts = mock(Texts.class);
        lenient().when(texts.text(any(), any(), any())).thenAnswer(call -> call.getArgument(1) + ": "
            + call.getArgument(2));
        Requests requests = mock(Requests.class);
        lenient().when(requests.locale()).thenReturn(Locale.ENGLISH);
        register(PageStore.class, mock(PageStore.class));
        register(Access.class, access);
        register(Texts.class, texts);
        register(Requests.class, requests);
        register(People.class, mock(People.class));
    }

    private static <T> void register(Class<T> role, T instance) throws Exception
    {
        DefaultComponentDescriptor<T> descriptor = new DefaultComponentDescriptor<>();
        descriptor.setRoleType(role);
        components.registerComponent(descriptor, instance);
    }

    @AfterAll
    static void stop()
    {
        components.dispose();
    }

    @Override
    protected Markup markup()
    {
        try {
            return components.getInstance(Markup.class);
        } catch (org.xwiki.component.manager.ComponentLookupException e) {
            throw new IllegalStateException(e);
        }
    }
}
