/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;

import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ProjectionKeys;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;

/**
 * Base of page types: answers from the projection's rows what the synchronisation asks about a type.
 *
 * @param <R> the projection's row of a subject
 */
public abstract class AbstractPageType<R> implements PageType
{
    private final Class<R> row;

    @Inject
    private Ledger ledger;

    @Inject
    private RowRights rowRights;

    /** @param row the projection's entity, as {@link PageType#row} describes it */
    protected AbstractPageType(Class<R> row)
    {
        this.row = row;
    }

    /**
     * @param session a transaction
     * @param wiki the wiki
     * @param id the id of a subject
     * @return its row, also of a deleted subject; {@code null} if there is none
     */
    protected abstract R find(Session session, WikiId wiki, UUID id);

    /**
     * @param subject a row
     * @return where the row knows its subject
     */
    protected abstract State state(R subject);

    /**
     * Where a row knows its subject.
     *
     * @param page the reference of its page
     * @param version the version of the page from which the row was computed
     * @param deleted whether the subject is deleted
     */
    public record State(String page, String version, boolean deleted)
    {
    }

    /** @return the ledger */
    protected final Ledger ledger()
    {
        return this.ledger;
    }

    /** @return updates the rights in the rows */
    protected final RowRights rowRights()
    {
        return this.rowRights;
    }

    @Override
    public final Class<R> row()
    {
        return this.row;
    }

    @Override
    public Optional<PageId> pageOf(WikiId wiki, UUID id)
    {
        return this.ledger.read(session -> Optional.ofNullable(find(session, wiki, id)).map(this::state)
            .filter(state -> !state.deleted()).map(state -> PageId.parse(state.page())));
    }

    @Override
    public List<UUID> presentIds(WikiId wiki, UUID after, int limit)
    {
        return this.ledger
            .read(session -> ProjectionKeys.present(session, wiki, after, limit, this.row.getSimpleName()));
    }

    /**
     * @param found the row of the page's subject, may be {@code null}
     * @param page a page
     * @return whether the row was computed from this version of the page, at this location
     */
    protected boolean isOf(R found, Page page)
    {
        return found != null && isOf(state(found), page);
    }

    /**
     * @param state where a row knows the page's subject
     * @param page a page
     * @return whether that is this version of the page, at this location
     */
    protected static boolean isOf(State state, Page page)
    {
        return !state.deleted() && state.version().equals(page.version()) && state.page().equals(page.id().toString());
    }
}
