/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.FormCheck;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.MemberAdmission;
import org.copsuite.db.Keyset;
import org.copsuite.db.KeysetPage;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.membership.MembershipActs;
import org.copsuite.membership.MembershipService;
import org.copsuite.membership.MembershipService.JoinRequest;
import org.copsuite.membership.MembershipService.RequestDraft;
import org.copsuite.membership.MembershipService.RequestState;
import org.copsuite.person.Persons;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Requests to join: records, answers and reads them. */
@Component(roles = JoinRequests.class)
@Singleton
public class JoinRequests
{
    static final Duration RECENT = Duration.ofDays(30);

    private static final int OWN = 50;

    /** Somebody who became a member in another way asks no more. */
    private static final String NO_MEMBER = " and not exists (select 1 from MembershipRow m where m.wiki = r.wiki "
        + "and m.community = r.community and m.person = r.person)";

    private static final Keyset<JoinRequestRow> OLDEST =
        new Keyset<JoinRequestRow>().ascending("r.sequence", Cursor::number, row -> row.sequence);

    @Inject
    private Ledger ledger;

    @Inject
    private Settings settings;

    @Inject
    private CommunityService communities;

    @Inject
    private CommunityAccess access;

    @Inject
    private CommunityPermissions permissions;

    @Inject
    private MemberAdmission admission;

    @Inject
    private Persons persons;

    void request(UserId actor, WikiId wiki, RequestDraft draft) throws CopException
    {
        CommunityView community = this.communities.get(actor, wiki, draft.community());
        if (community.mine() != null) {
            return;
        }
        if (community.joining() != Joining.REQUEST) {
            throw new CopException(CopException.Kind.FORBIDDEN, "cop.membership.error.noRequest."
                + (community.joining() == Joining.OPEN ? "open" : "invitation"));
        }
        FormCheck form = new FormCheck();
        String note = form.text("note", draft.note(), 0, MembershipService.NOTE_MAXIMUM,
            "cop.membership.error.note");
        form.end();
        Duration lifetime = MembershipSettings.requestLifetime(this.settings, wiki);
        this.ledger.decide(tx -> {
            if (isNew(tx.session(), wiki, actor, draft, lifetime)) {
                tx.append(EntryDraft.of(wiki, actor, MembershipActs.REQUESTED, draft.id(), note)
                    .in(draft.community()));
            }
            return null;
        });
    }

    private static boolean isNew(Session session, WikiId wiki, UserId actor, RequestDraft draft, Duration lifetime)
        throws CopException
    {
        JoinRequestRow same = session.get(JoinRequestRow.class, new RowKey(wiki, draft.id()));
        if (same != null) {
            if (!same.person.equals(actor.value())) {
                throw CopException.notFound();
            }
            return false;
        }
        long now = System.currentTimeMillis();
        List<JoinRequestRow> recent = latest(session, wiki, actor, draft.community(),
            MembershipService.REPEATS_MAXIMUM);
        if (recent.stream().anyMatch(row -> row.state(now, lifetime) == RequestState.OPEN)) {
            throw conflict("twice");
        }
        if (recent.stream().filter(row -> row.at > now - RECENT.toMillis()).count()
            >= MembershipService.REPEATS_MAXIMUM) {
            throw conflict("often");
        }
        return true;
    }

    private static List<JoinRequestRow> latest(Session session, WikiId wiki, UserId person, CommunityId community,
        int limit)
    {
        return session.createQuery("from JoinRequestRow where wiki = :wiki and person = :person "
            + "and community = :community order by sequence desc", JoinRequestRow.class)
            .setParameter("wiki", wiki.value()).setParameter("person", person.value())
            .setParameter("community", community.value()).setMaxResults(limit).getResultList();
    }

    CommunityId withdraw(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        return this.ledger.decide(tx -> {
            JoinRequestRow row = tx.session().get(JoinRequestRow.class, new RowKey(wiki, id));
            if (row == null || !row.person.equals(actor.value())) {
                throw CopException.notFound();
            }
            CommunityId community = new CommunityId(row.community);
            if (row.state.equals(RequestState.OPEN.name())) {
                tx.append(MembershipActs.once(wiki, actor, MembershipActs.REQUEST_WITHDRAWN, id, community, null));
            }
            return community;
        });
    }

    CommunityId answer(UserId actor, WikiId wiki, UUID id, Boolean accept, String answer) throws CopException
    {
        JoinRequestRow row = managed(actor, wiki, id);
        FormCheck form = new FormCheck();
        if (accept == null) {
            form.refuse("accept", "cop.error.missing");
        }
        String text = form.text("answer", answer, 0, MembershipService.NOTE_MAXIMUM, "cop.membership.error.answer");
        form.end();
        CommunityId community = new CommunityId(row.community);
        UserId person = new UserId(row.person);
        if (!accept) {
            this.ledger.decide(tx -> decide(tx, actor, row, MembershipActs.REQUEST_DECLINED, text));
        } else if (!this.persons.find(person).active()) {
            throw conflict("account");
        } else {
            this.admission.admit(actor, wiki, community, person,
                tx -> decide(tx, actor, row, MembershipActs.REQUEST_ACCEPTED, text));
        }
        return community;
    }

    private JoinRequestRow managed(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        JoinRequestRow row = this.ledger.read(session -> session.get(JoinRequestRow.class, new RowKey(wiki, id)));
        if (row == null || !this.permissions.of(actor, wiki, new CommunityId(row.community))
            .contains(CommunityPermission.MANAGE_MEMBERS)) {
            throw CopException.notFound();
        }
        return row;
    }

    private Void decide(Ledger.Transaction tx, UserId actor, JoinRequestRow before, ActType<String> act, String answer)
        throws CopException
    {
        WikiId wiki = new WikiId(before.wiki);
        JoinRequestRow row = tx.session().get(JoinRequestRow.class, new RowKey(wiki, before.id));
        RequestState wanted = act.equals(MembershipActs.REQUEST_ACCEPTED) ? RequestState.ACCEPTED
            : RequestState.DECLINED;
        RequestState state = row.state(System.currentTimeMillis(),
            MembershipSettings.requestLifetime(this.settings, wiki));
        if (state == RequestState.OPEN) {
            tx.append(MembershipActs.once(wiki, actor, act, row.id, new CommunityId(row.community), answer)
                .benefiting(new UserId(row.person)));
        } else if (state != wanted) {
            throw conflict(switch (state) {
                case WITHDRAWN -> "withdrawn";
                case EXPIRED -> "expired";
                default -> "answered";
            });
        }
        return null;
    }

    private static CopException conflict(String why)
    {
        return new CopException(CopException.Kind.CONFLICT, "cop.membership.error.request." + why);
    }

    Slice<JoinRequest> open(UserId reader, WikiId wiki, CommunityId community, String after, int limit)
        throws CopException
    {
        this.permissions.check(reader, CommunityPermission.MANAGE_MEMBERS, wiki, community);
        long oldest = System.currentTimeMillis() - MembershipSettings.requestLifetime(this.settings, wiki).toMillis();
        KeysetPage<JoinRequestRow> page = OLDEST.page("join-requests/" + community, after, limit);
        Slice<JoinRequestRow> rows = this.ledger.read(session -> page.slice(page.query(session,
            "from JoinRequestRow r where r.wiki = :wiki and r.community = :community and r.state = :open "
                + "and r.at > :oldest" + NO_MEMBER, JoinRequestRow.class)
            .setParameter("wiki", wiki.value()).setParameter("community", community.value())
            .setParameter("open", RequestState.OPEN.name()).setParameter("oldest", oldest)));
        return new Slice<>(shown(wiki, rows.items(), this.access.find(reader, wiki, List.of(community))), rows.next());
    }

    List<JoinRequest> own(UserId reader, WikiId wiki)
    {
        if (reader.isGuest()) {
            return List.of();
        }
        List<JoinRequestRow> rows = this.ledger.read(session -> session.createQuery(
            "from JoinRequestRow where wiki = :wiki and person = :person order by sequence desc", JoinRequestRow.class)
            .setParameter("wiki", wiki.value()).setParameter("person", reader.value()).setMaxResults(OWN)
            .getResultList());
        return shown(wiki, rows, this.access.find(reader, wiki, communities(rows)));
    }

    Optional<JoinRequest> own(UserId reader, WikiId wiki, CommunityId community)
    {
        if (reader.isGuest()) {
            return Optional.empty();
        }
        List<JoinRequestRow> rows = this.ledger.read(session -> latest(session, wiki, reader, community, 1));
        return shown(wiki, rows, this.access.find(reader, wiki, communities(rows))).stream().findFirst();
    }

    private static Set<CommunityId> communities(Collection<JoinRequestRow> rows)
    {
        return rows.stream().map(row -> new CommunityId(row.community)).collect(Collectors.toSet());
    }

    private List<JoinRequest> shown(WikiId wiki, List<JoinRequestRow> rows, Map<CommunityId, CommunityLocation> visible)
    {
        if (rows.isEmpty()) {
            return List.of();
        }
        Duration lifetime = MembershipSettings.requestLifetime(this.settings, wiki);
        long now = System.currentTimeMillis();
        Map<UserId, Person> people = this.persons.find(rows.stream().map(row -> new UserId(row.person))
            .collect(Collectors.toSet()));
        return rows.stream().filter(row -> visible.containsKey(new CommunityId(row.community)))
            .map(row -> new JoinRequest(row.id, new CommunityId(row.community),
                visible.get(new CommunityId(row.community)).title(), people.get(new UserId(row.person)), row.note,
                Instant.ofEpochMilli(row.at), Instant.ofEpochMilli(row.at).plus(lifetime), row.state(now, lifetime),
                row.answer)).toList();
    }

    /**
     * @param ids requests
     * @return those that exist, by id. NOT permission-filtered
     */
    Map<UUID, JoinRequestRow> find(WikiId wiki, Collection<UUID> ids)
    {
        return MembershipRows.find(this.ledger, wiki, ids, JoinRequestRow.class);
    }
}
