/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.anonymity;

import java.util.Locale;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.PlainText;
import org.copsuite.anonymity.NewsMailWriter;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.notice.UnsubscribeTokens;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.MailMessage;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;

/** Writes the mail from a template, as the recipient, in the recipient's language. */
@Component
@Singleton
public class TemplateNewsMailWriter implements NewsMailWriter
{
    @Inject
    private Printer printer;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<Texts> texts;

    @Inject
    private Provider<Links> links;

    @Inject
    private Provider<UnsubscribeTokens> unsubscribing;

    @Override
    public MailMessage write(Person to)
    {
        String page =
            this.links.get().absolute(this.links.get().view(SpaceId.of(this.printer.wiki(), Suite.SPACE).page("Notices")));
        String unsubscribe = this.unsubscribing.get().address(this.printer.wiki(), to.id());
        Html html = this.people.get().as(to.id(), () -> this.printer.print("anonymity/letter", "person", to, "notices", page,
            "unsubscribe", unsubscribe));
        String plain = text(to.locale(), "cop.notice.letter.greeting", PlainText.isolate(to.name())) + "\n\n"
            + text(to.locale(), "cop.anonymity.letter.news") + '\n' + page + "\n\n"
            + text(to.locale(), "cop.notice.letter.unsubscribe") + '\n' + unsubscribe + '\n';
        return new MailMessage(to.id(), text(to.locale(), "cop.anonymity.letter.subject"), plain, html, unsubscribe);
    }

    private String text(Locale locale, String key, Object... arguments)
    {
        return this.texts.get().text(locale, key, arguments);
    }
}
