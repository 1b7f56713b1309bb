/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ledger.WriteQueue;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.page.PageType;
import org.copsuite.page.PageWriter;
import org.copsuite.spi.PageTextCheck;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Writes the page first and the ledger second. The reconciliation repairs what a crash in between leaves. */
@Component
@Singleton
public class DefaultPageWriter implements PageWriter
{
    @Inject
    private Provider<Pages> pages;

    @Inject
    private Provider<PageSynchroniser> synchroniser;

    @Inject
    private Provider<Map<String, PageType>> types;

    @Inject
    private Provider<List<PageTextCheck>> checks;

    @Inject
    private WriteQueue queue;

    @Override
    public Page save(PageDraft draft) throws CopException
    {
        return create(draft, saved -> {
            kind(saved).synchronise(saved, draft.author());
            synchroniseLaterSave(saved);
        });
    }

    /**
     * Somebody who saved the page after us may have synchronised it before us. Then the ledger holds the older text last,
     * so the later page is synchronised once more, until whoever synchronised last finds what he synchronised.
     */
    private void synchroniseLaterSave(Page saved) throws CopException
    {
        Page synchronised = saved;
        Optional<Page> now = later(synchronised);
        while (now.isPresent()) {
            synchronised = now.get();
            kind(synchronised).synchronise(synchronised, synchronised.author());
            now = later(synchronised);
        }
    }

    private Optional<Page> later(Page synchronised)
    {
        return this.pages.get().load(synchronised.id())
            .filter(page -> !page.version().equals(synchronised.version()) && page.object().isPresent());
    }

    @Override
    public Page create(PageDraft draft, Synchronisation synchronisation) throws CopException
    {
        for (PageTextCheck check : this.checks.get()) {
            check.check(draft.content());
        }
        // Before the page: a writer that gets no turn has written nothing.
        WriteQueue.Turn turn = this.queue.enter();
        try (turn) {
            return this.synchroniser.get().suppressEvents(() -> {
                try {
                    Page saved = this.pages.get().save(draft);
                    synchronisation.run(saved);
                    return saved;
                } catch (StaleVersionException e) {
                    Page found = savedBefore(draft, e);
                    kind(found).synchronise(found, draft.author());
                    synchroniseLaterSave(found);
                    return found;
                }
            });
        }
    }

    /** Finds the new page of a draft that was saved before a crash: the same id, by the same person. */
    private static Page savedBefore(PageDraft draft, StaleVersionException stale) throws CopException
    {
        return stale.getCurrent().filter(now -> draft.expected() == null && now.firstAuthor().equals(draft.author())
            && now.object().map(PageObject::id).equals(Optional.of(draft.object().id())))
            .orElseThrow(() -> CopException.conflict(stale.getCurrent().orElse(null)));
    }

    @Override
    public void delete(Page page, UserId actor)
    {
        this.synchroniser.get().suppressEvents(() -> {
            this.pages.get().delete(page.id(), actor);
            kind(page).recordDeletion(page.id().wiki(), page.object().orElseThrow().id(), actor, Instant.now());
            return null;
        });
    }

    @Override
    public void comment(PageId page, PageComment comment) throws CopException
    {
        WriteQueue.Turn turn = this.queue.enter();
        try (turn) {
            this.synchroniser.get().suppressEvents(() -> {
                Page commented = load(page);
                this.pages.get().comment(page, comment);
                kind(commented).synchroniseComment(commented, comment);
                return null;
            });
        }
    }

    private Page load(PageId page) throws CopException
    {
        return this.pages.get().load(page).filter(p -> p.object().isPresent()).orElseThrow(CopException::notFound);
    }

    private PageType kind(Page page)
    {
        return this.types.get().get(page.object().map(PageObject::type).orElseThrow());
    }
}
