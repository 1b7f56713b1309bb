/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.response.FacetField;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.client.solrj.response.TermsResponse;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.copsuite.CopException;
import org.xwiki.component.annotation.Component;

/**
 * How common words are. Lucene's scores weigh a word by how many documents of the whole index have it, whoever may view
 * them: so the order of hits would tell what private questions hold. The suite weighs it by the documents that everybody
 * may view ({@code common}) instead, and divides Lucene's weight out: {@link Counts#boost}.
 */
@Component(roles = WordStatistics.class)
@Singleton
public class WordStatistics
{
    static final String TITLE = "title_words";

    static final String TEXT = "thread_words";

    static final String EVIDENCE = "answer_words";

    static final String COMMON = "common";

    static final String COMMON_TITLE = "common_title";

    /** Those that Lucene scores. */
    private static final List<String> SCORED = List.of(TITLE, TEXT, EVIDENCE);

    private static final List<String> PUBLIC = List.of(COMMON, COMMON_TITLE);

    /** Another node may change the index, of which this one is not told. */
    private static final long KEPT = Duration.ofSeconds(10).toNanos();

    /** Words kept at once. */
    private static final int MOST = 20_000;

    @Inject
    private IndexClient index;

    @Inject
    private IndexState state;

    private volatile Kept kept = new Kept(null, 0, null, new ConcurrentHashMap<>());

    /**
     * @param words words of the index
     * @return how common each of them is
     * @throws CopException UNAVAILABLE
     */
    Counts of(Collection<String> words) throws CopException
    {
        Kept known = kept();
        List<String> missing = words.stream().filter(word -> !known.words().containsKey(word)).toList();
        if (missing.isEmpty() && known.documents() != null) {
            return counts(known, words);
        }
        Map<String, Map<String, Long>> asked = ask(missing);
        Map<String, Long> documents = every(asked);
        if (known.documents() == null || documents.equals(known.documents())) {
            return counts(keep(known, documents, missing, asked), words);
        }
        // The index has changed since the other words were asked for: all are asked for again, to be of one state.
        Map<String, Map<String, Long>> again = ask(words);
        return counts(keep(new Kept(known.changes(), System.nanoTime(), null, new ConcurrentHashMap<>()), every(again),
            words, again), words);
    }

    /** @return what is known of the index as it is, nothing where it changed or a while ago */
    private Kept kept()
    {
        Kept known = this.kept;
        UUID changes = this.state.changes();
        boolean fresh = changes.equals(known.changes()) && System.nanoTime() - known.since() < KEPT
            && known.words().size() < MOST;
        return fresh ? known : new Kept(changes, System.nanoTime(), null, new ConcurrentHashMap<>());
    }

    private Kept keep(Kept known, Map<String, Long> documents, Collection<String> words,
        Map<String, Map<String, Long>> asked)
    {
        for (String word : words) {
            Map<String, Long> byField = new HashMap<>();
            asked.forEach((field, counts) -> {
                if (counts.containsKey(word)) {
                    byField.put(field, counts.get(word));
                }
            });
            known.words().put(word, byField);
        }
        Kept kept = new Kept(known.changes(), known.since(), documents, known.words());
        this.kept = kept;
        return kept;
    }

    private static Counts counts(Kept known, Collection<String> words)
    {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        words.forEach(word -> counts.put(word, known.words().getOrDefault(word, Map.of())));
        return new Counts(counts, known.documents());
    }

    private static Map<String, Long> every(Map<String, Map<String, Long>> asked)
    {
        Map<String, Long> documents = new HashMap<>();
        asked.forEach((field, counts) -> documents.put(field, counts.getOrDefault(TermBag.EVERY, 0L)));
        return documents;
    }

    /**
     * One request: by field, in how many documents each word is. Of the public fields the documents of now are counted.
     * The dictionaries also count those that were replaced, until segments are merged; when that is, private writes decide.
     * Of the scored fields Lucene's own numbers are wanted, which are those of the dictionaries.
     */
    private Map<String, Map<String, Long>> ask(Collection<String> words) throws CopException
    {
        ModifiableSolrParams params = new ModifiableSolrParams();
        params.set("q", "{!term f=" + COMMON + " v=$every}");
        params.set("every", TermBag.EVERY);
        params.set("rows", 0);
        params.set("terms", true);
        params.set("terms.fl", SCORED.toArray(new String[0]));
        String list = String.join(",", words);
        params.set("terms.list", TermBag.EVERY + ',' + list);
        if (!words.isEmpty()) {
            params.set("facet", true);
            params.set("words", list);
            params.set("facet.field", PUBLIC.stream().map(field -> "{!terms=$words}" + field).toArray(String[]::new));
        }
        QueryResponse response = this.index.query(params);
        Map<String, Map<String, Long>> found = new HashMap<>();
        for (String field : SCORED) {
            Map<String, Long> counts = new HashMap<>();
            List<TermsResponse.Term> terms = response.getTermsResponse().getTerms(field);
            if (terms != null) {
                terms.forEach(term -> counts.put(term.getTerm(), term.getFrequency()));
            }
            found.put(field, counts);
        }
        for (String field : PUBLIC) {
            Map<String, Long> counts = new HashMap<>();
            FacetField facet = words.isEmpty() ? null : response.getFacetField(field);
            if (facet != null) {
                facet.getValues().stream().filter(word -> word.getCount() > 0)
                    .forEach(word -> counts.put(word.getName(), word.getCount()));
            }
            counts.put(TermBag.EVERY, response.getResults().getNumFound());
            found.put(field, counts);
        }
        return found;
    }

    /** Lucene's weight of a word ({@code BM25Similarity}): Robertson and Zaragoza's inverse document frequency. */
    private static double weight(long frequency, long documents)
    {
        return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
    }

    /**
     * What is known of the index in one state.
     *
     * @param changes the state
     * @param since when it was asked first
     * @param documents by field, how many documents have it, {@code null} before it was asked
     * @param words by word, by field, in how many documents it is
     */
    private record Kept(UUID changes, long since, Map<String, Long> documents,
        Map<String, Map<String, Long>> words)
    {
    }

    /** How common some words are. */
    static final class Counts
    {
        private final Map<String, Map<String, Long>> words;

        private final Map<String, Long> documents;

        Counts(Map<String, Map<String, Long>> words, Map<String, Long> documents)
        {
            this.words = words;
            this.documents = documents;
        }

        /** @return how many documents everybody may view */
        long documents()
        {
            return this.documents.getOrDefault(COMMON, 0L);
        }

        /** @return in how many of these the word is */
        long frequency(String word)
        {
            return in(COMMON, word);
        }

        /** @return how much the word tells, by what everybody may view; the same for all where that is nothing */
        double weight(String word)
        {
            return weight(COMMON, word);
        }

        private double weight(String common, String word)
        {
            long every = this.documents.getOrDefault(common, 0L);
            return every == 0 ? 1 : WordStatistics.weight(Math.min(in(common, word), every), every);
        }

        /**
         * @param field a field of counted words
         * @param word a word
         * @return what a query of the word on that field is to be boosted with, so that it weighs by the titles, or else
         *         the threads, that everybody may view; 0 where the field does not have it
         */
        double boost(String field, String word)
        {
            long frequency = in(field, word);
            return frequency == 0 ? 0 : weight(TITLE.equals(field) ? COMMON_TITLE : COMMON, word)
                / WordStatistics.weight(frequency, Math.max(frequency, this.documents.get(field)));
        }

        private long in(String field, String word)
        {
            return this.words.getOrDefault(word, Map.of()).getOrDefault(field, 0L);
        }
    }
}
