/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.knowledge.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.solr.client.solrj.util.ClientUtils;

/**
 * What somebody typed into a search field, taken apart here and not by Solr: words, phrases between quotation marks, and
 * both with a minus in front. Everything else (fields, local parameters, ranges, wildcards, boosts) is only text, since
 * each word is escaped when it is put together again.
 *
 * @param wanted escaped words, and phrases with a plus in front
 * @param unwanted escaped words and phrases
 */
record QueryText(List<String> wanted, List<String> unwanted)
{
    /** What is longer is cut: nobody types more, and each word costs. */
    private static final int LONGEST = 500;

    private static final int MOST_WORDS = 32;

    private static final Pattern PART = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");

    private static final Pattern READABLE = Pattern.compile("[\\p{L}\\p{N}]");

    /**
     * @param typed what was typed, may be {@code null}
     * @return its parts
     */
    static QueryText parse(String typed)
    {
        List<String> wanted = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        String text = IndexedText.oneLine(typed == null ? "" : typed.substring(0, Math.min(typed.length(), LONGEST)));
        Matcher part = PART.matcher(text);
        while (part.find() && wanted.size() + unwanted.size() < MOST_WORDS) {
            boolean phrase = part.group(2) != null;
            String words = phrase ? part.group(2) : part.group(3);
            if (READABLE.matcher(words).find()) {
                boolean minus = !part.group(1).isEmpty();
                (minus ? unwanted : wanted).add(phrase ? phrase(words, minus) : word(words));
            }
        }
        return new QueryText(List.copyOf(wanted), List.copyOf(unwanted));
    }

    /** @return whether there is nothing to look for */
    boolean isEmpty()
    {
        return this.wanted.isEmpty();
    }

    /** @return the same for Solr's eDisMax parser */
    String toSolr()
    {
        String excluded = this.unwanted.stream().map(part -> " -" + part).collect(Collectors.joining());
        return String.join(" ", this.wanted) + excluded;
    }

    /** In lower case, since AND, OR and NOT mean something. */
    private static String word(String word)
    {
        return ClientUtils.escapeQueryChars(word.toLowerCase(Locale.ROOT));
    }

    private static String phrase(String words, boolean minus)
    {
        return (minus ? "" : "+") + '"' + words.replace("\\", " ") + '"';
    }
}
