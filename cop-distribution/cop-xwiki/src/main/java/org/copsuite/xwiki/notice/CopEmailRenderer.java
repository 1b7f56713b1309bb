/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.notice.UnsubscribeTokens;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;
import org.xwiki.notifications.CompositeEvent;
import org.xwiki.notifications.NotificationException;
import org.xwiki.notifications.notifiers.email.EmailTemplateRenderer;
import org.xwiki.notifications.notifiers.email.NotificationEmailRenderer;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.template.TemplateManager;

/**
 * Renders the suite's events in mails with the suite's templates. XWiki's default renderer finds templates through the
 * context class loader of the thread. The mail threads are older than an extension that was installed or upgraded
 * later: they hold an outdated class loader, and the default renderer would fall back to XWiki's own texts.
 */
@Component(hints = {"copsuite.question", "copsuite.answer", "copsuite.comment", "copsuite.accepted", "copsuite.thanks",
    "copsuite.added"})
@Singleton
public class CopEmailRenderer implements NotificationEmailRenderer
{
    @Inject
    private Provider<EmailTemplateRenderer> renderer;

    @Inject
    private Provider<TemplateManager> templates;

    @Inject
    private Provider<UnsubscribeTokens> unsubscribing;

    @Override
    public String renderHTML(CompositeEvent event, String userId) throws NotificationException
    {
        return this.renderer.get().renderHTML(print(event, userId, "html", Syntax.XHTML_1_0,
            unsubscribe(event, userId)));
    }

    @Override
    public String renderPlainText(CompositeEvent event, String userId) throws NotificationException
    {
        return this.renderer.get().renderPlainText(print(event, userId, "plain", Syntax.PLAIN_1_0,
            unsubscribe(event, userId)));
    }

    @Override
    public String generateEmailSubject(CompositeEvent event, String userId) throws NotificationException
    {
        return this.renderer.get().renderPlainText(print(event, userId, "subject", Syntax.PLAIN_1_0, Map.of()));
    }

    /**
     * Returns the template variable with the unsubscribe address. It goes into the body, since XWiki offers no way to
     * add headers to its notification mails.
     */
    private Map<String, Object> unsubscribe(CompositeEvent event, String userId)
    {
        UserId person = new UserId(userId);
        return person.isGuest() || event.getDocument() == null ? Map.of() : Map.of("copsuiteUnsubscribe",
            this.unsubscribing.get().address(event.getDocument().getWikiReference().getName(), person));
    }

    private Block print(CompositeEvent event, String userId, String part, Syntax syntax, Map<String, Object> variables)
        throws NotificationException
    {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(CopEmailRenderer.class.getClassLoader());
        try {
            return this.renderer.get().executeTemplate(event, userId, this.templates.get()
                .getTemplate("notification/email/" + event.getType() + '.' + part + ".vm"), syntax, variables);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
