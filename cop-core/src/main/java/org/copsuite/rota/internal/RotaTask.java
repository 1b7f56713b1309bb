/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ProjectionKeys;
import org.copsuite.rota.RotaActs;
import org.copsuite.rota.RotaActs.PlanDetail;
import org.copsuite.rota.RotaService;
import org.copsuite.spi.AbstractWikiTask;
import org.copsuite.wiki.People;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/**
 * Tells who leads soon. The idempotency key of the entry names the date and the person, so each is told once of a date, and
 * whoever takes it over later is told, too.
 */
@Component
@Named("rotas")
@Singleton
public class RotaTask extends AbstractWikiTask
{
    private static final int STEP = 200;

    @Inject
    private Ledger ledger;

    @Inject
    private RotaReader reader;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Provider<People> people;

    @Inject
    private Logger logger;

    @Override
    protected void run(WikiId wiki, Instant now)
    {
        UUID last = null;
        List<UUID> some;
        do {
            UUID from = last;
            some = this.ledger.read(session -> ProjectionKeys.present(session, wiki, from, STEP, "RotaRow"));
            for (RotaRow rota : this.reader.rows(wiki, some)) {
                try {
                    remind(wiki, rota);
                } catch (RuntimeException e) {
                    this.logger.error("Failed to tell the leaders of the rota [{}] in the wiki [{}]; will retry the next "
                        + "night.", rota.id, wiki, e);
                }
            }
            last = some.isEmpty() ? last : some.get(some.size() - 1);
        } while (some.size() == STEP);
    }

    private void remind(WikiId wiki, RotaRow rota)
    {
        PlanDetail plan = rota.plan();
        LocalDate end = RotaReader.today().plusDays(RotaService.NOTICE_DAYS);
        List<LocalDate> dates = Schedule.dates(plan, RotaReader.today(), RotaService.NOTICE_DAYS + 1).stream()
            .filter(date -> !date.isAfter(end)).toList();
        CommunityId community = new CommunityId(rota.community);
        if (!dates.isEmpty() && !this.communities.existing(wiki, List.of(community)).isEmpty()) {
            Schedule schedule = this.reader.schedule(rota);
            dates.forEach(date -> schedule.leader(date).ifPresent(leader -> remind(wiki, rota, date, leader)));
        }
    }

    private void remind(WikiId wiki, RotaRow rota, LocalDate date, UserId leader)
    {
        // The account of the suite acts: nobody is notified of what they did themselves.
        EntryDraft draft = EntryDraft.of(wiki, this.people.get().service(), RotaActs.REMINDED, rota.id, date)
            .in(new CommunityId(rota.community)).benefiting(leader)
            .withOccurrence(date + "/" + UUID.nameUUIDFromBytes(leader.value().getBytes(StandardCharsets.UTF_8)));
        if (this.ledger.byIdempotencyKey(wiki, draft.idempotencyKey()).isEmpty()) {
            this.ledger.write(tx -> tx.append(draft));
        }
    }
}
