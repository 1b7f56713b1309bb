/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CurrentWeek;
import org.copsuite.community.CommunityAccess;
import org.copsuite.db.Chunks;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.recognition.RecognitionService.Period;
import org.copsuite.recognition.RecognitionService.Standing;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/**
 * Sums points over the communities that the reader may view: one statement for the communities, one for the sums, and a
 * third for the accounts that imported people are linked to, if there are any; their points count as the account's.
 */
@Component(roles = Leaderboard.class)
@Singleton
public class Leaderboard
{
    private static final int MOST = 50;

    /** Number of additional standings read, since some people may be deleted or have no account. */
    private static final int SPARE = 25;

    private static final String SUMS = "select person, sum(points), sum(answers), sum(accepted), sum(thanks), "
        + "max(reached) from PointsRow where wiki = :wiki and community in (:communities) and ";

    private static final String PEOPLE = "people";

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Persons persons;

    @Inject
    private Settings settings;

    List<Standing> of(UserId reader, String wiki, UUID community, Period period, int limit)
    {
        int most = Math.max(1, Math.min(MOST, limit));
        Set<UUID> seen = new HashSet<>(this.communities.visible(reader, wiki));
        if (community == null) {
            seen.add(PointsRow.NOWHERE);
        } else {
            seen.retainAll(Set.of(community));
        }
        if (seen.isEmpty()) {
            return List.of();
        }
        Map<UserId, UserId> linked = this.persons.linked(wiki);
        Map<UserId, Sum> sums = new HashMap<>();
        read(wiki, seen, period, "person not like :imported", null, most + SPARE).forEach(sum -> sums.put(sum.who(), sum));
        if (!linked.isEmpty()) {
            merge(sums, linked, wiki, seen, period);
        }
        return standings(sums.values(), wiki, most);
    }

    /**
     * Reads linked accounts together with their imported people, since an account may be below the top without them.
     */
    private void merge(Map<UserId, Sum> sums, Map<UserId, UserId> linked, String wiki, Set<UUID> seen, Period period)
    {
        Set<UserId> people = new HashSet<>(linked.keySet());
        people.addAll(linked.values());
        linked.values().forEach(sums::remove);
        for (List<UserId> some : Chunks.of(people)) {
            for (Sum sum : read(wiki, seen, period, "person in (:people)", some, Integer.MAX_VALUE)) {
                UserId who = linked.getOrDefault(sum.who(), sum.who());
                sums.merge(who, sum.of(who), Sum::plus);
            }
        }
    }

    private List<Standing> standings(Collection<Sum> sums, String wiki, int limit)
    {
        Set<UserId> left = this.settings.ofPeople(RecognitionSettings.LEFT, wiki).keySet();
        List<Sum> ordered = sums.stream().filter(sum -> sum.points() > 0 && !left.contains(sum.who()))
            .sorted(Comparator.comparingInt(Sum::points).reversed().thenComparingLong(Sum::reached)
                .thenComparing(sum -> sum.who().value())).toList();
        Map<UserId, Person> people =
            this.persons.find(ordered.stream().limit(limit + SPARE).map(Sum::who).collect(Collectors.toSet()));
        List<Standing> standings = new ArrayList<>();
        for (Sum sum : ordered) {
            Person person = people.get(sum.who());
            if (person != null && person.active() && standings.size() < limit) {
                standings.add(new Standing(person, sum.points(), sum.answers(), sum.accepted(), sum.thanks()));
            }
        }
        return standings;
    }

    private List<Sum> read(String wiki, Set<UUID> communities, Period period, String whose, Collection<UserId> people,
        int limit)
    {
        String days = period == Period.ALL ? "day = :day" : "day >= :day";
        return this.ledger.read(session -> {
            Query<Object[]> query = session
                .createQuery(SUMS + days + " and " + whose + " group by person having sum(points) > 0 "
                    + "order by sum(points) desc, max(reached), person", Object[].class)
                .setParameter("wiki", wiki).setParameterList("communities", communities)
                .setParameter("day", period == Period.ALL ? PointsRow.EVER : (int) start(period).toEpochDay());
            if (people == null) {
                query.setParameter("imported", UserId.IMPORTED + '%').setMaxResults(limit);
            } else {
                query.setParameterList(PEOPLE, people.stream().map(UserId::value).toList());
            }
            return query.getResultStream().map(Leaderboard::sum).toList();
        });
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

    private static Sum sum(Object[] row)
    {
        return new Sum(new UserId((String) row[0]), ((Number) row[1]).intValue(), ((Number) row[2]).intValue(),
            ((Number) row[3]).intValue(), ((Number) row[4]).intValue(), ((Number) row[5]).longValue());
    }

    /** Sums of a person. */
    private record Sum(UserId who, int points, int answers, int accepted, int thanks, long reached)
    {
        Sum of(UserId other)
        {
            return new Sum(other, this.points, this.answers, this.accepted, this.thanks, this.reached);
        }

        Sum plus(Sum other)
        {
            return new Sum(this.who, this.points + other.points, this.answers + other.answers,
                this.accepted + other.accepted, this.thanks + other.thanks, Math.max(this.reached, other.reached));
        }
    }
}
