/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.milestone.MilestoneHolder;
import org.copsuite.milestone.MilestoneService.May;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Decides who may do what with milestones, and what holds one inside its community. */
@Component(roles = MilestoneRights.class)
@Singleton
public class MilestoneRights
{
    @Inject
    private Ledger ledger;

    @Inject
    private Access access;

    @Inject
    private CommunityPermissions permissions;

    @Inject
    private Provider<List<MilestoneHolder>> holders;

    /** @return what holds the milestone on a page inside its community, if anything does */
    Optional<UUID> holder(PageId page)
    {
        return this.holders.get().stream().flatMap(kind -> kind.around(page).stream()).findFirst();
    }

    /** @return the home page of a holder, if the reader may view it */
    Optional<PageId> home(UserId reader, WikiId wiki, UUID holder)
    {
        return this.holders.get().stream().flatMap(kind -> kind.find(reader, wiki, holder).stream()).findFirst();
    }

    /**
     * @param holder what holds the milestone, {@code null} for the community itself
     * @return whether the actor may set and delete milestones there
     */
    boolean mayManage(UserId actor, WikiId wiki, CommunityId community, UUID holder)
    {
        return this.permissions.of(actor, wiki, community).contains(CommunityPermission.MANAGE_MILESTONES)
            || (holder != null && this.holders.get().stream().anyMatch(kind -> kind.mayManage(actor, wiki, holder)));
    }

    boolean mayView(UserId reader, PageId page)
    {
        return this.access.has(reader, Right.VIEW, page);
    }

    May of(UserId actor, MilestoneRow row)
    {
        return of(actor, row, Set.of());
    }

    /** @param owners who owns an item of the checklist, and so works on the milestone */
    May of(UserId actor, MilestoneRow row, Set<UserId> owners)
    {
        PageId page = PageId.parse(row.page);
        boolean manages = mayManage(actor, page.wiki(), new CommunityId(row.community), row.holder);
        boolean takesPart = !actor.isGuest() && (row.everybody().contains(actor) || owners.contains(actor))
            && (this.access.has(actor, Right.COMMENT, page) || this.access.has(actor, Right.EDIT, page));
        boolean owns = takesPart && actor.equals(row.owner());
        return new May(manages || owns, manages || takesPart, manages);
    }

    /**
     * @return the row of a milestone, detached
     * @throws CopException NOT_FOUND if there is none that the reader may view
     */
    MilestoneRow visible(UserId reader, WikiId wiki, UUID id) throws CopException
    {
        return visible(reader, this.ledger.read(session -> MilestonePages.findDetached(session, wiki, id)));
    }

    /**
     * @return the row of a milestone, attached to the session
     * @throws CopException NOT_FOUND if there is none that the reader may view
     */
    MilestoneRow visible(Session session, UserId reader, WikiId wiki, UUID id) throws CopException
    {
        return visible(reader, MilestonePages.find(session, wiki, id));
    }

    private MilestoneRow visible(UserId reader, MilestoneRow row) throws CopException
    {
        if (row == null || row.deleted || !mayView(reader, PageId.parse(row.page))) {
            throw CopException.notFound();
        }
        return row;
    }
}
