/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.Reason;
import org.copsuite.expertise.ExpertiseService.Reason.Kind;
import org.copsuite.search.SearchService.Answerer;
import org.copsuite.search.SearchService.Evidence;

/** Collects the evidence about one person. */
class Candidate
{
    /** Maximum number of reasons shown. */
    private static final int MOST = 4;

    /** Least decay for the reason "lately": that of about a month. */
    private static final double LATELY = 0.37;

    private double voting;

    private double profile;

    private double recency;

    private double declared;

    private Evidence best;

    private final Map<String, Level> topics = new LinkedHashMap<>();

    private final Map<String, Answerer> tags = new LinkedHashMap<>();

    void answeredSimilar(Evidence evidence)
    {
        this.voting += evidence.score();
        if (this.best == null) {
            this.best = evidence;
        }
    }

    void answeredTag(String tag, Answerer answerer, double weight)
    {
        this.profile += weight;
        this.tags.merge(tag, answerer, (a, b) -> new Answerer(a.author(), a.answers() + b.answers(),
            a.accepted() + b.accepted(), a.recency() + b.recency()));
    }

    void answeredLately(double amount)
    {
        this.recency += amount;
    }

    void declared(String topic, Level level)
    {
        this.declared += level.ordinal() + 1;
        this.topics.merge(topic, level, (a, b) -> a.compareTo(b) > 0 ? a : b);
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

    double declared()
    {
        return this.declared;
    }

    Evidence best()
    {
        return this.best;
    }

    /** @return whether there is more evidence than recent activity */
    boolean isRelated()
    {
        return this.voting > 0 || this.profile > 0 || this.declared > 0;
    }

    /**
     * @return the reasons, strongest first. An answered question is without its page, which the caller reads for all
     */
    List<Reason> reasons(Weights weights)
    {
        Map<Reason, Double> strengths = new LinkedHashMap<>();
        this.topics.forEach((topic, level) -> strengths.put(reason(Kind.DECLARED, topic, level, 0, 0),
            weights.declared(level.ordinal() + 1)));
        this.tags.forEach((tag, answerer) -> strengths.put(
            reason(Kind.ANSWERED_TAG, tag, null, answerer.answers(), answerer.accepted()),
            weights.profile(this.profile) * answerer.answers() / answers()));
        if (this.best != null) {
            strengths.put(new Reason(Kind.ANSWERED_SIMILAR, "", null, 0, 0, this.best.question(),
                this.best.questionTitle(), null), weights.voting(this.voting));
        }
        if (this.recency >= LATELY || !isRelated()) {
            strengths.put(reason(Kind.RECENT, "", null, 0, 0), weights.recency(this.recency));
        }
        List<Map.Entry<Reason, Double>> ordered = new ArrayList<>(strengths.entrySet());
        ordered.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        return ordered.stream().limit(MOST).map(Map.Entry::getKey).toList();
    }

    private int answers()
    {
        return Math.max(1, this.tags.values().stream().mapToInt(Answerer::answers).sum());
    }

    private static Reason reason(Kind kind, String topic, Level level, int count, int accepted)
    {
        return new Reason(kind, topic, level, count, accepted, null, null, null);
    }
}
