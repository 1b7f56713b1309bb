/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.endorsement.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.Administrators;
import org.copsuite.CopException;
import org.copsuite.CurrentWeek;
import org.copsuite.FormCheck;
import org.copsuite.Tags;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityService;
import org.copsuite.endorsement.EndorsementActs;
import org.copsuite.endorsement.EndorsementService;
import org.copsuite.endorsement.EndorsementService.Choices;
import org.copsuite.endorsement.EndorsementService.Draft;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.RowKey;
import org.copsuite.person.Persons;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Validates and records endorsements and their withdrawal. */
@Component(roles = EndorsementWriter.class)
@Singleton
public class EndorsementWriter
{
    private static final String WIKI = "wiki";

    private static final String PERSON = "person";

    private static final String COMMUNITY = "community";

    private static final String TOPIC = "topic";

    @Inject
    private Ledger ledger;

    @Inject
    private Settings settings;

    @Inject
    private Persons persons;

    @Inject
    private CommunityService memberships;

    @Inject
    private CommunityAccess communities;

    @Inject
    private ExpertiseService expertise;

    @Inject
    private Access access;

    void endorse(UserId actor, Draft draft) throws CopException
    {
        String reason = check(actor, draft);
        String topic = topic(actor, draft);
        CommunityId community = community(actor, draft);
        Draft checked = new Draft(draft.id(), draft.wiki(), draft.person(), topic, reason, community);
        int limit = this.settings.get(EndorsementSettings.WEEKLY, draft.wiki());
        this.ledger.decide(tx -> {
            // Locks the head of the ledger, so that two clicks, or two windows, are counted one after the other.
            if (isNew(tx.session(), actor, checked, limit)) {
                tx.append(EndorsementActs.endorsed(checked, actor));
            }
            return null;
        });
    }

    UserId withdraw(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        return this.ledger.decide(tx -> {
            EndorsementRow row = tx.session().get(EndorsementRow.class, new RowKey(wiki, id));
            if (row == null || this.communities.find(actor, wiki, List.of(new CommunityId(row.community))).isEmpty()) {
                throw CopException.notFound();
            }
            if (!EndorsementReader.isParty(row, actor) && !Administrators.include(this.access, wiki, actor)) {
                throw CopException.forbidden();
            }
            if (!row.withdrawn) {
                LedgerEntry entry = tx.session().get(LedgerEntry.class, row.sequence);
                tx.append(EntryDraft.reversing(entry, actor, Instant.now()));
            }
            return new UserId(row.person);
        });
    }

    Choices choices(UserId actor, WikiId wiki, UserId person)
    {
        List<CommunityLocation> shared = actor.isGuest() || actor.equals(person) ? List.of()
            : shared(actor, wiki, person);
        if (shared.isEmpty()) {
            return new Choices(List.of(), List.of(), 0);
        }
        return this.ledger.read(session -> {
            Set<String> endorsed = new HashSet<>(session
                .createQuery("select topic from EndorsementRow where wiki = :wiki and person = :person "
                    + "and endorser = :endorser and withdrawn = false", String.class)
                .setParameter(WIKI, wiki.value()).setParameter(PERSON, person.value())
                .setParameter("endorser", actor.value())
                .getResultList());
            List<String> topics = this.expertise.topics(actor, wiki, person).stream().map(ExpertiseService.Topic::name)
                .filter(topic -> !endorsed.contains(topic)).toList();
            long left = this.settings.get(EndorsementSettings.WEEKLY, wiki) - givenThisWeek(session, wiki, actor);
            return new Choices(shared, topics, (int) Math.max(0, left));
        });
    }

    private String check(UserId actor, Draft draft) throws CopException
    {
        FormCheck check = new FormCheck();
        String reason = check.line("reason", draft.reason(), 1, EndorsementService.REASON_MAXIMUM,
            "cop.endorsement.error.reason");
        if (actor.equals(draft.person())) {
            check.refuse(PERSON, "cop.endorsement.error.self");
        } else if (draft.person() == null || !this.persons.find(draft.person()).active()) {
            check.refuse(PERSON, "cop.endorsement.error.peers");
        }
        check.end();
        return reason;
    }

    /** Returns the topic, which must be one that the profile shows to the actor. */
    private String topic(UserId actor, Draft draft) throws CopException
    {
        return Tags.normalise(draft.topic() == null ? "" : draft.topic())
            .filter(topic -> this.expertise.topics(actor, draft.wiki(), draft.person()).stream()
                .anyMatch(shown -> shown.name().equals(topic)))
            .orElseThrow(() -> CopException.invalid(TOPIC, "cop.endorsement.error.topic"));
    }

    private CommunityId community(UserId actor, Draft draft) throws CopException
    {
        List<CommunityLocation> shared = shared(actor, draft.wiki(), draft.person());
        if (shared.isEmpty()) {
            throw CopException.invalid(PERSON, "cop.endorsement.error.peers");
        }
        if (draft.community() == null && shared.size() == 1) {
            return shared.get(0).id();
        }
        return shared.stream().map(CommunityLocation::id).filter(id -> id.equals(draft.community())).findFirst()
            .orElseThrow(() -> CopException.invalid(COMMUNITY, "cop.endorsement.error.community"));
    }

    /** Returns the communities of which both people are members and that the actor may view, by title. */
    private List<CommunityLocation> shared(UserId actor, WikiId wiki, UserId person)
    {
        Set<CommunityId> shared = new HashSet<>(this.memberships.memberships(wiki, actor).keySet());
        shared.retainAll(this.memberships.memberships(wiki, person).keySet());
        return shared.isEmpty() ? List.of() : this.communities.find(actor, wiki, shared).values().stream()
            .sorted(Comparator.comparing(CommunityLocation::title).thenComparing(location -> location.id().value()))
            .toList();
    }

    private static boolean isNew(Session session, UserId actor, Draft draft, int limit) throws CopException
    {
        EndorsementRow same = session.get(EndorsementRow.class, new RowKey(draft.wiki(), draft.id()));
        if (same != null) {
            if (!same.endorser.equals(actor.value())) {
                throw CopException.notFound();
            }
            return false;
        }
        boolean twice = !session
            .createQuery("select id from EndorsementRow where wiki = :wiki and person = :person and topic = :topic "
                + "and endorser = :endorser and withdrawn = false", UUID.class)
            .setParameter(WIKI, draft.wiki().value()).setParameter(PERSON, draft.person().value())
            .setParameter(TOPIC, draft.topic()).setParameter("endorser", actor.value()).setMaxResults(1).getResultList().isEmpty();
        if (twice) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.endorsement.error.twice");
        }
        if (givenThisWeek(session, draft.wiki(), actor) >= limit) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.endorsement.error.limit", limit);
        }
        return true;
    }

    /** Counts withdrawn endorsements too: whoever endorses and withdraws in turn would notify people without end. */
    private static long givenThisWeek(Session session, WikiId wiki, UserId actor)
    {
        return session
            .createQuery("select count(id) from EndorsementRow where wiki = :wiki and endorser = :endorser "
                + "and at >= :monday", Long.class)
            .setParameter(WIKI, wiki.value()).setParameter("endorser", actor.value())
            .setParameter("monday", CurrentWeek.start().toEpochMilli()).getSingleResult();
    }
}
