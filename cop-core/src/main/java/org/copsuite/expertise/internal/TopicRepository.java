/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.Tags;
import org.copsuite.expertise.ExpertiseActs;
import org.copsuite.expertise.ExpertiseActs.TopicDetail;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.Topic;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.question.PostSource;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Declares, retracts and lists topics. */
@Component(roles = TopicRepository.class)
@Singleton
public class TopicRepository
{
    private static final int NOTE_MAXIMUM = 200;

    /** Maximum number of topics that only answers show. */
    private static final int SHOWN = 20;

    private static final String WIKI = "wiki";

    private static final String TOPIC = "topic";

    @Inject
    private Ledger ledger;

    @Inject
    private PostSource posts;

    @Inject
    private Persons persons;

    void declare(UserId actor, WikiId wiki, String typed, Level level, String note) throws CopException
    {
        FormCheck check = new FormCheck();
        Optional<String> topic = Tags.normalise(typed == null ? "" : typed);
        if (topic.isEmpty()) {
            check.refuse(TOPIC, "cop.expertise.error.topic", Tags.LENGTH);
        }
        if (level == null) {
            check.refuse("level", "cop.expertise.error.level");
        }
        String kept = check.line("note", note, 0, NOTE_MAXIMUM, "cop.expertise.error.note");
        check.end();
        this.ledger.decide(tx -> {
            // Locks the head of the ledger, so that two windows cannot exceed the maximum number of topics.
            List<TopicRow> rows = rows(tx.session(), wiki, actor, topic.get());
            TopicRow row = rows.isEmpty() ? null : rows.get(0);
            UUID id = row == null ? ExpertiseService.topicSubject(actor, topic.get()) : row.id;
            if (row == null && count(tx.session(), wiki, actor) >= ExpertiseService.TOPICS_MAXIMUM) {
                throw CopException.invalid(TOPIC, "cop.expertise.error.many", ExpertiseService.TOPICS_MAXIMUM);
            }
            if (row == null || row.level != level.ordinal() || !row.note.equals(kept)) {
                tx.append(EntryDraft.of(wiki, actor, ExpertiseActs.DECLARED, id, new TopicDetail(topic.get(), kept))
                    .benefiting(actor).withWeight(level.ordinal() + 1)
                    .withOccurrence(UUID.randomUUID().toString()));
            }
            return null;
        });
    }

    void retract(UserId actor, WikiId wiki, String typed) throws CopException
    {
        Optional<String> topic = Tags.normalise(typed == null ? "" : typed);
        if (topic.isPresent()) {
            this.ledger.decide(tx -> {
                for (TopicRow row : rows(tx.session(), wiki, actor, topic.get())) {
                    tx.append(EntryDraft.of(wiki, actor, ExpertiseActs.RETRACTED, row.id).benefiting(actor)
                        .withOccurrence(UUID.randomUUID().toString()));
                }
                return null;
            });
        }
    }

    /** @return who declared a topic, by its name: more than one row where older versions told its spellings apart */
    private static List<TopicRow> rows(Session session, WikiId wiki, UserId person, String topic)
    {
        return session.createQuery("from TopicRow where wiki = :wiki and person = :person and topic = :topic order by at, sequence",
            TopicRow.class).setParameter("wiki", wiki.value())
                .setParameter("person", person.value()).setParameter("topic", topic)
            .getResultList();
    }

    List<Topic> of(UserId reader, WikiId wiki, UserId person)
    {
        Map<String, Topic> topics = new LinkedHashMap<>();
        declared(wiki, "person", List.of(person.value()), ExpertiseService.TOPICS_MAXIMUM).forEach(row -> topics
            .put(row.topic, new Topic(row.topic, level(row), row.note, 0, 0, Instant.ofEpochMilli(row.at))));
        for (PostSource.AnsweredTag tag : this.posts.answeredTags(reader, wiki, this.persons.idsOf(wiki, person),
            SHOWN + ExpertiseService.TOPICS_MAXIMUM)) {
            Topic said = topics.get(tag.tag());
            if (said != null || topics.size() < SHOWN + ExpertiseService.TOPICS_MAXIMUM) {
                topics.put(tag.tag(), new Topic(tag.tag(), said == null ? null : said.level(),
                    said == null ? "" : said.note(), tag.answers(), tag.accepted(), said == null ? null : said.declared()));
            }
        }
        return topics.values().stream()
            .sorted(Comparator.comparingInt((Topic topic) -> topic.level() == null ? -1 : topic.level().ordinal())
                .thenComparingInt(Topic::answers).reversed().thenComparing(Topic::name))
            .toList();
    }

    /** Returns who declared some topics, highest level first. */
    List<TopicRow> declaring(WikiId wiki, Collection<String> topics, int limit)
    {
        return topics.isEmpty() ? List.of() : declared(wiki, TOPIC, topics, limit);
    }

    static Level level(TopicRow row)
    {
        return Level.values()[row.level];
    }

    private List<TopicRow> declared(WikiId wiki, String column, Collection<String> values, int limit)
    {
        return this.ledger.read(session -> session
            .createQuery("from TopicRow where wiki = :wiki and " + column + " in (:values) "
                + "order by level desc, at, sequence", TopicRow.class)
            .setParameter(WIKI, wiki.value()).setParameterList("values", values).setMaxResults(limit).getResultList());
    }

    private static long count(Session session, WikiId wiki, UserId person)
    {
        return session
            .createQuery("select count(id) from TopicRow where wiki = :wiki and person = :person", Long.class)
            .setParameter(WIKI, wiki.value()).setParameter("person", person.value()).getSingleResult();
    }
}
