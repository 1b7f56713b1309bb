/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.intake.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.intake.PageKind;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Tells a copy of a page, which carries the same id, from the page itself, and gives it an id of its own. */
@Component(roles = Copies.class)
@Singleton
public class Copies
{
    @Inject
    private Provider<Pages> pages;

    @Inject
    private Provider<Map<String, PageKind>> kinds;

    /**
     * @param page a page with an object that ledger and views do not know there
     * @param actor who made it
     * @return the page; where another page carries the same id, saved with a new one
     * @throws CopException CONFLICT if the page changed meanwhile
     */
    Page withIdOfItsOwn(Page page, UserId actor) throws CopException
    {
        PageObject object = page.object().orElseThrow();
        List<PageId> others = this.pages.get().holding(page.id().wiki(), object.id()).stream()
            .filter(other -> !other.equals(page.id())).toList();
        if (others.isEmpty() || isOriginal(page, others)) {
            return page;
        }
        PageObject own = new PageObject(object.type(), UUID.randomUUID(), object.properties());
        try {
            return this.pages.get().save(new PageDraft(page.id(), page.title(), page.content(), actor, null, own,
                page.hidden(), "", true, page.version()));
        } catch (StaleVersionException e) {
            throw CopException.conflict(e.getCurrent().orElse(null));
        }
    }

    /** The original is the page that the views know; where they know none of them, the one created first. */
    private boolean isOriginal(Page page, List<PageId> others)
    {
        PageKind kind = this.kinds.get().get(page.object().orElseThrow().type());
        if (kind.isTaken(page)) {
            return true;
        }
        return others.stream().flatMap(other -> this.pages.get().load(other).stream())
            .noneMatch(other -> kind.isTaken(other) || !other.created().isAfter(page.created()));
    }
}
