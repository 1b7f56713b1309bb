/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.PlainText;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.RowKey;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.milestone.MilestoneActs.Stated;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Change;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Records the state and the progress of milestones, one decision after the other. */
@Component(roles = MilestoneRecorder.class)
@Singleton
public class MilestoneRecorder
{
    @Inject
    private Ledger ledger;

    @Inject
    private MilestoneRights rights;

    void state(UserId actor, WikiId wiki, UUID id, Change change) throws CopException
    {
        FormCheck form = new FormCheck();
        if (change.state() == null) {
            form.refuse("state", "cop.milestone.error.state");
        }
        boolean needed = change.state() != null && change.state().needsReason();
        String reason = form.line("reason", needed ? change.reason() : "", needed ? 1 : 0,
            MilestoneService.REASON_MAXIMUM, "cop.milestone.error.reason");
        this.ledger.decide(tx -> {
            MilestoneRow row = this.rights.visible(tx.session(), actor, wiki, id);
            if (!this.rights.of(actor, row).edit()) {
                throw CopException.forbidden();
            }
            form.end();
            // A second click finds the state that the first one has set.
            if (row.state() != change.state() || !row.reason.equals(reason)) {
                if (change.seen() != null && row.state() != change.seen()) {
                    throw new CopException(CopException.Kind.CONFLICT, "cop.milestone.error.stated");
                }
                change(tx, row, actor, new Stated(change.state(), reason));
            }
            return null;
        });
    }

    private static void change(Ledger.Transaction tx, MilestoneRow row, UserId actor, Stated stated)
    {
        if (stated.state() == State.REACHED) {
            tx.append(draft(row, actor, MilestoneActs.REACHED, List.copyOf(row.everybody()))
                .withWeight(wasReached(tx.session(), row) ? 0 : 1));
            return;
        }
        if (row.reachedSequence != null) {
            tx.append(EntryDraft.reversing(tx.session().get(LedgerEntry.class, row.reachedSequence), actor,
                Instant.now()));
        }
        tx.append(draft(row, actor, MilestoneActs.STATED, stated));
    }

    /** Returns whether it was reached before, so that reaching it again is no news. */
    private static boolean wasReached(Session session, MilestoneRow row)
    {
        return !session
            .createQuery("select sequence from LedgerEntry where wiki = :wiki and subject = :id and act = :act", Long.class)
            .setParameter("wiki", row.wiki).setParameter("id", row.id)
            .setParameter("act", MilestoneActs.REACHED.name()).setMaxResults(1).getResultList().isEmpty();
    }

    void tick(UserId actor, WikiId wiki, UUID id, String item, boolean done) throws CopException
    {
        String text = PlainText.line(item);
        this.ledger.decide(tx -> {
            MilestoneRow row = workedOn(tx.session(), actor, wiki, id);
            if (!row.items().contains(text)) {
                throw new CopException(CopException.Kind.CONFLICT, "cop.milestone.error.item");
            }
            MilestoneTickRow tick =
                tx.session().get(MilestoneTickRow.class, new RowKey(wiki, MilestoneTickRow.idOf(id, text)));
            if (done && tick == null) {
                tx.append(draft(row, actor, MilestoneActs.TICKED, text));
            } else if (!done && tick != null) {
                tx.append(
                    EntryDraft.reversing(tx.session().get(LedgerEntry.class, tick.sequence), actor, Instant.now()));
            }
            return null;
        });
    }

    void progress(UserId actor, WikiId wiki, UUID id, String now, String seen) throws CopException
    {
        BigDecimal number = MilestonePages.number(PlainText.line(now)).orElse(null);
        BigDecimal known = MilestonePages.number(PlainText.line(seen)).orElse(null);
        this.ledger.decide(tx -> {
            MilestoneRow row = workedOn(tx.session(), actor, wiki, id);
            if (row.target == null) {
                throw new CopException(CopException.Kind.CONFLICT, "cop.milestone.error.noNumber");
            }
            if (number == null) {
                throw CopException.invalid("now", "cop.milestone.error.now");
            }
            BigDecimal before = new BigDecimal(row.now);
            if (before.compareTo(number) != 0) {
                if (known != null && before.compareTo(known) != 0) {
                    throw new CopException(CopException.Kind.CONFLICT, "cop.milestone.error.counted", row.now);
                }
                tx.append(draft(row, actor, MilestoneActs.PROGRESSED, MilestonePages.plain(number)));
            }
            return null;
        });
    }

    private MilestoneRow workedOn(Session session, UserId actor, WikiId wiki, UUID id) throws CopException
    {
        MilestoneRow row = this.rights.visible(session, actor, wiki, id);
        if (!this.rights.of(actor, row).work() && !this.rights
            .of(actor, row, MilestoneItems.owners(row, MilestoneItems.of(session, wiki, List.of(id)))).work()) {
            throw CopException.forbidden();
        }
        return row;
    }

    /** The caller holds the lock of the ledger and has checked that the act applies. */
    private static <D> EntryDraft draft(MilestoneRow row, UserId actor, ActType<D> act, D detail)
    {
        return EntryDraft.of(new WikiId(row.wiki), actor, act, row.id, detail).in(new CommunityId(row.community))
            .repeatable();
    }
}
