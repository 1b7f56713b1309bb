/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;

import org.copsuite.notice.UnsubscribeTokens;
import org.copsuite.spi.NoticeType;
import org.copsuite.test.ContributedComponents;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.notifications.CompositeEvent;
import org.xwiki.notifications.NotificationException;
import org.xwiki.notifications.notifiers.email.EmailTemplateRenderer;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.WordBlock;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.template.Template;
import org.xwiki.template.TemplateManager;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

/** Mails are made in threads that hold the class loader of an extension that is no more. */
@ComponentTest
class CopEmailRendererTest
{
    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    private static final Map<String, Object> END = Map.of("copsuiteUnsubscribe", "https://wiki.example.org/copsuite/docs/x");

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    private final ClassLoader old = new URLClassLoader(new URL[0], null);

    private final CompositeEvent event = mock(CompositeEvent.class);

    private final Block printed = new WordBlock("printed");

    @MockComponent
    private EmailTemplateRenderer platform;

    @MockComponent
    private TemplateManager templates;

    @MockComponent
    private UnsubscribeTokens unsubscribing;

    @InjectMockComponents
    private CopEmailRenderer renderer;

    @BeforeEach
    void hold()
    {
        Thread.currentThread().setContextClassLoader(this.old);
        when(this.event.getType()).thenReturn("copsuite.answer");
        when(this.event.getDocument()).thenReturn(new DocumentReference("docs", List.of("A"), "B"));
        when(this.unsubscribing.address("docs", ANNA)).thenReturn("https://wiki.example.org/copsuite/docs/x");
        when(this.platform.renderHTML(this.printed)).thenReturn("html");
        when(this.platform.renderPlainText(this.printed)).thenReturn("plain");
    }

    @AfterEach
    void release()
    {
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(this.old);
        Thread.currentThread().setContextClassLoader(this.before);
    }

    /** As XWiki: finds a template through the thread, and so what the template itself calls for. */
    private void finds(String name, Syntax syntax, Map<String, Object> variables) throws NotificationException
    {
        Template template = mock(Template.class);
        when(this.templates.getTemplate(name)).thenAnswer(
            call -> Thread.currentThread().getContextClassLoader().getResource("templates/" + name) == null ? null : template);
        when(this.platform.executeTemplate(this.event, "xwiki:XWiki.anna", template, syntax, variables)).thenAnswer(
            call -> Thread.currentThread().getContextClassLoader() == this.old ? null : this.printed);
    }

    @Test
    void printsEachPartByItsTemplate() throws Exception
    {
        finds("notification/email/copsuite.answer.html.vm", Syntax.XHTML_1_0, END);
        assertThat(this.renderer.renderHTML(this.event, "xwiki:XWiki.anna")).isEqualTo("html");
        finds("notification/email/copsuite.answer.plain.vm", Syntax.PLAIN_1_0, END);
        assertThat(this.renderer.renderPlainText(this.event, "xwiki:XWiki.anna")).isEqualTo("plain");
        finds("notification/email/copsuite.answer.subject.vm", Syntax.PLAIN_1_0, Map.of());
        assertThat(this.renderer.generateEmailSubject(this.event, "xwiki:XWiki.anna")).isEqualTo("plain");
    }

    @Test
    void givesTheThreadItsClassLoaderBackWhereATemplateFails() throws Exception
    {
        when(this.platform.executeTemplate(any(), any(), any(), any(), any()))
            .thenThrow(mock(NotificationException.class));

        assertThatExceptionOfType(NotificationException.class)
            .isThrownBy(() -> this.renderer.renderHTML(this.event, "xwiki:XWiki.anna"));
    }

    @Test
    void printsEveryKindOfEvent()
    {
        assertThat(CopEmailRenderer.class.getAnnotation(Component.class).hints())
            .containsExactlyInAnyOrderElementsOf(ContributedComponents.of(NoticeType.class).stream()
                .map(type -> CopEvent.type(type.name())).toList());
    }
}
