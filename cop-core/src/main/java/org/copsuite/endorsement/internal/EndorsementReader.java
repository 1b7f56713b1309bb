/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.endorsement.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.Administrators;
import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.db.Chunks;
import org.copsuite.db.IdCondition;
import org.copsuite.db.Keyset;
import org.copsuite.db.KeysetPage;
import org.copsuite.endorsement.EndorsementService;
import org.copsuite.endorsement.EndorsementService.EndorsedTopic;
import org.copsuite.endorsement.EndorsementService.Endorsement;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Reads endorsements, in a bounded number of statements, and leaves out those that the reader may not view. */
@Component(roles = EndorsementReader.class)
@Singleton
public class EndorsementReader
{
    /** Maximum number of endorsements that a profile shows, the newest ones. */
    private static final int MOST = 500;

    /** Leaves out topics that the endorsed person has hidden. */
    private static final String SHOWN = " and not exists (select 1 from HiddenTopicRow h where h.wiki = e.wiki "
        + "and h.person = e.person and h.topic = e.topic)";

    private static final Keyset<EndorsementRow> NEWEST =
        new Keyset<EndorsementRow>().descending("e.sequence", Cursor::number, row -> row.sequence);

    private static final String WIKI = "wiki";

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Persons persons;

    @Inject
    private Access access;

    List<EndorsedTopic> topics(UserId reader, WikiId wiki, UserId person)
    {
        List<EndorsementRow> rows = this.ledger.read(session -> session
            .createQuery("from EndorsementRow e where e.wiki = :wiki and e.person = :person and e.withdrawn = false" + SHOWN
                + " order by e.sequence desc", EndorsementRow.class)
            .setParameter(WIKI, wiki.value()).setParameter("person", person.value()).setMaxResults(MOST)
            .getResultList());
        Map<String, List<Endorsement>> byTopic = new TreeMap<>();
        for (Endorsement endorsement : viewable(reader, wiki, rows)) {
            byTopic.computeIfAbsent(endorsement.topic(), topic -> new ArrayList<>()).add(endorsement);
        }
        return byTopic.entrySet().stream().map(topic -> new EndorsedTopic(topic.getKey(), topic.getValue()))
            .sorted(Comparator.comparingInt((EndorsedTopic topic) -> -topic.endorsements().size())).toList();
    }

    Slice<Endorsement> latest(UserId reader, WikiId wiki, CommunityId community, String after, int limit)
        throws CopException
    {
        KeysetPage<EndorsementRow> page = NEWEST.page("endorsements/" + wiki + '/' + community, after,
            Math.max(1, Math.min(Keyset.MAXIMUM, limit)));
        Slice<EndorsementRow> rows = this.ledger.read(session -> page.slice(page
            .query(session, "from EndorsementRow e where e.wiki = :wiki and e.community = :community and e.withdrawn = false" + SHOWN,
                EndorsementRow.class)
            .setParameter(WIKI, wiki.value()).setParameter("community", community.value())));
        List<Endorsement> items = viewable(reader, wiki, rows.items());
        // A community is viewable as a whole or not at all: then the cursor tells nothing either.
        return new Slice<>(items, items.isEmpty() ? null : rows.next());
    }

    /**
     * @param wiki the wiki
     * @param topics normalised topics
     * @param limit the maximum number of rows
     * @return their endorsements that the reader may view, newest first
     */
    List<EndorsementRow> of(UserId reader, WikiId wiki, Collection<String> topics, int limit)
    {
        List<EndorsementRow> rows = this.ledger.read(session -> Chunks.of(topics).stream().flatMap(some -> session
            .createQuery("from EndorsementRow where wiki = :wiki and topic in (:topics) and withdrawn = false "
                + "order by sequence desc", EndorsementRow.class)
            .setParameter(WIKI, wiki.value()).setParameterList("topics", some).setMaxResults(limit).getResultStream())
            .limit(limit).toList());
        Set<CommunityId> visible = rows.isEmpty() ? Set.of() : locations(reader, wiki, rows).keySet();
        return rows.stream().filter(row -> visible.contains(new CommunityId(row.community))).toList();
    }

    /** Returns the members of a community whose topics are confirmed there, by topic. NOT permission-filtered. */
    Map<String, Set<UserId>> confirmed(WikiId wiki, CommunityId community, Collection<String> topics, int limit)
    {
        Map<String, Set<UserId>> confirmed = new HashMap<>();
        this.ledger.read(session -> Chunks.of(topics).stream().flatMap(some -> session
            .createQuery("select e.topic, e.person from EndorsementRow e where e.wiki = :wiki and e.community = :community "
                + "and e.topic in (:topics) and e.withdrawn = false and exists (select 1 from MembershipRow m "
                + "where m.wiki = e.wiki and m.community = e.community and m.person = e.person) "
                + "group by e.topic, e.person having count(e.id) >= " + EndorsementService.CONFIRMING, Object[].class)
            .setParameter(WIKI, wiki.value()).setParameter("community", community.value())
            .setParameterList("topics", some).setMaxResults(limit).getResultStream()).toList())
            .forEach(row -> confirmed.computeIfAbsent((String) row[0], topic -> new HashSet<>()).add(new UserId((String) row[1])));
        return confirmed;
    }

    /**
     * @param ids ids of endorsements
     * @return those that the reader may view and that are not withdrawn, by id
     */
    Map<UUID, EndorsementRow> find(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        List<EndorsementRow> rows = this.ledger.read(session -> IdCondition.list(ids, some -> session
            .createQuery("from EndorsementRow e where " + IdCondition.condition(session, "e", some) + " and e.withdrawn = false",
                EndorsementRow.class).setParameter(WIKI, wiki.value())));
        Set<CommunityId> visible = rows.isEmpty() ? Set.of() : locations(reader, wiki, rows).keySet();
        return rows.stream().filter(row -> visible.contains(new CommunityId(row.community)))
            .collect(Collectors.toMap(row -> row.id, Function.identity()));
    }

    private List<Endorsement> viewable(UserId reader, WikiId wiki, List<EndorsementRow> rows)
    {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<CommunityId, CommunityLocation> visible = locations(reader, wiki, rows);
        List<EndorsementRow> shown = rows.stream().filter(row -> visible.containsKey(new CommunityId(row.community)))
            .toList();
        Map<UserId, Person> people = this.persons.find(shown.stream()
            .flatMap(row -> Stream.of(new UserId(row.endorser), new UserId(row.person))).collect(Collectors.toSet()));
        boolean administers = Administrators.include(this.access, wiki, reader);
        return shown.stream().map(row -> new Endorsement(row.id, people.get(new UserId(row.endorser)),
            people.get(new UserId(row.person)), row.topic, row.reason, visible.get(new CommunityId(row.community)),
            Instant.ofEpochMilli(row.at), administers || isParty(row, reader))).toList();
    }

    private Map<CommunityId, CommunityLocation> locations(UserId reader, WikiId wiki, List<EndorsementRow> rows)
    {
        return this.communities.find(reader, wiki, rows.stream()
            .map(row -> new CommunityId(row.community)).collect(Collectors.toSet()));
    }

    /** @return whether a person gave or received an endorsement */
    static boolean isParty(EndorsementRow row, UserId person)
    {
        return row.endorser.equals(person.value()) || row.person.equals(person.value());
    }
}
