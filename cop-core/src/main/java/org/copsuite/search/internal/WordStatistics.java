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
 * Determines how common words are. Lucene's scores weigh a word by the number of documents of the whole index,
 * including those that the reader may not view: the order of hits would reveal the content of private questions. The
 * suite instead weighs a word by the documents that everybody may view ({@code common}), and divides by Lucene's
 * weight: {@link Counts#boost}.
 */
@Component(roles = WordStatistics.class)
@Singleton
public class WordStatistics
{
    static final String TITLE = "title_words";

    static final String TEXT = "text_words";

    static final String EVIDENCE = "part_words";

    static final String COMMON = "common";

    static final String COMMON_TITLE = "common_title";

    /** The fields that Lucene scores. */
    private static final List<String> SCORED = List.of(TITLE, TEXT, EVIDENCE);

    private static final List<String> PUBLIC = List.of(COMMON, COMMON_TITLE);

    /** How long counts are cached: this node gets no event when another node changes the index. */
    private static final long CACHE_TIME = Duration.ofSeconds(10).toNanos();

    /** The maximum number of cached words. */
    private static final int MOST = 20_000;

    @Inject
    private IndexClient index;

    @Inject
    private IndexState state;

    private volatile CachedCounts cached = new CachedCounts(null, 0, null, new ConcurrentHashMap<>());

    /**
     * @param words words of the index
     * @return the document frequencies of the words
     * @throws CopException UNAVAILABLE if Solr does not respond
     */
    Counts of(Collection<String> words) throws CopException
    {
        CachedCounts known = cached();
        List<String> missing = words.stream().filter(word -> !known.words().containsKey(word)).toList();
        if (missing.isEmpty() && known.documents() != null) {
            return counts(known, words);
        }
        Map<String, Map<String, Long>> countsByField = read(missing);
        Map<String, Long> documents = every(countsByField);
        if (known.documents() == null || documents.equals(known.documents())) {
            return counts(store(known, documents, missing, countsByField), words);
        }
        // The index has changed since the cached counts were read: reads all words again, so that they are consistent.
        Map<String, Map<String, Long>> again = read(words);
        CachedCounts empty = new CachedCounts(known.changes(), System.nanoTime(), null, new ConcurrentHashMap<>());
        return counts(store(empty, every(again), words, again), words);
    }

    /**
     * @return the cached counts of the current state of the index; empty if the index has changed or the cache has
     *         expired
     */
    private CachedCounts cached()
    {
        CachedCounts known = this.cached;
        UUID changes = this.state.changes();
        boolean fresh = changes.equals(known.changes()) && System.nanoTime() - known.since() < CACHE_TIME
            && known.words().size() < MOST;
        return fresh ? known : new CachedCounts(changes, System.nanoTime(), null, new ConcurrentHashMap<>());
    }

    private CachedCounts store(CachedCounts known, Map<String, Long> documents, Collection<String> words,
        Map<String, Map<String, Long>> countsByField)
    {
        for (String word : words) {
            Map<String, Long> byField = new HashMap<>();
            countsByField.forEach((field, counts) -> {
                if (counts.containsKey(word)) {
                    byField.put(field, counts.get(word));
                }
            });
            known.words().put(word, byField);
        }
        CachedCounts cached = new CachedCounts(known.changes(), known.since(), documents, known.words());
        this.cached = cached;
        return cached;
    }

    private static Counts counts(CachedCounts known, Collection<String> words)
    {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        words.forEach(word -> counts.put(word, known.words().getOrDefault(word, Map.of())));
        return new Counts(counts, known.documents());
    }

    private static Map<String, Long> every(Map<String, Map<String, Long>> countsByField)
    {
        Map<String, Long> documents = new HashMap<>();
        countsByField.forEach((field, counts) -> documents.put(field, counts.getOrDefault(TermBag.EVERY, 0L)));
        return documents;
    }

    /**
     * Reads the number of documents of each word by field, with one request. For the public fields, counts current
     * documents: the dictionaries also count replaced documents until Lucene merges segments, and private writes affect
     * when it merges. For the scored fields, reads the numbers from the dictionaries, because Lucene's scores use
     * those.
     */
    private Map<String, Map<String, Long>> read(Collection<String> words) throws CopException
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

    /** Lucene's weight of a word ({@code BM25Similarity}): the inverse document frequency of Robertson and Zaragoza. */
    private static double weight(long frequency, long documents)
    {
        return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
    }

    /**
     * The cached counts of one state of the index.
     *
     * @param changes the id of the state
     * @param since when the first count was read, by {@code System.nanoTime}
     * @param documents the number of documents by field; {@code null} before it is read
     * @param words the number of documents by word and field
     */
    private record CachedCounts(UUID changes, long since, Map<String, Long> documents,
        Map<String, Map<String, Long>> words)
    {
    }

    /** The document frequencies of some words. */
    static final class Counts
    {
        private final Map<String, Map<String, Long>> words;

        private final Map<String, Long> documents;

        Counts(Map<String, Map<String, Long>> words, Map<String, Long> documents)
        {
            this.words = words;
            this.documents = documents;
        }

        /** @return the number of questions that everybody may view */
        long documents()
        {
            return this.documents.getOrDefault(COMMON, 0L);
        }

        /** @return the number of questions with the word that everybody may view */
        long frequency(String word)
        {
            return in(COMMON, word);
        }

        /**
         * @return the weight of the word, based on the texts that everybody may view; 1 for all words if there are none
         */
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
         * @return the boost for a query of the word on that field, which replaces Lucene's weight by the weight in the
         *         titles (for the title field) or threads that everybody may view; 0 if the field does not contain the
         *         word
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
