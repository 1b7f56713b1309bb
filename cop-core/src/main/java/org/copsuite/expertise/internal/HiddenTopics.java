/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Tags;
import org.copsuite.db.Chunks;
import org.copsuite.expertise.ExpertiseActs;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ProjectionCache;
import org.copsuite.ledger.RowKey;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

/** Hides topics, shows them again, and tells who has hidden what. */
@Component(roles = HiddenTopics.class)
@Singleton
public class HiddenTopics implements Initializable
{
    private static final String WIKI = "wiki";

    /** Maximum number of people and topics that are kept. */
    private static final int ROOM = 100_000;

    @Inject
    private Ledger ledger;

    private ProjectionCache<Key, Map<UserId, Set<String>>> cache;

    @Override
    public void initialize()
    {
        this.cache = new ProjectionCache<>(this.ledger, ROOM,
            hidden -> 1 + hidden.values().stream().mapToInt(Set::size).sum());
    }

    void hide(UserId actor, WikiId wiki, String typed) throws CopException
    {
        String topic = Tags.normalise(typed == null ? "" : typed)
            .orElseThrow(() -> CopException.invalid("topic", "cop.expertise.error.topic", Tags.LENGTH));
        UUID id = ExpertiseService.hiddenSubject(actor, topic);
        this.ledger.decide(tx -> {
            if (tx.session().get(HiddenTopicRow.class, new RowKey(wiki, id)) == null) {
                long hidden = tx.session()
                    .createQuery("select count(id) from HiddenTopicRow where wiki = :wiki and person = :person", Long.class)
                    .setParameter(WIKI, wiki.value()).setParameter("person", actor.value()).getSingleResult();
                if (hidden >= ExpertiseService.HIDDEN_MAXIMUM) {
                    throw new CopException(CopException.Kind.CONFLICT, "cop.expertise.error.hidden",
                        ExpertiseService.HIDDEN_MAXIMUM);
                }
                tx.append(EntryDraft.of(wiki, actor, ExpertiseActs.HIDDEN, id, topic).benefiting(actor)
                    .withOccurrence(UUID.randomUUID().toString()));
            }
            return null;
        });
    }

    void show(UserId actor, WikiId wiki, String typed) throws CopException
    {
        Optional<String> topic = Tags.normalise(typed == null ? "" : typed);
        if (topic.isPresent()) {
            UUID id = ExpertiseService.hiddenSubject(actor, topic.get());
            this.ledger.decide(tx -> {
                if (tx.session().get(HiddenTopicRow.class, new RowKey(wiki, id)) != null) {
                    tx.append(EntryDraft.of(wiki, actor, ExpertiseActs.SHOWN, id).benefiting(actor)
                        .withOccurrence(UUID.randomUUID().toString()));
                }
                return null;
            });
        }
    }

    Map<UserId, Set<String>> of(WikiId wiki, Collection<UserId> people)
    {
        return people.isEmpty() ? Map.of() : this.cache.get(new Key(wiki, Set.copyOf(people)), session -> read(session, wiki, people));
    }

    private static Map<UserId, Set<String>> read(Session session, WikiId wiki, Collection<UserId> people)
    {
        Map<UserId, Set<String>> hidden = new HashMap<>();
        for (List<UserId> some : Chunks.of(people)) {
            session.createQuery("select person, topic from HiddenTopicRow where wiki = :wiki and person in (:people)", Object[].class)
                .setParameter(WIKI, wiki.value()).setParameterList("people", UserId.values(some)).getResultList()
                .forEach(row -> hidden.computeIfAbsent(new UserId((String) row[0]), id -> new HashSet<>()).add((String) row[1]));
        }
        return Map.copyOf(hidden);
    }

    private record Key(WikiId wiki, Set<UserId> people)
    {
    }
}
