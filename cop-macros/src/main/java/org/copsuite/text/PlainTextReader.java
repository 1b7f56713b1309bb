/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.time.Duration;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.syntax.MacroCatalog;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.parser.ParseException;
import org.xwiki.rendering.util.IdGenerator;

/** Reads the words of a text without its markup, including those in macros. */
@Component(roles = PlainTextReader.class)
@Singleton
public class PlainTextReader
{
    private static final Duration TIME = Duration.ofSeconds(2);

    /** Words of deeper nested macros are omitted. */
    private static final int DEPTH = 5;

    @Inject
    private SafeParser parser;

    @Inject
    private MacroCatalog macros;

    /**
     * @param text xwiki/2.1; for a text that cannot be parsed, its source is used
     * @return its words in one line
     */
    public String read(String text)
    {
        try (TextLimits.Scope scope = TextLimits.within(TIME).open()) {
            PlainWords words = new PlainWords(new Macros());
            this.parser.parse(text, words, new IdGenerator());
            return words.toString();
        } catch (ParseException | TextLimitException | StackOverflowError e) {
            return text.replaceAll("[\\s\\p{Cntrl}]+", " ").trim();
        }
    }

    /** Adds the words of macros that contain wiki text. */
    private final class Macros implements PlainWords.MacroContents
    {
        private int depth;

        @Override
        public boolean read(String macro, String content, PlainWords words)
        {
            if (PlainTextReader.this.macros.content(macro) != MacroCatalog.Content.WIKI) {
                return false;
            }
            if (this.depth < DEPTH) {
                this.depth++;
                try {
                    PlainTextReader.this.parser.parse(content, words, new IdGenerator());
                } catch (ParseException e) {
                    words.onWord(content);
                } finally {
                    this.depth--;
                }
            }
            return true;
        }
    }
}
