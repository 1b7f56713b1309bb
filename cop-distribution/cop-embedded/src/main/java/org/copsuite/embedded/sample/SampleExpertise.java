/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.designation.DesignationActs;
import org.copsuite.designation.DesignationService;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.endorsement.EndorsementActs;
import org.copsuite.endorsement.EndorsementService;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Installs what the people of the samples know: declared topics, endorsements and designated experts. */
@Component(roles = SampleExpertise.class)
@Singleton
public class SampleExpertise
{
    private static final String BY = "By";

    private static final String TO = "To";

    private static final String TOPIC = "Topic";

    private static final String AT = "At";

    @Inject
    private ExpertiseService expertise;

    @Inject
    private Ledger ledger;

    void install(List<SampleSection> sections, Instant now) throws CopException
    {
        for (SampleSection section : sections) {
            switch (section.kind()) {
                case TOPIC -> declare(section);
                case "Endorsement" -> endorse(section, now);
                case "Expert" -> designate(section, now);
                default -> {
                    // Belongs to SamplePeople.
                }
            }
        }
    }

    private void declare(SampleSection section) throws CopException
    {
        this.expertise.declare(Account.idOf(section.get(BY)), WikiOptions.WIKI, section.get("Name"),
            ExpertiseService.Level.valueOf(section.get("Level").toUpperCase(Locale.ROOT)), section.text());
    }

    private void endorse(SampleSection section, Instant now) throws CopException
    {
        append(EndorsementActs.endorsed(new EndorsementService.Draft(id(section), WikiOptions.WIKI,
            Account.idOf(section.get(TO)), section.get(TOPIC), section.text(), community(section)),
            Account.idOf(section.get(BY))).at(section.time(AT, now)));
    }

    private void designate(SampleSection section, Instant now) throws CopException
    {
        UserId facilitator = Account.idOf(section.get(BY));
        DesignationService.Draft draft = new DesignationService.Draft(id(section), community(section),
            Account.idOf(section.get(TO)), section.get(TOPIC), section.text());
        Instant at = section.time(AT, now);
        append(DesignationActs.nominated(WikiOptions.WIKI, facilitator, draft).at(at));
        append(DesignationActs.decided(WikiOptions.WIKI, facilitator, DesignationActs.DESIGNATED, draft, "").at(at));
    }

    private static CommunityId community(SampleSection section)
    {
        return new CommunityId(SampleSection.id(section.get("Community")));
    }

    private static UUID id(SampleSection section)
    {
        return SampleSection.id(section.kind() + '/' + section.get(BY) + '/' + section.get(TO) + '/' + section.get(TOPIC));
    }

    private void append(EntryDraft draft) throws CopException
    {
        this.ledger.decide(tx -> {
            if (tx.isNew(draft)) {
                tx.append(draft);
            }
            return null;
        });
    }
}
