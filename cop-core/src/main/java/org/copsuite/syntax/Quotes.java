/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.syntax;

/** Quoted values of parameters, as macro tags and styles of xwiki/2.1 hold them. */
final class Quotes
{
    private Quotes()
    {
    }

    /**
     * @param text any text
     * @param start where a quotation mark stands
     * @param limit where the search ends, at most the length of the text
     * @return the position behind the same mark that closes the value; behind the limit where none does. A tilde escapes
     *         the character behind it
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
