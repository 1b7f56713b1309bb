/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.solr.common.params.ModifiableSolrParams;
import org.copsuite.search.IndexFields;
import org.copsuite.search.internal.SearchWords.Phrase;
import org.copsuite.search.internal.Tokenizer.Compound;

/**
 * Builds the Solr query for the words of a search. Each word is a clause: its BM25 in the text, {@value #TITLE} times
 * its BM25 in the title, and one constant each for a tag, a part of a word and the start of a word, the last two lower
 * than the score of the word itself. All weights come from {@link WordStatistics}.
 */
final class SearchQuery
{
    private static final double TITLE = 3;

    private static final double TAG = 2;

    private static final double MORE = 0.3;

    private static final double START = 0.08;

    private static final double OTHER_FORM = 0.03;

    /** The BM25 factor of a word that occurs once in a text of average length. */
    private static final double ONCE = 1 / (1 + IndexFields.SATURATION);

    /** The minimum number of matching words: all of one or two words; some of more words may be missing. */
    private static final String MOST_OF_THEM = "2<-1 5<60%";

    private static final String SOME_OF_THEM = "2<40%";

    private final SearchWords words;

    private final WordStatistics.Counts counts;

    private final boolean relaxed;

    private final Spellings spellings;

    SearchQuery(SearchWords words, WordStatistics.Counts counts, boolean relaxed)
    {
        this.words = words;
        this.counts = counts;
        this.relaxed = relaxed;
        this.spellings = words.spellings();
    }

    /**
     * @param words the number of words of a search
     * @return how many of them may be missing, as Solr computes it from {@link #MOST_OF_THEM}
     */
    static int spare(int words)
    {
        return words <= 2 ? 0 : words <= 5 ? 1 : words - words * 60 / 100;
    }

    /** @param params the parameters with the filters of the reader, to which the query is added */
    void addTo(ModifiableSolrParams params)
    {
        int count = this.words.clauses().size();
        if (count == 1) {
            params.set("q", clause(0));
        } else if (count == 2) {
            String first = '(' + clause(0) + ')';
            String second = '(' + clause(1) + ')';
            String both = both(first, second);
            params.set("q", this.relaxed ? "+(" + first + ' ' + second + ") (" + both + ')' : both);
        } else {
            addMany(count, params);
        }
        this.words.phrases().forEach(phrase -> params.add("fq", "{!cache=false}" + together(phrase)));
        if (!this.words.unwanted().isEmpty()) {
            params.add("fq", "{!cache=false}*:*" + this.words.unwanted().stream()
                .map(phrase -> " -(" + (phrase.together() ? together(phrase) : there(phrase)) + ')')
                .collect(Collectors.joining()));
        }
    }

    /** @return the query that requires both of two words */
    String both()
    {
        return both('(' + clause(0) + ')', '(' + clause(1) + ')');
    }

    private static String both(String first, String second)
    {
        return '+' + first + " +" + second;
    }

    /** For three words or more, the number that must match is computed by eDisMax, which costs more than Solr's own parser. */
    private void addMany(int count, ModifiableSolrParams params)
    {
        List<String> clauses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            params.set("w" + i, clause(i));
            clauses.add("_query_:\"{!lucene v=$w" + i + "}\"");
        }
        String all = String.join(" ", clauses);
        if (this.relaxed) {
            // Hits with most of the words rank before hits with some of the words.
            params.set("some", all);
            params.set("most", "{!edismax qf=text_words uf=_query_ mm='" + MOST_OF_THEM + "' v=$some}");
            params.set("any", "{!edismax qf=text_words uf=_query_ mm='" + SOME_OF_THEM + "' v=$some}");
            params.set("q", "{!bool must=$any should=$most}");
        } else {
            params.set("defType", "edismax");
            params.set("qf", WordStatistics.TEXT);
            params.set("uf", "_query_");
            params.set("mm", MOST_OF_THEM);
            params.set("q", all);
        }
    }

    private String clause(int number)
    {
        Compound clause = this.words.clauses().get(number);
        StringBuilder query = new StringBuilder();
        if (clause.bases().size() == 1) {
            word(query, clause.bases().get(0), !clause.unspaced());
        } else if (!clause.bases().isEmpty()) {
            all(query, clause.bases());
        }
        clause.joined().forEach(joined -> word(query, joined, false));
        if (!clause.unspaced() && clause.parts().size() > 1) {
            all(query, clause.parts());
        }
        if (this.relaxed) {
            this.spellings.inOne(number).forEach(spelling -> word(query, spelling, false));
            this.spellings.inTwo(number, this.counts).forEach(pair -> all(query, pair));
        }
        return query.toString();
    }

    private void all(StringBuilder query, Collection<String> all)
    {
        query.append(query.isEmpty() ? "(" : " (");
        for (String word : all) {
            StringBuilder part = new StringBuilder();
            word(part, word, false);
            query.append("+(").append(part).append(") ");
        }
        query.append(')');
    }

    /** Leaves out fields without the word: each clause is a look-up in each segment of the index. */
    private void word(StringBuilder query, String word, boolean starts)
    {
        int length = query.length();
        double weight = this.counts.weight(word) * ONCE;
        SolrText.boosted(query, WordStatistics.TITLE, word, TITLE * this.counts.boost(WordStatistics.TITLE, word));
        SolrText.boosted(query, WordStatistics.TEXT, word, this.counts.boost(WordStatistics.TEXT, word));
        if (this.counts.isIn(WordStatistics.TAGS, word)) {
            SolrText.constant(query, WordStatistics.TAGS, word, TAG * weight);
        }
        if (this.counts.isIn(WordStatistics.MORE, word) || query.length() == length) {
            SolrText.constant(query, WordStatistics.MORE, word, MORE * weight);
        }
        if (starts && SearchWords.isPrefix(word)) {
            start(query, word, START * weight);
            if (this.relaxed) {
                start(query, SearchWords.start(word), OTHER_FORM * weight);
                start(query, TermBag.reversed(word), OTHER_FORM * weight);
            }
        }
    }

    private static void start(StringBuilder query, String start, double score)
    {
        if (start.length() <= TermBag.LONGEST_START) {
            SolrText.constant(query, WordStatistics.STARTS, start, score);
        } else {
            SolrText.prefix(query, WordStatistics.TEXT, start, score);
            SolrText.prefix(query, WordStatistics.MORE, start, score);
        }
    }

    /** Requires all words. */
    private static String there(Phrase phrase)
    {
        return phrase.compounds().stream().map(SearchQuery::there).collect(Collectors.joining(" "));
    }

    private static String there(Compound compound)
    {
        List<String> forms = new ArrayList<>();
        if (!compound.bases().isEmpty()) {
            forms.add(compound.bases().stream().map(SearchQuery::there).collect(Collectors.joining(" ", "(", ")")));
        }
        compound.joined().forEach(joined -> forms.add(there(joined)));
        if (forms.isEmpty()) {
            compound.parts().forEach(part -> forms.add(there(part)));
        }
        return "+(" + String.join(" ", forms) + ')';
    }

    private static String there(String word)
    {
        String escaped = SolrText.escape(word);
        return "+(text_words:" + escaped + " more:" + escaped + " tag_set:" + escaped + ')';
    }

    /** Requires all words and, in scripts with blanks between words, that the words are adjacent. */
    private static String together(Phrase phrase)
    {
        String quoted = '"' + phrase.text().replaceAll("[\"\\\\]", " ") + '"';
        boolean unspaced = phrase.compounds().stream().anyMatch(Compound::unspaced);
        return there(phrase) + (unspaced ? ""
            : " +(title:" + quoted + " body:" + quoted + " part_texts:" + quoted + ')');
    }
}
