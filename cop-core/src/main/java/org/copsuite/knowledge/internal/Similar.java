/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.knowledge.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.client.solrj.response.TermsResponse;
import org.apache.solr.client.solrj.util.ClientUtils;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.copsuite.CopException;
import org.copsuite.knowledge.Knowledge.Draft;
import org.copsuite.question.PostId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Finds questions and answers that resemble a draft.
 * <p>
 * A question's score is the sum, over the draft's {@link Terms}, of the term's weight times BM25 in its whole thread
 * (title, text, answers), plus {@value #TITLE_FACTOR} of that times BM25 in its title, plus {@value #TAG_FACTOR} times
 * BM25 of each tag shared. An answer's score is the same sum in question and answer together. Questions of the draft's
 * community count {@value #HOME_FACTOR} times.
 */
@Component(roles = Similar.class)
@Singleton
public class Similar
{
    private static final double TITLE_FACTOR = 0.75;

    private static final double TAG_FACTOR = 4;

    private static final double HOME_FACTOR = 1.1;

    /** Hits with less than this part of the best one's score resemble only in passing. */
    private static final double PASSING = 0.08;

    /** How many more are asked for, since some fall away. */
    private static final int SPARE = 10;

    private static final String TEXT = "text";

    private static final String EVIDENCE = "evidence";

    @Inject
    private IndexClient index;

    @Inject
    private IndexState state;

    /** How much is kept, in characters of the drafts and spaces that were asked with. */
    private static final long ROOM = 4_000_000;

    /** What a question's page asks at each view is asked of Solr once, until the index changes. */
    private final Cache<Key, Map<PostId, Double>> found = Caffeine.newBuilder().maximumWeight(ROOM)
        .<Key, Map<PostId, Double>>weigher((key, scores) -> key.size()).expireAfterWrite(Duration.ofMinutes(1)).build();

    /**
     * @param reader who reads
     * @param draft the text
     * @param limit how many are wanted; some more come
     * @return questions with their scores, best first; the caller asks for each whether it may be shown
     * @throws CopException UNAVAILABLE
     */
    Map<PostId, Double> questions(UserId reader, Draft draft, int limit) throws CopException
    {
        ModifiableSolrParams params =
            this.index.visible(reader, draft.wiki(), IndexClient.QUESTION, null, true);
        Key key = new Key(draft, limit, params.get("spaces"), this.state.changes());
        Map<PostId, Double> known = this.found.getIfPresent(key);
        if (known == null) {
            known = find(params, draft, limit, TEXT);
            this.found.put(key, known);
        }
        return known;
    }

    /**
     * @param reader who reads
     * @param draft the text
     * @param limit how many are wanted; some more come
     * @return answers with their scores, best first; the caller asks for each whether it may be shown
     * @throws CopException UNAVAILABLE
     */
    Map<PostId, Double> answers(UserId reader, Draft draft, int limit) throws CopException
    {
        return find(this.index.visible(reader, draft.wiki(), IndexClient.ANSWER, draft.community(), true), draft, limit,
            EVIDENCE);
    }

    private Map<PostId, Double> find(ModifiableSolrParams params, Draft draft, int limit, String field)
        throws CopException
    {
        Terms terms = terms(draft, field);
        Set<String> tags = new TreeSet<>(draft.tags());
        if (terms.isEmpty() && tags.isEmpty()) {
            return Map.of();
        }
        params.set("q", query(terms, tags, field));
        if (!terms.telling().isEmpty()) {
            params.add("fq", "{!cache=false}" + Terms.on(field, 1, terms.telling()) + tags(tags, 1));
        }
        params.set("fl", "id,question,community,score");
        params.set("sort", "score desc");
        params.set("rows", limit + SPARE + draft.except().size());
        // Nobody counts these hits, so Lucene may skip what cannot come to the top.
        params.set("minExactCount", limit + SPARE);
        return ranked(this.index.query(params), draft, field);
    }

    private static String query(Terms terms, Set<String> tags, String field)
    {
        StringBuilder query = new StringBuilder();
        if (!terms.isEmpty()) {
            query.append(terms.on(field, 1));
            if (TEXT.equals(field)) {
                query.append(' ').append(terms.on("title", TITLE_FACTOR));
            }
        }
        return query.append(tags(tags, TAG_FACTOR)).toString();
    }

    private static String tags(Collection<String> tags, double factor)
    {
        return tags.stream().map(tag -> " tags:" + ClientUtils.escapeQueryChars(tag) + '^' + factor)
            .collect(Collectors.joining());
    }

    /** Asks how common the draft's words are: one look into the index's dictionary. */
    private Terms terms(Draft draft, String field) throws CopException
    {
        Map<String, Double> weights = Terms.weigh(IndexedText.oneLine(draft.title() == null ? "" : draft.title()),
            IndexedText.of(draft.body() == null ? "" : draft.body()));
        if (weights.isEmpty()) {
            return new Terms(List.of(), List.of());
        }
        ModifiableSolrParams params = new ModifiableSolrParams();
        params.set("q", "{!term f=kind v=$kind}");
        params.set("kind", TEXT.equals(field) ? IndexClient.QUESTION : IndexClient.ANSWER);
        params.set("rows", 0);
        params.set("terms", true);
        params.set("terms.fl", field);
        params.set("terms.list", String.join(",", weights.keySet()));
        QueryResponse response = this.index.query(params);
        Map<String, Long> frequencies = response.getTermsResponse().getTerms(field).stream()
            .collect(Collectors.toMap(TermsResponse.Term::getTerm, TermsResponse.Term::getFrequency, (a, b) -> a));
        return Terms.choose(weights, frequencies, response.getResults().getNumFound());
    }

    private static Map<PostId, Double> ranked(QueryResponse response, Draft draft, String field) throws CopException
    {
        Map<PostId, Double> scores = new LinkedHashMap<>();
        String home = draft.community() == null ? "" : draft.community().toString();
        for (SolrDocument document : response.getResults()) {
            PostId question = PostId.parse((String) document.getFieldValue("question"));
            if (!draft.except().contains(question)) {
                boolean atHome = home.equals(document.getFieldValue("community"));
                double score = ((Number) document.getFieldValue("score")).doubleValue();
                PostId found = TEXT.equals(field) ? question : Indexer.post((String) document.getFieldValue("id"));
                scores.put(found, atHome ? HOME_FACTOR * score : score);
            }
        }
        double best = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return scores.entrySet().stream().filter(entry -> entry.getValue() >= PASSING * best)
            .sorted(Map.Entry.<PostId, Double>comparingByValue().reversed())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /** What the hits depend on; the spaces, not the reader, so that readers with the same rights share them. */
    private record Key(Draft draft, int limit, String spaces, UUID changes)
    {
        /** So much more than its texts a key with its hits takes, about. */
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
