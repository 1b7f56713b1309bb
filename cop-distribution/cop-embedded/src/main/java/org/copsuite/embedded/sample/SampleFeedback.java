/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.feedback.PollActs;
import org.copsuite.feedback.PollService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Installs the polls of the samples with their ballots. A poll without a last day is closed. */
@Component(roles = SampleFeedback.class)
@Singleton
public class SampleFeedback
{
    private static final String CLOSES = "Closes";

    @Inject
    private PollService polls;

    @Inject
    private Ledger ledger;

    void install(List<SampleSection> sections, Instant now) throws CopException
    {
        for (SampleSection section : sections) {
            if ("Poll".equals(section.kind())) {
                installPoll(section, now);
            }
        }
    }

    private void installPoll(SampleSection section, Instant now) throws CopException
    {
        UserId author = Account.idOf(section.get("By"));
        List<String> lines = section.text().lines().toList();
        UUID id = SampleSection.id(lines.get(0));
        int days = section.has(CLOSES) ? Integer.parseInt(section.get(CLOSES)) : 0;
        PollService.Draft draft = new PollService.Draft(id, WikiOptions.WIKI,
            new CommunityId(SampleSection.id(section.get("Community"))), lines.get(0),
            PollService.Kind.valueOf(section.get("Kind").toUpperCase(Locale.ROOT)), "secret".equals(section.get("Ballots")),
            lines.subList(1, lines.size()), LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(days));
        boolean isNew = this.ledger.decide(tx -> {
            tx.append(PollActs.started(draft, author).at(section.time("At", now)));
            return this.ledger.about(WikiOptions.WIKI, id).isEmpty();
        });
        if (isNew) {
            for (String vote : section.words("Votes")) {
                String[] parts = vote.split(":");
                this.polls.vote(Account.idOf(parts[0]), WikiOptions.WIKI, id,
                    Arrays.stream(parts[1].split("-")).map(Integer::valueOf).toList());
            }
            if (!section.has(CLOSES)) {
                this.polls.close(author, WikiOptions.WIKI, id);
            }
        }
    }
}
