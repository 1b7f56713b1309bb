/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.PlainText;
import org.copsuite.community.CommunityService;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.handover.HandoverActs;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.milestone.MilestoneActs.ItemDetail;
import org.copsuite.milestone.MilestoneActs.Stated;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Draft;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.page.PageWriter;
import org.copsuite.project.ProjectActs;
import org.copsuite.project.ProjectService;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Installs the projects and the milestones of the samples. */
@Component(roles = SampleMilestones.class)
@Singleton
public class SampleMilestones
{
    private static final String SEPARATOR = "\\s*[|]\\s*";

    private static final int SLUG = 60;

    private static final String PEOPLE = "people";

    @Inject
    private MilestoneService milestones;

    @Inject
    private ProjectService projects;

    @Inject
    private CommunityService communities;

    @Inject
    private PageWriter pages;

    @Inject
    private Pages wikiPages;

    @Inject
    private Ledger ledger;

    void install(List<SampleSection> sections, Instant now) throws CopException
    {
        for (SampleSection section : sections) {
            UUID id = SampleSection.id(section.get("Key"));
            if ("Project".equals(section.kind())) {
                start(section, id, now);
            } else {
                set(section, id, now);
                record(section, id, now);
            }
        }
    }

    /** Sets a milestone: on a day of the past by its page, as if it was copied from another wiki. */
    private void set(SampleSection section, UUID id, Instant now) throws CopException
    {
        UserId actor = Account.idOf(section.get("By"));
        Draft draft = draft(section, id, now);
        if (section.has("Set") && this.ledger.about(WikiOptions.WIKI, id).isEmpty()) {
            PageId home = draft.holder() == null
                ? this.communities.get(actor, WikiOptions.WIKI, draft.community()).page()
                : this.projects.get(actor, WikiOptions.WIKI, draft.holder()).page();
            PageId page = home.space().child("Milestones").child(PlainText.slug(draft.title(), SLUG)).home();
            save(page, draft.title(), draft.body(), actor, section.time("Set", now), new PageObject("milestone", id,
                Map.of("due", draft.due(), "owner", draft.owner().value(), PEOPLE, lines(draft.people()), "items",
                    draft.items(), "target", draft.target(), "unit", draft.unit())));
        } else {
            this.milestones.set(actor, draft);
        }
    }

    /** Starts a project on a day of the past, by its page; who starts it decides for the other communities, too. */
    private void start(SampleSection section, UUID id, Instant now) throws CopException
    {
        UserId actor = Account.idOf(section.get("By"));
        Instant at = section.time("At", now);
        if (this.ledger.about(WikiOptions.WIKI, id).isEmpty()) {
            PageId home = this.communities.get(actor, WikiOptions.WIKI, community(section)).page();
            save(home.space().child("Projects").child(PlainText.slug(section.get("Title"), SLUG)).home(),
                section.get("Title"), section.text(), actor, at,
                new PageObject("project", id, Map.of(PEOPLE, lines(people(section)))));
        }
        this.ledger.decide(tx -> {
            for (String other : section.words("With")) {
                CommunityId community = new CommunityId(SampleSection.id(other));
                append(tx, ProjectActs.of(WikiOptions.WIKI, actor, ProjectActs.ASKED, id, community)
                    .withOccurrence("sample/" + other).at(at));
                append(tx, ProjectActs.of(WikiOptions.WIKI, actor, ProjectActs.ACCEPTED, id, community).benefiting(actor)
                    .withOccurrence("sample/" + other).at(at));
            }
            return null;
        });
    }

    private void save(PageId page, String title, String body, UserId actor, Instant at, PageObject object) throws CopException
    {
        this.pages.save(new PageDraft(page, title, body, actor, at, object, false, "", false,
            this.wikiPages.load(page).map(Page::version).orElse(null)));
    }

    private static String lines(List<UserId> people)
    {
        return people.stream().map(UserId::value).collect(Collectors.joining("\n"));
    }

    private static CommunityId community(SampleSection section)
    {
        return new CommunityId(SampleSection.id(section.get("Community")));
    }

    private static List<UserId> people(SampleSection section)
    {
        return section.words("People").stream().map(Account::idOf).toList();
    }

    private static Draft draft(SampleSection section, UUID id, Instant now)
    {
        LocalDate due = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(Integer.parseInt(section.get("Due")));
        return new Draft(id, WikiOptions.WIKI, community(section),
            section.has("Project") ? SampleSection.id(section.get("Project")) : null, section.get("Title"),
            section.text(), due.toString(), Account.idOf(section.get("Owner")), people(section),
            String.join("\n", list(section, "Items")),
            section.has("Target") ? section.get("Target") : "", section.has("Unit") ? section.get("Unit") : "");
    }

    private static List<String> list(SampleSection section, String name)
    {
        return section.has(name) ? Arrays.asList(section.get(name).split(SEPARATOR)) : List.of();
    }

    /** Appends what people did, in the past, once. */
    private void record(SampleSection section, UUID id, Instant now) throws CopException
    {
        UserId owner = Account.idOf(section.get("Owner"));
        Instant at = section.time("At", now);
        this.ledger.decide(tx -> {
            give(tx, section, id, now);
            for (String item : list(section, "Done")) {
                append(tx, entry(section, owner, MilestoneActs.TICKED, id, item).withOccurrence("sample/" + item).at(at));
            }
            if (section.has("Now")) {
                append(tx, entry(section, owner, MilestoneActs.PROGRESSED, id, section.get("Now")).at(at));
            }
            State state = State.valueOf(section.get("State").toUpperCase(Locale.ROOT));
            if (state == State.REACHED) {
                List<UserId> people = new ArrayList<>(List.of(owner));
                people.addAll(people(section));
                append(tx, entry(section, owner, MilestoneActs.REACHED, id, people).at(at));
            } else if (state != State.PLANNED) {
                append(tx, entry(section, owner, MilestoneActs.STATED, id,
                    new Stated(state, section.has("Reason") ? section.get("Reason") : "")).at(at));
            }
            return null;
        });
    }

    /** Gives items to people: {@code priya 12 = Load the table}, which is due in 12 days; {@code priya -} has no date. */
    private static void give(Ledger.Transaction tx, SampleSection section, UUID id, Instant now)
    {
        UserId actor = Account.idOf(section.get("By"));
        Instant at = section.time(section.has("Set") ? "Set" : "At", now);
        for (String line : list(section, "Given")) {
            String[] parts = line.split("\\s*=\\s*", 2);
            String[] who = parts[0].split(" ", 2);
            LocalDate due = "-".equals(who[1]) ? null
                : LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(Integer.parseInt(who[1]));
            append(tx, entry(section, actor, MilestoneActs.ITEM_ASSIGNED, id, new ItemDetail(parts[1], due))
                .benefiting(Account.idOf(who[0])).withOccurrence("sample/" + parts[1]).at(at));
        }
        if (section.has("Handover")) {
            append(tx, EntryDraft.of(WikiOptions.WIKI, actor, HandoverActs.PLANNED, id).in(community(section))
                .benefiting(Account.idOf(section.get("Handover"))).at(at));
        }
    }

    private static void append(Ledger.Transaction tx, EntryDraft draft)
    {
        if (tx.isNew(draft)) {
            tx.append(draft);
        }
    }

    private static <D> EntryDraft entry(SampleSection section, UserId actor, ActType<D> act, UUID id, D detail)
    {
        return EntryDraft.of(WikiOptions.WIKI, actor, act, id, detail).in(community(section));
    }
}
