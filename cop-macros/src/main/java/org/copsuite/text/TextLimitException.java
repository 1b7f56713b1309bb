/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.Locale;

/** A text exceeds a limit: its source is shown, with a message that gives the reason. */
public class TextLimitException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** @param reason the limit that the text exceeds */
    public TextLimitException(Reason reason)
    {
        // Without a stack trace, which says nothing about the text and costs more than rendering many a text.
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** @return the limit that the text exceeds */
    public Reason getReason()
    {
        return this.reason;
    }

    /**
     * @param failure the exception of a parser or a transformation
     * @return the limit among its causes, {@code null} if none was exceeded
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
        /** Characters of the text. */
        LENGTH(true),
        /** Markup that a parser would read repeatedly, or that is longer than any link or style. */
        MARKUP(true),
        /** Nesting of lists, groups, quotations, tables and macros. */
        DEPTH(true),
        /** Words, spaces, symbols and the elements that contain them. */
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
        /** Too many slow texts are rendered at the same time. */
        BUSY(false);

        private final boolean lasting;

        Reason(boolean lasting)
        {
            this.lasting = lasting;
        }

        /** @return whether the same text exceeds the limit every time */
        public boolean isLasting()
        {
            return this.lasting;
        }

        /** @return the translation key of the message for readers */
        public String key()
        {
            return "cop.text.limit." + name().toLowerCase(Locale.ROOT);
        }
    }
}
