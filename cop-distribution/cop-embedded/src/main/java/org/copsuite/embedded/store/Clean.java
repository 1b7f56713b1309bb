/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

/** Cleans text for storage: databases accept neither null characters nor unpaired surrogates. */
public final class Clean
{
    private static final char REPLACEMENT = '\uFFFD';

    private Clean()
    {
    }

    /**
     * @param text any text, may be {@code null}
     * @return the text without null characters and with U+FFFD for each unpaired surrogate; empty for {@code null}
     */
    public static String text(String text)
    {
        if (text == null) {
            return "";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return rewrite(text);
            }
        }
        return text;
    }

    private static String rewrite(String text)
    {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(i + 1));
                i++;
            } else if (Character.isSurrogate(c)) {
                clean.append(REPLACEMENT);
            } else if (c != 0) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /**
     * @param text any text, may be {@code null}
     * @param maximum the maximum number of characters, greater than 0
     * @return at most that many characters of the cleaned text; a surrogate pair is not split
     */
    public static String shorten(String text, int maximum)
    {
        String clean = text(text);
        if (clean.length() <= maximum) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(maximum - 1)) ? maximum - 1 : maximum;
        return clean.substring(0, end);
    }
}
