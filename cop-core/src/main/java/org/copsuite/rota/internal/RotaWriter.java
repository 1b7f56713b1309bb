/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.rota.RotaActs;
import org.copsuite.rota.RotaActs.PlanDetail;
import org.copsuite.rota.RotaService;
import org.copsuite.rota.RotaService.Plan;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Validates and records plans, one decision after the other. */
@Component(roles = RotaWriter.class)
@Singleton
public class RotaWriter
{
    /** The maximum length of a detail, in characters. */
    private static final int DETAIL = 4000;

    private static final String PEOPLE = "people";

    private static final String FIRST = "first";

    @Inject
    private Ledger ledger;

    @Inject
    private RotaReader reader;

    @Inject
    private CommunityPermissions permissions;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Persons persons;

    void plan(UserId actor, Plan plan, String version) throws CopException
    {
        this.permissions.check(actor, CommunityPermission.MANAGE_MILESTONES, plan.wiki(), plan.community());
        this.ledger.decide(tx -> {
            Optional<RotaRow> now = this.reader.row(plan.wiki(), plan.community());
            PlanDetail checked = check(plan, now.map(RotaRow::plan));
            if (now.isPresent() && now.get().plan().equals(checked)) {
                return null;
            }
            if (!now.map(row -> String.valueOf(row.sequence)).orElse("").equals(version == null ? "" : version.strip())) {
                throw now.isPresent() ? CopException.conflict(page(plan.wiki(), now.get()))
                    : new CopException(CopException.Kind.CONFLICT, "cop.rota.error.ended");
            }
            UUID id = now.map(row -> row.id).orElseGet(UUID::randomUUID);
            ActType<PlanDetail> act = now.isPresent() ? RotaActs.CHANGED : RotaActs.PLANNED;
            tx.append(EntryDraft.of(plan.wiki(), actor, act, id, checked).in(plan.community()).repeatable());
            return null;
        });
    }

    /** @param now the present plan: its first date stays valid */
    private PlanDetail check(Plan plan, Optional<PlanDetail> now) throws CopException
    {
        FormCheck form = new FormCheck();
        String title = form.line("title", plan.title(), 1, RotaService.TITLE_MAXIMUM, "cop.rota.error.title");
        LocalDate today = RotaReader.today();
        if (plan.first() == null) {
            form.refuse(FIRST, "cop.rota.error.first");
        } else if (now.filter(known -> known.first().equals(plan.first())).isEmpty()
            && (plan.first().isAfter(today.plusYears(RotaService.YEARS))
                || plan.first().isBefore(today.minusYears(RotaService.YEARS))))
        {
            form.refuse(FIRST, "cop.rota.error.first.far");
        }
        if (plan.every() < 1 || plan.every() > RotaService.DAYS_MAXIMUM) {
            form.refuse("every", "cop.rota.error.every", RotaService.DAYS_MAXIMUM);
        }
        checkPeople(form, plan);
        PlanDetail detail = new PlanDetail(title, plan.first(), plan.every(), plan.people());
        if (detail.length() > DETAIL) {
            form.refuse(PEOPLE, "cop.rota.error.people.many", RotaService.PEOPLE_MAXIMUM);
        }
        form.end();
        return detail;
    }

    private void checkPeople(FormCheck form, Plan plan)
    {
        List<UserId> people = plan.people();
        if (people.isEmpty()) {
            form.refuse(PEOPLE, "cop.rota.error.people.none");
        } else if (people.size() > RotaService.PEOPLE_MAXIMUM) {
            form.refuse(PEOPLE, "cop.rota.error.people.many", RotaService.PEOPLE_MAXIMUM);
        } else if (new HashSet<>(people).size() < people.size()) {
            form.refuse(PEOPLE, "cop.rota.error.people.twice");
        } else {
            Set<UserId> members = this.communities.members(plan.wiki(), plan.community(), people);
            Map<UserId, Person> found = this.persons.find(people);
            people.stream().filter(id -> id.isImported() || !members.contains(id) || !found.get(id).active()).findFirst()
                .ifPresent(id -> form.refuse(PEOPLE, "cop.rota.error.member", found.get(id).name()));
        }
    }

    /** @return the present rota as text, for whoever edited an older one */
    private Page page(WikiId wiki, RotaRow row)
    {
        CommunityId community = new CommunityId(row.community);
        CommunityLocation home = this.communities.existing(wiki, List.of(community)).get(community);
        Map<UserId, Person> people = this.persons.find(row.order());
        StringBuilder text = new StringBuilder().append(LocalDate.ofEpochDay(row.firstDay)).append(" + ")
            .append(row.everyDays).append('\n');
        row.order().forEach(id -> text.append(people.get(id).name()).append('\n'));
        return new Page(home.page(), row.title, text.toString(), UserId.GUEST, UserId.GUEST, Instant.EPOCH, Instant.EPOCH,
            String.valueOf(row.sequence), false, Optional.empty());
    }

    void end(UserId actor, WikiId wiki, CommunityId community) throws CopException
    {
        this.permissions.check(actor, CommunityPermission.MANAGE_MILESTONES, wiki, community);
        this.ledger.decide(tx -> {
            this.reader.row(wiki, community)
                .ifPresent(row -> tx.append(EntryDraft.of(wiki, actor, RotaActs.ENDED, row.id).in(community)));
            return null;
        });
    }
}
