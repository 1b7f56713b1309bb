/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.io.StringReader;
import java.time.Duration;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.syntax.MacroCatalog;
import org.copsuite.syntax.SourceText;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.internal.parser.XDOMGeneratorListener;
import org.xwiki.rendering.listener.Listener;
import org.xwiki.rendering.listener.VoidListener;
import org.xwiki.rendering.listener.MetaData;
import org.xwiki.rendering.parser.ParseException;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.util.IdGenerator;

/** Parses xwiki/2.1 within {@link TextLimits}. */
@Component(roles = SafeParser.class)
@Singleton
public class SafeParser
{
    private static final Duration TIME = Duration.ofSeconds(2);

    private static final Duration STORED_TIME = Duration.ofSeconds(10);

    @Inject
    @Named(BoundedWikiParser.HINT)
    private BoundedWikiParser parser;

    @Inject
    private MacroCatalog macros;

    /**
     * @param text xwiki/2.1
     * @param ids creates the ids of headings
     * @return the parsed text
     * @throws ParseException if it cannot be parsed
     * @throws TextLimitException if it exceeds a limit
     */
    public XDOM parse(String text, IdGenerator ids) throws ParseException
    {
        try (TextLimits.Scope scope = limits()) {
            XDOMGeneratorListener listener = new XDOMGeneratorListener();
            SourceText source = source(text);
            read(source.text(), listener, ids);
            XDOM xdom = listener.getXDOM();
            xdom.setIdGenerator(ids);
            xdom.getMetaData().addMetaData(MetaData.SYNTAX, Syntax.XWIKI_2_1);
            if (!source.remarks().isEmpty()) {
                xdom.getMetaData().addMetaData(SharedMacros.MISSING, true);
            }
            return xdom;
        }
    }

    /**
     * @param text xwiki/2.1
     * @param listener receives the events
     * @param ids creates the ids of headings
     * @throws ParseException if it cannot be parsed
     * @throws TextLimitException if it exceeds a limit
     */
    public void parse(String text, Listener listener, IdGenerator ids) throws ParseException
    {
        try (TextLimits.Scope scope = limits()) {
            read(source(text).text(), listener, ids);
        }
    }

    /**
     * Checks that XWiki's own parser, which corrects no text and has no limits, can parse a text in a page.
     *
     * @param text xwiki/2.1
     * @throws TextLimitException if the parser would read parts of it too often, or the text exceeds another limit
     */
    public void checkStored(String text)
    {
        TextLimits limits = TextLimits.ofStoredText(STORED_TIME);
        try (TextLimits.Scope scope = limits.open()) {
            limits.checkText(text);
            read(text, new VoidListener(), new IdGenerator());
        } catch (ParseException e) {
            // XWiki stores such a text and shows the error.
            return;
        } catch (StackOverflowError e) {
            throw new TextLimitException(TextLimitException.Reason.DEPTH);
        }
    }

    /** Returns the limits of the text that the current thread renders, new ones if it renders none. */
    private static TextLimits.Scope limits()
    {
        return TextLimits.areOpen() ? () -> { } : TextLimits.within(TIME).open();
    }

    private SourceText source(String text)
    {
        String clean = clean(text);
        TextLimits.current().checkText(clean);
        return SourceText.of(clean, this.macros);
    }

    private void read(String source, Listener listener, IdGenerator ids) throws ParseException
    {
        try {
            this.parser.parse(new StringReader(source), new LimitingListener(listener, TextLimits.current()), ids);
        } catch (ParseException | StackOverflowError e) {
            TextLimitException limit = TextLimitException.within(e);
            if (limit != null) {
                throw limit;
            }
            throw e;
        }
    }

    /** Removes characters that would break the page or another text on it. */
    private static String clean(String text)
    {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean good = c >= ' ' && c != '\u007f' && c != '\ufffe' && c != '\uffff' || c == '\n' || c == '\t';
            if (!good && clean == null) {
                clean = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (good && clean != null) {
                clean.append(c);
            } else if (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                clean.append('\n');
            }
        }
        return clean == null ? text : clean.toString();
    }
}
