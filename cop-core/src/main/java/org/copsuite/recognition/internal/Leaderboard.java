/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CurrentWeek;
import org.copsuite.community.CommunityAccess;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Counter;
import org.copsuite.ledger.Counters;
import org.copsuite.ledger.Counters.Scopes;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.question.QuestionCounters;
import org.copsuite.recognition.RecognitionService.Leader;
import org.copsuite.recognition.RecognitionService.Period;
import org.copsuite.recognition.RecognitionService.Standing;
import org.copsuite.recognition.internal.PointSums.Sum;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Sums points over the communities that the reader may view: one statement for the communities, one for the points, or
 * up to three where these are many ({@link PointSums}), one for the counters, and one more for the accounts that
 * imported people are linked to, if there are any; what these have counts as the account's.
 */
@Component(roles = Leaderboard.class)
@Singleton
public class Leaderboard
{
    private static final int MOST = 50;

    /** Number of additional standings read, since some people may be deleted or have no account. */
    private static final int SPARE = 25;

    private static final List<Counter> SHOWN =
        List.of(QuestionCounters.ANSWERS, QuestionCounters.ACCEPTED, ThanksPointRule.THANKS);

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Counters counters;

    @Inject
    private Persons persons;

    @Inject
    private Settings settings;

    List<Standing> of(UserId reader, WikiId wiki, CommunityId community, Period period, int limit)
    {
        Set<UUID> seen = this.communities.visible(reader, wiki).stream().map(CommunityId::value)
                .collect(Collectors.toCollection(HashSet::new));
        if (community == null) {
            seen.add(Counters.NOWHERE);
        } else {
            seen.retainAll(Set.of(community.value()));
        }
        if (seen.isEmpty()) {
            return List.of();
        }
        Map<UserId, UserId> linked = this.persons.linked(wiki);
        return standings(best(wiki, seen, period, limit, linked), linked, wiki, seen, period);
    }

    /** @return who leads in a community that the reader may view, without counting what they did */
    List<Leader> leaders(WikiId wiki, CommunityId community, Period period, int limit)
    {
        return best(wiki, Set.of(community.value()), period, limit, this.persons.linked(wiki)).entrySet().stream()
            .map(one -> new Leader(one.getKey(), one.getValue().points())).toList();
    }

    private Map<Person, Sum> best(WikiId wiki, Set<UUID> seen, Period period, int limit, Map<UserId, UserId> linked)
    {
        int most = Math.max(1, Math.min(MOST, limit));
        PointSums points = new PointSums(this.ledger, wiki, seen, day(period));
        Map<UserId, Sum> sums = new HashMap<>();
        points.best(most + SPARE).forEach(sum -> sums.put(sum.who(), sum));
        if (!linked.isEmpty()) {
            merge(sums, linked, points);
        }
        return best(sums.values(), wiki, most);
    }

    /**
     * Reads linked accounts together with their imported people, since an account may be below the top without them.
     */
    private static void merge(Map<UserId, Sum> sums, Map<UserId, UserId> linked, PointSums points)
    {
        Set<UserId> people = new HashSet<>(linked.keySet());
        people.addAll(linked.values());
        linked.values().forEach(sums::remove);
        for (Sum sum : points.of(people)) {
            UserId who = linked.getOrDefault(sum.who(), sum.who());
            sums.merge(who, sum.of(who), Sum::plus);
        }
    }

    /** Returns the best people who are shown, in order, with their sums. */
    private Map<Person, Sum> best(Collection<Sum> sums, WikiId wiki, int limit)
    {
        Set<UserId> left = this.settings.ofPeople(RecognitionSettings.LEFT, wiki).keySet();
        List<Sum> ordered = sums.stream().filter(sum -> sum.points() > 0 && !left.contains(sum.who()))
            .sorted(PointSums.ORDER).toList();
        Map<UserId, Person> people =
            this.persons.find(ordered.stream().limit(limit + SPARE).map(Sum::who).collect(Collectors.toSet()));
        Map<Person, Sum> best = new LinkedHashMap<>();
        for (Sum sum : ordered) {
            Person person = people.get(sum.who());
            if (person != null && person.active() && best.size() < limit) {
                best.put(person, sum);
            }
        }
        return best;
    }

    private List<Standing> standings(Map<Person, Sum> best, Map<UserId, UserId> linked, WikiId wiki, Set<UUID> seen,
        Period period)
    {
        Map<UserId, Map<Counter, Integer>> counts = counts(best.values().stream().map(Sum::who).collect(
            Collectors.toSet()), linked, wiki, seen, period);
        List<Standing> standings = new ArrayList<>();
        best.forEach((person, sum) -> {
            Map<Counter, Integer> numbers = counts.getOrDefault(sum.who(), Map.of());
            standings.add(new Standing(person, sum.points(), numbers.getOrDefault(QuestionCounters.ANSWERS, 0),
                numbers.getOrDefault(QuestionCounters.ACCEPTED, 0), numbers.getOrDefault(ThanksPointRule.THANKS, 0)));
        });
        return standings;
    }

    private Map<UserId, Map<Counter, Integer>> counts(Set<UserId> accounts, Map<UserId, UserId> linked, WikiId wiki,
        Set<UUID> seen, Period period)
    {
        Set<String> people = accounts.stream().map(UserId::value).collect(Collectors.toSet());
        linked.forEach((imported, account) -> {
            if (accounts.contains(account)) {
                people.add(imported.value());
            }
        });
        Map<UserId, Map<Counter, Integer>> counts = new HashMap<>();
        this.ledger.read(session -> this.counters.sum(session, new Scopes(wiki, Scopes.PERSON, people), SHOWN, seen,
            day(period))).forEach((person, numbers) -> {
                UserId who = new UserId(person);
                Map<Counter, Integer> sums = counts.computeIfAbsent(linked.getOrDefault(who, who), id ->
                    new HashMap<>());
                numbers.forEach((counter, number) -> sums.merge(counter, number, Integer::sum));
            });
        return counts;
    }

    private static int day(Period period)
    {
        return period == Period.ALL ? PointsRow.EVER : (int) start(period).toEpochDay();
    }

    /** @return the first day of the current period; not for {@link Period#ALL}, which has none */
    static LocalDate start(Period period)
    {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return switch (period) {
            case WEEK -> CurrentWeek.monday();
            case MONTH -> today.withDayOfMonth(1);
            case QUARTER -> today.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> today.withDayOfYear(1);
            case ALL -> LocalDate.EPOCH;
        };
    }
}
