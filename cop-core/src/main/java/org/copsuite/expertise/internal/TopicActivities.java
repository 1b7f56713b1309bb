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

import org.copsuite.db.VisibleSpaces;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Activity;
import org.copsuite.expertise.ExpertiseService.Topic;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ProjectionCache;
import org.copsuite.person.Persons;
import org.copsuite.question.PostSource;
import org.copsuite.spi.Message;
import org.copsuite.spi.TopicActivity;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

/**
 * Adds to the topics of a person what their activity shows: read from the projections of answers and thanks, so that there
 * is nothing that could differ from them, and only from what the reader may view.
 */
@Component(roles = TopicActivities.class)
@Singleton
public class TopicActivities implements Initializable
{
    /** Maximum number of topics that only answers show. */
    private static final int SHOWN = 20;

    /** Maximum number of topics. */
    private static final int MOST = SHOWN + ExpertiseService.TOPICS_MAXIMUM;

    /** Number of the latest answers of a person that count: knowledge fades, and a page must not cost more each year. */
    private static final int COUNTED = 500;

    /** The capacity of the cache, in tags. */
    private static final long CAPACITY = 20_000;

    @Inject
    private Ledger ledger;

    @Inject
    private Access access;

    @Inject
    private PostSource posts;

    @Inject
    private Persons persons;

    @Inject
    private Provider<List<TopicActivity>> contributions;

    private ProjectionCache<AnsweredKey, List<AnsweredTag>> answered;

    /**
     * The cache key of what the answers of a person show.
     *
     * @param wiki the wiki
     * @param ids the ids of the person
     * @param spaces the deciding spaces that the reader may view
     */
    private record AnsweredKey(WikiId wiki, Set<UserId> ids, Set<String> spaces)
    {
    }

    @Override
    public void initialize()
    {
        this.answered = new ProjectionCache<>(this.ledger, CAPACITY, List::size);
    }

    /** What answers count fades within half a year, so nobody sees that it is kept for up to a minute. */
    private List<AnsweredTag> answered(UserId reader, WikiId wiki, Set<UserId> ids)
    {
        return this.answered.get(new AnsweredKey(wiki, Set.copyOf(ids), VisibleSpaces.of(this.access, wiki, reader)),
            session -> AnsweredTag.of(this.posts.latestAnswers(reader, wiki, ids, COUNTED), System.currentTimeMillis()));
    }

    void add(UserId reader, WikiId wiki, UserId person, Map<String, Topic> topics, Set<String> hidden)
    {
        Set<UserId> ids = this.persons.idsOf(wiki, person);
        Map<String, AnsweredTag> shown = new LinkedHashMap<>();
        List<AnsweredTag> tags = answered(reader, wiki, ids);
        for (AnsweredTag tag : tags.subList(0, Math.min(tags.size(), MOST + hidden.size()))) {
            if (!hidden.contains(tag.tag()) && (topics.containsKey(tag.tag()) || topics.size() < MOST)) {
                shown.put(tag.tag(), tag);
                topics.putIfAbsent(tag.tag(), new Topic(tag.tag(), 0, 0, null));
            }
        }
        if (shown.isEmpty()) {
            return;
        }
        Map<String, Long> questions = this.posts.questionsWith(reader, wiki, shown.keySet());
        double all = questions.values().stream().mapToLong(Long::longValue).max().orElse(1);
        Map<String, List<Message>> others = new HashMap<>();
        this.contributions.get().forEach(one -> one.find(reader, wiki, ids, shown.keySet())
            .forEach(other -> others.computeIfAbsent(other.topic(), topic -> new ArrayList<>()).add(other.text())));
        shown.forEach((name, tag) -> {
            double rarity = 1 + Math.log(all / Math.max(1, questions.getOrDefault(name, 1L)));
            topics.put(name, new Topic(name, tag.answers(), tag.accepted(), topics.get(name).said(),
                new Activity(tag.votes(), others.getOrDefault(name, List.of()), tag.best(),
                    tag.strength() * rarity, person.equals(reader) ? tag.trend() : null)));
        });
    }
}
