/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Counter;
import org.copsuite.ledger.Counters;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.recognition.PointRules;
import org.copsuite.spi.PointRule;
import org.copsuite.spi.PointRule.PaidEntry;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Computes what entries earn, by all point rules and the points in force. */
@Component(roles = PointCalculator.class)
@Singleton
public class PointCalculator
{
    private static final long DAY = 24L * 60 * 60 * 1000;

    private static final long MOST = 1_000_000_000L;

    @Inject
    private Provider<List<PointRule>> pointRules;

    @Inject
    private PointRulesLoader points;

    /** @return the names of the acts that a rule pays for */
    Set<String> paidActs()
    {
        return this.pointRules.get().stream().flatMap(rule -> rule.acts().stream()).map(ActType::name)
            .collect(Collectors.toSet());
    }

    /** @return the counters that the rules increase */
    List<Counter> counters()
    {
        return this.pointRules.get().stream().flatMap(rule -> rule.counters().stream()).distinct().toList();
    }

    /**
     * @param entries entries of one wiki; those that no rule pays for earn nothing
     * @param creations the name of the act that created a subject, by subject
     * @return the earnings that change something, by the sequence of their entry
     */
    Map<Long, List<Earning>> of(Session session, Collection<LedgerEntry> entries, Map<UUID, String> creations)
    {
        Map<Long, List<Earning>> earnings = new HashMap<>();
        for (PointRule rule : this.pointRules.get()) {
            List<PaidEntry> paid = new ArrayList<>();
            for (LedgerEntry entry : entries) {
                if (rule.acts().stream().anyMatch(entry::is)) {
                    paid.add(new Payment(entry, creations.get(entry.getSubject()), rule, this.points.get(),
                        earnings.computeIfAbsent(entry.getSequence(), sequence -> new ArrayList<>())));
                }
            }
            if (!paid.isEmpty()) {
                rule.pay(session, paid);
            }
        }
        return earnings;
    }

    /**
     * Collects the earnings of an entry.
     *
     * @param entry the entry
     * @param creation the name of the act that created its subject, {@code null} if unknown
     * @param rule the rule that pays
     * @param points the points in force
     * @param earnings where to add the earnings
     */
    private record Payment(LedgerEntry entry, String creation, PointRule rule, PointRules points,
        List<Earning> earnings) implements PaidEntry
    {
        @Override
        public boolean isAbout(ActType<?> type)
        {
            return type.name().equals(this.creation);
        }

        @Override
        public void pay(UserId person, String rate, int times)
        {
            int sum = Math.toIntExact(Math.max(-MOST, Math.min(MOST, (long) this.points.of(rate) * times)));
            if (sum != 0) {
                boolean capped = this.points.capped().contains(rate);
                add(person, capped ? sum : 0, capped ? 0 : sum, null);
            }
        }

        @Override
        public void count(UserId person, Counter counter)
        {
            if (!this.rule.counters().contains(counter)) {
                throw new IllegalArgumentException("The rule does not declare the counter [" + counter.name() + "].");
            }
            add(person, 0, 0, counter);
        }

        private void add(UserId person, int capped, int uncapped, Counter counter)
        {
            if (person != null && !person.isGuest() && !person.isAnonymous()) {
                CommunityId community = this.entry.getCommunity() == null ? new CommunityId(Counters.NOWHERE)
                    : this.entry.getCommunity();
                int day = (int) Math.floorDiv(this.entry.getAt().toEpochMilli(), DAY);
                this.earnings.add(
                    new Earning(person, community, day, capped, uncapped, counter, counter == null ? 0 : 1));
            }
        }
    }
}
