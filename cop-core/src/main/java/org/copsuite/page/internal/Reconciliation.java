/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.page.PageType;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.People;
import org.copsuite.wiki.WikiId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/** Compares all pages of the suite's page types with ledger and projections. */
@Component(roles = Reconciliation.class)
@Singleton
public class Reconciliation
{
    private static final int STEP = 200;

    /** More failures than this are not caused by single pages; the reconciliation stops. */
    private static final int BEARABLE = 20;

    @Inject
    private Provider<Map<String, PageType>> types;

    @Inject
    private Provider<Pages> pages;

    @Inject
    private Provider<People> people;

    @Inject
    private PageCopies copies;

    @Inject
    private Logger logger;

    /**
     * @param wiki the wiki
     * @param ended whether to stop before the next page; the next reconciliation finds the rest
     * @return the number of pages synchronised and deletions recorded
     * @throws IllegalStateException if some pages failed; the pages after them are synchronised all the same
     */
    long run(WikiId wiki, BooleanSupplier ended)
    {
        long settled = 0;
        List<RuntimeException> failures = new ArrayList<>();
        for (Map.Entry<String, PageType> kind : DefaultPageSynchroniser.ordered(this.types.get())) {
            settled += take(wiki, kind.getKey(), kind.getValue(), failures, ended);
            settled += settle(wiki, kind.getValue(), ended);
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " pages could not be synchronised.", failures.get(0));
        }
        return settled;
    }

    private long take(WikiId wiki, String typeName, PageType type, List<RuntimeException> failures,
        BooleanSupplier ended)
    {
        long taken = 0;
        PageId after = null;
        List<Page> some;
        do {
            if (ended.getAsBoolean()) {
                return taken;
            }
            some = this.pages.get().list(wiki, typeName, after, STEP);
            for (Page page : outdated(type, some)) {
                if (ended.getAsBoolean()) {
                    return taken;
                }
                if (take(type, page, failures)) {
                    taken++;
                }
            }
            after = some.isEmpty() ? after : some.get(some.size() - 1).id();
        } while (some.size() == STEP);
        return taken;
    }

    /** Finds the pages to look at: most are up to date, which few statements show for all of them. */
    private List<Page> outdated(PageType type, List<Page> pages)
    {
        try {
            return pages.isEmpty() ? pages : type.outdated(pages);
        } catch (RuntimeException e) {
            this.logger.debug("Failed to compare some pages at once; comparing each by itself.", e);
            return pages;
        }
    }

    private boolean take(PageType type, Page page, List<RuntimeException> failures)
    {
        try {
            if (type.isSynchronised(page)) {
                return false;
            }
            // The event that named who moved or restored it was lost; who saved it last is known.
            this.copies.synchronise(type, this.copies.withIdOfItsOwn(page, page.author()), page.author());
            return true;
        } catch (CopException e) {
            this.logger.debug("Left a page with an object of type [{}] as a plain page: {}",
                page.object().orElseThrow().type(), e.getMessage());
            return false;
        } catch (RuntimeException e) {
            failures.add(e);
            if (failures.size() > BEARABLE) {
                throw e;
            }
            this.logger.error("Failed to synchronise the page of [{}]; the next reconciliation retries.",
                page.object().orElseThrow().id(), e);
            return false;
        }
    }

    private long settle(WikiId wiki, PageType type, BooleanSupplier ended)
    {
        long settled = 0;
        UUID after = null;
        List<UUID> some;
        do {
            if (ended.getAsBoolean()) {
                return settled;
            }
            some = type.presentIds(wiki, after, STEP);
            Set<UUID> held = some.isEmpty() ? Set.of() : this.pages.get().held(wiki, some);
            for (UUID id : some) {
                if (ended.getAsBoolean()) {
                    return settled;
                }
                // Looked for again: the page may have been created meanwhile.
                if (!held.contains(id) && this.pages.get().holding(wiki, id).isEmpty()) {
                    type.recordDeletion(wiki, id, this.people.get().service(), Instant.now());
                    settled++;
                }
            }
            after = some.isEmpty() ? after : some.get(some.size() - 1);
        } while (some.size() == STEP);
        return settled;
    }
}
