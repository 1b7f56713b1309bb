/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.FormCheck;
import org.copsuite.Tags;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.designation.DesignationActs;
import org.copsuite.designation.DesignationService;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.person.Persons;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Checks permissions, validates, and records. */
@Component
@Singleton
public class DefaultDesignationService implements DesignationService
{
    private static final String TOPIC = "topic";

    private static final String PERSON = "person";

    private static final int MOST = 100;

    @Inject
    private Ledger ledger;

    @Inject
    private Designations designations;

    @Inject
    private CommunityAccess communities;

    @Inject
    private CommunityPermissions permissions;

    @Inject
    private Persons persons;

    @Override
    public void nominate(UserId actor, WikiId wiki, Draft draft) throws CopException
    {
        CopException.requireAccount(actor);
        if (!this.communities.visible(actor, wiki).contains(draft.community())) {
            throw CopException.notFound();
        }
        if (!isMember(wiki, draft.community(), actor)) {
            throw new CopException(Kind.FORBIDDEN, "cop.designation.error.member");
        }
        FormCheck check = new FormCheck();
        Draft checked = check(check, draft, actor);
        check.end();
        this.ledger.decide(tx -> {
            if (isNew(tx.session(), wiki, checked)) {
                for (DesignationRow row : rows(tx.session(), wiki, checked, checked.topic())) {
                    throw conflict(row.state.equals(State.OPEN.name()) ? "nominated" : "designated");
                }
                if (count(tx.session(), wiki, checked) >= OPEN_MAXIMUM) {
                    throw conflict("often", OPEN_MAXIMUM);
                }
                tx.append(DesignationActs.nominated(wiki, actor, checked));
            }
            return null;
        });
    }

    @Override
    public void designate(UserId actor, WikiId wiki, Draft draft) throws CopException
    {
        CopException.requireAccount(actor);
        this.permissions.check(actor, CommunityPermission.MANAGE_MEMBERS, wiki, draft.community());
        FormCheck check = new FormCheck();
        Draft checked = check(check, draft, draft.person());
        if (draft.person() == null || !this.persons.find(draft.person()).active()
            || !isMember(wiki, draft.community(), draft.person())) {
            check.refuse(PERSON, "cop.designation.error.person");
        }
        check.end();
        this.ledger.decide(tx -> {
            if (isNew(tx.session(), wiki, checked)) {
                Draft open = checked;
                for (DesignationRow row : rows(tx.session(), wiki, checked, checked.topic())) {
                    if (!row.state.equals(State.OPEN.name())) {
                        throw conflict("designated");
                    }
                    open = draft(row);
                }
                checkRoom(tx.session(), wiki, checked.community());
                if (open == checked) {
                    tx.append(DesignationActs.nominated(wiki, actor, checked));
                }
                tx.append(DesignationActs.decided(wiki, actor, DesignationActs.DESIGNATED, open, ""));
            }
            return null;
        });
    }

    @Override
    public CommunityId answer(UserId actor, WikiId wiki, UUID id, Boolean accept, String answer) throws CopException
    {
        CopException.requireAccount(actor);
        DesignationRow row = this.ledger.read(session -> session.get(DesignationRow.class, new RowKey(wiki, id)));
        if (row == null || !manages(actor, wiki, row)) {
            throw CopException.notFound();
        }
        FormCheck check = new FormCheck();
        if (accept == null) {
            check.refuse("accept", "cop.error.missing");
        }
        String text = check.line("answer", answer, 0, NOTE_MAXIMUM, "cop.designation.error.answer");
        check.end();
        Draft draft = draft(row);
        if (accept && !isMember(wiki, draft.community(), draft.person())) {
            throw conflict("left");
        }
        ActType<String> act = accept ? DesignationActs.DESIGNATED : DesignationActs.DECLINED;
        State wanted = accept ? State.ACTIVE : State.DECLINED;
        return this.ledger.decide(tx -> {
            DesignationRow now = tx.session().get(DesignationRow.class, new RowKey(wiki, id));
            if (now.state.equals(State.OPEN.name())) {
                if (accept) {
                    checkRoom(tx.session(), wiki, draft.community());
                }
                tx.append(DesignationActs.decided(wiki, actor, act, draft, text));
            } else if (!now.state.equals(wanted.name())) {
                throw conflict("answered");
            }
            return draft.community();
        });
    }

    @Override
    public CommunityId end(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        CopException.requireAccount(actor);
        DesignationRow row = this.ledger.read(session -> session.get(DesignationRow.class, new RowKey(wiki, id)));
        if (row == null || !this.communities.visible(actor, wiki).contains(new CommunityId(row.community))) {
            throw CopException.notFound();
        }
        if (!row.person.equals(actor.value()) && !manages(actor, wiki, row)) {
            throw CopException.forbidden();
        }
        return this.ledger.decide(tx -> {
            DesignationRow now = tx.session().get(DesignationRow.class, new RowKey(wiki, id));
            if (List.of(State.OPEN.name(), State.ACTIVE.name()).contains(now.state)) {
                tx.append(DesignationActs.ended(wiki, actor, draft(now)));
            }
            return new CommunityId(now.community);
        });
    }

    @Override
    public List<Designation> experts(UserId reader, WikiId wiki, CommunityId community, String topic, int limit)
    {
        int most = Math.max(1, Math.min(MOST, limit));
        if (topic == null || topic.isBlank()) {
            return this.designations.experts(reader, wiki, community, most);
        }
        return Tags.normalise(topic).map(tag -> this.designations.of(reader, wiki, Set.of(tag), community, most))
            .orElse(List.of());
    }

    @Override
    public List<Designation> nominations(UserId reader, WikiId wiki, CommunityId community)
    {
        return reader.isGuest() ? List.of() : this.designations.open(reader, wiki, community);
    }

    @Override
    public List<Designation> of(UserId reader, WikiId wiki, UserId person)
    {
        return this.designations.of(reader, wiki, person);
    }

    private static Draft check(FormCheck check, Draft draft, UserId person)
    {
        String topic = Tags.normalise(draft.topic() == null ? "" : draft.topic()).orElse(null);
        if (topic == null) {
            check.refuse(TOPIC, "cop.designation.error.topic", Tags.LENGTH);
        }
        return new Draft(draft.id(), draft.community(), person, topic,
            check.line("note", draft.note(), 0, NOTE_MAXIMUM, "cop.designation.error.note"));
    }

    private boolean isMember(WikiId wiki, CommunityId community, UserId person)
    {
        return !this.communities.members(wiki, community, Set.of(person)).isEmpty();
    }

    private boolean manages(UserId actor, WikiId wiki, DesignationRow row)
    {
        return this.permissions.of(actor, wiki, new CommunityId(row.community)).contains(CommunityPermission.MANAGE_MEMBERS);
    }

    private static Draft draft(DesignationRow row)
    {
        return new Draft(row.id, new CommunityId(row.community), new UserId(row.person), row.topic, row.note);
    }

    private static boolean isNew(Session session, WikiId wiki, Draft draft) throws CopException
    {
        DesignationRow same = session.get(DesignationRow.class, new RowKey(wiki, draft.id()));
        if (same != null && !same.person.equals(draft.person().value())) {
            throw CopException.notFound();
        }
        return same == null;
    }

    /** Returns the open nomination or the designation of the person for the topic, if there is one. */
    private static List<DesignationRow> rows(Session session, WikiId wiki, Draft draft, String topic)
    {
        return session.createQuery("from DesignationRow where wiki = :wiki and community = :community and person = :person "
            + "and topic = :topic and state in ('OPEN', 'ACTIVE') order by sequence", DesignationRow.class)
            .setParameter("wiki", wiki.value()).setParameter("community", draft.community().value())
            .setParameter(PERSON, draft.person().value()).setParameter(TOPIC, topic).setMaxResults(1).getResultList();
    }

    private static long count(Session session, WikiId wiki, Draft draft)
    {
        return session.createQuery("select count(id) from DesignationRow where wiki = :wiki and community = :community "
            + "and person = :person and state = 'OPEN'", Long.class).setParameter("wiki", wiki.value())
            .setParameter("community", draft.community().value()).setParameter(PERSON, draft.person().value())
            .getSingleResult();
    }

    private static void checkRoom(Session session, WikiId wiki, CommunityId community) throws CopException
    {
        long active = session.createQuery("select count(id) from DesignationRow where wiki = :wiki "
            + "and community = :community and state = 'ACTIVE'", Long.class).setParameter("wiki", wiki.value())
            .setParameter("community", community.value()).getSingleResult();
        if (active >= EXPERTS_MAXIMUM) {
            throw conflict("many", EXPERTS_MAXIMUM);
        }
    }

    private static CopException conflict(String why, Object... arguments)
    {
        return new CopException(Kind.CONFLICT, "cop.designation.conflict." + why, arguments);
    }
}
