/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    static final String MORE = "more";

    static final String STARTS = "starts";

    static final String TAGS = "tag_set";

    /** The fields whose dictionaries are read: those that Lucene scores, and those that limit how many things can match. */
    private static final List<String> READ = List.of(TITLE, TEXT, EVIDENCE, MORE, STARTS, TAGS);

    private static final List<String> PUBLIC = List.of(COMMON, COMMON_TITLE);

    /** How long counts are cached: this node gets no event when another node changes the index, and weights may lag. */
    private static final long CACHE_TIME = Duration.ofMinutes(1).toNanos();

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
        return of(words, Set.of());
    }

    /**
     * @param words words of the index
     * @param next words whose frequencies are likely to be read next: those that no text contains are cached too
     * @return the document frequencies of the words
     * @throws CopException UNAVAILABLE if Solr does not respond
     */
    Counts of(Collection<String> words, Collection<String> next) throws CopException
    {
        CachedCounts known = cached();
        List<String> missing = words.stream().filter(word -> !known.words().containsKey(word)).toList();
        if (missing.isEmpty() && known.documents() != null) {
            return counts(known, words);
        }
        List<String> ahead =
            next.stream().filter(word -> !known.words().containsKey(word) && !missing.contains(word)).toList();
        CachedCounts read = read(known, missing, ahead);
        if (known.documents() == null || read.documents().equals(known.documents())) {
            return counts(store(known, read), words);
        }
        // The index has changed since the cached counts were read: reads all words again, so that they are consistent.
        CachedCounts empty = new CachedCounts(known.changes(), System.nanoTime(), null, new ConcurrentHashMap<>());
        return counts(store(empty, read(empty, words, List.of())), words);
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

    private CachedCounts store(CachedCounts known, CachedCounts read)
    {
        known.words().putAll(read.words());
        CachedCounts cached = new CachedCounts(known.changes(), known.since(), read.documents(), known.words());
        this.cached = cached;
        return cached;
    }

    private static Counts counts(CachedCounts known, Collection<String> words)
    {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        words.forEach(word -> counts.put(word, known.words().getOrDefault(word, Map.of())));
        return new Counts(counts, known.documents());
    }

    /**
     * Reads the number of documents of each word by field, with one request. For the public fields, counts current
     * documents: the dictionaries also count replaced documents until Lucene merges segments, and private writes affect
     * when it merges. For the other fields, reads the numbers from the dictionaries, because Lucene's scores use those.
     *
     * @param known the state to which the counts belong
     * @param words the words to count
     * @param ahead words to count only if no dictionary of the public fields contains them, which needs no counting
     * @return the counts
     */
    private CachedCounts read(CachedCounts known, Collection<String> words, Collection<String> ahead) throws CopException
    {
        ModifiableSolrParams params = new ModifiableSolrParams();
        params.set("q", "{!term f=" + COMMON + " v=$every}");
        params.set("every", TermBag.EVERY);
        params.set("rows", 0);
        params.set("terms", true);
        params.add("terms.fl", READ.toArray(new String[0]));
        if (!ahead.isEmpty()) {
            params.add("terms.fl", PUBLIC.toArray(new String[0]));
        }
        params.set("terms.list", Stream.of(List.of(TermBag.EVERY), words, ahead).flatMap(Collection::stream)
            .collect(Collectors.joining(",")));
        if (!words.isEmpty()) {
            params.set("facet", true);
            params.set("words", String.join(",", words));
            params.set("facet.field", PUBLIC.stream().map(field -> "{!terms=$words}" + field).toArray(String[]::new));
        }
        QueryResponse response = this.index.query(params);
        Map<String, Long> documents = new HashMap<>();
        Map<String, Map<String, Long>> counts = new HashMap<>();
        counts.put(TermBag.EVERY, documents);
        words.forEach(word -> counts.put(word, new HashMap<>()));
        ahead.forEach(word -> counts.put(word, new HashMap<>()));
        for (String field : READ) {
            documents.put(field, 0L);
            terms(response, field).forEach(term -> put(counts, term.getTerm(), field, term.getFrequency()));
        }
        counts.remove(TermBag.EVERY);
        for (String field : PUBLIC) {
            documents.put(field, response.getResults().getNumFound());
            FacetField facet = words.isEmpty() ? null : response.getFacetField(field);
            if (facet != null) {
                facet.getValues().stream().filter(word -> word.getCount() > 0)
                    .forEach(word -> put(counts, word.getName(), field, word.getCount()));
            }
        }
        if (!ahead.isEmpty()) {
            Set<String> uncounted = new HashSet<>(ahead);
            PUBLIC.forEach(field -> terms(response, field).stream().map(TermsResponse.Term::getTerm)
                .filter(uncounted::contains).forEach(counts::remove));
        }
        return new CachedCounts(known.changes(), known.since(), documents, counts);
    }

    private static void put(Map<String, Map<String, Long>> counts, String word, String field, long count)
    {
        Map<String, Long> byField = counts.get(word);
        if (byField != null) {
            byField.put(field, count);
        }
    }

    private static List<TermsResponse.Term> terms(QueryResponse response, String field)
    {
        List<TermsResponse.Term> terms = response.getTermsResponse().getTerms(field);
        return terms == null ? List.of() : terms;
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

        /** @return the number of things, whoever may view them, and of replaced ones */
        long things()
        {
            return this.documents.getOrDefault(TEXT, 0L);
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

        /** @return whether a document, whoever may view it, has the word in a field whose dictionary is read */
        boolean isIn(String field, String word)
        {
            return in(field, word) > 0;
        }

        /**
         * @param word a word
         * @param starts whether longer words with the same start match too
         * @return an upper bound of the number of documents that match the word: whoever may view them, and replaced ones
         *         too, so only the decision whether there can be any may depend on it
         */
        long most(String word, boolean starts)
        {
            if (starts && word.length() > TermBag.LONGEST_START) {
                return Integer.MAX_VALUE;
            }
            return in(TAGS, word) + (starts ? in(STARTS, word) : in(TEXT, word) + in(MORE, word));
        }

        private long in(String field, String word)
        {
            return this.words.getOrDefault(word, Map.of()).getOrDefault(field, 0L);
        }
    }
}
