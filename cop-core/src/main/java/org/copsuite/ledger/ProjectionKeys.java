/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;

/**
 * Queries that projections need for a rebuild: their keys in the ledger and in their own table, and the entries of a
 * subject.
 */
public final class ProjectionKeys
{
    private ProjectionKeys()
    {
    }

    /**
     * Lists the subjects of an act together with the ids in the projection's table, so that rows unknown to the ledger
     * are found too. Sorted by the text of the UUID, as the database sorts it.
     *
     * @param session a transaction
     * @param wiki the wiki
     * @param after the last key of the previous list, {@code ""} at the start
     * @param limit the maximum number of keys
     * @param act the act that creates a subject
     * @param entity the projection's entity, with the properties {@code wiki} and {@code id}
     * @return the keys
     */
    public static List<String> of(Session session, WikiId wiki, String after, int limit, ActType<?> act, String entity)
    {
        TreeSet<String> keys = new TreeSet<>();
        keys.addAll(query(session, wiki, after, limit, "select distinct subject from LedgerEntry where wiki = :wiki "
            + "and act = '" + act.name() + "'", "subject"));
        keys.addAll(query(session, wiki, after, limit, "select id from " + entity + " where wiki = :wiki", "id"));
        return keys.stream().limit(limit).toList();
    }

    /**
     * @param session a transaction
     * @param wiki the wiki
     * @param after the last id of the previous list, {@code null} at the start
     * @param limit the maximum number of ids
     * @param entity a projection's entity, with the properties {@code wiki}, {@code id} and {@code deleted}
     * @return the ids that are not deleted
     */
    public static List<UUID> present(Session session, WikiId wiki, UUID after, int limit, String entity)
    {
        return query(session, wiki, after == null ? "" : after.toString(), limit,
            "select id from " + entity + " where wiki = :wiki and deleted = false", "id").stream().map(UUID::fromString)
                .toList();
    }

    private static List<String> query(Session session, WikiId wiki, String after, int limit, String hql, String key)
    {
        String condition = after.isEmpty() ? "" : " and " + key + " > :after";
        Query<UUID> query = session.createQuery(hql + condition + " order by " + key, UUID.class)
            .setParameter("wiki", wiki.value()).setMaxResults(limit);
        if (!after.isEmpty()) {
            query.setParameter("after", UUID.fromString(after));
        }
        return query.getResultStream().map(UUID::toString).toList();
    }

    /**
     * @param session a transaction
     * @param wiki the wiki
     * @param subject a subject
     * @return the entries about the subject, in order, detached from the session
     */
    public static List<LedgerEntry> about(Session session, WikiId wiki, UUID subject)
    {
        List<LedgerEntry> entries = session
            .createQuery("from LedgerEntry where wiki = :wiki and subject = :subject order by sequence",
                LedgerEntry.class)
            .setParameter("wiki", wiki.value()).setParameter("subject", subject).getResultList();
        entries.forEach(session::evict);
        return entries;
    }

    /**
     * @param entries the entries about a subject
     * @param entry one of them
     * @return the entry that it reverses, {@code null} if it reverses none
     */
    public static LedgerEntry reversed(List<LedgerEntry> entries, LedgerEntry entry)
    {
        return entry.getReverses() == null ? null
            : entries.stream().filter(e -> entry.getReverses().equals(e.getSequence())).findFirst().orElse(null);
    }
}
