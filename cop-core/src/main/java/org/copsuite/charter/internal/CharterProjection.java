/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.charter.internal;

import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.charter.CharterActs;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.AbstractProjection;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** The projection of charters. {@link CharterPageType} writes the columns that come from pages. */
@Component(roles = {Projection.class, CharterProjection.class})
@Named(CharterProjection.HINT)
@Singleton
public class CharterProjection extends AbstractProjection
{
    /** The name of the projection. */
    static final String HINT = "charters";

    private static final int AFTER_COMMUNITIES = 15;

    @Inject
    private Pages pages;

    @Inject
    @Named(CharterPageType.TYPE)
    private Provider<CharterPageType> pageType;

    @Inject
    private Provider<CommunityService> communities;

    /** Declares the acts. */
    public CharterProjection()
    {
        super(AFTER_COMMUNITIES, CharterActs.WRITTEN, "CharterRow");
        on(CharterActs.WRITTEN, CharterProjection::written);
        on(CharterActs.DELETED, change -> deleted(change, true));
        on(CharterActs.RESTORED, change -> deleted(change, false));
    }

    private static void written(Change change)
    {
        change.session().createQuery("update CharterRow set sequence = :sequence where wiki = :wiki and id = :id")
            .setParameter("sequence", change.entry().getSequence()).setParameter("wiki", change.wiki().value())
            .setParameter("id", change.subject()).executeUpdate();
    }

    private static void deleted(Change change, boolean deleted)
    {
        change.session().createQuery("update CharterRow set deleted = :deleted where wiki = :wiki and id = :id")
            .setParameter("deleted", deleted).setParameter("wiki", change.wiki().value())
            .setParameter("id", change.subject()).executeUpdate();
    }

    @Override
    protected void prepare(Session session, WikiId wiki, UUID id, List<LedgerEntry> entries)
    {
        if (entries.isEmpty()) {
            super.prepare(session, wiki, id, entries);
            return;
        }
        this.pages.holding(wiki, id).stream().findFirst().flatMap(this.pages::load)
            .ifPresent(page -> this.pageType.get().write(session, page,
                this.communities.get().holding(page.id()).orElse(entries.get(0).getCommunity())));
        session.createQuery("update CharterRow set deleted = false where wiki = :wiki and id = :id")
            .setParameter("wiki", wiki.value()).setParameter("id", id).executeUpdate();
    }
}
