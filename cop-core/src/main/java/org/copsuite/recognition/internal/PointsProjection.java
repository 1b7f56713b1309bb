/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.ActType.Effect;
import org.copsuite.ledger.ActTypes;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.recognition.PointRules;
import org.copsuite.recognition.internal.LedgerReader.Entries;
import org.copsuite.recognition.internal.LedgerReader.History;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * Points by person, community and day. A reversal takes points from the day on which they were earned. The deletion of
 * a post takes away what it earned, from each day, and its restoration gives it back. A key is a person.
 * <p>
 * The head of the ledger is locked during an update, so nobody else writes points meanwhile.
 */
@Component
@Named("points")
@Singleton
public class PointsProjection implements Projection
{
    private static final int LAST = 900;

    @Inject
    private PointRulesLoader rules;

    @Inject
    private PointCalculator calculator;

    @Inject
    private LedgerReader reader;

    @Inject
    private ActTypes acts;

    @Override
    public int order()
    {
        return LAST;
    }

    @Override
    public void apply(Session session, LedgerEntry entry, LedgerEntry reversed)
    {
        LedgerEntry earner = reversed == null ? entry : reversed;
        if (isEnd(entry) || isReturn(entry)) {
            settle(session, entry);
        } else if (this.calculator.paidActs().contains(earner.getActName())) {
            History history = this.reader.history(session, earner, entry.getSequence());
            if (!history.isGone()) {
                for (Earning earning : earnings(session, List.of(earner), history).getOrDefault(earner.getSequence(),
                    List.of())) {
                    add(session, entry, reversed == null ? earning : earning.negated());
                }
            }
        }
    }

    private boolean isEnd(LedgerEntry entry)
    {
        return this.acts.effect(entry) == Effect.ENDS;
    }

    private boolean isReturn(LedgerEntry entry)
    {
        return this.acts.effect(entry) == Effect.RESTORES;
    }

    private Map<Long, List<Earning>> earnings(Session session, List<LedgerEntry> entries, History history)
    {
        Map<UUID, String> creations = new HashMap<>();
        entries.forEach(entry -> creations.put(entry.getSubject(), history.creation()));
        return this.calculator.of(session, entries, creations);
    }

    /** Takes away or gives back everything that an ended or restored subject has earned and that was not reversed. */
    private void settle(Session session, LedgerEntry entry)
    {
        boolean ends = isEnd(entry);
        History history = this.reader.history(session, entry, entry.getSequence());
        if (history.isGone() == ends) {
            return;
        }
        List<LedgerEntry> rows = this.reader.about(session, entry.getWiki(), entry.getSubject(), entry.getSequence(),
            this.calculator.paidActs());
        Map<Long, List<Earning>> earnings = earnings(session, rows, history);
        for (LedgerEntry row : rows) {
            boolean reverses = row.is(ActType.REVERSED);
            for (Earning earning : earnings.getOrDefault(reverses ? row.getReverses() : row.getSequence(), List.of())) {
                add(session, entry, reverses == ends ? earning : earning.negated());
            }
        }
    }

    /** Stores the fingerprint of the rules together with the first points of a wiki. */
    private void noteRules(Session session, String wiki)
    {
        if (session.get(RecountRow.class, wiki) == null) {
            session.persist(new RecountRow(wiki, this.rules.get().fingerprint()));
        }
    }

    private void add(Session session, LedgerEntry entry, Earning earning)
    {
        String person = earning.person().value();
        PointsRow row = session.get(PointsRow.class,
            new PointsRow.Key(entry.getWiki(), person, earning.community(), earning.day()));
        boolean isNew = row == null;
        if (isNew) {
            row = new PointsRow(entry.getWiki(), person, earning.community(), earning.day());
        }
        int before = row.points;
        long reached = reached(entry, earning);
        change(row, earning, this.rules.get(), reached);
        int gained = row.points - before;
        if (isNew) {
            session.persist(row);
        }
        session.flush();
        session.evict(row);
        if (sum(session, entry.getWiki(), earning, gained, reached) == 0) {
            noteRules(session, entry.getWiki());
            PointsRow ever = new PointsRow(entry.getWiki(), person, earning.community(), PointsRow.EVER);
            change(ever, earning, this.rules.get(), reached);
            ever.points = gained;
            session.persist(ever);
            session.flush();
            session.evict(ever);
        }
    }

    /** Only what an entry itself earns changes when points were reached; reversals and restorations do not. */
    private long reached(LedgerEntry entry, Earning earning)
    {
        boolean earns = !entry.is(ActType.REVERSED) && !isEnd(entry) && !isReturn(entry);
        return earns && earning.points() > 0 ? entry.getSequence() : 0;
    }

    private static void change(PointsRow row, Earning earning, PointRules rules, long reached)
    {
        row.capped += earning.capped();
        row.uncapped += earning.uncapped();
        row.points = Math.min(rules.dailyCap(), row.capped) + row.uncapped;
        row.questions += earning.counts().questions();
        row.answers += earning.counts().answers();
        row.accepted += earning.counts().accepted();
        row.thanks += earning.counts().thanks();
        row.reached = Math.max(row.reached, reached);
    }

    private static int sum(Session session, String wiki, Earning earning, int gained, long reached)
    {
        return session.createQuery("update PointsRow set capped = capped + :capped, uncapped = uncapped + :uncapped, "
            + "points = points + :points, questions = questions + :questions, answers = answers + :answers, "
            + "accepted = accepted + :accepted, thanks = thanks + :thanks, "
            + "reached = case when reached < :reached then :reached else reached end "
            + "where wiki = :wiki and person = :person and community = :community and day = :ever")
            .setParameter("capped", earning.capped()).setParameter("uncapped", earning.uncapped())
            .setParameter("points", gained).setParameter("questions", earning.counts().questions())
            .setParameter("answers", earning.counts().answers()).setParameter("accepted", earning.counts().accepted())
            .setParameter("thanks", earning.counts().thanks()).setParameter("reached", reached)
            .setParameter("wiki", wiki).setParameter("person", earning.person().value())
            .setParameter("community", earning.community()).setParameter("ever", PointsRow.EVER).executeUpdate();
    }

    @Override
    public List<String> keys(Session session, String wiki, String after, int limit)
    {
        return this.reader.people(session, wiki, after, limit);
    }

    @Override
    public void rebuild(Session session, String wiki, String key)
    {
        session.createQuery("delete from PointsRow where wiki = :wiki and person = :person").setParameter("wiki", wiki)
            .setParameter("person", key).executeUpdate();
        Replay replay = new Replay(new UserId(key));
        Entries entries = this.reader.concerning(session, wiki, key);
        Map<Long, List<Earning>> earnings =
            this.calculator.of(session, entries.bySequence().values(), entries.creations());
        for (LedgerEntry entry : entries.bySequence().values()) {
            LedgerEntry earner = entries.earner(entry);
            replay.take(entry, this.acts.effect(entry),
                earner == null ? List.of() : earnings.getOrDefault(earner.getSequence(), List.of()));
        }
        List<PointsRow> rows = new ArrayList<>(rows(wiki, key, replay.earned()));
        for (PointsRow row : rows) {
            session.persist(row);
        }
        session.flush();
        rows.forEach(session::evict);
    }

    private Collection<PointsRow> rows(String wiki, String person, List<Replay.Earned> earned)
    {
        Map<String, PointsRow> days = new TreeMap<>();
        for (Replay.Earned one : earned) {
            Earning earning = one.earning();
            PointsRow day = days.computeIfAbsent(earning.community() + " " + earning.day(),
                k -> new PointsRow(wiki, person, earning.community(), earning.day()));
            PointsRow ever = days.computeIfAbsent(earning.community() + " ever",
                k -> new PointsRow(wiki, person, earning.community(), PointsRow.EVER));
            int before = day.points;
            long reached = reached(one.by(), earning);
            change(day, earning, this.rules.get(), reached);
            int points = ever.points + day.points - before;
            change(ever, earning, this.rules.get(), reached);
            ever.points = points;
        }
        return days.values();
    }
}
