/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.copsuite.CopException;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionHit;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Finds questions and answers that resemble a draft.
 * <p>
 * The score of a question is the sum over the {@link DraftTerms} of the draft of the weight of the term times its BM25
 * in the whole thread (title, text, answers), plus {@value #TITLE_FACTOR} times the weight times its BM25 in the title,
 * plus {@value #TAG_FACTOR} times the weight of each shared tag. The score of an answer is the same sum over question
 * and answer together. Results of the draft's community score {@value #HOME_FACTOR} times as high.
 */
@Component(roles = SimilarPosts.class)
@Singleton
public class SimilarPosts
{
    private static final double TITLE_FACTOR = 0.75;

    private static final double TAG_FACTOR = 2.4;

    private static final double HOME_FACTOR = 1.1;

    /** The minimum score as a fraction of the best score: hits below it resemble the draft only by chance. */
    private static final double PASSING = 0.08;

    /** The factor of a word that only starts with a word of the draft. */
    private static final double START = 0.02;

    /** The maximum number of words of a draft that also match as prefixes; the draft of a question has more. */
    private static final int TYPED = 12;

    /** The number of additional hits to request, since the caller drops some. */
    private static final int SPARE = 10;

    @Inject
    private IndexClient index;

    @Inject
    private IndexState state;

    @Inject
    private WordStatistics statistics;

    /** The maximum size of the cache, in characters of the drafts and spaces of its keys. */
    private static final long CACHE_CHARACTERS = 4_000_000;

    /** Caches the hits until the index changes, so that repeated views of a question's page query Solr once. */
    private final Cache<Key, Map<PostId, Double>> found = Caffeine.newBuilder().maximumWeight(CACHE_CHARACTERS)
        .<Key, Map<PostId, Double>>weigher((key, scores) -> key.size()).expireAfterWrite(Duration.ofMinutes(1)).build();

    /**
     * @param reader the person who reads
     * @param draft the text
     * @param limit the requested number of hits; the result may contain a few more
     * @return questions with their scores, best first; the caller must check the permission for each of them
     * @throws CopException UNAVAILABLE if Solr does not respond
     */
    Map<PostId, Double> questions(UserId reader, Draft draft, int limit) throws CopException
    {
        return known(this.index.visible(reader, draft.wiki(), List.of(QuestionHit.TYPE), null, true), draft, limit,
            WordStatistics.TEXT);
    }

    /**
     * @param reader the person who reads
     * @param draft the text
     * @param limit the requested number of hits; the result may contain a few more
     * @return answers with their scores, best first; the caller must check the permission for each of them
     * @throws CopException UNAVAILABLE if Solr does not respond
     */
    Map<PostId, Double> answers(UserId reader, Draft draft, int limit) throws CopException
    {
        return known(this.index.visible(reader, draft.wiki(), List.of(QuestionHit.ANSWER_TYPE), draft.community(), true),
            draft, limit, WordStatistics.EVIDENCE);
    }

    private Map<PostId, Double> known(ModifiableSolrParams params, Draft draft, int limit, String field) throws CopException
    {
        Key key = new Key(draft, limit, field, params.get("spaces"), this.state.changes());
        Map<PostId, Double> known = this.found.getIfPresent(key);
        if (known == null) {
            known = find(params, draft, limit, field);
            this.found.put(key, known);
        }
        return known;
    }

    private Map<PostId, Double> find(ModifiableSolrParams params, Draft draft, int limit, String field)
        throws CopException
    {
        Map<String, Double> weights = DraftTerms.weigh(IndexedText.oneLine(draft.title() == null ? "" : draft.title()),
            IndexedText.of(body(draft)));
        Set<String> tags = draft.tags().stream().map(TermBag::tag).collect(Collectors.toCollection(TreeSet::new));
        if (weights.isEmpty() && tags.isEmpty()) {
            return Map.of();
        }
        Set<String> all = new LinkedHashSet<>(weights.keySet());
        all.addAll(tags);
        WordStatistics.Counts counts = this.statistics.of(all);
        DraftTerms terms = DraftTerms.choose(weights, counts);
        String starts = starts(terms, field);
        String query = (query(terms, counts, tags, field) + ' ' + starts).strip();
        if (query.isEmpty()) {
            return Map.of();
        }
        params.set("q", query);
        if (!terms.telling().isEmpty()) {
            params.add("fq", "{!cache=false}" + terms.telling().stream().map(word -> SolrText.escape(word.text()))
                .collect(Collectors.joining(" ", field + ":(", ")")) + tags.stream().map(tag -> " tag_set:"
                + SolrText.escape(tag)).collect(Collectors.joining()) + ' ' + starts);
        }
        params.set("fl", "id,item,community,score");
        params.set("sort", "score desc,id asc");
        params.set("rows", limit + SPARE + draft.except().size());
        // No caller needs the exact number of hits, so Lucene may skip documents that cannot reach the top.
        params.set("minExactCount", limit + SPARE);
        return ranked(this.index.query(params), draft, field);
    }

    /** In a search for answers, also matches longer words with the same start if the draft has only a few words. */
    private static String starts(DraftTerms terms, String field)
    {
        if (!WordStatistics.EVIDENCE.equals(field) || terms.words().size() > TYPED) {
            return "";
        }
        StringBuilder query = new StringBuilder();
        terms.telling().stream().filter(word -> SearchWords.isPrefix(word.text()))
            .forEach(word -> SolrText.prefix(query, field, word.text(), START * word.worth()));
        return query.toString();
    }

    private static String query(DraftTerms terms, WordStatistics.Counts counts, Set<String> tags, String field)
    {
        StringBuilder query = new StringBuilder();
        for (DraftTerms.Word word : terms.words()) {
            SolrText.boosted(query, field, word.text(), word.weight() * counts.boost(field, word.text()));
            if (WordStatistics.TEXT.equals(field)) {
                SolrText.boosted(query, WordStatistics.TITLE, word.text(),
                    TITLE_FACTOR * word.weight() * counts.boost(WordStatistics.TITLE, word.text()));
            }
        }
        tags.forEach(tag -> SolrText.constant(query, "tag_set", tag, TAG_FACTOR * counts.weight(tag)));
        return query.toString();
    }

    private static String body(Draft draft)
    {
        String body = draft.body() == null ? "" : draft.body();
        return body.substring(0, Math.min(body.length(), SearchService.DRAFT_MAXIMUM));
    }

    private static Map<PostId, Double> ranked(QueryResponse response, Draft draft, String field) throws CopException
    {
        Map<PostId, Double> scores = new LinkedHashMap<>();
        String home = draft.community() == null ? "" : draft.community().toString();
        for (SolrDocument document : response.getResults()) {
            PostId question = PostId.parse((String) document.getFieldValue("item"));
            if (!draft.except().contains(question)) {
                boolean atHome = home.equals(document.getFieldValue("community"));
                double score = ((Number) document.getFieldValue("score")).doubleValue();
                PostId found = WordStatistics.TEXT.equals(field) ? question
                    : new PostId(Indexer.idOf((String) document.getFieldValue("id")));
                scores.put(found, atHome ? HOME_FACTOR * score : score);
            }
        }
        double best = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return scores.entrySet().stream().filter(entry -> entry.getValue() >= PASSING * best)
            .sorted(Map.Entry.<PostId, Double>comparingByValue().reversed())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /**
     * The key of cached hits; contains the spaces instead of the reader, so that readers with the same rights share the
     * hits.
     */
    private record Key(Draft draft, int limit, String field, String spaces, UUID changes)
    {
        /** The approximate size in characters that a key with its hits needs beyond its texts. */
        private static final int OVERHEAD = 1_000;

        int size()
        {
            return OVERHEAD + length(this.draft.title()) + length(this.draft.body()) + length(this.spaces);
        }

        private static int length(String text)
        {
            return text == null ? 0 : text.length();
        }
    }
}
