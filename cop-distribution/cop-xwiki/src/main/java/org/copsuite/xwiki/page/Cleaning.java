/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

/** Removes characters that databases refuse. */
final class Cleaning
{
    private Cleaning()
    {
    }

    /**
     * @param text any text
     * @return the text without null characters and unpaired surrogates
     */
    static String clean(String text)
    {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
            boolean good = pair || c != '\0' && !Character.isSurrogate(c);
            if (!good && clean == null) {
                clean = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (good && clean != null) {
                clean.append(c);
            }
            if (pair) {
                i++;
                if (clean != null) {
                    clean.append(text.charAt(i));
                }
            }
        }
        return clean == null ? text : clean.toString();
    }
}
