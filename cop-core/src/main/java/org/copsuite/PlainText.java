/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;


/** Normalises typed text. */
public final class PlainText
{
    private PlainText()
    {
    }

    /**
     * Removes what no database or page should hold: null and other control characters, unpaired surrogates.
     *
     * @param text the typed text, may be {@code null}
     * @return the text with line feeds as its only line ends, without trailing blanks; tabs stay
     */
    public static String block(String text)
    {
        if (text == null) {
            return "";
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints()
            .filter(c -> c == '\n' || c == '\t'
                || (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE))
            .forEach(kept::appendCodePoint);
        return kept.toString().stripTrailing();
    }

    /**
     * Normalises to one line, also without characters that change the direction of the text around them.
     *
     * @param text the typed text, may be {@code null}
     * @return one line without leading, trailing or repeated blanks
     */
    public static String line(String text)
    {
        return undirected(block(text)).replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    /**
     * @param text any text
     * @return the text without the characters that change the direction of the text around them
     */
    public static String undirected(String text)
    {
        if (text.chars().noneMatch(PlainText::isDirection)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isDirection(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /**
     * Isolates a name or a title, so that it does not change the direction of the sentence that contains it.
     *
     * @param text one line
     * @return the line, between isolating characters if it contains right-to-left letters
     */
    public static String isolate(String text)
    {
        boolean turns = text.codePoints().mapToObj(Character::getDirectionality)
            .anyMatch(d -> d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        return turns ? '\u2068' + text + '\u2069' : text;
    }

    /**
     * Shortens a text without splitting a character.
     *
     * @param text a text
     * @param length the maximum number of {@code char}s
     * @return the text, or its beginning with an ellipsis
     */
    public static String cut(String text, int length)
    {
        if (text.length() <= length) {
            return text;
        }
        int end = length - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + '\u2026';
    }

    /**
     * Derives a name for a URL.
     *
     * @param text a title
     * @param length the maximum number of characters
     * @return lower-case letters a to z, digits and single dashes, the letters of European languages transliterated
     *         (\u00df as ss); empty if the title has no such character
     */
    public static String slug(String text, int length)
    {
        String slug = LatinLetters.of(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (slug.length() <= length) {
            return slug;
        }
        int end = slug.lastIndexOf('-', length);
        return slug.substring(0, end > length / 2 ? end : length);
    }

    private static boolean isDirection(int c)
    {
        return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
