/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.db.Chunks;
import org.copsuite.db.Keyset;
import org.copsuite.db.KeysetPage;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.membership.InvitationKind;
import org.copsuite.membership.MembershipService.Invitation;
import org.copsuite.membership.MembershipService.InvitationState;
import org.copsuite.membership.MembershipService.Offer;
import org.copsuite.person.Persons;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Reads invitations for whoever manages the members, and for whom they address. */
@Component(roles = InvitationReader.class)
@Singleton
public class InvitationReader
{
    private static final int SHOWN = 50;

    private static final String WIKI = "wiki";

    private static final String COMMUNITY = "community";

    private static final Keyset<InvitationRow> NEWEST =
        new Keyset<InvitationRow>().descending("i.sequence", Cursor::number, row -> row.sequence);

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityAccess communities;

    @Inject
    private CommunityPermissions permissions;

    @Inject
    private InvitedGroups groups;

    @Inject
    private GuessLimit guesses;

    @Inject
    private Persons persons;

    /**
     * @param secret the secret of a link, {@code null} for another kind
     * @return an invitation that addresses the reader, whatever its state
     * @throws CopException NOT_FOUND for another invitation, CONFLICT after too many wrong secrets
     */
    InvitationRow addressed(UserId reader, WikiId wiki, UUID id, String secret) throws CopException
    {
        if (secret != null) {
            this.guesses.check(reader);
        }
        InvitationRow row = this.ledger.read(session -> session.get(InvitationRow.class, new RowKey(wiki, id)));
        if (row == null || !addresses(row, reader, secret)) {
            if (secret != null) {
                this.guesses.count(reader);
            }
            throw CopException.notFound();
        }
        if (!this.communities.existing(wiki, List.of(new CommunityId(row.community)))
            .containsKey(new CommunityId(row.community))) {
            throw CopException.notFound();
        }
        return row;
    }

    private boolean addresses(InvitationRow row, UserId reader, String secret)
    {
        return switch (row.kind()) {
            case PERSON -> row.person.equals(reader.value());
            case GROUP -> this.groups.members(new WikiId(row.wiki), row.group).contains(reader);
            case LINK -> secret != null && LinkSecret.matches(secret, row.hash);
        };
    }

    /** @return the answer of a person, {@code null} if there is none */
    static InvitationAnswerRow answer(Session session, InvitationRow row, UserId person)
    {
        return session.get(InvitationAnswerRow.class, new InvitationAnswerRow.Key(row.wiki, row.id, person.value()));
    }

    /** @return the state of an invitation for a person: whoever has answered it cannot accept it again */
    static InvitationState state(Session session, InvitationRow row, UserId person)
    {
        InvitationAnswerRow answer = answer(session, row, person);
        if (answer == null) {
            return row.state(System.currentTimeMillis());
        }
        return answer.accepted ? InvitationState.ACCEPTED : InvitationState.DECLINED;
    }

    /** @return the key of the sentence for a state in which an invitation cannot be accepted */
    static String sentence(InvitationState state)
    {
        return "cop.membership.error.invitation." + state.name().toLowerCase(Locale.ROOT);
    }

    /** @return the number of open invitations of a community */
    static long open(Session session, WikiId wiki, CommunityId community, long now)
    {
        return session.createQuery("select count(id) from InvitationRow where wiki = :wiki and community = :community "
            + "and withdrawn = false and expires > :now and accepted < limit and (kind <> 'PERSON' or declined = 0)",
            Long.class).setParameter(WIKI, wiki.value()).setParameter(COMMUNITY, community.value())
            .setParameter("now", now).getSingleResult();
    }

    /** @return the latest invitations of a person into a community, newest first */
    static List<InvitationRow> latest(Session session, WikiId wiki, UserId person, CommunityId community, int limit)
    {
        return session.createQuery("from InvitationRow where wiki = :wiki and person = :person "
            + "and community = :community order by sequence desc", InvitationRow.class)
            .setParameter(WIKI, wiki.value()).setParameter("person", person.value())
            .setParameter(COMMUNITY, community.value()).setMaxResults(limit).getResultList();
    }

    Slice<Invitation> of(UserId reader, WikiId wiki, CommunityId community, String after, int limit)
        throws CopException
    {
        this.permissions.check(reader, CommunityPermission.MANAGE_MEMBERS, wiki, community);
        KeysetPage<InvitationRow> page = NEWEST.page("invitations/" + community, after, limit);
        Slice<InvitationRow> rows = this.ledger.read(session -> page.slice(page.query(session,
            "from InvitationRow i where i.wiki = :wiki and i.community = :community", InvitationRow.class)
            .setParameter(WIKI, wiki.value()).setParameter(COMMUNITY, community.value())));
        Map<UserId, Person> people = people(rows.items());
        long now = System.currentTimeMillis();
        return rows.map(row -> new Invitation(row.id, row.kind(),
            row.person.isEmpty() ? null : people.get(new UserId(row.person)), row.group.isEmpty() ? null : row.group,
            row.note, people.get(new UserId(row.inviter)), Instant.ofEpochMilli(row.at),
            Instant.ofEpochMilli(row.expires), row.limit, row.accepted, row.declined, row.state(now)));
    }

    private Map<UserId, Person> people(List<InvitationRow> rows)
    {
        return this.persons.find(rows.stream().flatMap(row -> Stream.of(row.person, row.inviter))
            .filter(id -> !id.isEmpty()).map(UserId::new).collect(Collectors.toSet()));
    }

    List<Offer> offers(UserId reader, WikiId wiki)
    {
        if (reader.isGuest() || reader.isImported()) {
            return List.of();
        }
        long now = System.currentTimeMillis();
        List<InvitationRow> rows = new ArrayList<>(open(wiki, "person = :who", reader.value(), now));
        List<InvitationRow> toGroups = open(wiki, "kind = :who", InvitationKind.GROUP.name(), now);
        rows.addAll(ofOwn(reader, wiki, toGroups));
        return offers(reader, wiki, rows.stream().filter(row -> row.state(now) == InvitationState.OPEN)
            .sorted((a, b) -> Long.compare(b.sequence, a.sequence)).toList());
    }

    List<Offer> offers(UserId reader, WikiId wiki, CommunityId community)
    {
        if (reader.isGuest() || reader.isImported()) {
            return List.of();
        }
        long now = System.currentTimeMillis();
        List<InvitationRow> open = this.ledger.read(session -> session.createQuery("select i from InvitationRow i "
            + "where i.wiki = :wiki and i.community = :community and (i.person = :person or i.kind = :groups) "
            + "and i.withdrawn = false and i.expires > :now and not exists (select 1 from InvitationAnswerRow a "
            + "where a.wiki = i.wiki and a.invitation = i.id and a.person = :person) order by i.sequence desc",
            InvitationRow.class)
            .setParameter(WIKI, wiki.value()).setParameter("community", community.value())
            .setParameter("person", reader.value()).setParameter("groups", InvitationKind.GROUP.name())
            .setParameter("now", now).setMaxResults(SHOWN).getResultList());
        Set<UUID> own = ofOwn(reader, wiki, open.stream().filter(row -> row.kind() == InvitationKind.GROUP).toList())
            .stream().map(row -> row.id).collect(Collectors.toSet());
        return shown(wiki, open.stream().filter(row -> row.state(now) == InvitationState.OPEN
            && (row.kind() != InvitationKind.GROUP || own.contains(row.id))).toList());
    }

    private List<InvitationRow> ofOwn(UserId reader, WikiId wiki, List<InvitationRow> toGroups)
    {
        Set<String> own = this.groups.of(wiki, reader, toGroups.stream().map(row -> row.group).toList());
        return toGroups.stream().filter(row -> own.contains(row.group)).toList();
    }

    private List<InvitationRow> open(WikiId wiki, String condition, String who, long now)
    {
        return this.ledger.read(session -> session.createQuery("from InvitationRow where wiki = :wiki and " + condition
            + " and withdrawn = false and expires > :now order by sequence desc", InvitationRow.class)
            .setParameter(WIKI, wiki.value()).setParameter("who", who).setParameter("now", now).setMaxResults(SHOWN)
            .getResultList());
    }

    private List<Offer> offers(UserId reader, WikiId wiki, List<InvitationRow> rows)
    {
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<UUID> answered = answered(reader, wiki, rows);
        return shown(wiki, rows.stream().filter(row -> !answered.contains(row.id)).toList());
    }

    private List<Offer> shown(WikiId wiki, List<InvitationRow> rows)
    {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<CommunityId, CommunityLocation> existing = this.communities.existing(wiki,
            rows.stream().map(row -> new CommunityId(row.community)).collect(Collectors.toSet()));
        Map<UserId, Person> people = people(rows);
        return rows.stream().filter(row -> existing.containsKey(new CommunityId(row.community)))
            .map(row -> offer(row, InvitationState.OPEN, existing.get(new CommunityId(row.community)).title(), people))
            .toList();
    }

    private static Offer offer(InvitationRow row, InvitationState state, String title, Map<UserId, Person> people)
    {
        boolean open = state == InvitationState.OPEN;
        return new Offer(row.id, open ? new CommunityId(row.community) : null, open ? title : null, row.kind(),
            people.get(new UserId(row.inviter)), row.note, Instant.ofEpochMilli(row.expires), state);
    }

    private Set<UUID> answered(UserId reader, WikiId wiki, List<InvitationRow> rows)
    {
        return new HashSet<>(this.ledger.read(session -> Chunks.of(rows).stream().flatMap(some -> session
            .createQuery("select invitation from InvitationAnswerRow where wiki = :wiki and person = :person "
                + "and invitation in (:ids)", UUID.class).setParameter(WIKI, wiki.value())
            .setParameter("person", reader.value()).setParameterList("ids", some.stream().map(row -> row.id).toList())
            .getResultStream()).toList()));
    }

    Offer offer(UserId reader, WikiId wiki, UUID id, String secret) throws CopException
    {
        InvitationRow row = addressed(reader, wiki, id, secret);
        InvitationState state = this.ledger.read(session -> state(session, row, reader));
        CommunityId community = new CommunityId(row.community);
        return offer(row, state, this.communities.existing(wiki, List.of(community)).get(community).title(),
            people(List.of(row)));
    }

    /**
     * @param ids invitations
     * @return those that are open for the reader, each with its community, by id
     */
    Map<UUID, CommunityLocation> openFor(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        long now = System.currentTimeMillis();
        List<InvitationRow> rows = MembershipRows.find(this.ledger, wiki, ids, InvitationRow.class).values().stream()
            .filter(row -> row.state(now) == InvitationState.OPEN).toList();
        if (rows.isEmpty()) {
            return Map.of();
        }
        Set<String> own = this.groups.of(wiki, reader, rows.stream().map(row -> row.group)
            .filter(group -> !group.isEmpty()).toList());
        Set<UUID> answered = answered(reader, wiki, rows);
        Map<CommunityId, CommunityLocation> existing = this.communities.existing(wiki,
            rows.stream().map(row -> new CommunityId(row.community)).collect(Collectors.toSet()));
        Map<UUID, CommunityLocation> open = new HashMap<>();
        rows.stream().filter(row -> !answered.contains(row.id) && existing.containsKey(new CommunityId(row.community))
            && (row.person.equals(reader.value()) || own.contains(row.group)))
            .forEach(row -> open.put(row.id, existing.get(new CommunityId(row.community))));
        return open;
    }
}
