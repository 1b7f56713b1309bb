/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService;
import org.copsuite.ledger.AbstractProjection;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.ledger.RowKey;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.milestone.MilestoneActs.ItemDetail;
import org.copsuite.milestone.MilestoneActs.Stated;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * The projection of milestones: computes their state and progress from the ledger. {@link MilestonePages} writes the
 * columns that come from pages.
 */
@Component(roles = {Projection.class, MilestoneProjection.class})
@Named(MilestoneProjection.HINT)
@Singleton
public class MilestoneProjection extends AbstractProjection
{
    /** The name of the projection. */
    static final String HINT = "milestones";

    private static final int AFTER_COMMUNITIES = 100;

    @Inject
    private MilestonePages milestonePages;

    @Inject
    private MilestoneRights rights;

    @Inject
    private Provider<Pages> pages;

    @Inject
    private Provider<CommunityService> communities;

    /** Declares the acts. */
    public MilestoneProjection()
    {
        super(AFTER_COMMUNITIES, MilestoneActs.SET, "MilestoneRow");
        on(MilestoneActs.SET, change -> update(change, row -> {
            row.author = change.entry().getActor().value();
            row.created = change.at();
            row.since = change.at();
            row.sequence = change.entry().getSequence();
        }));
        on(MilestoneActs.STATED, change -> {
            Stated stated = change.entry().detail(MilestoneActs.STATED);
            state(change, stated.state(), stated.reason(), null);
        });
        on(MilestoneActs.REACHED, change -> state(change, State.REACHED, "", change.entry().getSequence()));
        onReversal(MilestoneActs.REACHED, change -> state(change, State.UNDERWAY, "", null));
        on(MilestoneActs.TICKED, MilestoneProjection::ticked);
        onReversal(MilestoneActs.TICKED, MilestoneProjection::unticked);
        on(MilestoneActs.ITEM_ASSIGNED, change -> {
            ItemDetail detail = change.entry().detail(MilestoneActs.ITEM_ASSIGNED);
            item(change, detail.item(), row -> {
                row.owner = change.entry().getBeneficiary() == null ? null : change.entry().getBeneficiary().value();
                row.due = detail.due() == null ? null : detail.due().toEpochDay();
            });
        });
        on(MilestoneActs.ITEM_RETURNED,
            change -> item(change, change.entry().detail(MilestoneActs.ITEM_RETURNED), row -> row.owner = null));
        on(MilestoneActs.PROGRESSED,
            change -> update(change, row -> row.now = change.entry().detail(MilestoneActs.PROGRESSED)));
        on(MilestoneActs.DELETED, change -> update(change, row -> row.deleted = true));
        on(MilestoneActs.RESTORED, change -> update(change, row -> row.deleted = false));
    }

    private static void state(Change change, State state, String reason, Long reached)
    {
        update(change, row -> {
            row.state = state.name();
            row.reason = reason;
            row.since = change.at();
            row.reachedSequence = reached;
        });
    }

    private static void ticked(Change change)
    {
        String item = change.entry().detail(MilestoneActs.TICKED);
        RowKey key = new RowKey(change.wiki(), MilestoneTickRow.idOf(change.subject(), item));
        if (change.session().get(MilestoneTickRow.class, key) == null) {
            MilestoneTickRow tick = new MilestoneTickRow(change.wiki().value(), change.subject(), item);
            tick.by = change.entry().getActor().value();
            tick.at = change.at();
            tick.sequence = change.entry().getSequence();
            write(change.session(), tick);
        }
        update(change, row -> { });
    }

    private static void unticked(Change change)
    {
        String item = change.reversed().detail(MilestoneActs.TICKED);
        change.session().createQuery("delete from MilestoneTickRow where wiki = :wiki and id = :id")
            .setParameter("wiki", change.wiki().value())
            .setParameter("id", MilestoneTickRow.idOf(change.subject(), item)).executeUpdate();
        update(change, row -> { });
    }

    /** Changes the row of an item; one without owner and date has no row. */
    private static void item(Change change, String item, Consumer<MilestoneItemRow> columns)
    {
        RowKey key = new RowKey(change.wiki(), MilestoneTickRow.idOf(change.subject(), item));
        MilestoneItemRow row = change.session().get(MilestoneItemRow.class, key);
        boolean isNew = row == null;
        if (isNew) {
            row = new MilestoneItemRow(change.wiki().value(), change.subject(), item);
        }
        columns.accept(row);
        if (row.owner != null || row.due != null) {
            write(change.session(), row);
        } else if (!isNew) {
            change.session().delete(row);
            change.session().flush();
        }
    }

    /** Changes the row of the subject, if there is one, and what follows from its columns. */
    private static void update(Change change, Consumer<MilestoneRow> columns)
    {
        Session session = change.session();
        MilestoneRow row = MilestonePages.find(session, change.wiki(), change.subject());
        if (row != null) {
            columns.accept(row);
            row.done = MilestonePages.done(session, row);
            row.order = MilestonePages.place(row);
            session.flush();
            session.evict(row);
        }
    }

    @Override
    protected void prepare(Session session, WikiId wiki, UUID id, List<LedgerEntry> entries)
    {
        session.createQuery("delete from MilestoneTickRow where wiki = :wiki and milestone = :id")
            .setParameter("wiki", wiki.value()).setParameter("id", id).executeUpdate();
        session.createQuery("delete from MilestoneItemRow where wiki = :wiki and milestone = :id")
            .setParameter("wiki", wiki.value()).setParameter("id", id).executeUpdate();
        if (entries.stream().noneMatch(entry -> entry.is(MilestoneActs.SET))) {
            super.prepare(session, wiki, id, entries);
            return;
        }
        MilestoneRow row = MilestonePages.find(session, wiki, id);
        if (row != null) {
            MilestonePages.reset(row);
            row.order = MilestonePages.place(row);
            session.flush();
            session.evict(row);
        }
        this.pages.get().holding(wiki, id).stream().findFirst().flatMap(page -> this.pages.get().load(page))
            .ifPresent(page -> write(session, page, id));
    }

    private void write(Session session, Page page, UUID id)
    {
        this.communities.get().holding(page.id()).ifPresent(community -> this.milestonePages.write(session, page, id,
            community, this.rights.holder(page.id()).orElse(null)));
    }
}
