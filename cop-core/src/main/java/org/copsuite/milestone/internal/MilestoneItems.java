/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.PlainText;
import org.copsuite.community.CommunityAccess;
import org.copsuite.db.IdCondition;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.milestone.MilestoneActs.ItemDetail;
import org.copsuite.milestone.MilestoneService.Assignment;
import org.copsuite.milestone.MilestoneService.May;
import org.copsuite.milestone.MilestoneService.Seen;
import org.copsuite.person.Persons;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Gives the items of checklists to people, and takes them back. */
@Component(roles = MilestoneItems.class)
@Singleton
public class MilestoneItems
{
    private static final String OWNER = "owner";

    private static final String DUE = "due";

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Persons persons;

    @Inject
    private MilestoneRights rights;

    /** Returns the rows of some milestones, at most one for each item that their checklists ever had. */
    static List<MilestoneItemRow> of(Session session, WikiId wiki, Collection<UUID> milestones)
    {
        return IdCondition.list(milestones, some -> session
            .createQuery("from MilestoneItemRow i where " + IdCondition.condition(session, "i", "milestone", some),
                MilestoneItemRow.class)
            .setParameter("wiki", wiki.value()));
    }

    /** Returns who owns an item that the checklist has now. */
    static Set<UserId> owners(MilestoneRow row, Collection<MilestoneItemRow> rows)
    {
        Set<UUID> items =
            row.items().stream().map(text -> MilestoneTickRow.idOf(row.id, text)).collect(Collectors.toSet());
        return rows.stream().filter(item -> item.owner != null && items.contains(item.id)).map(MilestoneItemRow::owner)
            .collect(Collectors.toSet());
    }

    void assign(UserId actor, WikiId wiki, UUID id, Assignment change, Seen seen) throws CopException
    {
        FormCheck form = new FormCheck();
        LocalDate day = change.due() == null || change.due().isBlank() ? null : MilestonePages.date(change.due()).orElse(null);
        if (day == null && change.due() != null && !change.due().isBlank()) {
            form.refuse(DUE, "cop.milestone.error.due");
        }
        if (change.owner() != null && !change.owner().equals(actor)) {
            checkOwner(actor, wiki, id, change.owner(), form);
        }
        this.ledger.decide(tx -> {
            Item item = item(tx.session(), actor, wiki, id, PlainText.line(change.item()));
            boolean takes = item.may.work() && actor.equals(change.owner());
            boolean returns = change.owner() == null
                && (actor.equals(item.owner) || seen != null && actor.equals(seen.owner()));
            if (!item.may.edit() && (change.due() != null || !takes && !returns)) {
                throw CopException.forbidden();
            }
            form.end();
            if (!item.row.items().contains(item.text)) {
                throw new CopException(CopException.Kind.CONFLICT, "cop.milestone.error.item");
            }
            change(tx, item, actor, new Given(change.owner(), change.due() == null ? item.due : day), seen);
            return null;
        });
    }

    /** Refuses an owner who takes no part. Who may not edit the milestone is refused before that is told. */
    private void checkOwner(UserId actor, WikiId wiki, UUID id, UserId owner, FormCheck form) throws CopException
    {
        MilestoneRow row = this.rights.visible(actor, wiki, id);
        Person person = this.persons.find(owner);
        if (!takesPart(person, new CommunityId(row.community), PageId.parse(row.page), row.everybody())) {
            form.refuse(OWNER, "cop.milestone.error.item.owner", person.name());
        }
    }

    private boolean takesPart(Person person, CommunityId community, PageId page, Set<UserId> people)
    {
        return person.active() && this.rights.mayView(person.id(), page) && (people.contains(person.id())
            || !this.communities.members(page.wiki(), community, Set.of(person.id())).isEmpty());
    }

    private Item item(Session session, UserId actor, WikiId wiki, UUID id, String text) throws CopException
    {
        MilestoneRow row = this.rights.visible(session, actor, wiki, id);
        List<MilestoneItemRow> rows = of(session, wiki, List.of(id));
        MilestoneItemRow item = rows.stream().filter(one -> one.id.equals(MilestoneTickRow.idOf(id, text))).findFirst()
            .orElse(null);
        return new Item(row, text, item == null ? null : item.owner(), item == null ? null : item.due(),
            this.rights.of(actor, row, owners(row, rows)));
    }

    private static void change(Ledger.Transaction tx, Item item, UserId actor, Given given, Seen seen) throws CopException
    {
        boolean same = Objects.equals(item.owner, given.owner);
        // A second click finds what the first one has changed.
        if (same && Objects.equals(item.due, given.due)) {
            return;
        }
        boolean another = item.owner != null && !item.owner.equals(actor);
        if (seen == null ? another && !item.may.edit() : !Objects.equals(item.owner, seen.owner())) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.milestone.error.item.taken");
        }
        if (given.owner == null && actor.equals(item.owner) && Objects.equals(item.due, given.due)) {
            tx.append(draft(item.row, actor, MilestoneActs.ITEM_RETURNED, item.text).benefiting(item.row.owner()));
        } else {
            tx.append(draft(item.row, actor, MilestoneActs.ITEM_ASSIGNED, new ItemDetail(item.text, given.due))
                .benefiting(given.owner).withWeight(same ? 0 : 1));
        }
    }

    /**
     * Validates the owners and dates of a new milestone.
     *
     * @param community the community
     * @param home a page that whoever takes part may view
     */
    void check(MilestoneForm milestone, CommunityId community, PageId home, FormCheck form)
    {
        Set<UserId> people = new HashSet<>(milestone.people());
        people.add(milestone.owner());
        Map<UserId, Person> owners = this.persons.find(milestone.assignments().stream().map(MilestoneForm.Given::owner)
            .filter(Objects::nonNull).collect(Collectors.toSet()));
        Set<UserId> others = new HashSet<>(owners.keySet());
        others.removeAll(people);
        if (!others.isEmpty()) {
            people.addAll(this.communities.members(home.wiki(), community, others));
        }
        owners.values().stream()
            .filter(person -> !person.active() || !people.contains(person.id()) || !this.rights.mayView(person.id(), home))
            .findFirst()
            .ifPresent(person -> form.refuse("assignments", "cop.milestone.error.item.owner", person.name()));
    }

    /**
     * Gives the items of a new milestone to their owners, each once. Whoever is told of the milestone is not told of its
     * items.
     */
    static void give(Ledger.Transaction tx, MilestoneRow row, UserId actor, List<MilestoneForm.Given> assignments,
        int weight)
    {
        for (MilestoneForm.Given one : assignments) {
            tx.append(draft(row, actor, MilestoneActs.ITEM_ASSIGNED, new ItemDetail(one.item(), one.due()))
                .benefiting(one.owner()).withOccurrence(MilestoneTickRow.idOf(row.id, one.item()).toString())
                .withWeight(one.owner() == null || row.everybody().contains(one.owner()) ? 0 : weight));
        }
    }

    /** The caller holds the lock of the ledger and has checked that the act applies. */
    private static <D> EntryDraft draft(MilestoneRow row, UserId actor, ActType<D> act, D detail)
    {
        return EntryDraft.of(new WikiId(row.wiki), actor, act, row.id, detail).in(new CommunityId(row.community))
            .repeatable();
    }

    /** An item as it is, and what the actor may do with its milestone. */
    private record Item(MilestoneRow row, String text, UserId owner, LocalDate due, May may)
    {
    }

    /** An owner and a date. */
    private record Given(UserId owner, LocalDate due)
    {
    }
}
