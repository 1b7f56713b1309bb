/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Activity;
import org.copsuite.expertise.ExpertiseService.EvidencePage;
import org.copsuite.expertise.ExpertiseService.Topic;
import org.copsuite.expertise.ExpertiseService.Trend;
import org.copsuite.person.Persons;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.AnsweredTag;
import org.copsuite.spi.Message;
import org.copsuite.spi.TopicActivity;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Adds to the topics of a person what their activity shows: read from the projections of answers and thanks, so that there
 * is nothing that could differ from them, and only from what the reader may view.
 */
@Component(roles = TopicActivities.class)
@Singleton
public class TopicActivities
{
    /** Maximum number of topics that only answers show. */
    private static final int SHOWN = 20;

    /** Maximum number of topics. */
    private static final int MOST = SHOWN + ExpertiseService.TOPICS_MAXIMUM;

    /** Number of the latest answers of a person that count: knowledge fades, and a page must not cost more each year. */
    private static final int COUNTED = 500;

    /** Answers among which the best ones of each topic are chosen. */
    private static final int BEST = 400;

    /** Changes by less are none: without a new answer a topic loses a tenth in 30 days. */
    private static final double GROWN = 1.02;

    private static final double FADED = 0.95;

    @Inject
    private PostSource posts;

    @Inject
    private Persons persons;

    @Inject
    private Provider<List<TopicActivity>> contributions;

    void add(UserId reader, WikiId wiki, UserId person, Map<String, Topic> topics, Set<String> hidden)
    {
        Set<UserId> ids = this.persons.idsOf(wiki, person);
        Map<String, AnsweredTag> answered = new LinkedHashMap<>();
        long since = this.posts.sinceLatest(wiki, ids, COUNTED);
        for (AnsweredTag tag : this.posts.answeredTags(reader, wiki, ids, since, MOST + hidden.size())) {
            if (!hidden.contains(tag.tag()) && (topics.containsKey(tag.tag()) || topics.size() < MOST)) {
                answered.put(tag.tag(), tag);
                topics.putIfAbsent(tag.tag(), new Topic(tag.tag(), 0, 0, null));
            }
        }
        if (answered.isEmpty()) {
            return;
        }
        Map<String, Long> questions = this.posts.questionsWith(reader, wiki, answered.keySet());
        double all = questions.values().stream().mapToLong(Long::longValue).max().orElse(1);
        Map<String, List<EvidencePage>> best = best(reader, wiki, ids, since, answered.keySet());
        Map<String, List<Message>> others = new HashMap<>();
        this.contributions.get().forEach(one -> one.find(reader, wiki, ids, answered.keySet())
            .forEach(shown -> others.computeIfAbsent(shown.topic(), topic -> new ArrayList<>()).add(shown.text())));
        answered.forEach((name, tag) -> {
            double rarity = 1 + Math.log(all / Math.max(1, questions.getOrDefault(name, 1L)));
            topics.put(name, new Topic(name, tag.answers(), tag.accepted(), topics.get(name).said(),
                new Activity(tag.votes(), others.getOrDefault(name, List.of()), best.getOrDefault(name, List.of()),
                    tag.strength() * rarity, person.equals(reader) ? trend(tag) : null)));
        });
    }

    private static Trend trend(AnsweredTag tag)
    {
        if (tag.strength() > tag.before() * GROWN) {
            return Trend.GREW;
        }
        return tag.strength() < tag.before() * FADED ? Trend.FADED : Trend.SAME;
    }

    private Map<String, List<EvidencePage>> best(UserId reader, WikiId wiki, Set<UserId> ids, long since,
        Set<String> tags)
    {
        Map<String, List<EvidencePage>> best = new HashMap<>();
        Set<String> shown = new HashSet<>();
        this.posts.bestAnswers(reader, wiki, ids, since, tags, BEST).forEach(answer -> {
            List<EvidencePage> pages = best.computeIfAbsent(answer.tag(), tag -> new ArrayList<>());
            if (pages.size() < Activity.BEST && shown.add(answer.tag() + '\n' + answer.question())) {
                pages.add(new EvidencePage(answer.page(), answer.title()));
            }
        });
        return best;
    }
}
