/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

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

    private static final String TAG = "tag";

    private static final String TYPE = "type";

    private static final String FACET = "facet";

    private static final String BY_QUERY = "query";

    private static final String DOMAIN = "domain";

    private static final String FILTER = "filter";

    /** The decay of recency: 20 days in milliseconds, measured in docs/developer/retrieval.md. */
    private static final long DECAY = 20L * 24 * 60 * 60 * 1000;

    /** An answer that is older than the latest one by so many decays counts less than 1/20,000 of it. */
    private static final int FORGOTTEN = 10;

    /** How long an answer is cached: this node gets no event when another node changes the index. */
    private static final Duration CACHE_TIME = Duration.ofSeconds(10);

    /** The maximum size of each cache, in answers or people of some hundred bytes each. */
    private static final long CACHE_ANSWERS = 20_000;

    @Inject
    private IndexClient index;

    @Inject
    private IndexState state;

    private final Cache<Key, Lately> known = Caffeine.newBuilder().expireAfterWrite(CACHE_TIME).maximumWeight(CACHE_ANSWERS)
        .<Key, Lately>weigher((key, lately) -> key.size() + lately.latest().size()).build();

    private final Cache<Key, Optional<Tagged>> knownTags = Caffeine.newBuilder().expireAfterWrite(CACHE_TIME)
        .maximumWeight(CACHE_ANSWERS).<Key, Optional<Tagged>>weigher((key, tag) -> key.size()
            + tag.map(one -> one.people().size()).orElse(0)).build();

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
        Lately lately = lately(params, limit, !tags.isEmpty());
        return lately.latest().isEmpty() ? new Answerers(0, List.of(), List.of(), List.of())
            : new Answerers(lately.answers(), tagged(params, List.copyOf(tags), lately.newest(), limit), lately.people(),
                lately.latest());
    }

    /** Reads who answered lately, whatever is sought, once for all readers who may view the same until the index changes. */
    private Lately lately(ModifiableSolrParams visible, int limit, boolean withTags) throws CopException
    {
        Key key = new Key(visible.toQueryString(), limit, withTags, this.state.changes());
        Lately known = this.known.getIfPresent(key);
        if (known == null) {
            known = readLately(visible, limit, withTags);
            this.known.put(key, known);
        }
        return known;
    }

    private Lately readLately(ModifiableSolrParams visible, int limit, boolean withTags) throws CopException
    {
        List<LatestAnswer> latest = latest(visible, SearchService.LATEST_ANSWERS, withTags);
        if (latest.isEmpty()) {
            return new Lately(0, List.of(), List.of());
        }
        ModifiableSolrParams params = new ModifiableSolrParams(visible);
        params.set(ROWS, 0);
        long newest = latest.get(0).created();
        Map<String, Object> recent = new HashMap<>(byRecency(newest, limit));
        recent.put(DOMAIN, Map.of(FILTER, CREATED + ":[" + (newest - FORGOTTEN * DECAY) + " TO *]"));
        params.set(FACETS, Utils.toJSONString(Map.of(LATELY, recent)));
        NestableJsonFacet found = this.index.query(params).getJsonFacetingResponse();
        List<Answerer> people = people(found.getBucketBasedFacets(LATELY));
        if (people.size() < limit) {
            params.set(FACETS, Utils.toJSONString(Map.of(LATELY, byRecency(newest, limit))));
            people = people(this.index.query(params).getJsonFacetingResponse().getBucketBasedFacets(LATELY));
        }
        return new Lately(found.getCount(), people, latest);
    }

    /** Implements {@code SearchService#answerersOf}. Reads only the answers with the tag. */
    Optional<Tagged> of(UserId reader, WikiId wiki, String tag, CommunityId community, int limit) throws CopException
    {
        ModifiableSolrParams params = this.index.visible(reader, wiki, List.of(QuestionHit.ANSWER_TYPE), community,
            false);
        params.set("q", "{!term f=tags v=$tag}");
        params.set(TAG, tag);
        Key key = new Key(params.toQueryString(), limit, false, this.state.changes());
        Optional<Tagged> known = this.knownTags.getIfPresent(key);
        if (known == null) {
            List<LatestAnswer> latest = latest(params, 1, false);
            known = latest.isEmpty() ? Optional.empty()
                : tagged(params, List.of(tag), latest.get(0).created(), limit).stream().findFirst();
            this.knownTags.put(key, known);
        }
        return known;
    }

    /**
     * Reads who answered most with each tag, then how many of their answers are accepted and how late they were. Solr would
     * compute both for each person separately if it had to find the people at the same time.
     */
    private List<Tagged> tagged(ModifiableSolrParams visible, List<String> tags, long newest, int limit) throws CopException
    {
        if (tags.isEmpty()) {
            return List.of();
        }
        ModifiableSolrParams params = new ModifiableSolrParams(visible);
        params.set(ROWS, 0);
        Map<String, Object> facets = new LinkedHashMap<>();
        for (int i = 0; i < tags.size(); i++) {
            params.set(TAG + i, tags.get(i));
            facets.put(TAG + i, withTag(i, Map.of(PEOPLE, byAuthor("count desc", limit, Map.of()))));
        }
        params.set(FACETS, Utils.toJSONString(facets));
        NestableJsonFacet most = this.index.query(params).getJsonFacetingResponse();
        facets.clear();
        for (int i = 0; i < tags.size(); i++) {
            NestableJsonFacet tag = most.getQueryFacet(TAG + i);
            if (tag != null && tag.getCount() > 0) {
                params.set(PEOPLE + i, tag.getBucketBasedFacets(PEOPLE).getBuckets().stream()
                    .map(bucket -> (String) bucket.getVal()).collect(Collectors.joining(IndexClient.SEPARATOR)));
                String people = IndexClient.terms(AUTHOR, PEOPLE + i);
                facets.put(TAG + i, withTag(i, Map.of(
                    RECENCY, within(List.of(people), Map.of(RECENCY, recency(newest))),
                    ACCEPTED, within(List.of(people, "accepted:true"), Map.of()))));
            }
        }
        if (facets.isEmpty()) {
            return List.of();
        }
        params.set(FACETS, Utils.toJSONString(facets));
        NestableJsonFacet more = this.index.query(params).getJsonFacetingResponse();
        return facets.keySet().stream().map(name -> tagged(tags.get(Integer.parseInt(name.substring(TAG.length()))),
            most.getQueryFacet(name), more.getQueryFacet(name))).toList();
    }

    private static Tagged tagged(String tag, NestableJsonFacet most, NestableJsonFacet more)
    {
        Map<String, BucketJsonFacet> recency = buckets(more, RECENCY);
        Map<String, BucketJsonFacet> accepted = buckets(more, ACCEPTED);
        return new Tagged(tag, most.getCount(), most.getBucketBasedFacets(PEOPLE).getBuckets().stream().map(bucket -> {
            String author = (String) bucket.getVal();
            return new Answerer(new UserId(author), (int) bucket.getCount(),
                accepted.containsKey(author) ? (int) accepted.get(author).getCount() : 0,
                recency.containsKey(author) ? recencyOf(recency.get(author)) : 0);
        }).toList());
    }

    private static Map<String, BucketJsonFacet> buckets(NestableJsonFacet facet, String name)
    {
        BucketBasedJsonFacet found = facet == null ? null : facet.getBucketBasedFacets(name);
        return found == null ? Map.of() : found.getBuckets().stream()
            .collect(Collectors.toMap(bucket -> (String) bucket.getVal(), Function.identity()));
    }

    private static Map<String, Object> withTag(int number, Map<String, Object> facets)
    {
        return Map.of(TYPE, BY_QUERY, "q", "{!term f=tags v=$" + TAG + number + '}', FACET, facets);
    }

    /** Counts by author among some answers, with all values at once, which Solr does only where there is no limit. */
    private static Map<String, Object> within(List<String> filters, Map<String, Object> values)
    {
        Map<String, Object> facet = new HashMap<>(byAuthor("index asc", -1, values));
        facet.put(DOMAIN, Map.of(FILTER, filters));
        return facet;
    }

    /** Without tags, which have several values, Solr reads doc values instead of whole documents. */
    private List<LatestAnswer> latest(ModifiableSolrParams visible, int rows, boolean withTags) throws CopException
    {
        ModifiableSolrParams params = new ModifiableSolrParams(visible);
        params.set(ROWS, rows);
        params.set("sort", CREATED + " desc, id desc");
        params.set("fl", withTags ? String.join(",", AUTHOR, CREATED, TAGS) : String.join(",", AUTHOR, CREATED));
        return this.index.query(params).getResults().stream().map(document -> new LatestAnswer(
            new UserId((String) document.getFieldValue(AUTHOR)), ((Number) document.getFieldValue(CREATED)).longValue(),
            tags(document))).toList();
    }

    private static Set<String> tags(SolrDocument document)
    {
        Collection<Object> tags = document.getFieldValues(TAGS);
        return tags == null ? Set.of() : tags.stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private static Map<String, Object> byRecency(long latest, int limit)
    {
        return byAuthor(RECENCY + " desc", limit, Map.of(RECENCY, recency(latest)));
    }

    private static Map<String, Object> byAuthor(String sort, int limit, Map<String, Object> values)
    {
        return Map.of(TYPE, "terms", "field", AUTHOR, "limit", limit, "sort", sort, FACET, values);
    }

    private static String recency(long latest)
    {
        return "sum(exp(div(sub(created," + latest + ")," + DECAY + ")))";
    }

    private static List<Answerer> people(BucketBasedJsonFacet facet)
    {
        return facet == null ? List.of() : facet.getBuckets().stream().map(bucket -> new Answerer(
            new UserId((String) bucket.getVal()), (int) bucket.getCount(), 0, recencyOf(bucket))).toList();
    }

    private static double recencyOf(BucketJsonFacet bucket)
    {
        return ((Number) bucket.getStatValue(RECENCY)).doubleValue();
    }

    /**
     * The key of what is cached.
     *
     * @param query the query, which contains the spaces that the reader may view
     * @param limit the maximum number of people
     * @param withTags whether the latest answers have their tags
     * @param changes the state of the index
     */
    private record Key(String query, int limit, boolean withTags, UUID changes)
    {
        /** The number of characters that take as much memory as an answer. */
        private static final int CHARACTERS = 100;

        int size()
        {
            return 1 + this.query.length() / CHARACTERS;
        }
    }

    /**
     * Who answered lately.
     *
     * @param answers the number of all answers
     * @param people the people, those who answered most and latest first; without how many answers are accepted
     * @param latest the latest answers, newest first
     */
    private record Lately(long answers, List<Answerer> people, List<LatestAnswer> latest)
    {
        long newest()
        {
            return this.latest.get(0).created();
        }
    }
}
