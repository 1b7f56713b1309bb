/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.response.json.BucketBasedJsonFacet;
import org.apache.solr.client.solrj.response.json.BucketJsonFacet;
import org.apache.solr.client.solrj.response.json.NestableJsonFacet;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.Utils;
import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.QuestionHit;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Answerer;
import org.copsuite.search.SearchService.Answerers;
import org.copsuite.search.SearchService.LatestAnswer;
import org.copsuite.search.SearchService.Tagged;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Counts answers by author, with few requests regardless of the size of the wiki. */
@Component(roles = AnswererFacets.class)
@Singleton
public class AnswererFacets
{
    private static final String FACETS = "json.facet";

    private static final String ROWS = "rows";

    private static final String AUTHOR = "author";

    private static final String CREATED = "created";

    private static final String TAGS = "tags";

    private static final String LATELY = "lately";

    private static final String PEOPLE = "people";

    private static final String RECENCY = "recency";

    private static final String ACCEPTED = "accepted";

    private static final String MOST_FIRST = "count desc";

    private static final String LATEST_FIRST = RECENCY + " desc";

    private static final String TAG = "tag";

    private static final String TYPE = "type";

    private static final String FACET = "facet";

    private static final String BY_QUERY = "query";

    /** The decay of recency: 20 days in milliseconds, measured in docs/developer/retrieval.md. */
    private static final long DECAY = 20L * 24 * 60 * 60 * 1000;

    /** An answer that is older than the latest one by so many decays counts less than 1/20,000 of it. */
    private static final int FORGOTTEN = 10;

    @Inject
    private IndexClient index;

    /**
     * Implements {@code SearchService#answerers}. Recency counts from the latest answer instead of from now: callers
     * only compare it, so that a wiki without activity for years still shows who was active last.
     */
    Answerers answerers(UserId reader, WikiId wiki, Collection<String> tags, CommunityId community, int limit)
        throws CopException
    {
        ModifiableSolrParams params = this.index.visible(reader, wiki, List.of(QuestionHit.ANSWER_TYPE), community,
            false);
        params.set("q", "*:*");
        List<LatestAnswer> latest = latest(params, SearchService.LATEST_ANSWERS);
        if (latest.isEmpty()) {
            return new Answerers(0, List.of(), List.of(), List.of());
        }
        List<String> names = List.copyOf(tags);
        params.set(ROWS, 0);
        long newest = latest.get(0).created();
        params.set(FACETS, Utils.toJSONString(facets(names, newest, limit, params)));
        NestableJsonFacet found = this.index.query(params).getJsonFacetingResponse();
        List<Tagged> tagged = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            tagged(names.get(i), found.getQueryFacet(TAG + i)).ifPresent(tagged::add);
        }
        List<Answerer> lately = people(found.getBucketBasedFacets(LATELY));
        if (lately.size() < limit) {
            params.set(FACETS, Utils.toJSONString(Map.of(LATELY, byAuthor(LATEST_FIRST, newest, limit))));
            lately = people(this.index.query(params).getJsonFacetingResponse().getBucketBasedFacets(LATELY));
        }
        return new Answerers(found.getCount(), tagged, lately, latest);
    }

    /** Implements {@code SearchService#answerersOf}. Reads only the answers with the tag. */
    Optional<Tagged> of(UserId reader, WikiId wiki, String tag, CommunityId community, int limit) throws CopException
    {
        ModifiableSolrParams params = this.index.visible(reader, wiki, List.of(QuestionHit.ANSWER_TYPE), community,
            false);
        params.set("q", "{!term f=tags v=$tag}");
        params.set(TAG, tag);
        List<LatestAnswer> latest = latest(params, 1);
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        params.set(ROWS, 0);
        params.set(FACETS, Utils.toJSONString(Map.of(TAG, Map.of(TYPE, BY_QUERY, "q", "*:*", FACET,
            Map.of(PEOPLE, byAuthor(MOST_FIRST, latest.get(0).created(), limit))))));
        return tagged(tag, this.index.query(params).getJsonFacetingResponse().getQueryFacet(TAG));
    }

    private static Optional<Tagged> tagged(String name, NestableJsonFacet tag)
    {
        return tag == null || tag.getCount() == 0 ? Optional.empty()
            : Optional.of(new Tagged(name, tag.getCount(), people(tag.getBucketBasedFacets(PEOPLE))));
    }

    private List<LatestAnswer> latest(ModifiableSolrParams visible, int rows) throws CopException
    {
        ModifiableSolrParams params = new ModifiableSolrParams(visible);
        params.set(ROWS, rows);
        params.set("sort", CREATED + " desc, id desc");
        params.set("fl", String.join(",", AUTHOR, CREATED, TAGS));
        return this.index.query(params).getResults().stream().map(document -> new LatestAnswer(
            new UserId((String) document.getFieldValue(AUTHOR)), ((Number) document.getFieldValue(CREATED)).longValue(),
            tags(document))).toList();
    }

    private static Set<String> tags(SolrDocument document)
    {
        Collection<Object> tags = document.getFieldValues(TAGS);
        return tags == null ? Set.of() : tags.stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private static Map<String, Object> facets(List<String> tags, long latest, int limit, ModifiableSolrParams params)
    {
        Map<String, Object> facets = new LinkedHashMap<>();
        for (int i = 0; i < tags.size(); i++) {
            params.set(TAG + i, tags.get(i));
            facets.put(TAG + i, Map.of(TYPE, BY_QUERY, "q", "{!term f=tags v=$tag" + i + '}', FACET,
                Map.of(PEOPLE, byAuthor(MOST_FIRST, latest, limit))));
        }
        Map<String, Object> lately = new HashMap<>(byAuthor(LATEST_FIRST, latest, limit));
        lately.put("domain", Map.of("filter", CREATED + ":[" + (latest - FORGOTTEN * DECAY) + " TO *]"));
        facets.put(LATELY, lately);
        return facets;
    }

    private static Map<String, Object> byAuthor(String sort, long latest, int limit)
    {
        String recency = "sum(exp(div(sub(created," + latest + ")," + DECAY + ")))";
        return Map.of(TYPE, "terms", "field", AUTHOR, "limit", limit, "sort", sort, FACET,
            Map.of(ACCEPTED, Map.of(TYPE, BY_QUERY, "q", "accepted:true"), RECENCY, recency));
    }

    private static List<Answerer> people(BucketBasedJsonFacet facet)
    {
        List<Answerer> people = new ArrayList<>();
        if (facet != null) {
            for (BucketJsonFacet bucket : facet.getBuckets()) {
                NestableJsonFacet accepted = bucket.getQueryFacet(ACCEPTED);
                people.add(new Answerer(new UserId((String) bucket.getVal()), (int) bucket.getCount(),
                    accepted == null ? 0 : (int) accepted.getCount(),
                    ((Number) bucket.getStatValue(RECENCY)).doubleValue()));
            }
        }
        return people;
    }
}
