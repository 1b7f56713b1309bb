/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.notice;

import java.util.List;
import java.util.Locale;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.PlainText;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.notice.NoticeLines.Line;
import org.copsuite.notice.NoticeMailWriter;
import org.copsuite.notice.NoticeService.NoticeView;
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

/** Writes notice mails from a template. Prints it as the recipient, in the recipient's language and time zone. */
@Component
@Singleton
public class TemplateNoticeMailWriter implements NoticeMailWriter
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

    @Inject
    private NoticeLines noticeLines;

    @Override
    public MailMessage write(Person to, List<NoticeView> notices)
    {
        List<Line> lines = notices.stream().map(notice -> line(to.locale(), notice)).toList();
        String subject = lines.size() == 1 ? lines.get(0).words() : text(to.locale(), "subject", lines.size());
        String list = this.links.get().absolute(this.links.get().view(SpaceId.of(this.printer.wiki(), Suite.SPACE).page("Notices")));
        String unsubscribe = this.unsubscribing.get().address(this.printer.wiki(), to.id());
        Html html = this.people.get().as(to.id(),
            () -> this.printer.print("notice/letter", "person", to, "lines", lines, "notices", list,
                "unsubscribe", unsubscribe));
        return new MailMessage(to.id(), subject, plain(to, lines, list, unsubscribe), html, unsubscribe);
    }

    private Line line(Locale locale, NoticeView notice)
    {
        return new Line(this.noticeLines.words(locale, notice.key(), notice.actor().name(), notice.title()),
            this.links.get().absolute(this.noticeLines.url(notice.page(), notice.anchor())));
    }

    private String plain(Person to, List<Line> lines, String list, String unsubscribe)
    {
        StringBuilder plain = new StringBuilder(text(to.locale(), "greeting", PlainText.isolate(to.name()))).append("\n\n");
        lines.forEach(line -> plain.append(line.words()).append('\n').append(line.url()).append("\n\n"));
        return plain.append(text(to.locale(), "why")).append('\n').append(list).append("\n\n")
            .append(text(to.locale(), "unsubscribe")).append('\n').append(unsubscribe).append('\n').toString();
    }

    private String text(Locale locale, String key, Object... arguments)
    {
        return this.texts.get().text(locale, "cop.notice.letter." + key, arguments);
    }
}
