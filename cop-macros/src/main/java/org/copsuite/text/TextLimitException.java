/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.Locale;

/** A text exceeds a limit: it is shown as it was written instead, with a sentence that says why. */
public class TextLimitException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** @param reason which limit the text exceeds */
    public TextLimitException(Reason reason)
    {
        // The stack says nothing about the text, and taking it costs more than rendering many a text.
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** @return which limit the text exceeds */
    public Reason getReason()
    {
        return this.reason;
    }

    /**
     * @param failure what a parser or a transformation failed with
     * @return the limit among its causes, {@code null} where none was exceeded
     */
    public static TextLimitException within(Throwable failure)
    {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < 50; i++) {
            if (cause instanceof TextLimitException limit) {
                return limit;
            }
            if (cause instanceof StackOverflowError) {
                return new TextLimitException(Reason.DEPTH);
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** The limits. */
    public enum Reason
    {
        /** More characters than a text may have. */
        LENGTH(true),
        /** Markup that a parser would read again and again, or longer than any link or style. */
        MARKUP(true),
        /** Lists, groups, quotations, tables and macros within each other. */
        DEPTH(true),
        /** Words, spaces, symbols and what holds them. */
        ELEMENTS(true),
        /** Links and pictures. */
        LINKS(true),
        /** Headings. */
        HEADINGS(true),
        /** Macros. */
        MACROS(true),
        /** Characters of HTML. */
        OUTPUT(true),
        /** The time of one text. */
        TIME(true),
        /** The time of all texts of one page. */
        PAGE(false),
        /** Too many long renderings run at the same time. */
        BUSY(false);

        private final boolean lasting;

        Reason(boolean lasting)
        {
            this.lasting = lasting;
        }

        /** @return whether the same text exceeds the limit the next time too */
        public boolean isLasting()
        {
            return this.lasting;
        }

        /** @return the translation key of the sentence for readers */
        public String key()
        {
            return "cop.text.limit." + name().toLowerCase(Locale.ROOT);
        }
    }
}
