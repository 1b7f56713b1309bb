/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.solr.common.params.ModifiableSolrParams;
import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.AnswerFacts;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.search.IndexFields;
import org.copsuite.search.SearchService;
import org.copsuite.spi.SearchHit;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Queries Solr for ids and the projections for the displayed data. Permissions are checked twice: Solr filters by
 * space, so that pages of hits are full, and the projections decide, so that an outdated document of the index reveals
 * nothing.
 */
@Component
@Singleton
public class DefaultSearchService implements SearchService
{
    private static final String FIELDS = "id,kind,item," + IndexFields.EXCERPT;

    private static final String BEST_FIRST = "score desc, id asc";

    private static final int MOST_ROWS = 100;

    /** If fewer hits are found, a second query accepts fewer of the words and other forms of them. */
    private static final long FEW = 3;

    /**
     * The maximum number of queries that fill up a page of hits after the projections have removed hits that the reader
     * may not view.
     */
    private static final int ROUNDS = 5;

    /** How long an answer is cached: this node gets no event when another node rebuilds the index. */
    private static final Duration CACHE_TIME = Duration.ofSeconds(10);

    /** The maximum size of the cache in characters. */
    private static final long CACHE_CHARACTERS = 4_000_000;

    @Inject
    private IndexClient index;

    @Inject
    private IndexState state;

    @Inject
    private WordStatistics statistics;

    @Inject
    private SimilarPosts similar;

    @Inject
    private AnswererFacets facets;

    @Inject
    private SearchSources sources;

    @Inject
    private CursorSeal seal;

    @Inject
    private QuestionQueries questions;

    @Inject
    private PostSource posts;

    private final Cache<CacheKey, SearchHits> found = Caffeine.newBuilder().expireAfterWrite(CACHE_TIME)
        .maximumWeight(CACHE_CHARACTERS)
        .<CacheKey, SearchHits>weigher((key, answer) -> key.query().length() + answer.size()).build();

    @Override
    public Slice<Hit> search(UserId reader, Search search) throws CopException
    {
        SearchWords words = SearchWords.of(QueryText.parse(search.text()));
        SearchCursor cursor = SearchCursor.of(search, this.seal);
        if (words.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        int limit = Math.max(1, Math.min(MOST_ROWS, search.limit()));
        WordStatistics.Counts counts = this.statistics.of(words.all(cursor.relaxed()));
        List<Hit> hits = new ArrayList<>();
        for (int round = 0; cursor != null && hits.size() < limit && round < ROUNDS; round++) {
            SearchHits answer = find(reader, search, words, counts, cursor, limit - hits.size());
            if (cursor.isStart() && answer.total() < FEW && !cursor.relaxed()) {
                cursor = cursor.relax();
                counts = this.statistics.of(words.all(true));
                answer = find(reader, search, words, counts, cursor, limit);
            }
            hits.addAll(shown(reader, search.wiki(), answer));
            SearchCursor next = cursor.after(answer.matches().size(), answer.mark());
            cursor = next.seen() < answer.total() && !next.mark().equals(cursor.mark()) ? next : null;
        }
        return new Slice<>(hits, cursor == null ? null : cursor.write(search.wiki(), this.seal));
    }

    @Override
    public Reading reading(String text)
    {
        return QueryText.parse(text).reading();
    }

    @Override
    public Draft draft(UserId reader, WikiId wiki, PostId question) throws CopException
    {
        QuestionSummary summary = this.questions.summaries(reader, wiki, Set.of(question)).get(question);
        if (summary == null) {
            throw CopException.notFound();
        }
        String body = this.posts.body(wiki, question).orElse("");
        return new Draft(wiki, summary.title(), body.substring(0, Math.min(body.length(), DRAFT_MAXIMUM)), summary.tags(),
            summary.community(), Set.of(question));
    }

    @Override
    public List<QuestionSummary> related(UserId reader, Draft draft, int limit) throws CopException
    {
        int rows = Math.max(1, Math.min(MOST_ROWS, limit));
        Map<PostId, Double> scores = this.similar.questions(reader, draft, rows);
        Map<PostId, QuestionSummary> summaries =
            scores.isEmpty() ? Map.of() : this.questions.summaries(reader, draft.wiki(), scores.keySet());
        return scores.keySet().stream().map(summaries::get).filter(Objects::nonNull).limit(rows).toList();
    }

    @Override
    public List<Evidence> evidence(UserId reader, Draft draft, int limit) throws CopException
    {
        int rows = Math.max(1, Math.min(MOST_ROWS, limit));
        Map<PostId, Double> scores = this.similar.answers(reader, draft, rows);
        Map<PostId, AnswerFacts> facts =
            scores.isEmpty() ? Map.of() : this.posts.answers(reader, draft.wiki(), scores.keySet());
        List<Evidence> evidence = new ArrayList<>();
        scores.forEach((id, score) -> {
            AnswerFacts answer = facts.get(id);
            if (answer != null && evidence.size() < rows && !draft.except().contains(answer.question())) {
                evidence.add(new Evidence(id, answer.question(), answer.questionTitle(), answer.author(), answer.tags(),
                    answer.created().toEpochMilli(), answer.score(), answer.accepted(), score));
            }
        });
        return List.copyOf(evidence);
    }

    @Override
    public Answerers answerers(UserId reader, WikiId wiki, Collection<String> tags, CommunityId community, int limit)
        throws CopException
    {
        return this.facets.answerers(reader, wiki, Set.copyOf(tags), community, limit);
    }

    /** Reuses the answer of the same query by anybody who may view the same spaces, until the index changes. */
    private SearchHits find(UserId reader, Search search, SearchWords words, WordStatistics.Counts counts,
        SearchCursor cursor, int rows) throws CopException
    {
        ModifiableSolrParams params =
            this.index.visible(reader, search.wiki(), this.sources.types(), search.community(), true);
        if (search.tag() != null && !search.tag().isEmpty()) {
            params.set("tag", TermBag.tag(search.tag()));
            params.add("fq", "{!term f=tag_set v=$tag}");
        }
        new SearchQuery(words, counts, cursor.relaxed()).addTo(params);
        params.set("fl", FIELDS);
        params.set("sort", BEST_FIRST);
        params.set("rows", rows);
        params.set("cursorMark", cursor.mark());
        CacheKey key = new CacheKey(params.toQueryString(), this.state.changes());
        SearchHits known = this.found.getIfPresent(key);
        if (known == null) {
            known = SearchHits.of(this.index.query(params), words.marks(cursor.relaxed(), counts));
            this.found.put(key, known);
        }
        return known;
    }

    private List<Hit> shown(UserId reader, WikiId wiki, SearchHits answer)
    {
        Map<String, Set<UUID>> ids = answer.matches().stream().collect(
            Collectors.groupingBy(SearchHits.Match::type, Collectors.mapping(SearchHits.Match::id,
                Collectors.toSet())));
        Map<String, Map<UUID, ? extends SearchHit>> items = new HashMap<>();
        ids.forEach((type, some) -> items.put(type, this.sources.find(type)
            .<Map<UUID, ? extends SearchHit>>map(source -> source.hits(reader, wiki, some)).orElse(Map.of())));
        return answer.matches().stream().filter(match -> items.get(match.type()).containsKey(match.id()))
            .map(match -> new Hit(items.get(match.type()).get(match.id()), match.snippet())).toList();
    }

    /**
     * The key of a cached answer.
     *
     * @param query the complete query, including the spaces that the reader may view
     * @param changes the id of the state of the index
     */
    private record CacheKey(String query, UUID changes)
    {
    }
}
