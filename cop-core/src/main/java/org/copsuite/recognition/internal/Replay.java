/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.ActType.Effect;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.wiki.UserId;

/** Replays the entries that concern a person, in order, and collects what they earned at the time. */
class Replay
{
    private final UserId person;

    private final List<Earned> earned = new ArrayList<>();

    /** Earnings of each subject that were not reversed, ended or not. */
    private final Map<UUID, List<Earning>> standing = new HashMap<>();

    private final Set<UUID> gone = new HashSet<>();

    Replay(UserId person)
    {
        this.person = person;
    }

    /** @return all earnings and losses, in order */
    List<Earned> earned()
    {
        return this.earned;
    }

    /**
     * @param row the next entry
     * @param effect what it does to its subject
     * @param earnings what it earned, or the entry that it reverses
     */
    void take(LedgerEntry row, Effect effect, List<Earning> earnings)
    {
        if (effect == Effect.ENDS || effect == Effect.RESTORES) {
            settle(row, effect == Effect.ENDS);
            return;
        }
        boolean reverses = row.is(ActType.REVERSED);
        for (Earning earning : earnings) {
            if (earning.person().equals(this.person)) {
                add(row, reverses ? earning.negated() : earning);
            }
        }
    }

    private void add(LedgerEntry row, Earning earning)
    {
        this.standing.computeIfAbsent(row.getSubject(), subject -> new ArrayList<>()).add(earning);
        if (!this.gone.contains(row.getSubject())) {
            this.earned.add(new Earned(row, earning));
        }
    }

    private void settle(LedgerEntry row, boolean ends)
    {
        boolean changed = ends ? this.gone.add(row.getSubject()) : this.gone.remove(row.getSubject());
        if (changed) {
            for (Earning earning : this.standing.getOrDefault(row.getSubject(), List.of())) {
                this.earned.add(new Earned(row, ends ? earning.negated() : earning));
            }
        }
    }

    /**
     * An earning or a loss.
     *
     * @param by its entry
     * @param earning the points
     */
    record Earned(LedgerEntry by, Earning earning)
    {
    }
}
