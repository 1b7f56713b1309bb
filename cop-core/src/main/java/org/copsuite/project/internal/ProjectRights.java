/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.milestone.MilestoneHolder;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Decides who may do what with projects, and with the milestones that projects hold. */
@Component(roles = {MilestoneHolder.class, ProjectRights.class})
@Named(ProjectRights.HINT)
@Singleton
public class ProjectRights implements MilestoneHolder
{
    /** The name of what holds milestones. */
    static final String HINT = "project";

    @Inject
    private Access access;

    @Inject
    private CommunityPermissions permissions;

    @Inject
    private Ledger ledger;

    @Override
    public Optional<UUID> around(PageId page)
    {
        List<String> homes = new ArrayList<>();
        for (SpaceId space = page.space(); !space.isWiki(); space = space.parent()) {
            homes.add(space.home().toString());
        }
        return this.ledger.read(session -> session
            .createQuery("select id from ProjectRow where page in (:homes) and deleted = false order by length(page) desc",
                UUID.class)
            .setParameterList("homes", homes).setMaxResults(1).getResultStream().findFirst());
    }

    @Override
    public Optional<PageId> find(UserId reader, WikiId wiki, UUID id)
    {
        return this.ledger.read(session -> Optional.ofNullable(ProjectPages.find(session, wiki, id)))
            .filter(row -> !row.deleted).map(row -> PageId.parse(row.page)).filter(page -> mayView(reader, page));
    }

    @Override
    public boolean mayManage(UserId actor, WikiId wiki, UUID id)
    {
        ProjectRow row = this.ledger.read(session -> ProjectPages.find(session, wiki, id));
        return row != null && !row.deleted && mayView(actor, PageId.parse(row.page)) && mayEdit(actor, row);
    }

    boolean mayView(UserId reader, PageId page)
    {
        return this.access.has(reader, Right.VIEW, page);
    }

    /** @return whether the actor, who may view the project, plans in one of its owners or is one of its people */
    boolean mayEdit(UserId actor, ProjectRow row)
    {
        if (actor.isGuest() || actor.isImported()) {
            return false;
        }
        WikiId wiki = new WikiId(row.wiki);
        PageId page = PageId.parse(row.page);
        boolean takesPart = row.people().contains(actor)
            && (this.access.has(actor, Right.COMMENT, page) || this.access.has(actor, Right.EDIT, page));
        return takesPart || plans(actor, wiki, new CommunityId(row.community))
            || owners(wiki, row.id).stream().filter(owner -> owner.acceptedSequence != null)
                .anyMatch(owner -> plans(actor, wiki, new CommunityId(owner.community)));
    }

    /** @return whether the actor has the permission MANAGE_MILESTONES in a community */
    boolean plans(UserId actor, WikiId wiki, CommunityId community)
    {
        return this.permissions.of(actor, wiki, community).contains(CommunityPermission.MANAGE_MILESTONES);
    }

    /** @return the other owners of a project, and those that were asked, at most as many as a project has */
    List<ProjectOwnerRow> owners(WikiId wiki, UUID project)
    {
        return this.ledger.read(session -> session
            .createQuery("from ProjectOwnerRow where wiki = :wiki and project = :project order by sequence",
                ProjectOwnerRow.class)
            .setParameter("wiki", wiki.value()).setParameter("project", project).getResultList());
    }

    /**
     * @return the row of a project, attached to the session
     * @throws CopException NOT_FOUND if there is none that the reader may view
     */
    ProjectRow visible(Session session, UserId reader, WikiId wiki, UUID id) throws CopException
    {
        ProjectRow row = ProjectPages.find(session, wiki, id);
        if (row == null || row.deleted || !mayView(reader, PageId.parse(row.page))) {
            throw CopException.notFound();
        }
        return row;
    }
}
