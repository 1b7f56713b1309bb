/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.charter.internal;

import java.time.Instant;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.PlainText;
import org.copsuite.charter.CharterActs;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.page.AbstractPageType;
import org.copsuite.page.PageType;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * The page type of charters: a page with a charter object in the space of a community, by somebody who may change the
 * community. Its text is the guidelines, a property of its object the objectives.
 */
@Component(roles = {PageType.class, CharterPageType.class})
@Named(CharterPageType.TYPE)
@Singleton
public class CharterPageType extends AbstractPageType<CharterRow>
{
    /** The type of the page object. */
    static final String TYPE = "charter";

    /** The property of the page object with the objectives. */
    static final String OBJECTIVES = "objectives";

    private static final int AFTER_COMMUNITIES = 15;

    @Inject
    private Access access;

    @Inject
    private Provider<CommunityService> communities;

    @Inject
    private Provider<CommunityPermissions> permissions;

    @Inject
    @Named(CharterProjection.HINT)
    private CharterProjection projection;

    /** Creates the page type for {@link CharterRow}. */
    public CharterPageType()
    {
        super(CharterRow.class);
    }

    @Override
    public int order()
    {
        return AFTER_COMMUNITIES;
    }

    @Override
    public ActType<?> creationAct()
    {
        return CharterActs.WRITTEN;
    }

    @Override
    protected CharterRow find(Session session, WikiId wiki, UUID id)
    {
        return session.get(CharterRow.class, new RowKey(wiki, id));
    }

    @Override
    protected State state(CharterRow row)
    {
        return new State(row.page, row.version, row.deleted);
    }

    @Override
    public boolean isSynchronised(Page page)
    {
        UUID id = page.object().orElseThrow().id();
        return ledger().read(session -> isOf(find(session, page.id().wiki(), id), page));
    }

    @Override
    public void synchronise(Page page, UserId actor) throws CopException
    {
        WikiId wiki = page.id().wiki();
        UUID id = page.object().orElseThrow().id();
        CommunityId community =
            this.communities.get().holding(page.id()).orElseThrow(CopException::forbidden);
        EntryDraft creation =
            CharterActs.written(wiki, page.firstAuthor(), id, community).at(page.created());
        if (ledger().byIdempotencyKey(wiki, creation.idempotencyKey()).isEmpty()) {
            authorise(page, community);
        }
        ledger().decide(tx -> {
            if (tx.isNew(creation)) {
                write(tx.session(), page, community);
                tx.append(creation);
            } else {
                update(tx, page, actor, community);
            }
            return null;
        });
    }

    private void authorise(Page page, CommunityId community) throws CopException
    {
        if (page.id().toString().length() > PageId.MAXIMUM) {
            throw CopException.forbidden();
        }
        this.permissions.get().check(page.firstAuthor(), CommunityPermission.MANAGE_COMMUNITY, page.id().wiki(),
            community);
    }

    private void update(Ledger.Transaction tx, Page page, UserId actor, CommunityId community)
    {
        WikiId wiki = page.id().wiki();
        UUID id = page.object().orElseThrow().id();
        CharterRow before = find(tx.session(), wiki, id);
        if (before == null) {
            this.projection.rebuild(tx.session(), wiki, id.toString());
            return;
        }
        tx.session().evict(before);
        CharterRow after = write(tx.session(), page, community);
        if (before.deleted) {
            tx.append(EntryDraft.of(wiki, actor, CharterActs.RESTORED, id).in(community)
                .withOccurrence(UUID.randomUUID().toString()));
        }
        if (!before.guidelines.equals(after.guidelines) || !before.objectives.equals(after.objectives)) {
            tx.append(EntryDraft.of(wiki, page.author(), CharterActs.CHANGED, id, page.version()).in(community)
                .at(page.updated()).withOccurrence(UUID.randomUUID().toString()));
        }
    }

    /**
     * Inserts the row of a charter, or updates it from its page.
     *
     * @param community the community in whose space the page lies
     * @return the row, detached from the session
     */
    CharterRow write(Session session, Page page, CommunityId community)
    {
        PageObject object = page.object().orElseThrow();
        CharterRow row = find(session, page.id().wiki(), object.id());
        boolean isNew = row == null;
        if (isNew) {
            row = new CharterRow();
            row.wiki = page.id().wiki().value();
            row.id = object.id();
        }
        row.community = community.value();
        row.page = page.id().toString();
        row.space = this.access.decidingSpace(page.id()).toString();
        row.ownRights = this.access.hasOwnRights(page.id());
        row.guidelines = PlainText.block(page.content());
        row.objectives = ObjectiveLines.write(ObjectiveLines.read(object.get(OBJECTIVES)));
        row.version = page.version();
        if (isNew) {
            session.persist(row);
        }
        session.flush();
        session.evict(row);
        return row;
    }

    @Override
    public void recordDeletion(WikiId wiki, UUID id, UserId actor, Instant at)
    {
        ledger().update(tx -> {
            CharterRow row = find(tx.session(), wiki, id);
            if (row != null && !row.deleted) {
                tx.append(EntryDraft.of(wiki, actor, CharterActs.DELETED, id).in(new CommunityId(row.community)).at(at)
                    .withOccurrence(UUID.randomUUID().toString()));
            }
        });
    }

    @Override
    public void updateRights(SpaceId space)
    {
        rowRights().update(space, "CharterRow", (session, change) -> session
            .createQuery("update CharterRow set space = :space, ownRights = :own where wiki = :wiki and id = :id")
            .setParameter("space", change.space().toString()).setParameter("own", change.ownRights())
            .setParameter("wiki", change.wiki().value()).setParameter("id", change.id()).executeUpdate());
    }
}
