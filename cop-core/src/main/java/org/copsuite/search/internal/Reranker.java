/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.copsuite.CopException;
import org.copsuite.spi.Encoder;
import org.copsuite.spi.SearchSource;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Reorders the best hits of a query by meaning: by the z-score of the score of their words, plus a weight times the z-score
 * of the largest cosine between the query and the thing or one of its parts. Adds nothing to the hits and removes nothing.
 * Leaves them as they are if there is no encoder, if it does not know the language of the query, and if it has encoded
 * fewer than half of the hits. A hit that is not encoded counts as of average closeness.
 */
@Component(roles = Reranker.class)
@Singleton
public class Reranker
{
    /** The number of hits that are reordered; each more costs a row that is read. */
    static final int DEPTH = 30;

    /** The weight of the meaning of a draft with a text. */
    static final double DRAFT = 0.5;

    /** The weight of the meaning of a title alone, and of typed words: the fewer words, the less they say of it. */
    static final double TITLE = 2;

    private static final long REMEMBERED = 500;

    @Inject
    private Encoders encoders;

    @Inject
    private Vectors vectors;

    @Inject
    private SearchSources sources;

    @Inject
    private IndexClient index;

    @Inject
    private IndexState state;

    @Inject
    private Logger logger;

    /** Caches orders until the index changes, since the page of a question is viewed again and again. */
    private final Cache<Key, List<UUID>> orders =
        Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(Duration.ofMinutes(1)).build();

    /** @return the number of hits to fetch so that the best ones can be reordered: 0 if nothing is */
    int depth()
    {
        return this.encoders.current().isPresent() ? DEPTH : 0;
    }

    /**
     * Starts to encode a query while its hits are searched for by their words.
     *
     * @param text the query as {@link EncodedText#of} makes it
     */
    void prepare(String text)
    {
        this.encoders.current().filter(encoder -> Encoders.knows(encoder, text))
            .ifPresent(encoder -> this.encoders.prepare(encoder, text));
    }

    /**
     * Reorders hits.
     *
     * @param reader the person who reads; parts that this person may not view do not count
     * @param wiki the wiki
     * @param text the query as {@link EncodedText#of} makes it
     * @param weight the weight of the meaning
     * @param scores the scores of things that this person may view, best first
     * @return the same things, best first
     * @throws CopException UNAVAILABLE if Solr does not respond
     */
    List<UUID> order(UserId reader, WikiId wiki, String text, double weight, Map<UUID, Double> scores) throws CopException
    {
        List<UUID> all = List.copyOf(scores.keySet());
        Optional<Encoder> encoder = this.encoders.current();
        if (all.size() < 2 || encoder.isEmpty() || !Encoders.knows(encoder.get(), text)) {
            return all;
        }
        List<UUID> best = all.subList(0, Math.min(DEPTH, all.size()));
        ModifiableSolrParams params = this.index.visible(reader, wiki, partTypes(), null, false);
        Key key = new Key(text, weight, scores, params.get("spaces"), Encoders.name(encoder.get()), this.state.changes());
        List<UUID> known = this.orders.getIfPresent(key);
        if (known == null) {
            known = order(best, scores, weight, () -> closeness(params, wiki, encoder.get(), text, best));
            this.orders.put(key, known);
        }
        List<UUID> order = new ArrayList<>(known);
        order.addAll(all.subList(best.size(), all.size()));
        return order;
    }

    private List<String> partTypes()
    {
        return this.sources.all().stream().map(SearchSource::partType).sorted().toList();
    }

    private List<UUID> order(List<UUID> best, Map<UUID, Double> scores, double weight, Closeness measure)
        throws CopException
    {
        try {
            Map<UUID, Double> closeness = measure.of();
            return 2 * closeness.size() < best.size() ? best : blend(best, scores, closeness, weight);
        } catch (IllegalStateException e) {
            // An extension fails, or was removed just now.
            this.logger.warn("Failed to order hits by meaning: [{}]; they are ordered by their words.", e.getMessage());
            return best;
        }
    }

    /** Orders by both z-scores; of equals, the first one stays first. */
    static List<UUID> blend(List<UUID> best, Map<UUID, Double> scores, Map<UUID, Double> closeness, double weight)
    {
        Map<UUID, Double> words = standard(best, scores);
        Map<UUID, Double> meaning = standard(best, closeness);
        return best.stream().sorted(Comparator.comparingDouble(
            (UUID id) -> words.getOrDefault(id, 0.0) + weight * meaning.getOrDefault(id, 0.0)).reversed()).toList();
    }

    private static Map<UUID, Double> standard(List<UUID> ids, Map<UUID, Double> values)
    {
        double[] present = ids.stream().filter(values::containsKey).mapToDouble(values::get).toArray();
        double mean = Arrays.stream(present).average().orElse(0);
        double variance = Arrays.stream(present).map(value -> (value - mean) * (value - mean)).average().orElse(0);
        Map<UUID, Double> standard = new HashMap<>();
        if (variance > 0) {
            ids.stream().filter(values::containsKey)
                .forEach(id -> standard.put(id, (values.get(id) - mean) / Math.sqrt(variance)));
        }
        return standard;
    }

    /** @return the largest cosine of each thing that is encoded */
    private Map<UUID, Double> closeness(ModifiableSolrParams params, WikiId wiki, Encoder encoder, String text,
        List<UUID> things) throws CopException
    {
        Map<UUID, UUID> items = parts(params, things);
        things.forEach(thing -> items.put(thing, thing));
        Map<UUID, byte[]> packed = this.vectors.of(wiki, things, Encoders.name(encoder));
        packed.keySet().retainAll(items.keySet());
        Map<UUID, Double> closeness = new HashMap<>();
        if (!packed.isEmpty()) {
            float[] query = this.encoders.vector(encoder, text);
            packed.forEach((id, vector) -> closeness.merge(items.get(id), Vectors.cosine(query, vector), Math::max));
        }
        return closeness;
    }

    /** Parts as a reader finds them by their words: in a space that this person may view, without own rights. */
    private Map<UUID, UUID> parts(ModifiableSolrParams params, List<UUID> things) throws CopException
    {
        params.set("q", "*:*");
        params.set("items", things.stream().map(UUID::toString).collect(Collectors.joining(",")));
        params.add("fq", "{!cache=false}{!terms f=item v=$items}");
        params.set("fl", "id,item");
        params.set("rows", DEPTH * EncodedText.PARTS);
        Map<UUID, UUID> parts = new LinkedHashMap<>();
        for (SolrDocument document : this.index.query(params).getResults()) {
            parts.put(Indexer.idOf((String) document.getFieldValue("id")),
                UUID.fromString((String) document.getFieldValue("item")));
        }
        return parts;
    }

    /** Measures how close things are. */
    @FunctionalInterface
    private interface Closeness
    {
        Map<UUID, Double> of() throws CopException;
    }

    /** The key of a cached order; contains the spaces instead of the reader. */
    private record Key(String text, double weight, Map<UUID, Double> scores, String spaces, String encoder, UUID changes)
    {
        private Key
        {
            scores = new LinkedHashMap<>(scores);
        }
    }
}
