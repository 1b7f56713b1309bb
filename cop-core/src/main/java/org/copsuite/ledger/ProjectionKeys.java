/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import org.copsuite.wiki.PageId;
import org.hibernate.Session;
import org.hibernate.query.Query;

/** What a view needs to make its rows again: the keys in the ledger and in its own table, and a subject's rows. */
public final class ProjectionKeys
{
    private ProjectionKeys()
    {
    }

    /**
     * Lists the subjects of an act together with what stands in the view's table, so that rows that the ledger does not
     * know are found too. The order is that of the text of a UUID in the database.
     *
     * @param session a transaction
     * @param wiki the wiki
     * @param after the last key of the list before, {@code ""} at the start
     * @param limit how many at most
     * @param act the act that makes a subject
     * @param entity the view's entity, with the properties {@code wiki} and {@code id}
     * @return the keys
     */
    public static List<String> of(Session session, String wiki, String after, int limit, ActType act, String entity)
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
     * @param after the last id of the list before, {@code null} at the start
     * @param limit how many at most
     * @param entity a view's entity, with the properties {@code wiki}, {@code id} and {@code deleted}
     * @return the ids that are not deleted
     */
    public static List<UUID> present(Session session, String wiki, UUID after, int limit, String entity)
    {
        return query(session, wiki, after == null ? "" : after.toString(), limit,
            "select id from " + entity + " where wiki = :wiki and deleted = false", "id").stream().map(UUID::fromString)
                .toList();
    }

    /**
     * @param session a transaction
     * @param page a page
     * @param entity a view's entity, with the properties {@code wiki}, {@code id}, {@code page} and {@code deleted}
     * @return the ids of what is not deleted and stands at the page
     */
    public static List<UUID> at(Session session, PageId page, String entity)
    {
        return session
            .createQuery("select id from " + entity + " where page = :page and wiki = :wiki and deleted = false",
                UUID.class)
            .setParameter("page", page.toString()).setParameter("wiki", page.wiki()).getResultList();
    }

    private static List<String> query(Session session, String wiki, String after, int limit, String hql, String key)
    {
        String condition = after.isEmpty() ? "" : " and " + key + " > :after";
        Query<UUID> query = session.createQuery(hql + condition + " order by " + key, UUID.class)
            .setParameter("wiki", wiki).setMaxResults(limit);
        if (!after.isEmpty()) {
            query.setParameter("after", UUID.fromString(after));
        }
        return query.getResultStream().map(UUID::toString).toList();
    }

    /**
     * @param session a transaction
     * @param wiki the wiki
     * @param subject a subject
     * @return the ledger's rows about it, in order, out of the session
     */
    public static List<LedgerEntry> about(Session session, String wiki, UUID subject)
    {
        List<LedgerEntry> entries = session
            .createQuery("from LedgerEntry where wiki = :wiki and subject = :subject order by sequence",
                LedgerEntry.class)
            .setParameter("wiki", wiki).setParameter("subject", subject).getResultList();
        entries.forEach(session::evict);
        return entries;
    }

    /**
     * @param entries the rows about a subject
     * @param entry one of them
     * @return the row that it undoes, {@code null} where it undoes none
     */
    public static LedgerEntry reversed(List<LedgerEntry> entries, LedgerEntry entry)
    {
        return entry.getReverses() == null ? null
            : entries.stream().filter(e -> entry.getReverses().equals(e.getSequence())).findFirst().orElse(null);
    }
}
