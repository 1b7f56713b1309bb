/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.ActType.Effect;
import org.copsuite.ledger.ActTypes;
import org.copsuite.ledger.Counters;
import org.copsuite.ledger.Counters.Bucket;
import org.copsuite.ledger.Counters.Scope;
import org.copsuite.ledger.Counters.Scopes;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.recognition.PointRules;
import org.copsuite.recognition.internal.LedgerReader.Entries;
import org.copsuite.recognition.internal.LedgerReader.History;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * Points and counts by person, community and day. A reversal takes points from the day on which they were earned. The
 * deletion of a post takes away what it earned, from each day, and its restoration gives it back. A key is a person.
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

    @Inject
    private Counters counters;

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
                add(session, entry, earnings(session, List.of(earner), history)
                    .getOrDefault(earner.getSequence(), List.of()).stream()
                    .map(earning -> reversed == null ? earning : earning.negated()).toList());
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
        List<Earning> settled = new ArrayList<>();
        for (LedgerEntry row : rows) {
            boolean reverses = row.is(ActType.REVERSED);
            for (Earning earning : earnings.getOrDefault(reverses ? row.getReverses() : row.getSequence(), List.of())) {
                settled.add(reverses == ends ? earning : earning.negated());
            }
        }
        add(session, entry, settled);
    }

    /** Stores the fingerprint of the rules together with the first points of a wiki. */
    private void noteRules(Session session, WikiId wiki)
    {
        if (session.get(RecountRow.class, wiki.value()) == null) {
            session.persist(new RecountRow(wiki.value(), this.rules.get().fingerprint()));
        }
    }

    private void add(Session session, LedgerEntry entry, List<Earning> earnings)
    {
        pay(session, entry, earnings.stream().filter(Earning::isPaid).toList());
        count(session, entry, earnings.stream().filter(earning -> earning.count() != null).toList());
    }

    /** Adds to the counters: one statement for each number that differs. */
    private void count(Session session, LedgerEntry entry, List<Earning> counts)
    {
        Map<UserId, List<Earning>> byPerson =
            counts.stream().collect(Collectors.groupingBy(Earning::person, LinkedHashMap::new, Collectors.toList()));
        byPerson.forEach((person, some) -> numbers(some).forEach((bucket, number) -> {
            if (this.counters.add(session, scope(entry.getWiki(), person.value()), bucket, number)) {
                noteRules(session, entry.getWiki());
            }
        }));
    }

    private static Map<Bucket, Integer> numbers(List<Earning> counts)
    {
        Map<Bucket, Integer> numbers = new LinkedHashMap<>();
        counts.forEach(count -> numbers.merge(count.bucket(), count.number(), Integer::sum));
        return numbers;
    }

    private static Scope scope(WikiId wiki, String person)
    {
        return new Scope(wiki, Scopes.PERSON, person);
    }

    /**
     * Adds to the rows of the days and of all days: one statement reads them, one batch writes them. They are detached
     * afterwards, so that the session of a long import does not accumulate rows.
     */
    private void pay(Session session, LedgerEntry entry, List<Earning> earnings)
    {
        if (earnings.isEmpty()) {
            return;
        }
        Map<PointsRow.Key, PointsRow> rows = rows(session, entry, earnings);
        for (Earning earning : earnings) {
            long reached = reached(entry, earning);
            PointsRow day = rows.get(key(entry, earning, earning.day()));
            int before = day.points;
            change(day, earning, this.rules.get(), reached);
            PointsRow ever = rows.get(key(entry, earning, PointsRow.EVER));
            int points = ever.points + day.points - before;
            change(ever, earning, this.rules.get(), reached);
            ever.points = points;
        }
        session.flush();
        rows.values().forEach(session::evict);
    }

    /** Reads the rows that the earnings change, and creates those that are missing. */
    private Map<PointsRow.Key, PointsRow> rows(Session session, LedgerEntry entry, List<Earning> earnings)
    {
        List<PointsRow.Key> keys = earnings.stream().flatMap(earning -> Stream.of(key(entry, earning, earning.day()),
            key(entry, earning, PointsRow.EVER))).distinct().toList();
        List<PointsRow> present = session.byMultipleIds(PointsRow.class).multiLoad(keys);
        Map<PointsRow.Key, PointsRow> rows = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            PointsRow row = present.get(i);
            if (row == null) {
                row = new PointsRow(keys.get(i));
                if (row.day == PointsRow.EVER) {
                    noteRules(session, entry.getWiki());
                }
                session.persist(row);
            }
            rows.put(keys.get(i), row);
        }
        return rows;
    }

    private static PointsRow.Key key(LedgerEntry entry, Earning earning, int day)
    {
        return new PointsRow.Key(entry.getWiki().value(), earning.person().value(), earning.community().value(), day);
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
        row.reached = Math.max(row.reached, reached);
    }

    @Override
    public List<String> keys(Session session, WikiId wiki, String after, int limit)
    {
        return this.reader.people(session, wiki, after, limit);
    }

    @Override
    public void rebuild(Session session, WikiId wiki, String key)
    {
        session.createQuery("delete from PointsRow where wiki = :wiki and person = :person")
            .setParameter("wiki", wiki.value())
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
        this.counters.replace(session, scope(wiki, key), this.calculator.counters(), numbers(replay.earned().stream()
            .map(Replay.Earned::earning).filter(earning -> earning.count() != null).toList()));
        List<PointsRow> rows = new ArrayList<>(rows(wiki, key, replay.earned()));
        for (PointsRow row : rows) {
            session.persist(row);
        }
        session.flush();
        rows.forEach(session::evict);
    }

    private Collection<PointsRow> rows(WikiId wiki, String person, List<Replay.Earned> earned)
    {
        Map<String, PointsRow> days = new TreeMap<>();
        for (Replay.Earned one : earned.stream().filter(some -> some.earning().isPaid()).toList()) {
            Earning earning = one.earning();
            PointsRow day = days.computeIfAbsent(earning.community() + " " + earning.day(),
                k -> new PointsRow(wiki.value(), person, earning.community().value(), earning.day()));
            PointsRow ever = days.computeIfAbsent(earning.community() + " ever",
                k -> new PointsRow(wiki.value(), person, earning.community().value(), PointsRow.EVER));
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
