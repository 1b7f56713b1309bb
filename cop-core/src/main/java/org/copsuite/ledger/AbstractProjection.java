/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.copsuite.wiki.WikiId;
import org.hibernate.Session;

/**
 * A projection with one row for each subject of an act. A subclass declares in its constructor what each act changes;
 * the same methods serve new entries and the rebuild, which runs them on all entries of a subject in order.
 */
public abstract class AbstractProjection implements Projection
{
    private final int order;

    private final ActType<?> creation;

    private final String entity;

    private final Map<String, Consumer<Change>> acts = new HashMap<>();

    private final Map<String, Consumer<Change>> reversals = new HashMap<>();

    /**
     * @param order the position in the order of updates
     * @param creation the act whose subjects the rows are about
     * @param entity the entity of the rows, with the properties {@code wiki} and {@code id}
     */
    protected AbstractProjection(int order, ActType<?> creation, String entity)
    {
        this.order = order;
        this.creation = creation;
        this.entity = entity;
    }

    /**
     * Declares what an act changes.
     *
     * @param act the type of the act
     * @param method updates the rows
     */
    protected final void on(ActType<?> act, Consumer<Change> method)
    {
        declare(this.acts, act, method);
    }

    /**
     * Declares what the reversal of an act changes.
     *
     * @param act the type of the act, which can be reversed
     * @param method updates the rows; {@link Change#reversed()} is the entry of that act
     */
    protected final void onReversal(ActType<?> act, Consumer<Change> method)
    {
        if (!act.isReversible()) {
            throw new IllegalArgumentException("An act of type " + act + " cannot be reversed.");
        }
        declare(this.reversals, act, method);
    }

    private static void declare(Map<String, Consumer<Change>> methods, ActType<?> act, Consumer<Change> method)
    {
        if (methods.putIfAbsent(act.name(), method) != null) {
            throw new IllegalArgumentException("The act type " + act + " is declared twice.");
        }
    }

    @Override
    public int order()
    {
        return this.order;
    }

    @Override
    public final void apply(Session session, LedgerEntry entry, LedgerEntry reversed)
    {
        apply(new Change(session, entry, reversed, true));
    }

    private void apply(Change change)
    {
        boolean reverses = change.entry().is(ActType.REVERSED);
        LedgerEntry decisive = reverses ? change.reversed() : change.entry();
        Consumer<Change> method =
            decisive == null ? null : (reverses ? this.reversals : this.acts).get(decisive.getActName());
        if (method != null) {
            method.accept(change);
        }
    }

    @Override
    public List<String> keys(Session session, WikiId wiki, String after, int limit)
    {
        return ProjectionKeys.of(session, wiki, after, limit, this.creation, this.entity);
    }

    @Override
    public final void rebuild(Session session, WikiId wiki, String key)
    {
        UUID id = UUID.fromString(key);
        List<LedgerEntry> entries = ProjectionKeys.about(session, wiki, id);
        prepare(session, wiki, id, entries);
        for (LedgerEntry entry : entries) {
            apply(new Change(session, entry, ProjectionKeys.reversed(entries, entry), false));
        }
    }

    /**
     * Prepares the rows of a subject for a rebuild, which then applies all its entries. Deletes the row; a projection
     * whose rows contain more than entries tell, such as the text of a page, overrides this.
     *
     * @param session a transaction
     * @param wiki the wiki
     * @param id the subject
     * @param entries the entries about the subject, in order; may lack the one that creates it
     */
    protected void prepare(Session session, WikiId wiki, UUID id, List<LedgerEntry> entries)
    {
        session.createQuery("delete from " + this.entity + " where wiki = :wiki and id = :id")
            .setParameter("wiki", wiki.value()).setParameter("id", id).executeUpdate();
    }

    /**
     * Writes a row at once and detaches it, since Hibernate would check it for changes before each statement.
     *
     * @param session a transaction
     * @param row a new row, or one of the session
     */
    protected static void write(Session session, Object row)
    {
        session.persist(row);
        session.flush();
        session.evict(row);
    }

    /**
     * An entry to apply.
     *
     * @param session the transaction
     * @param entry the entry, with its final sequence
     * @param reversed the entry that it reverses, {@code null} if it reverses none
     * @param isLive whether the entry is new; false during a rebuild, which does not update rows of other subjects,
     *            such as counters, because their own rebuild does
     */
    public record Change(Session session, LedgerEntry entry, LedgerEntry reversed, boolean isLive)
    {
        /** @return the wiki of the entry */
        public WikiId wiki()
        {
            return this.entry.getWiki();
        }

        /** @return the subject of the entry */
        public UUID subject()
        {
            return this.entry.getSubject();
        }

        /** @return when the act happened, in milliseconds of the epoch */
        public long at()
        {
            return this.entry.getAt().toEpochMilli();
        }
    }
}
