/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.time.Instant;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityImport;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.page.PageWriter;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Writes home pages of the past, and appends entries of the past. */
@Component
@Singleton
public class DefaultCommunityImport implements CommunityImport
{
    @Inject
    private Ledger ledger;

    @Inject
    private Pages pages;

    @Inject
    private PageWriter writer;

    @Inject
    private CommunityRights spaces;

    @Inject
    private MembershipWriter members;

    @Inject
    @Named(CommunityPageType.TYPE)
    private CommunityPageType pageType;

    @Override
    public void found(Founding founding) throws CopException
    {
        CommunityDraft later = DefaultCommunityService.check(founding.draft());
        if (this.ledger.first(later.wiki(), later.id().value()).isPresent()) {
            return;
        }
        CommunityDraft now = founding.live() ? later : new CommunityDraft(later.id(), later.wiki(), later.title(),
            later.purpose(), later.domains(), Visibility.PRIVATE);
        PageId home =
            SpaceId.of(later.wiki(), CommunityRights.ROOT, DefaultCommunityService.name(now)).home();
        Optional<Page> there = this.pages.load(home);
        if (there.flatMap(Page::object).map(PageObject::id).filter(later.id().value()::equals).isPresent()) {
            // The process ended before the ledger had the founding.
            this.pageType.synchronise(there.get(), founding.founder());
            return;
        }
        // The page type finds the facilitator in the group.
        this.spaces.prepare(later.id(), home.space(), founding.facilitator(), now.access(), now.chosenJoining());
        this.writer.save(new PageDraft(home, later.title(), later.purpose(), founding.founder(), founding.at(),
            CommunityPageType.object(later, founding.live()), false, "", false, null));
    }

    @Override
    public void join(WikiId wiki, CommunityId community, UserId actor, UserId member, Role role, Instant at)
        throws CopException
    {
        this.members.admit(actor, wiki, community, member, tx -> {
            if (CommunityRepository.membership(tx.session(), wiki, community, member) == null) {
                tx.append(CommunityActs.joined(wiki, actor, community, member, role).at(at).repeatable());
            }
            return null;
        });
    }
}
