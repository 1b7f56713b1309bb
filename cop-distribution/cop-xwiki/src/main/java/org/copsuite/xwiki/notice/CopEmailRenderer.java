/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.notice.NoticeLines.Line;
import org.copsuite.notice.UnsubscribeTokens;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;
import org.xwiki.notifications.CompositeEvent;
import org.xwiki.notifications.notifiers.email.NotificationEmailRenderer;

/**
 * Renders the suite's events of all types in XWiki's notification mails, in the recipient's language. {@link EventTypes}
 * registers it for each type, since XWiki looks up a renderer by the type of the event. The suite loads its templates
 * itself: XWiki finds templates through the context class loader, and its mail threads may hold the one of an extension
 * that was upgraded since.
 */
@Component(roles = CopEmailRenderer.class)
@Singleton
public class CopEmailRenderer implements NotificationEmailRenderer
{
    @Inject
    private EventLines lines;

    @Inject
    private Provider<Printer> printer;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<Requests> requests;

    @Inject
    private Provider<Texts> texts;

    @Inject
    private Provider<Links> links;

    @Inject
    private Provider<UnsubscribeTokens> unsubscribing;

    @Override
    public String renderHTML(CompositeEvent event, String userId)
    {
        Locale locale = locale(userId);
        return this.printer.get().print("xwiki/mail", "lines", lines(event, locale), "unsubscribe",
            unsubscribe(event, userId).orElse(null), "label", unsubscribe(locale)).value();
    }

    @Override
    public String renderPlainText(CompositeEvent event, String userId)
    {
        Locale locale = locale(userId);
        StringBuilder plain = new StringBuilder();
        lines(event, locale).forEach(line -> append(plain, line.words(), line.url()));
        unsubscribe(event, userId).ifPresent(url -> append(plain, unsubscribe(locale), url));
        return plain.toString();
    }

    private static void append(StringBuilder plain, String words, String url)
    {
        plain.append(words).append('\n').append(url).append("\n\n");
    }

    @Override
    public String generateEmailSubject(CompositeEvent event, String userId)
    {
        return lines(event, locale(userId)).get(0).words();
    }

    private List<Line> lines(CompositeEvent event, Locale locale)
    {
        return this.lines.of(event, locale, url -> this.links.get().absolute(url));
    }

    private Locale locale(String userId)
    {
        return this.people.get().find(new UserId(userId)).map(Person::locale)
            .orElseGet(() -> this.requests.get().locale());
    }

    private String unsubscribe(Locale locale)
    {
        return this.texts.get().text(locale, "cop.notice.letter.unsubscribe");
    }

    /**
     * Returns the unsubscribe address. It goes into the body, since XWiki offers no way to add headers to its
     * notification mails.
     */
    private Optional<String> unsubscribe(CompositeEvent event, String userId)
    {
        UserId person = new UserId(userId);
        return person.isGuest() || event.getDocument() == null ? Optional.empty() : Optional.of(this.unsubscribing.get()
            .address(new WikiId(event.getDocument().getWikiReference().getName()), person));
    }
}
