/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.PlainText;
import org.copsuite.Tags;
import org.copsuite.db.Chunks;
import org.copsuite.expertise.ExpertiseActs;
import org.copsuite.expertise.ExpertiseActs.TopicDetail;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Declared;
import org.copsuite.expertise.ExpertiseService.EvidencePage;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.Offer;
import org.copsuite.expertise.ExpertiseService.Topic;
import org.copsuite.expertise.ExpertiseService.TopicDraft;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.page.PageLinks;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
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

    private static final String WIKI = "wiki";

    private static final String TOPIC = "topic";

    private static final String EVIDENCE = "evidence";

    /** Maximum length of a wrong address that a message repeats. */
    private static final int TOLD = 60;

    @Inject
    private Ledger ledger;

    @Inject
    private TopicActivities activity;

    @Inject
    private HiddenTopics hidden;

    @Inject
    private PageLinks links;

    void declare(UserId actor, WikiId wiki, TopicDraft draft) throws CopException
    {
        FormCheck check = new FormCheck();
        Optional<String> topic = Tags.normalise(draft.topic() == null ? "" : draft.topic());
        if (topic.isEmpty()) {
            check.refuse(TOPIC, "cop.expertise.error.topic", Tags.LENGTH);
        }
        if (draft.level() == null) {
            check.refuse("level", "cop.expertise.error.level");
        }
        String note = check.line("note", draft.note(), 0, NOTE_MAXIMUM, "cop.expertise.error.note");
        List<PageId> evidence = draft.evidence() == null ? null
            : evidence(check, actor, wiki, draft.evidence(), stored(actor, wiki, topic.orElse("")));
        check.end();
        this.ledger.decide(tx -> {
            // Locks the head of the ledger, so that two windows cannot exceed the maximum number of topics.
            List<TopicRow> rows = rows(tx.session(), wiki, actor, topic.get());
            TopicRow row = rows.isEmpty() ? null : rows.get(0);
            UUID id = row == null ? ExpertiseService.topicSubject(actor, topic.get()) : row.id;
            if (row == null && count(tx.session(), wiki, actor) >= ExpertiseService.TOPICS_MAXIMUM) {
                throw CopException.invalid(TOPIC, "cop.expertise.error.many", ExpertiseService.TOPICS_MAXIMUM);
            }
            TopicDetail before = row == null ? null : new TopicDetail(row.topic, row.note, Set.copyOf(offers(row)), evidence(row));
            TopicDetail detail = new TopicDetail(topic.get(), note, kept(draft.offers(), before, TopicDetail::offers, Set.of()),
                kept(evidence, before, TopicDetail::evidence, List.of()));
            if (row == null || row.level != draft.level().ordinal() || !before.equals(detail)) {
                if (draft.version() != null && draft.version() != (row == null ? 0 : row.changed)) {
                    throw new CopException(CopException.Kind.CONFLICT, "cop.expertise.error.changed");
                }
                tx.append(EntryDraft.of(wiki, actor, ExpertiseActs.DECLARED, id, detail)
                    .benefiting(actor).withWeight(draft.level().ordinal() + 1)
                    .withOccurrence(UUID.randomUUID().toString()));
            }
            return null;
        });
    }

    private static <T> T kept(T given, TopicDetail before, Function<TopicDetail, T> part, T none)
    {
        return given != null ? given : before != null ? part.apply(before) : none;
    }

    private List<PageId> stored(UserId actor, WikiId wiki, String topic)
    {
        return this.ledger.read(session -> rows(session, wiki, actor, topic)).stream().findFirst()
            .map(TopicRepository::evidence).orElse(List.of());
    }

    /** Returns the pages that somebody named. One that stands there already may have been deleted or hidden since. */
    private List<PageId> evidence(FormCheck check, UserId actor, WikiId wiki, List<String> typed, List<PageId> stored)
    {
        Set<PageId> found = new LinkedHashSet<>();
        List<String> lines = typed.stream().map(PlainText::line).filter(line -> !line.isEmpty()).toList();
        if (lines.size() > ExpertiseService.EVIDENCE_MAXIMUM) {
            check.refuse(EVIDENCE, "cop.expertise.error.evidence.many", ExpertiseService.EVIDENCE_MAXIMUM);
            return List.of();
        }
        for (String line : lines) {
            Optional<PageId> page = stored.stream().filter(one -> one.toString().equals(line)).findFirst()
                .or(() -> this.links.find(actor, wiki, line));
            page.ifPresentOrElse(found::add,
                () -> check.refuse(EVIDENCE, "cop.expertise.error.evidence.unknown", PlainText.cut(line, TOLD)));
        }
        return List.copyOf(found);
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
        Set<String> hidden = this.hidden.of(wiki, List.of(person)).getOrDefault(person, Set.of());
        Map<String, Topic> topics = new LinkedHashMap<>();
        declared(wiki, "person", List.of(person.value()), ExpertiseService.TOPICS_MAXIMUM).stream()
            .filter(row -> !hidden.contains(row.topic))
            .forEach(row -> topics.put(row.topic, new Topic(row.topic, 0, 0, said(reader, row))));
        this.activity.add(reader, wiki, person, topics, hidden);
        return topics.values().stream()
            .sorted(Comparator.comparingInt((Topic topic) -> topic.level() == null ? -1 : topic.level().ordinal())
                .thenComparingDouble(topic -> topic.activity().strength()).reversed().thenComparing(Topic::name))
            .toList();
    }

    private Declared said(UserId reader, TopicRow row)
    {
        boolean own = row.person.equals(reader.value());
        List<EvidencePage> pages = evidence(row).stream()
            .map(page -> new EvidencePage(page, this.links.page(reader, page).map(Page::title).orElse(null)))
            .filter(page -> own || page.title() != null).toList();
        return new Declared(level(row), row.note, offers(row), pages, Instant.ofEpochMilli(row.at), row.changed);
    }

    static List<Offer> offers(TopicRow row)
    {
        return row.offers.isEmpty() ? List.of() : Arrays.stream(row.offers.split(" ")).map(Offer::valueOf).sorted().toList();
    }

    static List<PageId> evidence(TopicRow row)
    {
        return row.evidence.lines().map(PageId::parse).toList();
    }

    /** Returns who declared some topics, highest level first. */
    List<TopicRow> declaring(WikiId wiki, Collection<String> topics, int limit)
    {
        return topics.isEmpty() ? List.of() : declared(wiki, TOPIC, topics, limit);
    }

    /** Returns which members of a community declared topics with pages that show them, in one statement for 128 topics. */
    List<TopicRow> shown(WikiId wiki, CommunityId community, Collection<String> topics, int limit)
    {
        return this.ledger.read(session -> Chunks.of(topics).stream().flatMap(some -> session
            .createQuery("from TopicRow t where t.wiki = :wiki and t.topic in (:topics) and t.evidence <> '' "
                + "and exists (select 1 from MembershipRow m where m.wiki = t.wiki and m.community = :community "
                + "and m.person = t.person) order by t.level desc, t.at, t.sequence", TopicRow.class)
            .setParameter(WIKI, wiki.value()).setParameterList("topics", some).setParameter("community", community.value())
            .setMaxResults(limit).getResultStream()).toList());
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
