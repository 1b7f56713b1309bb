/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.page.PageType;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Distinguishes a copied page, which carries the same id, from its original, and gives it a new id. */
@Component(roles = PageCopies.class)
@Singleton
public class PageCopies
{
    @Inject
    private Provider<Pages> pages;

    @Inject
    private Provider<Map<String, PageType>> types;

    @Inject
    private Ledger ledger;

    /** New ids of copies: a copied answer may have to wait until its question is synchronised. */
    private final Cache<UUID, Boolean> newIds =
        Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();

    /**
     * An id belongs to the page that the projections know; if that page is gone, to a page of the person who acted in
     * the first entry. Otherwise anybody who may edit a page could attribute words to somebody else, or take over
     * somebody's votes.
     *
     * @param page a page with an object that ledger and projections may not know there
     * @param actor who made it
     * @return the page; saved with a new id if its id belongs to another page
     * @throws CopException CONFLICT if the page changed meanwhile
     */
    Page withIdOfItsOwn(Page page, UserId actor) throws CopException
    {
        if (isOwner(page)) {
            return page;
        }
        PageObject object = page.object().orElseThrow();
        PageObject own = new PageObject(object.type(), UUID.randomUUID(), object.properties());
        this.newIds.put(own.id(), true);
        try {
            return this.pages.get().save(new PageDraft(page.id(), page.title(), page.content(), actor, null, own,
                page.hidden(), "", true, page.version()));
        } catch (StaleVersionException e) {
            throw CopException.conflict(e.getCurrent().orElse(null));
        }
    }

    /**
     * Synchronises a page, as a copy if it was given a new id.
     *
     * @param type the type of its object
     * @param page the page, with an id of its own
     * @param actor who moved, restored or copied it
     * @throws CopException as {@link PageType#synchronise} refuses
     */
    void synchronise(PageType type, Page page, UserId actor) throws CopException
    {
        if (this.newIds.getIfPresent(page.object().orElseThrow().id()) == null) {
            type.synchronise(page, actor);
        } else {
            type.synchroniseCopy(page, actor);
        }
    }

    private boolean isOwner(Page page)
    {
        WikiId wiki = page.id().wiki();
        PageObject object = page.object().orElseThrow();
        PageType type = this.types.get().get(object.type());
        Optional<PageId> known = type.pageOf(wiki, object.id());
        if (known.equals(Optional.of(page.id()))) {
            return true;
        }
        List<PageId> others = this.pages.get().holding(wiki, object.id()).stream()
            .filter(other -> !other.equals(page.id())).toList();
        if (known.filter(others::contains).isPresent()) {
            return false;
        }
        Optional<LedgerEntry> first = this.ledger.first(wiki, object.id());
        // Two pages may be by that person: the first was moved and then copied before the projections knew of the move.
        return mayBeFirst(page, type, first) && others.stream().flatMap(other -> this.pages.get().load(other).stream())
            .filter(other -> mayBeFirst(other, type, first))
            .allMatch(other -> other.created().isAfter(page.created()));
    }

    private static boolean mayBeFirst(Page page, PageType type, Optional<LedgerEntry> first)
    {
        return first.map(entry -> entry.is(type.creationAct())
            && entry.getActor().equals(page.firstAuthor()))
            .orElse(true);
    }
}
