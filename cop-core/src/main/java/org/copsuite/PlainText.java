/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;


/** Makes what somebody typed fit to be kept. */
public final class PlainText
{
    private PlainText()
    {
    }

    /**
     * Leaves out what no database or page should hold: null and other control characters, halves of surrogate pairs.
     *
     * @param text what was typed, may be {@code null}
     * @return the text with line feeds as its only line ends, without blanks at its end; tabs stay
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
     * Makes one line of it, and leaves out what turns the direction of the text around it as well.
     *
     * @param text what was typed, may be {@code null}
     * @return one line without blanks at its ends or two together
     */
    public static String line(String text)
    {
        return undirected(block(text)).replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    /**
     * @param text any text
     * @return the same without the characters that turn the direction of the text around them
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
     * Keeps a name or a title from turning the direction of the sentence that it is put into.
     *
     * @param text one line
     * @return the same, between the characters that isolate it where it holds letters that are read from right to left
     */
    public static String isolate(String text)
    {
        boolean turns = text.codePoints().mapToObj(Character::getDirectionality)
            .anyMatch(d -> d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        return turns ? '\u2068' + text + '\u2069' : text;
    }

    /**
     * Cuts between characters.
     *
     * @param text a text
     * @param length how many {@code char}s fit
     * @return the text, or as much of it as fits, with an ellipsis at its end
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
     * Makes a name for a URL.
     *
     * @param text a title
     * @param length how many characters at most
     * @return lower case letters a to z, digits and single dashes, the letters of European languages written with these
     *         (\u00df as ss); empty where the title has no such character
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
