/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.copsuite.db.Chunks;
import org.copsuite.db.VisibleRows;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;

/**
 * Sums the points of people over some communities. Few communities are named in the statement. Beyond, the people with
 * most points anywhere are read first, then what these have in each community, which is filtered here. Nobody else can
 * have more than the last of the first has anywhere; where that does not decide, one more statement reads all sums, so
 * there are at most three.
 */
final class PointSums
{
    /** The order of a leaderboard: most points first, of equals who had them first. */
    static final Comparator<Sum> ORDER = Comparator.comparingInt(Sum::points).reversed().thenComparingLong(Sum::reached)
        .thenComparing(sum -> sum.who().value());

    private static final String SUMS = "select person, sum(points), max(reached) ";

    private static final String SUMS_BY_COMMUNITY = "select person, sum(points), max(reached), community ";

    /** At least what somebody has in any of the communities: points may be less than none in some. */
    private static final String GAINED = "sum(case when points > 0 then points else 0 end)";

    private static final String BY_COMMUNITY = " group by person, community";

    private static final String NOT_IMPORTED = "person not like :imported";

    private static final String OF_PEOPLE = "person in (:people)";

    private static final String NAMED = " and community in (:communities)";

    private final Ledger ledger;

    private final WikiId wiki;

    private final Set<UUID> communities;

    private final int day;

    /**
     * @param ledger reads
     * @param wiki the wiki
     * @param communities the communities, at least one
     * @param day the first day; {@link PointsRow#EVER} for all days
     */
    PointSums(Ledger ledger, WikiId wiki, Set<UUID> communities, int day)
    {
        this.ledger = ledger;
        this.wiki = wiki;
        this.communities = communities;
        this.day = day;
    }

    /**
     * What a person has.
     *
     * @param who the person
     * @param points their points
     * @param reached the sequence of the last entry that earned some
     */
    record Sum(UserId who, int points, long reached)
    {
        Sum of(UserId other)
        {
            return new Sum(other, this.points, this.reached);
        }

        Sum plus(Sum other)
        {
            return new Sum(this.who, this.points + other.points, Math.max(this.reached, other.reached));
        }
    }

    /**
     * @param limit the largest number of people, at most {@link Chunks#SIZE}
     * @return those with most points, in order, without imported people and those without points
     */
    List<Sum> best(int limit)
    {
        return this.ledger.read(session -> {
            if (VisibleRows.mayName(this.communities)) {
                return imported(query(session, SUMS, NOT_IMPORTED + NAMED,
                    " group by person having sum(points) > 0 order by sum(points) desc, max(reached), person"))
                    .setParameterList("communities", this.communities).setMaxResults(limit).getResultStream()
                    .map(PointSums::sum).toList();
            }
            List<Sum> first = imported(query(session, "select person, " + GAINED + ", max(reached) ", NOT_IMPORTED,
                " group by person having " + GAINED + " > 0 order by " + GAINED + " desc, max(reached), person"))
                .setMaxResults(Chunks.SIZE).getResultStream().map(PointSums::sum).toList();
            List<Sum> best = first.isEmpty() ? List.of()
                : filter(people(session, first.stream().map(Sum::who).toList()).getResultStream());
            boolean complete = first.size() < Chunks.SIZE
                || best.size() >= limit && best.get(limit - 1).points() >= first.get(first.size() - 1).points();
            List<Sum> all = complete ? best
                : filter(imported(query(session, SUMS_BY_COMMUNITY, NOT_IMPORTED, BY_COMMUNITY)).getResultStream());
            return all.subList(0, Math.min(limit, all.size()));
        });
    }

    /**
     * @param people people, any number, one statement for each {@link Chunks#SIZE}
     * @return what those have who have points, in no order
     */
    List<Sum> of(Collection<UserId> people)
    {
        return this.ledger.read(session -> {
            List<Sum> sums = new ArrayList<>();
            for (List<UserId> some : Chunks.of(people)) {
                if (VisibleRows.mayName(this.communities)) {
                    query(session, SUMS, OF_PEOPLE + NAMED, " group by person having sum(points) > 0")
                        .setParameterList("communities", this.communities)
                        .setParameterList("people", UserId.values(some)).getResultStream().map(PointSums::sum)
                        .forEach(sums::add);
                } else {
                    sums.addAll(filter(people(session, some).getResultStream()));
                }
            }
            return sums;
        });
    }

    private Query<Object[]> people(Session session, Collection<UserId> people)
    {
        return query(session, SUMS_BY_COMMUNITY, OF_PEOPLE, BY_COMMUNITY)
            .setParameterList("people", UserId.values(people));
    }

    private Query<Object[]> query(Session session, String select, String condition, String rest)
    {
        return session.createQuery(select + "from PointsRow where wiki = :wiki and day "
            + (this.day == PointsRow.EVER ? "=" : ">=") + " :day and " + condition + rest, Object[].class)
            .setParameter("wiki", this.wiki.value()).setParameter("day", this.day);
    }

    private static Query<Object[]> imported(Query<Object[]> query)
    {
        return query.setParameter("imported", UserId.IMPORTED + '%');
    }

    /** @return the sums over the communities, in order */
    private List<Sum> filter(Stream<Object[]> rows)
    {
        Map<UserId, Sum> sums = new HashMap<>();
        rows.filter(row -> this.communities.contains(row[3])).map(PointSums::sum)
            .forEach(sum -> sums.merge(sum.who(), sum, Sum::plus));
        return sums.values().stream().filter(sum -> sum.points() > 0).sorted(ORDER).toList();
    }

    private static Sum sum(Object[] row)
    {
        return new Sum(new UserId((String) row[0]), ((Number) row[1]).intValue(), ((Number) row[2]).longValue());
    }
}
