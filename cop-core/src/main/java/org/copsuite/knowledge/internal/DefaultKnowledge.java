/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.knowledge.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.solr.common.params.ModifiableSolrParams;
import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.knowledge.Knowledge;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.AnswerFacts;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Asks Solr for ids and the views for what to show. What the reader may view is asked twice: Solr filters by the spaces,
 * so that pages of hits are full, and the views decide, so that a row which the index has not caught up with shows
 * nothing.
 */
@Component
@Singleton
public class DefaultKnowledge implements Knowledge
{
    private static final String QUERY = "q";

    private static final String ROWS = "rows";

    private static final String FIELDS = "fl";

    private static final String SORT = "sort";

    private static final String BEST_FIRST = "score desc, id asc";

    private static final int MOST_ROWS = 100;

    /** How often a page of hits is filled up, where hits fall away that only the views know not to be for the reader. */
    private static final int ROUNDS = 5;

    /** Another node may make the index again, of which this one is not told. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    /** Characters. */
    private static final long ROOM = 4_000_000;

    @Inject
    private IndexClient index;

    @Inject
    private IndexState state;

    @Inject
    private Similar similar;

    @Inject
    private AnswererFacets facets;

    @Inject
    private Indexer indexer;

    @Inject
    private CursorSeal seal;

    @Inject
    private QuestionQueries questions;

    @Inject
    private PostSource posts;

    private final Cache<Asked, Found> found = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumWeight(ROOM)
        .<Asked, Found>weigher((asked, answer) -> asked.query().length() + answer.size()).build();

    @Override
    public Slice<Hit> search(UserId reader, Search search) throws CopException
    {
        QueryText text = QueryText.parse(search.text());
        SearchCursor cursor = SearchCursor.of(search, this.seal);
        if (text.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        int limit = Math.max(1, Math.min(MOST_ROWS, search.limit()));
        List<Hit> hits = new ArrayList<>();
        for (int round = 0; cursor != null && hits.size() < limit && round < ROUNDS; round++) {
            ModifiableSolrParams params = searching(reader, search, text);
            params.set(ROWS, limit - hits.size());
            params.set("cursorMark", cursor.mark());
            Found answer = find(params);
            hits.addAll(shown(reader, search.wiki(), answer));
            SearchCursor next = cursor.after(answer.matches().size(), answer.mark());
            cursor = next.seen() < answer.total() && !next.mark().equals(cursor.mark()) ? next : null;
        }
        return new Slice<>(hits, cursor == null ? null : cursor.write(search.wiki(), this.seal));
    }

    @Override
    public List<Hit> related(UserId reader, Draft draft, int limit) throws CopException
    {
        int rows = Math.max(1, Math.min(MOST_ROWS, limit));
        Map<PostId, Double> scores = this.similar.questions(reader, draft, rows);
        Map<PostId, QuestionSummary> summaries =
            scores.isEmpty() ? Map.of() : this.questions.summaries(reader, draft.wiki(), scores.keySet());
        List<Hit> hits = new ArrayList<>();
        scores.forEach((id, score) -> {
            QuestionSummary summary = summaries.get(id);
            if (summary != null && hits.size() < rows) {
                hits.add(new Hit(summary, Html.EMPTY, score));
            }
        });
        return List.copyOf(hits);
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
    public Answerers answerers(UserId reader, String wiki, Collection<String> tags, UUID community, int limit)
        throws CopException
    {
        return this.facets.answerers(reader, wiki, Set.copyOf(tags), community, limit);
    }

    @Override
    public void reindex(String wiki) throws CopException
    {
        this.indexer.reindex(wiki);
    }

    private ModifiableSolrParams searching(UserId reader, Search search, QueryText text)
    {
        ModifiableSolrParams params =
            this.index.visible(reader, search.wiki(), IndexClient.QUESTION, search.community(), true);
        if (search.tag() != null && !search.tag().isEmpty()) {
            params.set("tag", search.tag());
            params.add("fq", "{!term f=tags v=$tag}");
        }
        params.set("defType", "edismax");
        params.set(QUERY, text.toSolr());
        params.set("qf", "title^3 tag_words^2 body answers");
        params.set("pf", "title^3 body answers");
        params.set("ps", "2");
        params.set("tie", "0.2");
        // One or two words are all wanted; of more, some may be missing.
        params.set("mm", "2<-1 5<60%");
        params.set("sow", false);
        // No field, and no other parser, can be named by what was typed.
        params.set("uf", "-* -_query_");
        params.set("lowercaseOperators", false);
        params.set(FIELDS, "id,question,score");
        params.set(SORT, BEST_FIRST);
        Snippets.ask(params);
        return params;
    }

    /** The question of everybody else who may view the same and looks for the same, until the index changes. */
    private Found find(ModifiableSolrParams params) throws CopException
    {
        Asked asked = new Asked(params.toQueryString(), this.state.changes());
        Found known = this.found.getIfPresent(asked);
        if (known == null) {
            known = Found.of(this.index.query(params));
            this.found.put(asked, known);
        }
        return known;
    }

    private List<Hit> shown(UserId reader, String wiki, Found answer)
    {
        Set<PostId> ids = answer.matches().stream().map(Found.Match::question).collect(Collectors.toSet());
        Map<PostId, QuestionSummary> summaries =
            ids.isEmpty() ? Map.of() : this.questions.summaries(reader, wiki, ids);
        return answer.matches().stream().filter(match -> summaries.containsKey(match.question()))
            .map(match -> new Hit(summaries.get(match.question()), match.snippet(), match.score())).toList();
    }

    /**
     * What Solr was asked.
     *
     * @param query the whole query, with the spaces that the reader may view
     * @param changes the state of the index
     */
    private record Asked(String query, UUID changes)
    {
    }
}
