/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a page search into words. */
public final class SearchWords
{
    private static final int MAXIMUM = 8;

    private SearchWords()
    {
    }

    /**
     * @param typed the text that was typed
     * @return the first eight words, in lower case
     */
    public static List<String> of(String typed)
    {
        List<String> words = new ArrayList<>();
        for (String word : Clean.text(typed).toLowerCase(Locale.ROOT).trim().split("\\s+", MAXIMUM + 1)) {
            if (!word.isEmpty() && words.size() < MAXIMUM) {
                words.add(word);
            }
        }
        return words;
    }

    /**
     * @param word a word
     * @return the pattern that matches texts containing the word, for the operator {@code like} with the escape
     *         character !
     */
    static String pattern(String word)
    {
        return '%' + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + '%';
    }
}
