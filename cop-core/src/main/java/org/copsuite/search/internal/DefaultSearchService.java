/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private Reranker reranker;

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
        Words words = new Words(SearchWords.of(QueryText.parse(search.text())));
        SearchCursor cursor = SearchCursor.of(search, this.seal);
        if (words.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        int limit = Math.max(1, Math.min(MOST_ROWS, search.limit()));
        int depth = this.reranker.depth();
        if (cursor.isStart() && (depth > 0 || cursor.seen() > 0)) {
            return reordered(reader, search, words, cursor, limit);
        }
        Found found = collect(reader, search, words, cursor, limit);
        return new Slice<>(found.hits(), written(search, found.next()));
    }

    /** Reorders the best hits, whatever the size of a page; within them, a cursor counts those already shown. */
    private Slice<Hit> reordered(UserId reader, Search search, Words words, SearchCursor cursor, int limit)
        throws CopException
    {
        String text = EncodedText.of(reading(search.text()).including().replace('"', ' '), "");
        this.reranker.prepare(text);
        Found best = collect(reader, search, words, cursor.restart(), Math.max(Reranker.DEPTH, limit));
        Map<UUID, Hit> hits = new LinkedHashMap<>();
        best.hits().forEach(hit -> hits.put(hit.item().id(), hit));
        List<Hit> order = this.reranker.order(reader, search.wiki(), text, Reranker.TITLE, best.scores()).stream()
            .map(hits::get).toList();
        int from = (int) Math.min(cursor.seen(), order.size());
        int to = Math.min(from + limit, order.size());
        List<Hit> page = new ArrayList<>(order.subList(from, to));
        if (to < order.size()) {
            return new Slice<>(page, best.start().after(to, cursor.mark()).write(search.wiki(), this.seal));
        }
        if (page.size() == limit || best.next() == null) {
            return new Slice<>(page, written(search, best.next()));
        }
        Found further = collect(reader, search, words, best.next(), limit - page.size());
        page.addAll(further.hits());
        return new Slice<>(page, written(search, further.next()));
    }

    private String written(Search search, SearchCursor next)
    {
        return next == null ? null : next.write(search.wiki(), this.seal);
    }

    /** Collects hits in the order of the index, from a position on. */
    private Found collect(UserId reader, Search search, Words words, SearchCursor from, int limit) throws CopException
    {
        First first = first(reader, search, words, from, limit);
        SearchCursor cursor = first.start();
        List<Hit> hits = new ArrayList<>();
        Map<UUID, Double> scores = new LinkedHashMap<>();
        for (int round = 0; cursor != null && hits.size() < limit && round < ROUNDS; round++) {
            SearchHits answer =
                round == 0 ? first.answer() : find(reader, search, words, cursor, limit - hits.size(), false);
            List<Hit> shown = shown(reader, search.wiki(), answer);
            hits.addAll(shown);
            Map<UUID, Double> all = answer.matches().stream()
                .collect(Collectors.toMap(SearchHits.Match::id, SearchHits.Match::score, Math::max));
            shown.forEach(hit -> scores.put(hit.item().id(), all.get(hit.item().id())));
            SearchCursor next = cursor.after(answer.matches().size(), answer.mark());
            cursor = next.seen() < answer.total() && !next.mark().equals(cursor.mark()) ? next : null;
        }
        return new Found(hits, scores, first.start(), cursor);
    }

    /** Sends the first query, and the second one if few things match; only the second one if that is certain or likely. */
    private First first(UserId reader, Search search, Words words, SearchCursor from, int limit) throws CopException
    {
        if (from.isStart() && !from.relaxed()) {
            SearchCursor relaxed = from.relax();
            WordStatistics.Counts counts = words.counts(this.statistics, false);
            if (words.words().most(counts) < FEW) {
                return new First(relaxed, find(reader, search, words, relaxed, limit, false));
            }
            if (words.words().expected(counts) < FEW) {
                SearchHits answer = find(reader, search, words, relaxed, limit, true);
                if (answer.strict() < FEW) {
                    return new First(relaxed, answer);
                }
            }
            SearchHits answer = find(reader, search, words, from, limit, false);
            return answer.total() < FEW ? new First(relaxed, find(reader, search, words, relaxed, limit, false))
                : new First(from, answer);
        }
        return new First(from, find(reader, search, words, from, limit, false));
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
        String text = EncodedText.of(orEmpty(draft.title()), orEmpty(draft.body()));
        this.reranker.prepare(text);
        Map<PostId, Double> scores = this.similar.questions(reader, draft, Math.max(rows, this.reranker.depth()));
        Map<PostId, QuestionSummary> summaries =
            scores.isEmpty() ? Map.of() : this.questions.summaries(reader, draft.wiki(), scores.keySet());
        Map<UUID, Double> visible = new LinkedHashMap<>();
        scores.forEach((id, score) -> {
            if (summaries.containsKey(id)) {
                visible.put(id.value(), score);
            }
        });
        double weight = orEmpty(draft.body()).isBlank() ? Reranker.TITLE : Reranker.DRAFT;
        return this.reranker.order(reader, draft.wiki(), text, weight, visible).stream()
            .map(id -> summaries.get(new PostId(id))).limit(rows).toList();
    }

    private static String orEmpty(String text)
    {
        return text == null ? "" : text;
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

    @Override
    public Optional<Tagged> answerersOf(UserId reader, WikiId wiki, String tag, CommunityId community, int limit)
        throws CopException
    {
        return this.facets.of(reader, wiki, tag, community, limit);
    }

    /** Reuses the answer of the same query by anybody who may view the same spaces, until the index changes. */
    private SearchHits find(UserId reader, Search search, Words typed, SearchCursor cursor, int rows, boolean counting)
        throws CopException
    {
        SearchWords words = typed.words();
        WordStatistics.Counts counts = typed.counts(this.statistics, cursor.relaxed());
        ModifiableSolrParams params =
            this.index.visible(reader, search.wiki(), this.sources.types(), search.community(), true);
        if (search.tag() != null && !search.tag().isEmpty()) {
            params.set("tag", TermBag.tag(search.tag()));
            params.add("fq", "{!term f=tag_set v=$tag}");
        }
        new SearchQuery(words, counts, cursor.relaxed()).addTo(params);
        if (counting) {
            params.set("strict", new SearchQuery(words, counts, false).both());
            params.set("facet", true);
            params.set("facet.query", SearchHits.STRICT);
        }
        // Sorted by more than the score, Solr computes it a second time for each hit that shows it.
        params.set("fl", this.reranker.depth() > 0 ? FIELDS + ',' + SearchHits.SCORE : FIELDS);
        params.set("sort", BEST_FIRST);
        params.set("rows", rows);
        params.set("cursorMark", cursor.mark());
        CacheKey key = new CacheKey(written(params), this.state.changes());
        SearchHits known = this.found.getIfPresent(key);
        if (known == null) {
            known = SearchHits.of(this.index.query(params), words.marks(cursor.relaxed(), counts));
            this.found.put(key, known);
        }
        return known;
    }

    /** Writes all parameters into one string; Solr's own method encodes each character for an address. */
    private static String written(ModifiableSolrParams params)
    {
        StringBuilder all = new StringBuilder();
        params.forEach(parameter -> {
            all.append(parameter.getKey());
            for (String value : parameter.getValue()) {
                all.append(value.length()).append(':').append(value);
            }
            all.append('\n');
        });
        return all.toString();
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

    /**
     * The first hits.
     *
     * @param start where they begin: of the query with fewer words if the other one finds too few
     * @param answer the hits
     */
    private record First(SearchCursor start, SearchHits answer)
    {
    }

    /**
     * Hits in the order of the index.
     *
     * @param hits the hits that the reader may view
     * @param scores their scores, by thing
     * @param start where they begin: of the query with fewer words if the other one found too few
     * @param next where further ones begin, {@code null} after the last one
     */
    private record Found(List<Hit> hits, Map<UUID, Double> scores, SearchCursor start, SearchCursor next)
    {
    }

    /** The words of a search with their statistics, read once for each of its two queries. */
    private static final class Words
    {
        private final SearchWords words;

        private final Map<Boolean, WordStatistics.Counts> counts = new HashMap<>();

        Words(SearchWords words)
        {
            this.words = words;
        }

        SearchWords words()
        {
            return this.words;
        }

        boolean isEmpty()
        {
            return this.words.isEmpty();
        }

        WordStatistics.Counts counts(WordStatistics statistics, boolean relaxed) throws CopException
        {
            WordStatistics.Counts known = this.counts.get(relaxed);
            if (known == null) {
                known = relaxed ? statistics.of(this.words.spelled(counts(statistics, false)))
                    : statistics.of(this.words.all(), this.words.spellings().joined());
                this.counts.put(relaxed, known);
            }
            return known;
        }
    }
}
