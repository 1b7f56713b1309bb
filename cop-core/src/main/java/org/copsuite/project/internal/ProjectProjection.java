/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

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
import org.copsuite.project.ProjectActs;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * The projection of projects and their owners: computes their state from the ledger. {@link ProjectPages} writes the
 * columns that come from pages.
 */
@Component(roles = {Projection.class, ProjectProjection.class})
@Named(ProjectProjection.HINT)
@Singleton
public class ProjectProjection extends AbstractProjection
{
    /** The name of the projection. */
    static final String HINT = "projects";

    private static final int BEFORE_MILESTONES = 90;

    @Inject
    private ProjectPages projectPages;

    @Inject
    private Provider<Pages> pages;

    @Inject
    private Provider<CommunityService> communities;

    /** Declares the acts. */
    public ProjectProjection()
    {
        super(BEFORE_MILESTONES, ProjectActs.STARTED, "ProjectRow");
        on(ProjectActs.STARTED, change -> update(change, row -> {
            row.author = change.entry().getActor().value();
            row.created = change.at();
            row.sequence = change.entry().getSequence();
        }));
        on(ProjectActs.ENDED, change -> update(change, row -> row.endedSequence = change.entry().getSequence()));
        onReversal(ProjectActs.ENDED, change -> update(change, row -> row.endedSequence = null));
        on(ProjectActs.DELETED, change -> update(change, row -> row.deleted = true));
        on(ProjectActs.RESTORED, change -> update(change, row -> row.deleted = false));
        on(ProjectActs.ASKED, ProjectProjection::asked);
        onReversal(ProjectActs.ASKED, ProjectProjection::gone);
        on(ProjectActs.DECLINED, ProjectProjection::gone);
        on(ProjectActs.ACCEPTED, change -> accepted(change, change.entry().getSequence()));
        onReversal(ProjectActs.ACCEPTED, ProjectProjection::gone);
    }

    private static void asked(Change change)
    {
        ProjectOwnerRow row =
            new ProjectOwnerRow(change.wiki().value(), change.subject(), change.entry().getCommunity());
        row.by = change.entry().getActor().value();
        row.sequence = change.entry().getSequence();
        write(change.session(), row);
    }

    private static void accepted(Change change, Long sequence)
    {
        ProjectOwnerRow row = change.session().get(ProjectOwnerRow.class,
            new RowKey(change.wiki(), ProjectOwnerRow.idOf(change.subject(), change.entry().getCommunity())));
        if (row != null) {
            row.acceptedSequence = sequence;
            write(change.session(), row);
        }
    }

    /** The community that a reversing entry concerns is that of the entry that it reverses. */
    private static void gone(Change change)
    {
        change.session().createQuery("delete from ProjectOwnerRow where wiki = :wiki and id = :id")
            .setParameter("wiki", change.wiki().value())
            .setParameter("id", ProjectOwnerRow.idOf(change.subject(), change.entry().getCommunity())).executeUpdate();
    }

    /** Changes the row of the subject, if there is one, and its position. */
    private static void update(Change change, Consumer<ProjectRow> columns)
    {
        ProjectRow row = ProjectPages.find(change.session(), change.wiki(), change.subject());
        if (row != null) {
            columns.accept(row);
            row.order = ProjectPages.order(row);
            change.session().flush();
            change.session().evict(row);
        }
    }

    @Override
    protected void prepare(Session session, WikiId wiki, UUID id, List<LedgerEntry> entries)
    {
        session.createQuery("delete from ProjectOwnerRow where wiki = :wiki and project = :id")
            .setParameter("wiki", wiki.value()).setParameter("id", id).executeUpdate();
        if (entries.stream().noneMatch(entry -> entry.is(ProjectActs.STARTED))) {
            super.prepare(session, wiki, id, entries);
            return;
        }
        ProjectRow row = ProjectPages.find(session, wiki, id);
        if (row != null) {
            row.endedSequence = null;
            row.deleted = false;
            row.order = ProjectPages.order(row);
            session.flush();
            session.evict(row);
        }
        this.pages.get().holding(wiki, id).stream().findFirst().flatMap(page -> this.pages.get().load(page))
            .ifPresent(page -> write(session, page, id));
    }

    private void write(Session session, Page page, UUID id)
    {
        this.communities.get().holding(page.id())
            .ifPresent(community -> this.projectPages.write(session, page, id, community));
    }
}
