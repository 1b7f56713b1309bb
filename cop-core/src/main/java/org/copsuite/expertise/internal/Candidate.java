/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.expertise.ExpertiseService.Reason;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Answerer;
import org.copsuite.spi.ExpertiseEvidence.Evidence;
import org.copsuite.spi.Message;

/** Collects the evidence about one person. */
class Candidate
{
    /** Maximum number of reasons shown. */
    private static final int MOST = 4;

    /** Least decay for the reason "lately": that of about a month. */
    private static final double LATELY = 0.22;

    private double voting;

    private double profile;

    private double recency;

    private SearchService.Evidence best;

    /** The sum of the strengths of contributed evidence, by its kind. */
    private final Map<String, Double> contributed = new LinkedHashMap<>();

    /** The strongest contributed evidence, by its kind and topic. */
    private final Map<Contributed, Evidence> topics = new LinkedHashMap<>();

    private final Map<String, Answerer> tags = new LinkedHashMap<>();

    /** @param part what the answer counts at its age, between 0 and 1 */
    void answeredSimilar(SearchService.Evidence evidence, double part)
    {
        this.voting += part * evidence.score();
        if (this.best == null) {
            this.best = evidence;
        }
    }

    /** @param weight what the answers on the tag count */
    void answeredTag(double weight)
    {
        this.profile += weight;
    }

    /** Notes answers on a tag as a reason to show. */
    void answeredTag(String tag, Answerer answerer)
    {
        this.tags.merge(tag, answerer, (a, b) -> new Answerer(a.author(), a.answers() + b.answers(),
            a.accepted() + b.accepted(), a.recency() + b.recency()));
    }

    void answeredLately(double amount)
    {
        this.recency += amount;
    }

    void contributed(String kind, Evidence evidence)
    {
        this.contributed.merge(kind, evidence.strength(), Double::sum);
        this.topics.merge(new Contributed(kind, evidence.topic()), evidence,
            (a, b) -> a.strength() > b.strength() ? a : b);
    }

    double voting()
    {
        return this.voting;
    }

    double profile()
    {
        return this.profile;
    }

    double recency()
    {
        return this.recency;
    }

    /** @return the sum of the strengths of contributed evidence of a kind */
    double contributed(String kind)
    {
        return this.contributed.getOrDefault(kind, 0.0);
    }

    /** @return whether there is more evidence than recent activity */
    boolean isRelated()
    {
        return this.voting > 0 || this.profile > 0 || !this.contributed.isEmpty();
    }

    /**
     * @return the reasons, strongest first. An answered question is without its page, which the caller reads for all
     */
    List<Reason> reasons(Weights weights)
    {
        Map<Reason, Double> strengths = new LinkedHashMap<>();
        this.topics.forEach((from, evidence) -> strengths.put(
            new Reason(from.kind(), from.topic(), evidence.level(), 0, 0, null, null, null, evidence.reason()),
            weights.contributed(from.kind(), evidence.strength())));
        this.tags.forEach((tag, answerer) -> strengths.put(
            new Reason(Reason.ANSWERED_TAG, tag, null, answerer.answers(), answerer.accepted(), null, null, null,
                Message.of("cop.experts.why.tag", answerer.answers(), tag, answerer.accepted())),
            weights.profile(this.profile) * answerer.answers() / answers()));
        if (this.best != null) {
            strengths.put(new Reason(Reason.ANSWERED_SIMILAR, "", null, 0, 0, this.best.question(),
                this.best.questionTitle(), null, Message.of("cop.experts.why.similar")), weights.voting(this.voting));
        }
        if (this.recency >= LATELY || !isRelated()) {
            strengths.put(new Reason(Reason.RECENT, "", null, 0, 0, null, null, null,
                Message.of("cop.experts.why.recent")), weights.recency(this.recency));
        }
        List<Map.Entry<Reason, Double>> ordered = new ArrayList<>(strengths.entrySet());
        ordered.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        return ordered.stream().limit(MOST).map(Map.Entry::getKey).toList();
    }

    private int answers()
    {
        return Math.max(1, this.tags.values().stream().mapToInt(Answerer::answers).sum());
    }

    /**
     * Key of contributed evidence.
     *
     * @param kind the kind of the evidence
     * @param topic the topic
     */
    private record Contributed(String kind, String topic)
    {
    }
}
