/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.activity.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.Slice;
import org.copsuite.db.Keyset;
import org.copsuite.db.KeysetPage;
import org.copsuite.db.OrderedHsqlDialect;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The entries of some acts, latest first, also where they were recorded later than they happened. One statement reads at
 * most a page of entries for each act, whatever else the ledger holds. A condition {@code act in (...)} would read all
 * entries of these acts and sort them, or pass every vote in between; HQL has no union.
 */
final class ActivityEntries
{
    private static final Keyset<LedgerEntry> NEWEST = new Keyset<LedgerEntry>()
        .descending("at", Cursor::number, entry -> entry.getAt().toEpochMilli())
        .descending("sequence", Cursor::number, LedgerEntry::getSequence);

    private static final String AFTER = " and done_at <= :at and (done_at < :at or place < :after)";

    private final WikiId wiki;

    private final CommunityId community;

    private final Set<String> acts;

    private final KeysetPage<LedgerEntry> page;

    /**
     * @param wiki the wiki
     * @param community the community, {@code null} for all
     * @param acts the names of the acts, at least one
     * @param after the cursor of the page before, {@code null} for the first page
     * @param limit the number of entries, 1 to 100
     * @throws CopException INVALID for a cursor of another list
     */
    ActivityEntries(WikiId wiki, CommunityId community, Set<String> acts, String after, int limit) throws CopException
    {
        this.wiki = wiki;
        this.community = community;
        this.acts = new TreeSet<>(acts);
        this.page = NEWEST.page("activity/" + wiki + '/' + community, after, Math.max(1, Math.min(Keyset.MAXIMUM, limit)));
    }

    /**
     * @param session the session
     * @return the page
     */
    Slice<LedgerEntry> read(Session session)
    {
        List<?> rows = query(session, UnaryOperator.identity()).addEntity(LedgerEntry.class).list();
        return this.page.slice(rows.stream().map(LedgerEntry.class::cast).toList());
    }

    /**
     * @param session the session
     * @param change changes the text of the statement
     * @return the query, all parameters set
     */
    NativeQuery<?> query(Session session, UnaryOperator<String> change)
    {
        boolean starts = this.page.after().isEmpty();
        String hint = OrderedHsqlDialect.isUsed(session) ? OrderedHsqlDialect.USING_INDEX : "";
        String same = this.community == null ? "wiki desc, act desc" : "wiki desc, community desc, act desc";
        StringBuilder sql = new StringBuilder("select l.* from (");
        for (int i = 0; i < this.acts.size(); i++) {
            sql.append(i == 0 ? "" : " union all ").append("(select place from cop_ledger where wiki = :wiki and act = :act")
                .append(i).append(this.community == null ? " and community is not null" : " and community = :community")
                .append(" and weight > 0").append(starts ? "" : AFTER).append(" order by ").append(same)
                .append(", done_at desc, place desc limit :most").append(hint).append(')');
        }
        sql.append(") a join cop_ledger l on l.place = a.place order by l.done_at desc, l.place desc limit :most");
        NativeQuery<?> query = session.createNativeQuery(change.apply(sql.toString()));
        query.setParameter("wiki", this.wiki.value()).setParameter("most", this.page.limit() + 1);
        int i = 0;
        for (String act : this.acts) {
            query.setParameter("act" + i++, act);
        }
        if (this.community != null) {
            query.setParameter("community", this.community.value().toString());
        }
        if (!starts) {
            query.setParameter("at", this.page.after().get(0)).setParameter("after", this.page.after().get(1));
        }
        return query;
    }
}
