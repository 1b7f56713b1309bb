/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What somebody typed to find pages, as words. */
public final class SearchWords
{
    private static final int MOST = 8;

    private SearchWords()
    {
    }

    /**
     * @param typed what was typed
     * @return the first eight words, in lower case
     */
    public static List<String> of(String typed)
    {
        List<String> words = new ArrayList<>();
        for (String word : Clean.text(typed).toLowerCase(Locale.ROOT).trim().split("\\s+", MOST + 1)) {
            if (!word.isEmpty() && words.size() < MOST) {
                words.add(word);
            }
        }
        return words;
    }

    /** @return the pattern by which the operator {@code like} with the escape character ! finds a word anywhere */
    static String pattern(String word)
    {
        return '%' + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + '%';
    }
}
