/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.notice;

import java.util.Locale;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ItemLinks;
import org.copsuite.PlainText;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;

/** Writes the sentence that tells of a notice in mails and in the wiki's own notifications. */
@Component(roles = NoticeLines.class)
@Singleton
public class NoticeLines
{
    @Inject
    private Provider<Texts> texts;

    @Inject
    private Provider<Links> links;

    /**
     * One notice.
     *
     * @param words the sentence about the act, one line of plain text
     * @param url the URL to read
     */
    public record Line(String words, String url)
    {
    }

    /**
     * @param locale the language of the reader
     * @param key the name of the notice type in lower case
     * @param actor the name of the person who acted, untrusted
     * @param title what the notice is about, untrusted; empty for a notice without a title
     * @return the sentence
     */
    public String words(Locale locale, String key, String actor, String title)
    {
        String line = PlainText.line(title);
        return this.texts.get().text(locale, "cop.notice.letter." + (line.isEmpty() ? key + ".untitled" : key),
            PlainText.isolate(PlainText.line(actor)), PlainText.isolate(line));
    }

    /**
     * @param page the page to read
     * @param anchor the HTML id on that page, may be empty
     * @return the host-relative URL
     */
    public String url(PageId page, String anchor)
    {
        return ItemLinks.url(this.links.get(), page, anchor);
    }
}
