/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.spi.PageTextCheck;
import org.copsuite.text.SafeParser;
import org.copsuite.text.TextLimitException;
import org.copsuite.text.TextLimitException.Reason;
import org.xwiki.component.annotation.Component;

/**
 * Refuses a text that XWiki would parse for minutes. XWiki parses the whole content of a page, without limits, while it
 * saves the page (to record the event with the page's title), when it indexes it and when it shows it; its scanner takes
 * quadratic time for unclosed links, styles and macros. A save holds the page's lock and a turn to write.
 */
@Component
@Named("parser")
@Singleton
public class ParserCheck implements PageTextCheck
{
    @Inject
    private SafeParser parser;

    @Override
    public void check(String text) throws CopException
    {
        try {
            this.parser.checkStored(text);
        } catch (TextLimitException e) {
            if (e.getReason() == Reason.BUSY) {
                throw CopException.busy();
            }
            throw CopException.invalid("body", "cop.xwiki.text.markup");
        }
    }
}
