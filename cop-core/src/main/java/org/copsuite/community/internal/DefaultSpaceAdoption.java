/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.Administrators;
import org.copsuite.CopException;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.SpaceAdoption;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.People;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Writes the page first, then the ledger, as for a founding. A crash in between leaves a page with a community object
 * that the ledger does not know; the administrator repeats the adoption, which continues with the id of that object.
 */
@Component
@Singleton
public class DefaultSpaceAdoption implements SpaceAdoption
{
    private static final String SPACE = "space";

    /** Top-level spaces that the wiki or the suite needs and that cannot become communities. */
    private static final List<String> SYSTEM = List.of("XWiki", Suite.SPACE);

    @Inject
    private Ledger ledger;

    @Inject
    private Pages pages;

    @Inject
    private Access access;

    @Inject
    private People people;

    @Inject
    private PageSynchroniser synchroniser;

    @Inject
    private CommunityReader reader;

    @Inject
    private CommunityRights spaces;

    @Inject
    @Named(CommunityPageType.TYPE)
    private CommunityPageType pageType;

    @Override
    public CommunityView adopt(UserId actor, AdoptionRequest adopted) throws CopException
    {
        WikiId wiki = adopted.space().wiki();
        Administrators.require(this.access, wiki, actor);
        Optional<LedgerEntry> known = this.ledger.first(wiki, adopted.id().value());
        if (known.isPresent()) {
            if (known.get().getActor().equals(actor) && known.get().is(CommunityActs.FOUNDED)) {
                return this.reader.get(actor, wiki, adopted.id());
            }
            throw CopException.forbidden();
        }
        Page home = home(adopted.space());
        UUID id = home.object().map(PageObject::id).orElse(adopted.id().value());
        if (adopted.facilitator() == null || this.people.find(adopted.facilitator()).isEmpty()) {
            throw CopException.invalid("facilitator", "cop.community.error.member");
        }
        CommunityDraft checked = DefaultCommunityService.check(new CommunityDraft(new CommunityId(id), wiki,
            adopted.title(), adopted.description(),
            adopted.domains(), adopted.access(), adopted.joining()));
        this.synchroniser.suppressEvents(() -> {
            Page saved = save(home, actor, checked);
            this.spaces.protect(new CommunityId(id), saved.id().space(), checked.access(), checked.chosenJoining());
            this.pageType.adopt(saved, actor, adopted.facilitator(), checked.access());
            return null;
        });
        return this.reader.get(actor, wiki, new CommunityId(id));
    }

    /**
     * Checks that a space may become a community.
     *
     * @return its home page
     * @throws CopException INVALID with field {@code space}
     */
    private Page home(SpaceId space) throws CopException
    {
        if (space.isWiki() || SYSTEM.contains(space.path().get(0))) {
            throw refused("system", space);
        }
        if (this.reader.holding(space.home()).isPresent()) {
            throw refused("within", space);
        }
        if (this.reader.containsCommunity(space)) {
            throw refused("around", space);
        }
        PageId id = space.home();
        Page home = this.pages.load(id).orElseThrow(() -> refused("noHome", space));
        Optional<PageObject> object = home.object();
        if (object.isPresent() && (!CommunityPageType.TYPE.equals(object.get().type())
            || this.ledger.first(space.wiki(), object.get().id()).isPresent())) {
            throw refused("used", space);
        }
        return home;
    }

    private static CopException refused(String why, SpaceId space)
    {
        return CopException.invalid(SPACE, "cop.community.error.adopt." + why, String.join(".", space.path()));
    }

    private Page save(Page home, UserId actor, CommunityDraft found) throws CopException
    {
        // An adoption that crashed may have inserted the description already.
        boolean described = found.purpose().isEmpty() || home.content().startsWith(found.purpose());
        String content = described ? home.content() : found.purpose() + "\n\n" + home.content();
        try {
            return this.pages.save(new PageDraft(home.id(), found.title(), content.stripTrailing(), actor, null,
                CommunityPageType.object(found, true), false, "", false, home.version()));
        } catch (StaleVersionException e) {
            throw CopException.conflict(e.getCurrent().orElse(null));
        }
    }
}
