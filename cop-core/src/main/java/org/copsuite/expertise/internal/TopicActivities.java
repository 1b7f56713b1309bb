/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Activity;
import org.copsuite.expertise.ExpertiseService.Topic;
import org.copsuite.person.Persons;
import org.copsuite.question.PostSource;
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
        List<AnsweredTag> tags =
            AnsweredTag.of(this.posts.latestAnswers(reader, wiki, ids, COUNTED), System.currentTimeMillis());
        for (AnsweredTag tag : tags.subList(0, Math.min(tags.size(), MOST + hidden.size()))) {
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
        Map<String, List<Message>> others = new HashMap<>();
        this.contributions.get().forEach(one -> one.find(reader, wiki, ids, answered.keySet())
            .forEach(shown -> others.computeIfAbsent(shown.topic(), topic -> new ArrayList<>()).add(shown.text())));
        answered.forEach((name, tag) -> {
            double rarity = 1 + Math.log(all / Math.max(1, questions.getOrDefault(name, 1L)));
            topics.put(name, new Topic(name, tag.answers(), tag.accepted(), topics.get(name).said(),
                new Activity(tag.votes(), others.getOrDefault(name, List.of()), tag.best(),
                    tag.strength() * rarity, person.equals(reader) ? tag.trend() : null)));
        });
    }
}
