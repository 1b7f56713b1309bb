/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.copsuite.db.IdCondition;
import org.copsuite.ledger.IdentifiedRow;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.WikiId;

/** Statements on the tables of requests and invitations. */
final class MembershipRows
{
    private MembershipRows()
    {
    }

    /**
     * @param ids ids of rows
     * @param type the entity
     * @param <R> the entity
     * @return the rows that exist, by id. NOT permission-filtered
     */
    static <R extends IdentifiedRow> Map<UUID, R> find(Ledger ledger, WikiId wiki, Collection<UUID> ids, Class<R> type)
    {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<R> rows = ledger.read(session -> IdCondition.list(List.copyOf(ids), some -> session
            .createQuery("from " + type.getSimpleName() + " r where " + IdCondition.condition(session, "r", some), type)
            .setParameter("wiki", wiki.value())));
        return rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
    }
}
