/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.template.HtmlEscaper;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Markup.Rendered;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;

/** Shows a text that exceeds a limit: its source, below a message with the reason. */
@Component(roles = RefusedText.class)
@Singleton
public class RefusedText
{
    @Inject
    private Provider<Texts> texts;

    @Inject
    private Provider<Requests> requests;

    /**
     * @param text any text
     * @param limit the limit that it exceeds
     * @return the text with a message in the reader's language; shared if the same text always exceeds the limit
     */
    public Rendered render(String text, TextLimitException limit)
    {
        String sentence = this.texts.get().text(this.requests.get().locale(), limit.getReason().key());
        return new Rendered(new Html("<div class=\"box infomessage\">" + HtmlEscaper.escape(sentence) + "</div>\n"
            + Verbatim.html(text).value()), limit.getReason().isLasting());
    }
}
