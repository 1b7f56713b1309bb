/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import java.util.List;
import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.AbstractProjection;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.RowKey;
import org.copsuite.rota.RotaActs;
import org.copsuite.rota.RotaActs.PlanDetail;
import org.copsuite.rota.RotaActs.SwapDetail;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Projection of rotas with their swaps. A key is the id of a rota. */
@Component
@Named("rotas")
@Singleton
public class RotaProjection extends AbstractProjection
{
    private static final int AFTER_SUGGESTIONS = 790;

    /** Declares the acts. */
    public RotaProjection()
    {
        super(AFTER_SUGGESTIONS, RotaActs.PLANNED, "RotaRow");
        on(RotaActs.PLANNED, change -> plan(change, new RotaRow(change.wiki().value(), change.subject()),
            change.entry().detail(RotaActs.PLANNED)));
        on(RotaActs.CHANGED, RotaProjection::change);
        on(RotaActs.ENDED, RotaProjection::end);
        on(RotaActs.PROPOSED, RotaProjection::propose);
        on(RotaActs.SWAPPED, RotaProjection::swap);
        on(RotaActs.DECLINED, change -> close(change, RotaActs.DECLINED));
        on(RotaActs.WITHDRAWN, change -> close(change, RotaActs.WITHDRAWN));
    }

    private static void plan(Change change, RotaRow row, PlanDetail plan)
    {
        row.copy(plan);
        row.community = change.entry().getCommunity().value();
        row.sequence = change.entry().getSequence();
        write(change.session(), row);
    }

    private static void change(Change change)
    {
        RotaRow row = change.session().get(RotaRow.class, new RowKey(change.wiki(), change.subject()));
        PlanDetail plan = change.entry().detail(RotaActs.CHANGED);
        if (!plan.isSameOrder(row.plan())) {
            deleteSwaps(change.session(), change.wiki(), change.subject());
        }
        plan(change, row, plan);
    }

    private static void end(Change change)
    {
        change.session().createQuery("update RotaRow set deleted = true where wiki = :wiki and id = :id")
            .setParameter("wiki", change.wiki().value()).setParameter("id", change.subject()).executeUpdate();
        deleteSwaps(change.session(), change.wiki(), change.subject());
    }

    private static void propose(Change change)
    {
        SwapDetail detail = change.entry().detail(RotaActs.PROPOSED);
        RotaSwapRow row = new RotaSwapRow(change.wiki().value(), detail.id());
        row.rota = change.subject();
        row.proposer = change.entry().getActor().value();
        row.asked = change.entry().getBeneficiary().value();
        row.firstDay = (int) detail.mine().toEpochDay();
        row.secondDay = (int) detail.theirs().toEpochDay();
        write(change.session(), row);
    }

    private static void swap(Change change)
    {
        RotaSwapRow row = close(change, RotaActs.SWAPPED);
        if (row != null) {
            give(change, row.firstDay, row.asked);
            give(change, row.secondDay, row.proposer);
        }
    }

    private static void give(Change change, int day, String person)
    {
        Session session = change.session();
        RotaDayRow row =
            session.get(RotaDayRow.class, new RowKey(change.wiki(), RotaDayRow.idOf(change.subject(), day)));
        row = row == null ? new RotaDayRow(change.wiki().value(), change.subject(), day) : row;
        row.person = person;
        write(session, row);
    }

    private static RotaSwapRow close(Change change, ActType<UUID> act)
    {
        RotaSwapRow row =
            change.session().get(RotaSwapRow.class, new RowKey(change.wiki(), change.entry().detail(act)));
        if (row != null) {
            row.answer = act.name();
            write(change.session(), row);
        }
        return row;
    }

    private static void deleteSwaps(Session session, WikiId wiki, UUID rota)
    {
        for (String rows : List.of("RotaSwapRow", "RotaDayRow")) {
            session.createQuery("delete from " + rows + " where wiki = :wiki and rota = :rota")
                .setParameter("wiki", wiki.value()).setParameter("rota", rota).executeUpdate();
        }
    }

    @Override
    protected void prepare(Session session, WikiId wiki, UUID id, List<LedgerEntry> entries)
    {
        super.prepare(session, wiki, id, entries);
        deleteSwaps(session, wiki, id);
    }
}
