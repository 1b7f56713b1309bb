/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.milestone.MilestoneActs.Stated;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Draft;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Installs the milestones of the samples. */
@Component(roles = SampleMilestones.class)
@Singleton
public class SampleMilestones
{
    private static final String SEPARATOR = "\\s*[|]\\s*";

    @Inject
    private MilestoneService milestones;

    @Inject
    private Ledger ledger;

    void install(List<SampleSection> sections, Instant now) throws CopException
    {
        for (SampleSection section : sections) {
            UUID id = SampleSection.id(section.get("Key"));
            this.milestones.set(Account.idOf(section.get("By")), draft(section, id, now));
            record(section, id, now);
        }
    }

    private static Draft draft(SampleSection section, UUID id, Instant now)
    {
        LocalDate due = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(Integer.parseInt(section.get("Due")));
        return new Draft(id, WikiOptions.WIKI, new CommunityId(SampleSection.id(section.get("Community"))), null,
            section.get("Title"), section.text(), due.toString(), Account.idOf(section.get("Owner")),
            section.words("People").stream().map(Account::idOf).toList(), String.join("\n", list(section, "Items")),
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
            for (String item : list(section, "Done")) {
                append(tx, entry(section, owner, MilestoneActs.TICKED, id, item).withOccurrence("sample/" + item).at(at));
            }
            if (section.has("Now")) {
                append(tx, entry(section, owner, MilestoneActs.PROGRESSED, id, section.get("Now")).at(at));
            }
            State state = State.valueOf(section.get("State").toUpperCase(Locale.ROOT));
            if (state == State.REACHED) {
                List<UserId> people = new ArrayList<>(List.of(owner));
                section.words("People").forEach(login -> people.add(Account.idOf(login)));
                append(tx, entry(section, owner, MilestoneActs.REACHED, id, people).at(at));
            } else if (state != State.PLANNED) {
                append(tx, entry(section, owner, MilestoneActs.STATED, id,
                    new Stated(state, section.has("Reason") ? section.get("Reason") : "")).at(at));
            }
            return null;
        });
    }

    private static void append(Ledger.Transaction tx, EntryDraft draft)
    {
        if (tx.isNew(draft)) {
            tx.append(draft);
        }
    }

    private static <D> EntryDraft entry(SampleSection section, UserId actor, ActType<D> act, UUID id, D detail)
    {
        return EntryDraft.of(WikiOptions.WIKI, actor, act, id, detail)
            .in(new CommunityId(SampleSection.id(section.get("Community"))));
    }
}
