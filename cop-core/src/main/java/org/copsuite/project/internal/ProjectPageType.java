/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.page.AbstractPageType;
import org.copsuite.page.PageType;
import org.copsuite.project.ProjectActs;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** The page type of projects: a page with a project object starts one in the community whose space holds it. */
@Component(roles = {PageType.class, ProjectPageType.class})
@Named(ProjectPageType.TYPE)
@Singleton
public class ProjectPageType extends AbstractPageType<ProjectRow>
{
    /** The type of the page object. */
    static final String TYPE = "project";

    private static final int BEFORE_MILESTONES = 110;

    @Inject
    private CommunityService communities;

    @Inject
    private CommunityPermissions permissions;

    @Inject
    private ProjectPages projectPages;

    @Inject
    @Named(ProjectProjection.HINT)
    private ProjectProjection projection;

    /** Creates the page type for {@link ProjectRow}. */
    public ProjectPageType()
    {
        super(ProjectRow.class);
    }

    @Override
    public int order()
    {
        return BEFORE_MILESTONES;
    }

    @Override
    public ActType<?> creationAct()
    {
        return ProjectActs.STARTED;
    }

    @Override
    protected ProjectRow find(Session session, WikiId wiki, UUID id)
    {
        ProjectRow row = ProjectPages.find(session, wiki, id);
        if (row != null) {
            session.evict(row);
        }
        return row;
    }

    @Override
    protected State state(ProjectRow row)
    {
        return new State(row.page, row.version, row.deleted);
    }

    @Override
    public boolean isSynchronised(Page page)
    {
        return ledger().read(session -> isOf(find(session, page.id().wiki(), page.object().orElseThrow().id()), page));
    }

    @Override
    public void synchronise(Page page, UserId actor) throws CopException
    {
        synchronise(page, actor, 1);
    }

    @Override
    public void synchroniseCopy(Page page, UserId actor) throws CopException
    {
        synchronise(page, actor, 0);
    }

    private void synchronise(Page page, UserId actor, int weight) throws CopException
    {
        CommunityId community = this.communities.holding(page.id()).orElseThrow(CopException::forbidden);
        if (page.id().toString().length() > PageId.MAXIMUM) {
            throw CopException.forbidden();
        }
        EntryDraft starting = EntryDraft.of(page.id().wiki(), page.firstAuthor(), ProjectActs.STARTED,
            page.object().orElseThrow().id()).in(community).at(page.created()).withWeight(weight);
        boolean plans = this.permissions.of(page.firstAuthor(), page.id().wiki(), community)
            .contains(CommunityPermission.MANAGE_MILESTONES);
        ledger().decide(tx -> {
            boolean isNew = tx.isNew(starting);
            ProjectRow before = find(tx.session(), starting.wiki(), starting.subject());
            if (isNew) {
                if (!plans) {
                    throw CopException.forbidden();
                }
                ProjectRow row = this.projectPages.write(tx.session(), page, starting.subject(), community);
                tx.append(starting);
                assign(tx, row, List.of(), page.firstAuthor(), weight);
            } else if (before == null) {
                this.projection.rebuild(tx.session(), starting.wiki(), starting.subject().toString());
            } else {
                update(tx, page, actor, before,
                    this.projectPages.write(tx.session(), page, starting.subject(), community));
            }
            return null;
        });
    }

    private static void update(Ledger.Transaction tx, Page page, UserId actor, ProjectRow before, ProjectRow after)
    {
        if (before.deleted) {
            tx.append(draft(after, actor, ProjectActs.RESTORED, null));
        }
        if (!before.community.equals(after.community) || !before.title.equals(after.title)
            || !before.body.equals(after.body) || !before.people.equals(after.people)) {
            tx.append(draft(after, page.author(), ProjectActs.EDITED, page.version()).at(page.updated()));
            assign(tx, after, before.people(), page.author(), 1);
        }
    }

    /** Records who was named, so that they are notified. */
    private static void assign(Ledger.Transaction tx, ProjectRow row, List<UserId> before, UserId actor, int weight)
    {
        Set<UserId> named = new HashSet<>(row.people());
        before.forEach(named::remove);
        named.remove(actor);
        named.forEach(person -> tx.append(
            draft(row, actor, ProjectActs.ASSIGNED, null).benefiting(person).withWeight(weight)));
    }

    /** The caller holds the lock of the ledger and has checked that the act applies. */
    private static <D> EntryDraft draft(ProjectRow row, UserId actor, ActType<D> act, D detail)
    {
        return EntryDraft.of(new WikiId(row.wiki), actor, act, row.id, detail).in(new CommunityId(row.community))
            .repeatable();
    }

    @Override
    public void recordDeletion(WikiId wiki, UUID id, UserId actor, Instant at)
    {
        ledger().update(tx -> {
            ProjectRow row = find(tx.session(), wiki, id);
            if (row != null && !row.deleted) {
                tx.append(draft(row, actor, ProjectActs.DELETED, null).at(at));
            }
        });
    }

    @Override
    public void updateRights(SpaceId space)
    {
        rowRights().update(space, "ProjectRow", ProjectPages::updateRights);
    }
}
