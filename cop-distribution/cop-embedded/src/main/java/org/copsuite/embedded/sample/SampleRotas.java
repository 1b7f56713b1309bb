/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.ledger.CommunityId;
import org.copsuite.rota.RotaService;
import org.copsuite.rota.RotaService.Plan;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Plans the rotas of the sample communities. */
@Component(roles = SampleRotas.class)
@Singleton
public class SampleRotas
{
    private static final String FILE = "rotas.txt";

    @Inject
    private RotaService rotas;

    void install(Instant now) throws IOException, CopException
    {
        for (SampleSection section : SampleFile.read(FILE)) {
            CommunityId community = new CommunityId(SampleSection.id(section.get("Community")));
            UserId by = Account.idOf(section.get("By"));
            // The days count from the first start, on to the day of the week that the title names.
            if (this.rotas.of(by, WikiOptions.WIKI, community).isEmpty()) {
                LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC)
                    .plusDays(Integer.parseInt(section.get("First")))
                    .with(TemporalAdjusters.nextOrSame(DayOfWeek.valueOf(section.get("Weekday").toUpperCase(Locale.ROOT))));
                this.rotas.plan(by, new Plan(WikiOptions.WIKI, community, section.get("Title"), first,
                    Integer.parseInt(section.get("Every")), section.words("People").stream().map(Account::idOf).toList()),
                    "");
            }
        }
    }
}
