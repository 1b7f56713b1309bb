/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.handover.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.PlainText;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.handover.HandoverActs;
import org.copsuite.handover.HandoverService.Asked;
import org.copsuite.handover.HandoverService.Checklist;
import org.copsuite.handover.HandoverService.Plan;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Assignment;
import org.copsuite.milestone.MilestoneService.Milestone;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.xwiki.component.annotation.Component;

/** Makes checklists of handovers, finds those that were made, and asks for one. */
@Component(roles = HandoverChecklists.class)
@Singleton
public class HandoverChecklists
{
    /** Number of checklists of a person that are shown, the latest ones. */
    private static final int SHOWN = 10;

    /** How long one that is reached is shown. */
    private static final Duration REACHED = Duration.ofDays(28);

    private static final String WIKI = "wiki";

    @Inject
    private CommunityService communities;

    @Inject
    private CommunityAccess members;

    @Inject
    private MilestoneService milestones;

    @Inject
    private Ledger ledger;

    @Inject
    private Wikis wikis;

    PageId plan(UserId actor, WikiId wiki, Plan plan) throws CopException
    {
        CommunityView view = this.communities.get(actor, wiki, plan.community());
        CopException.requireAccount(actor);
        if (!mayRead(actor, view, plan.person()) || !view.permissions().contains(CommunityPermission.MANAGE_MILESTONES)) {
            throw CopException.forbidden();
        }
        if (this.members.members(wiki, plan.community(), Set.of(plan.person())).isEmpty()) {
            throw CopException.notFound();
        }
        if (plan.items().isEmpty()) {
            throw CopException.invalid("items", "cop.handover.error.items");
        }
        List<UserId> people = plan.items().stream().map(Assignment::owner).filter(Objects::nonNull)
            .filter(person -> !person.equals(plan.owner())).distinct().limit(MilestoneService.PEOPLE_MAXIMUM).toList();
        PageId page = this.milestones.set(actor, new MilestoneService.Draft(plan.id(), wiki, plan.community(), null,
            plan.title(), "", plan.due(), plan.owner(), people,
            plan.items().stream().map(one -> PlainText.line(one.item())).collect(Collectors.joining("\n")), "", "",
            plan.items()));
        Milestone made = this.milestones.find(actor, wiki, List.of(plan.id())).get(plan.id());
        if (made == null || !made.community().id().equals(plan.community())) {
            throw CopException.notFound();
        }
        // Sending the form again repairs what a crash in between leaves.
        this.ledger.record(tx -> {
            tx.append(EntryDraft.of(wiki, actor, HandoverActs.PLANNED, plan.id()).in(plan.community())
                .benefiting(plan.person()));
            return null;
        });
        return page;
    }

    /** Returns whether the actor is that person, as a member, or manages the members. */
    private static boolean mayRead(UserId actor, CommunityView community, UserId person)
    {
        return community.mayManageMembers() || (community.mine() != null && actor.equals(person));
    }

    List<Checklist> of(UserId reader, WikiId wiki, CommunityId community, UserId person)
    {
        List<UUID> made = this.ledger.read(session -> session
            .createQuery("select subject from LedgerEntry where wiki = :wiki and act = :act and beneficiary = :person "
                + "and community = :community order by sequence desc", UUID.class)
            .setParameter(WIKI, wiki.value()).setParameter("act", HandoverActs.PLANNED.name())
            .setParameter("person", person.value()).setParameter("community", community.value())
            .setMaxResults(SHOWN).getResultList());
        if (made.isEmpty()) {
            return List.of();
        }
        Map<UUID, Milestone> found = this.milestones.checklists(reader, wiki, made);
        Instant since = Instant.now().minus(REACHED);
        return made.stream().map(found::get).filter(Objects::nonNull)
            .filter(one -> one.state().isOpen() || (one.state() == State.REACHED && one.since().isAfter(since)))
            .map(HandoverChecklists::checklist).toList();
    }

    private static Checklist checklist(Milestone one)
    {
        int done = (int) one.items().stream().filter(MilestoneService.Item::isDone).count();
        LocalDate next = one.state().isOpen() ? one.nextDue() : null;
        return new Checklist(one.id(), one.page(), one.title(), done, one.items().size(), next, one.state());
    }

    void ask(UserId actor, WikiId wiki, CommunityId community) throws CopException
    {
        CommunityView view = this.communities.get(actor, wiki, community);
        CopException.requireAccount(actor);
        if (view.mine() == null) {
            throw CopException.forbidden();
        }
        this.ledger.record(tx -> {
            tx.append(asking(actor, wiki, community));
            return null;
        });
    }

    /** Drafts the entry of a day; a second one of that day changes nothing. */
    private EntryDraft asking(UserId person, WikiId wiki, CommunityId community)
    {
        return EntryDraft.of(wiki, person, HandoverActs.ASKED, HandoverActs.handover(community, person)).in(community)
            .withOccurrence(LocalDate.now(this.wikis.zone(wiki)).toString());
    }

    boolean hasAsked(UserId person, WikiId wiki, CommunityId community)
    {
        return this.ledger.byIdempotencyKey(wiki, asking(person, wiki, community).idempotencyKey()).isPresent();
    }

    /** Somebody who may not read the handover does not learn that its person asked. */
    Asked asked(UserId reader, WikiId wiki, UUID handover) throws CopException
    {
        LedgerEntry entry = this.ledger.read(session -> session
            .createQuery("from LedgerEntry where wiki = :wiki and act = :act and subject = :handover", LedgerEntry.class)
            .setParameter(WIKI, wiki.value()).setParameter("act", HandoverActs.ASKED.name())
            .setParameter("handover", handover).setMaxResults(1).getResultStream().findFirst())
            .orElseThrow(CopException::notFound);
        CommunityView view = this.communities.get(reader, wiki, entry.getCommunity());
        if (!mayRead(reader, view, entry.getActor())) {
            throw CopException.notFound();
        }
        return new Asked(entry.getCommunity(), entry.getActor());
    }
}
