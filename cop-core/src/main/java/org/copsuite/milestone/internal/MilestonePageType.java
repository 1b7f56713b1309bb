/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.page.AbstractPageType;
import org.copsuite.page.PageType;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** The page type of milestones: a page with a milestone object sets one in the community whose space holds it. */
@Component(roles = {PageType.class, MilestonePageType.class})
@Named(MilestonePageType.TYPE)
@Singleton
public class MilestonePageType extends AbstractPageType<MilestoneRow>
{
    /** The type of the page object. */
    static final String TYPE = "milestone";

    private static final int AFTER_PROJECTS = 120;

    @Inject
    private CommunityService communities;

    @Inject
    private MilestonePages milestonePages;

    @Inject
    private MilestoneRights rights;

    @Inject
    @Named(MilestoneProjection.HINT)
    private MilestoneProjection projection;

    /** Creates the page type for {@link MilestoneRow}. */
    public MilestonePageType()
    {
        super(MilestoneRow.class);
    }

    @Override
    public int order()
    {
        return AFTER_PROJECTS;
    }

    @Override
    public ActType<?> creationAct()
    {
        return MilestoneActs.SET;
    }

    @Override
    protected MilestoneRow find(Session session, WikiId wiki, UUID id)
    {
        return MilestonePages.findDetached(session, wiki, id);
    }

    @Override
    protected State state(MilestoneRow row)
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
        UUID holder = this.rights.holder(page.id()).orElse(null);
        EntryDraft setting = EntryDraft.of(page.id().wiki(), page.firstAuthor(), MilestoneActs.SET,
            page.object().orElseThrow().id()).in(community).at(page.created()).withWeight(weight);
        boolean manages = this.rights.mayManage(page.firstAuthor(), page.id().wiki(), community, holder);
        ledger().decide(tx -> {
            boolean isNew = tx.isNew(setting);
            MilestoneRow before = find(tx.session(), setting.wiki(), setting.subject());
            if (isNew) {
                if (!manages) {
                    throw CopException.forbidden();
                }
                MilestoneRow row = this.milestonePages.write(tx.session(), page, setting.subject(), community, holder);
                tx.append(setting);
                assign(tx, row, Set.of(), page.firstAuthor(), weight);
                MilestoneItems.give(tx, row, page.firstAuthor(),
                    MilestonePages.given(page.object().orElseThrow(), row), weight);
            } else if (before == null) {
                this.projection.rebuild(tx.session(), setting.wiki(), setting.subject().toString());
            } else {
                update(tx, page, actor, before,
                    this.milestonePages.write(tx.session(), page, setting.subject(), community, holder));
            }
            return null;
        });
    }

    private static void update(Ledger.Transaction tx, Page page, UserId actor, MilestoneRow before, MilestoneRow after)
    {
        if (before.deleted) {
            tx.append(draft(after, actor, MilestoneActs.RESTORED, null));
        }
        boolean moved = !before.community.equals(after.community) || !Objects.equals(before.holder, after.holder);
        if (moved || isEdited(before, after)) {
            tx.append(draft(after, page.author(), MilestoneActs.EDITED, page.version()).at(page.updated())
                .withWeight(isSmall(before.version, page.version()) ? 0 : 1));
            assign(tx, after, before.everybody(), page.author(), 1);
        }
    }

    /** Records who was named, so that they are notified. */
    private static void assign(Ledger.Transaction tx, MilestoneRow row, Set<UserId> before, UserId actor, int weight)
    {
        Set<UserId> named = new HashSet<>(row.everybody());
        named.removeAll(before);
        named.remove(actor);
        named.forEach(person -> tx.append(
            draft(row, actor, MilestoneActs.ASSIGNED, null).benefiting(person).withWeight(weight)));
    }

    private static boolean isEdited(MilestoneRow before, MilestoneRow after)
    {
        return !before.title.equals(after.title) || !before.body.equals(after.body)
            || !Objects.equals(before.due, after.due) || !Objects.equals(before.owner, after.owner)
            || !before.people.equals(after.people) || !before.items.equals(after.items)
            || !Objects.equals(before.target, after.target) || !before.unit.equals(after.unit);
    }

    /** @return whether only minor edits separate the versions; a minor edit increments the number after the dot */
    private static boolean isSmall(String before, String after)
    {
        int dot = before.indexOf('.');
        return dot > 0 && after.startsWith(before.substring(0, dot + 1));
    }

    /** The caller holds the lock of the ledger and has checked that the act applies. */
    private static <D> EntryDraft draft(MilestoneRow row, UserId actor, ActType<D> act, D detail)
    {
        return EntryDraft.of(new WikiId(row.wiki), actor, act, row.id, detail).in(new CommunityId(row.community))
            .repeatable();
    }

    @Override
    public void recordDeletion(WikiId wiki, UUID id, UserId actor, Instant at)
    {
        ledger().update(tx -> {
            MilestoneRow row = find(tx.session(), wiki, id);
            if (row != null && !row.deleted) {
                tx.append(draft(row, actor, MilestoneActs.DELETED, null).at(at));
            }
        });
    }

    @Override
    public void updateRights(SpaceId space)
    {
        rowRights().update(space, "MilestoneRow", MilestonePages::updateRights);
    }
}
