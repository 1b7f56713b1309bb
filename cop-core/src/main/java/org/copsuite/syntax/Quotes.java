/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.syntax;

/** Finds the end of quoted parameter values, as in macro tags and styles of xwiki/2.1. */
final class Quotes
{
    private Quotes()
    {
    }

    /**
     * @param text any text
     * @param start the position of a quotation mark
     * @param limit the end of the search, at most the length of the text
     * @return the position after the same mark that closes the value; a position after the limit if none does. A tilde
     *         escapes the next character
     */
    static int end(String text, int start, int limit)
    {
        char quote = text.charAt(start);
        int i = start + 1;
        while (i < limit && text.charAt(i) != quote) {
            i += text.charAt(i) == '~' ? 2 : 1;
        }
        return i + 1;
    }
}
