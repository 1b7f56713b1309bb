/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Singleton;

import org.copsuite.db.IdCondition;
import org.copsuite.db.VisibleRows;
import org.copsuite.ledger.Counter;
import org.copsuite.ledger.Counters;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/** Stores counters in the table {@code cop_counter}. */
@Component
@Singleton
public class DefaultCounters implements Counters
{
    private static final String WIKI = "wiki";

    private static final String TYPE = "type";

    private static final String NAMES = "names";

    @Override
    public boolean add(Session session, Scope scope, Bucket bucket, int number)
    {
        Set<Integer> days = bucket.day() == EVER ? Set.of(EVER) : Set.of(EVER, bucket.day());
        int updated = session.createQuery("update CounterRow set total = total + :number where wiki = :wiki and id = :id "
            + "and type = :type and name = :name and community = :community and day in (:days)")
            .setParameter("number", number).setParameter(WIKI, scope.wiki().value()).setParameter("id", scope.id())
            .setParameter(TYPE, scope.type()).setParameter("name", bucket.counter().name())
            .setParameter("community", bucket.community().value()).setParameterList("days", days).executeUpdate();
        if (updated == days.size()) {
            return false;
        }
        List<CounterRow> rows = new ArrayList<>();
        if (updated == 0) {
            rows.add(new CounterRow(scope, bucket, EVER, number));
        }
        if (bucket.day() != EVER) {
            rows.add(new CounterRow(scope, bucket, bucket.day(), number));
        }
        insert(session, rows);
        return true;
    }

    @Override
    public void replace(Session session, Scope scope, Collection<Counter> counters, Map<Bucket, Integer> numbers)
    {
        if (counters.isEmpty()) {
            return;
        }
        session.createQuery("delete from CounterRow where wiki = :wiki and id = :id and type = :type and name in (:names)")
            .setParameter(WIKI, scope.wiki().value()).setParameter("id", scope.id()).setParameter(TYPE, scope.type())
            .setParameterList(NAMES, names(counters)).executeUpdate();
        Map<Bucket, Integer> all = new HashMap<>(numbers);
        numbers.forEach((bucket, number) -> {
            if (bucket.day() != EVER) {
                all.merge(new Bucket(bucket.counter(), bucket.community(), EVER), number, Integer::sum);
            }
        });
        insert(session, all.entrySet().stream()
            .map(one -> new CounterRow(scope, one.getKey(), one.getKey().day(), one.getValue())).toList());
    }

    /** Detached afterwards, so that the session of a long import does not accumulate rows. */
    private static void insert(Session session, List<CounterRow> rows)
    {
        rows.forEach(session::persist);
        session.flush();
        rows.forEach(session::evict);
    }

    @Override
    public Map<String, Map<Counter, Integer>> sum(Session session, Scopes scopes, Collection<Counter> counters,
        Collection<UUID> communities, int from)
    {
        boolean named = communities != null && VisibleRows.mayName(communities);
        boolean filtered = communities != null && !named;
        Set<UUID> wanted = filtered ? Set.copyOf(communities) : Set.of();
        String columns = "c.id, c.name" + (filtered ? ", c.community" : "");
        String further = (named ? " and c.community in (:communities)" : "")
            + (from == EVER ? " and c.day = :from" : " and c.day >= :from");
        Map<String, Map<Counter, Integer>> sums = new HashMap<>();
        for (Object[] row : IdCondition.list(scopes.ids(), some -> {
            Query<Object[]> query = session.createQuery("select sum(c.total), " + columns + " from CounterRow c where "
                + IdCondition.condition(session, "c", some) + " and c.type = :type and c.name in (:names)" + further
                + " group by " + columns, Object[].class)
                .setParameter(WIKI, scopes.wiki().value()).setParameter(TYPE, scopes.type())
                .setParameterList(NAMES, names(counters)).setParameter("from", from);
            return named ? query.setParameterList("communities", communities) : query;
        })) {
            if (!filtered || wanted.contains(row[3])) {
                sums.computeIfAbsent((String) row[1], id -> new HashMap<>())
                    .merge(new Counter((String) row[2]), ((Number) row[0]).intValue(), Integer::sum);
            }
        }
        return sums;
    }

    private static Set<String> names(Collection<Counter> counters)
    {
        return counters.stream().map(Counter::name).collect(Collectors.toSet());
    }
}
