/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.store.Attachments;
import org.copsuite.embedded.store.PageChanges;
import org.copsuite.embedded.store.PageComments;
import org.copsuite.embedded.store.PageMover;
import org.copsuite.embedded.store.PageTable;
import org.copsuite.embedded.store.RefusedException;
import org.copsuite.embedded.store.StoreException;
import org.copsuite.embedded.store.StoredPage;
import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Implements the port {@link Pages} on the tables. A draft without an object keeps the object of the page. */
@Component
@Singleton
public class EmbeddedPages implements Pages
{
    @Inject
    private PageTable pages;

    @Inject
    private PageMover mover;

    @Inject
    private PageChanges changes;

    @Inject
    private PageComments comments;

    @Inject
    private Attachments attachments;

    @Override
    public Optional<Page> load(PageId page)
    {
        // A page that was moved leaves a redirect, which is not a page.
        return this.pages.load(page).filter(stored -> stored.redirect() == null).map(StoredPage::page);
    }

    @Override
    public List<PageId> holding(WikiId wiki, UUID id)
    {
        return this.pages.holding(wiki, id);
    }

    @Override
    public Set<UUID> held(WikiId wiki, Collection<UUID> ids)
    {
        return this.pages.held(wiki, ids);
    }

    @Override
    public Page save(PageDraft draft) throws StaleVersionException
    {
        return this.pages.save(draft);
    }

    @Override
    public void move(PageId from, PageId to, UserId actor) throws StaleVersionException
    {
        this.mover.move(from, to, actor);
    }

    @Override
    public void delete(PageId page, UserId actor)
    {
        this.pages.delete(page, actor);
    }

    @Override
    public List<Revision> history(PageId page)
    {
        return load(page).isEmpty() ? List.of() : this.pages.history(page);
    }

    @Override
    public Optional<Page> load(PageId page, String version)
    {
        return load(page).isEmpty() ? Optional.empty() : this.pages.load(page, version);
    }

    @Override
    public List<Page> list(WikiId wiki, String type, PageId after, int limit)
    {
        return this.pages.list(wiki, type, after, limit);
    }

    @Override
    public void comment(PageId page, PageComment comment)
    {
        this.comments.add(page, comment);
    }

    @Override
    public List<PageComment> comments(PageId page)
    {
        return this.comments.list(page);
    }

    @Override
    public Map<PageId, Integer> commentCounts(Collection<PageId> pages)
    {
        return this.comments.counts(pages);
    }

    @Override
    public Optional<PageComment> comment(PageId page, UUID id)
    {
        return this.comments.find(page, id);
    }

    @Override
    public void deleteComment(PageId page, UUID comment, UserId actor)
    {
        this.comments.delete(page, comment, actor);
    }

    @Override
    public void attach(PageId page, PageFile file, FileContent content)
    {
        try {
            this.attachments.add(page, file.name(), content, file.author());
        } catch (RefusedException e) {
            throw new StoreException("Failed to store a file on page [" + page + "]: " + e.getKey(), e);
        }
    }

    @Override
    public List<PageFile> files(PageId page)
    {
        return this.attachments.list(page).stream()
            .map(file -> new PageFile(file.name(), file.contentType(), file.size(), file.author(), file.at())).toList();
    }

    @Override
    public Optional<FileContent> content(PageId page, String name)
    {
        return this.attachments.content(page, name);
    }

    @Override
    public long largestFile()
    {
        return this.attachments.maximum();
    }

    @Override
    public void listenToMoves(MoveListener listener)
    {
        this.changes.listenToMoves(listener);
    }

    @Override
    public void listen(PageListener listener)
    {
        this.changes.listen(listener);
    }
}
