/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What one text may cost. Whoever renders opens limits; parsing looks at them, also where a macro parses its content.
 *
 * @param characters the longest text
 * @param depth the deepest nesting of lists, groups, quotations, tables and macros
 * @param events the most elements (words, spaces, links, ...)
 * @param deadline when the rendering must have ended, in {@link System#nanoTime()}
 */
public record TextLimits(int characters, int depth, int events, long deadline)
{
    /** The longest text that is rendered as wiki text. */
    static final int CHARACTERS = 300_000;

    private static final int DEPTH = 60;

    private static final int EVENTS = 200_000;

    private static final int MACROS = 1000;

    private static final Pattern MACRO = Pattern.compile("\\{\\{");

    /** A line that opens more lists, quotations or groups at once than any person writes. */
    private static final Pattern STEEP = Pattern.compile("^[ \\t]*(?:[*1#;:]{61}|>{61})|\\({150}", Pattern.MULTILINE);

    private static final ThreadLocal<TextLimits> CURRENT = new ThreadLocal<>();

    /**
     * @param time how long rendering may take
     * @return the limits of a text that is rendered now
     */
    public static TextLimits within(Duration time)
    {
        return new TextLimits(CHARACTERS, DEPTH, EVENTS, System.nanoTime() + time.toNanos());
    }

    /** @return the limits of the text that is being rendered in this thread */
    public static TextLimits current()
    {
        TextLimits limits = CURRENT.get();
        return limits == null ? within(Duration.ofSeconds(5)) : limits;
    }

    /**
     * Makes these the limits of this thread.
     *
     * @return what restores the ones before
     */
    public Scope open()
    {
        TextLimits before = CURRENT.get();
        TextLimits now = before == null || before.deadline - this.deadline > 0 ? this : before;
        CURRENT.set(now);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /**
     * Looks at a text before it is parsed.
     *
     * @param text the text
     * @throws TextLimitException if it is too much
     */
    public void checkText(String text)
    {
        if (text.length() > this.characters) {
            throw new TextLimitException("The text is too long.");
        }
        if (STEEP.matcher(text).find() || MACRO.matcher(text).results().limit(MACROS + 1L).count() > MACROS) {
            throw new TextLimitException("The text is too deeply nested.");
        }
        checkTime();
    }

    /** Looks at the clock; throws {@link TextLimitException} if the time is over. */
    public void checkTime()
    {
        if (System.nanoTime() - this.deadline > 0) {
            throw new TextLimitException("Rendering takes too long.");
        }
    }

    /** Restores the limits that were before. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable
    {
        @Override
        void close();
    }
}
