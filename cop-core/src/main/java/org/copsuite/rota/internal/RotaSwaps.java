/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.rota.RotaActs;
import org.copsuite.rota.RotaActs.SwapDetail;
import org.copsuite.rota.RotaService;
import org.copsuite.rota.RotaService.SwapDraft;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Records proposals to swap dates and their answers, one decision after the other. */
@Component(roles = RotaSwaps.class)
@Singleton
public class RotaSwaps
{
    private static final String MINE = "mine";

    private static final String THEIRS = "theirs";

    @Inject
    private Ledger ledger;

    @Inject
    private RotaReader reader;

    @Inject
    private CommunityService communities;

    void check(UserId actor, WikiId wiki, CommunityId community) throws CopException
    {
        visible(actor, wiki, community);
        participant(actor, wiki, community);
    }

    /** @return the row of the rota in whose order the actor stands */
    private RotaRow participant(UserId actor, WikiId wiki, CommunityId community) throws CopException
    {
        RotaRow row = this.reader.row(wiki, community).orElseThrow(CopException::notFound);
        if (!row.order().contains(actor)) {
            throw new CopException(Kind.FORBIDDEN, "cop.rota.error.outside");
        }
        return row;
    }

    void propose(UserId actor, WikiId wiki, CommunityId community, SwapDraft swap) throws CopException
    {
        visible(actor, wiki, community);
        this.ledger.decide(tx -> {
            RotaRow row = participant(actor, wiki, community);
            if (isNew(tx.session(), actor, row, swap)) {
                Schedule schedule = this.reader.schedule(row);
                leads(schedule, MINE, swap.mine()).filter(actor::equals)
                    .orElseThrow(() -> CopException.invalid(MINE, "cop.rota.error.mine"));
                UserId asked = leads(schedule, THEIRS, swap.theirs()).filter(leader -> !leader.equals(actor))
                    .orElseThrow(() -> CopException.invalid(THEIRS, "cop.rota.error.theirs"));
                checkOpen(tx.session(), row, swap.mine());
                tx.append(EntryDraft.of(wiki, actor, RotaActs.PROPOSED, row.id,
                    new SwapDetail(swap.id(), swap.mine(), swap.theirs())).in(community).benefiting(asked)
                    .withOccurrence(swap.id().toString()));
            }
            return null;
        });
    }

    /** Refuses communities that the actor may not view, as if they did not exist, and then guests. */
    private void visible(UserId actor, WikiId wiki, CommunityId community) throws CopException
    {
        this.communities.get(actor, wiki, community);
        CopException.requireAccount(actor);
    }

    private static boolean isNew(Session session, UserId actor, RotaRow row, SwapDraft swap) throws CopException
    {
        RotaSwapRow same = session.get(RotaSwapRow.class, new RowKey(new WikiId(row.wiki), swap.id()));
        if (same != null && (!same.rota.equals(row.id) || !same.proposer.equals(actor.value()))) {
            throw CopException.notFound();
        }
        return same == null;
    }

    /** @return who leads on one of the dates that are shown */
    private static Optional<UserId> leads(Schedule schedule, String field, LocalDate date) throws CopException
    {
        List<LocalDate> dates = Schedule.dates(schedule.plan(), RotaReader.today(), RotaService.DATES);
        if (date == null || !dates.contains(date)) {
            throw CopException.invalid(field, "cop.rota.error.date");
        }
        return schedule.leader(date);
    }

    private static void checkOpen(Session session, RotaRow row, LocalDate mine) throws CopException
    {
        boolean open = session
            .createQuery("select id from RotaSwapRow where wiki = :wiki and rota = :rota and answer is null "
                + "and firstDay = :mine", UUID.class)
            .setParameter("wiki", row.wiki).setParameter("rota", row.id).setParameter(MINE, (int) mine.toEpochDay())
            .setMaxResults(1).uniqueResultOptional().isPresent();
        if (open) {
            throw new CopException(Kind.CONFLICT, "cop.rota.error.proposed");
        }
    }

    void checkAnswer(UserId actor, WikiId wiki, CommunityId community, UUID id) throws CopException
    {
        visible(actor, wiki, community);
        RotaRow row = this.reader.row(wiki, community).orElseThrow(CopException::notFound);
        require(actor, row, this.ledger.read(session -> session.get(RotaSwapRow.class, new RowKey(wiki, id))), false);
    }

    /** Only the proposer may withdraw a proposal, and only who is asked may answer it. */
    private static void require(UserId actor, RotaRow row, RotaSwapRow swap, boolean withdraws) throws CopException
    {
        if (swap == null || !swap.rota.equals(row.id)) {
            throw CopException.notFound();
        }
        if (!actor.value().equals(withdraws ? swap.proposer : swap.asked)) {
            throw CopException.forbidden();
        }
    }

    void answer(UserId actor, WikiId wiki, CommunityId community, UUID id, boolean accepted) throws CopException
    {
        decide(actor, wiki, community, id, accepted ? RotaActs.SWAPPED : RotaActs.DECLINED);
    }

    void withdraw(UserId actor, WikiId wiki, CommunityId community, UUID id) throws CopException
    {
        decide(actor, wiki, community, id, RotaActs.WITHDRAWN);
    }

    private void decide(UserId actor, WikiId wiki, CommunityId community, UUID id, ActType<UUID> act) throws CopException
    {
        visible(actor, wiki, community);
        boolean withdraws = act == RotaActs.WITHDRAWN;
        this.ledger.decide(tx -> {
            RotaRow row = this.reader.row(wiki, community).orElseThrow(CopException::notFound);
            RotaSwapRow swap = tx.session().get(RotaSwapRow.class, new RowKey(wiki, id));
            require(actor, row, swap, withdraws);
            if (act.name().equals(swap.answer)) {
                return null;
            }
            if (swap.answer != null) {
                throw new CopException(Kind.CONFLICT, "cop.rota.error.answered");
            }
            if (act == RotaActs.SWAPPED) {
                checkDates(row, swap);
            }
            EntryDraft draft = EntryDraft.of(wiki, actor, act, row.id, id).in(community).withOccurrence(id.toString());
            tx.append(withdraws ? draft : draft.benefiting(new UserId(swap.proposer)));
            return null;
        });
    }

    /** Both must still lead on the dates that they swap. */
    private void checkDates(RotaRow row, RotaSwapRow swap) throws CopException
    {
        Schedule schedule = this.reader.schedule(row);
        LocalDate first = LocalDate.ofEpochDay(swap.firstDay);
        LocalDate second = LocalDate.ofEpochDay(swap.secondDay);
        LocalDate today = RotaReader.today();
        if (first.isBefore(today) || second.isBefore(today)
            || !schedule.leader(first).equals(Optional.of(new UserId(swap.proposer)))
            || !schedule.leader(second).equals(Optional.of(new UserId(swap.asked))))
        {
            throw new CopException(Kind.CONFLICT, "cop.rota.error.changed");
        }
    }
}
