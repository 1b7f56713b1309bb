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
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.recognition.internal.PointCalculator.Subject;
import org.copsuite.wiki.UserId;

/** Replays the entries that concern a person, in order, and collects what they earned at the time. */
class Replay
{
    private final UserId person;

    private final PointCalculator earnings;

    private final List<Earned> earned = new ArrayList<>();

    private final Map<Long, LedgerEntry> rows = new HashMap<>();

    /** Earnings of each subject that were not reversed, deleted or not. */
    private final Map<UUID, List<Earning>> standing = new HashMap<>();

    private final Set<UUID> gone = new HashSet<>();

    Replay(UserId person, PointCalculator earnings)
    {
        this.person = person;
        this.earnings = earnings;
    }

    UserId person()
    {
        return this.person;
    }

    /** @return all earnings and losses, in order */
    List<Earned> earned()
    {
        return this.earned;
    }

    /**
     * @param row the next entry
     * @param isQuestion whether its subject is a question
     * @param asker for an acceptance, who asked the question
     */
    void take(LedgerEntry row, boolean isQuestion, UserId asker)
    {
        boolean ends = PointCalculator.isEnd(row);
        if (ends || PointCalculator.isReturn(row)) {
            settle(row, ends);
            return;
        }
        boolean undoes = ActType.REVERSED.equals(row.getAct());
        LedgerEntry earner = undoes ? this.rows.get(row.getReverses()) : row;
        this.rows.put(row.getSequence(), row);
        if (earner != null) {
            for (Earning earning : this.earnings.of(earner, new Subject(isQuestion, asker, false))) {
                if (earning.person().equals(this.person)) {
                    add(row, undoes ? earning.negated() : earning);
                }
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
