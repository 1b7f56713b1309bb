/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.expertise.ExpertiseService.Activity;
import org.copsuite.expertise.ExpertiseService.EvidencePage;
import org.copsuite.expertise.ExpertiseService.Trend;
import org.copsuite.question.PostSource.AnswerFacts;

/** What the answers of a person to questions with a tag show: how many they are and what they count now, fading. */
final class AnsweredTag
{
    /** What an acceptance counts. Our choice: no data says how knowledge fades from what people wrote. */
    private static final double ACCEPTED = 2;

    /** What a vote counts. */
    private static final double VOTE = 0.2;

    /** After which time an answer counts half, in milliseconds. */
    private static final double HALF_LIFE = Duration.ofDays(182).toMillis();

    /** The time with which the present is compared, in milliseconds. */
    private static final long LATELY = Duration.ofDays(30).toMillis();

    /** Changes by less are none: without a new answer a topic loses a tenth in 30 days. */
    private static final double GROWN = 1.02;

    private static final double FADED = 0.95;

    private static final Comparator<AnswerFacts> BEST = Comparator.comparing(AnswerFacts::accepted)
        .thenComparingInt(AnswerFacts::score).thenComparing(AnswerFacts::created).reversed();

    private final String tag;

    /** The best answer to each of the best questions, best first. */
    private final List<AnswerFacts> best = new ArrayList<>();

    private int answers;

    private int accepted;

    private int votes;

    private double strength;

    private double before;

    private AnsweredTag(String tag)
    {
        this.tag = tag;
    }

    /**
     * @param answers the answers of one person
     * @param now the present time, in milliseconds of the epoch
     * @return the tags of their questions, most answers first
     */
    static List<AnsweredTag> of(List<AnswerFacts> answers, long now)
    {
        Map<String, AnsweredTag> tags = new HashMap<>();
        answers.forEach(answer -> answer.tags().forEach(tag -> tags.computeIfAbsent(tag, AnsweredTag::new).add(answer, now)));
        return tags.values().stream()
            .sorted(Comparator.comparingInt(AnsweredTag::answers).reversed().thenComparing(AnsweredTag::tag)).toList();
    }

    private void add(AnswerFacts answer, long now)
    {
        this.answers++;
        addToBest(answer);
        this.accepted += answer.accepted() ? 1 : 0;
        this.votes += Math.max(0, answer.score());
        double worth = 1 + (answer.accepted() ? ACCEPTED : 0) + VOTE * Math.max(0, answer.score());
        long created = answer.created().toEpochMilli();
        this.strength += worth * part(now - created);
        if (created <= now - LATELY) {
            this.before += worth * part(now - LATELY - created);
        }
    }

    /** Of several answers to a question only the best one counts. */
    private void addToBest(AnswerFacts answer)
    {
        for (AnswerFacts other : this.best) {
            if (other.question().equals(answer.question())) {
                if (BEST.compare(other, answer) <= 0) {
                    return;
                }
                this.best.remove(other);
                break;
            }
        }
        this.best.add(answer);
        this.best.sort(BEST);
        if (this.best.size() > Activity.BEST) {
            this.best.remove(Activity.BEST);
        }
    }

    private static double part(double age)
    {
        return Math.pow(2, -age / HALF_LIFE);
    }

    String tag()
    {
        return this.tag;
    }

    int answers()
    {
        return this.answers;
    }

    int accepted()
    {
        return this.accepted;
    }

    /** @return the number of votes by which answers were voted up */
    int votes()
    {
        return this.votes;
    }

    /** @return what the answers count now: 1, an accepted one more, each vote more, and half of it after half a year */
    double strength()
    {
        return this.strength;
    }

    Trend trend()
    {
        if (this.strength > this.before * GROWN) {
            return Trend.GREW;
        }
        return this.strength < this.before * FADED ? Trend.FADED : Trend.SAME;
    }

    /** @return the answered questions that speak for the person most: accepted answers first, then by score, then the newest */
    List<EvidencePage> best()
    {
        return this.best.stream().map(answer -> new EvidencePage(answer.questionPage(), answer.questionTitle())).toList();
    }
}
