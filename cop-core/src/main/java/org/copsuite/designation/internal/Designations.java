/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.db.Chunks;
import org.copsuite.db.IdCondition;
import org.copsuite.designation.DesignationService;
import org.copsuite.designation.DesignationService.Designation;
import org.copsuite.designation.DesignationService.State;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/** Reads designations of members, in a bounded number of statements, and leaves out what the reader may not view. */
@Component(roles = Designations.class)
@Singleton
public class Designations
{
    private static final String WIKI = "wiki";

    private static final String STATE = "state";

    private static final String MEMBERS = "from DesignationRow d where d.wiki = :wiki and d.state = :state "
        + "and exists (select 1 from MembershipRow m where m.wiki = d.wiki and m.community = d.community "
        + "and m.person = d.person) ";

    private static final int MOST = 100;

    @Inject
    private Ledger ledger;

    @Inject
    private Provider<CommunityAccess> communities;

    @Inject
    private Provider<CommunityPermissions> permissions;

    @Inject
    private Provider<ExpertiseService> expertise;

    @Inject
    private Persons persons;

    /** Returns active designations for some topics, which the reader may view. */
    List<Designation> of(UserId reader, WikiId wiki, Collection<String> topics, CommunityId community, int limit)
    {
        List<DesignationRow> rows = Chunks.of(topics).stream().flatMap(some -> rows(wiki, State.ACTIVE,
            "and d.topic in (:topics)" + in(community), limit, query -> {
                query.setParameterList("topics", some);
                inside(query, community);
            }).stream()).toList();
        return views(reader, wiki, rows);
    }

    List<Designation> experts(UserId reader, WikiId wiki, CommunityId community, int limit)
    {
        return views(reader, wiki, rows(wiki, State.ACTIVE, in(community), limit, query -> inside(query, community)));
    }

    List<Designation> of(UserId reader, WikiId wiki, UserId person)
    {
        return views(reader, wiki, rows(wiki, State.ACTIVE, "and d.person = :person", MOST,
            query -> query.setParameter("person", person.value())));
    }

    List<Designation> open(UserId reader, WikiId wiki, CommunityId community)
    {
        return views(reader, wiki, rows(wiki, State.OPEN, in(community), MOST, query -> inside(query, community))).stream()
            .filter(one -> one.mayEnd()).toList();
    }

    /** Returns who is designated in a community, by topic, in one statement. NOT permission-filtered. */
    Map<String, Set<UserId>> people(WikiId wiki, CommunityId community)
    {
        Map<String, Set<UserId>> people = new LinkedHashMap<>();
        this.ledger.read(session -> session.createQuery("select d.topic, d.person " + MEMBERS + in(community), Object[].class)
            .setParameter(WIKI, wiki.value()).setParameter(STATE, State.ACTIVE.name())
            .setParameter("community", community.value()).setMaxResults(DesignationService.EXPERTS_MAXIMUM).getResultList())
            .forEach(row -> people.computeIfAbsent((String) row[0], topic -> new HashSet<>()).add(new UserId((String) row[1])));
        return people;
    }

    private static String in(CommunityId community)
    {
        return community == null ? "" : " and d.community = :community";
    }

    private static void inside(Query<?> query, CommunityId community)
    {
        if (community != null) {
            query.setParameter("community", community.value());
        }
    }

    private List<DesignationRow> rows(WikiId wiki, State state, String condition, int limit, Consumer<Query<?>> parameters)
    {
        return this.ledger.read(session -> {
            Query<DesignationRow> query =
                session.createQuery(MEMBERS + condition + " order by d.topic, d.sequence", DesignationRow.class)
                    .setParameter(WIKI, wiki.value()).setParameter(STATE, state.name());
            parameters.accept(query);
            return query.setMaxResults(Math.max(1, Math.min(MOST * 2, limit))).getResultList();
        });
    }

    private List<Designation> views(UserId reader, WikiId wiki, List<DesignationRow> rows)
    {
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<CommunityId> named = rows.stream().map(row -> new CommunityId(row.community)).collect(Collectors.toSet());
        Map<CommunityId, CommunityLocation> visible = this.communities.get().find(reader, wiki, named);
        List<DesignationRow> shown =
            rows.stream().filter(row -> visible.containsKey(new CommunityId(row.community))).toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        Set<UserId> ids = shown.stream().map(row -> new UserId(row.person)).collect(Collectors.toSet());
        Map<UserId, Set<String>> hidden = this.expertise.get().hidden(wiki, ids);
        Map<UserId, Person> people = this.persons.find(ids);
        Map<CommunityId, Set<CommunityPermission>> may =
            reader.isGuest() ? Map.of() : this.permissions.get().of(reader, wiki, visible.keySet());
        return shown.stream().filter(row -> people.get(new UserId(row.person)).active()
            && !hidden.getOrDefault(new UserId(row.person), Set.of()).contains(row.topic)).map(row -> {
                CommunityId community = new CommunityId(row.community);
                boolean manages =
                    may.getOrDefault(community, Set.of()).contains(CommunityPermission.MANAGE_MEMBERS);
                return new Designation(row.id, visible.get(community), people.get(new UserId(row.person)), row.topic,
                    row.note, State.valueOf(row.state), Instant.ofEpochMilli(row.at), manages && row.state.equals("OPEN"),
                    manages || row.person.equals(reader.value()));
            }).toList();
    }

    /** Returns the rows of some ids, by id. NOT permission-filtered. */
    Map<UUID, DesignationRow> find(WikiId wiki, Collection<UUID> ids)
    {
        return ids.isEmpty() ? Map.of() : this.ledger.read(session -> IdCondition.list(List.copyOf(ids), some -> session
            .createQuery("from DesignationRow d where " + IdCondition.condition(session, "d", some), DesignationRow.class)
            .setParameter(WIKI, wiki.value()))).stream()
            .collect(Collectors.toMap(row -> row.id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }
}
