/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Implements the port {@link Pages} on XWiki's documents. Saving a draft without an object keeps the existing object of
 * the page.
 */
@Component
@Singleton
public class XWikiPages implements Pages
{
    @Inject
    private PageReader reader;

    @Inject
    private PageSaver saver;

    @Inject
    private PageMoves moves;

    @Inject
    private PageComments comments;

    @Inject
    private PageFiles files;

    @Inject
    private PageQueries queries;

    @Inject
    private PageListeners listeners;

    @Override
    public Optional<Page> load(PageId page)
    {
        return this.reader.load(page);
    }

    @Override
    public List<PageId> holding(WikiId wiki, UUID id)
    {
        // A page may contain several objects; only the first counts.
        return this.queries.holding(wiki, id).stream().filter(page -> this.reader.load(page).flatMap(Page::object)
            .filter(object -> object.id().equals(id)).isPresent()).toList();
    }

    @Override
    public Page save(PageDraft draft) throws StaleVersionException
    {
        return this.saver.save(draft);
    }

    @Override
    public void move(PageId from, PageId to, UserId actor) throws StaleVersionException
    {
        this.moves.move(from, to, actor);
    }

    @Override
    public void delete(PageId page, UserId actor)
    {
        this.moves.delete(page, actor);
    }

    @Override
    public List<Revision> history(PageId page)
    {
        return this.reader.history(page);
    }

    @Override
    public Optional<Page> load(PageId page, String version)
    {
        return this.reader.load(page, version);
    }

    @Override
    public List<Page> list(WikiId wiki, String type, PageId after, int limit)
    {
        List<Page> found = new ArrayList<>();
        PageId last = after;
        List<PageId> some;
        do {
            some = this.queries.list(wiki, type, last, limit);
            // The object of a template has no id, so it is not read as a page object.
            some.stream().flatMap(page -> load(page).stream())
                .filter(page -> page.object().filter(object -> type.equals(object.type())).isPresent())
                .limit((long) limit - found.size()).forEach(found::add);
            last = some.isEmpty() ? last : some.get(some.size() - 1);
        } while (found.size() < limit && some.size() == limit);
        return found;
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
    public Optional<PageComment> comment(PageId page, UUID id)
    {
        return this.comments.find(page, id);
    }

    @Override
    public void deleteComment(PageId page, UUID comment, UserId actor)
    {
        // The ledger records who deleted it.
        this.comments.delete(page, comment);
    }

    @Override
    public void attach(PageId page, PageFile file, FileContent content)
    {
        this.files.attach(page, file, content);
    }

    @Override
    public List<PageFile> files(PageId page)
    {
        return this.files.list(page);
    }

    @Override
    public Optional<FileContent> content(PageId page, String name)
    {
        return this.files.content(page, name);
    }

    /** Returns no limit: XWiki's own limit applies to its forms only. */
    @Override
    public long largestFile()
    {
        return Long.MAX_VALUE;
    }

    @Override
    public void listenToMoves(MoveListener listener)
    {
        this.listeners.add(listener);
    }

    @Override
    public void listen(PageListener listener)
    {
        this.listeners.add(listener);
    }
}
