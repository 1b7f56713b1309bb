/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.store.PageTable;
import org.copsuite.embedded.store.StoredPage;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/**
 * The pages of the wiki as one reader sees them: a page that the reader may not view does not exist, and neither does a
 * redirect to it. All answers to readers use this class, so that no answer distinguishes a hidden page from one that
 * does not exist.
 */
@Component(roles = VisiblePages.class)
@Singleton
public class VisiblePages
{
    /** The maximum length of a chain of redirects. */
    static final int REDIRECTS = 20;

    @Inject
    private PageTable pages;

    @Inject
    private Access access;

    /**
     * @param reader the reader
     * @param id the page id
     * @return the page, if it exists and the reader may view it; never a redirect
     */
    public Optional<Page> find(UserId reader, PageId id)
    {
        // Loads the page before the check, so that a hidden page takes as long as one that does not exist.
        Optional<StoredPage> stored = this.pages.load(id);
        boolean visible = this.access.has(reader, Right.VIEW, id);
        return stored.filter(page -> visible && page.redirect() == null).map(StoredPage::page);
    }

    /**
     * @param reader the reader
     * @param id the page id
     * @return the page that the redirects from this page id lead to, if it exists and the reader may view both pages;
     *         empty if there is no redirect
     */
    public Optional<PageId> moved(UserId reader, PageId id)
    {
        Optional<PageId> next = this.pages.load(id).map(StoredPage::redirect);
        if (next.isEmpty() || !this.access.has(reader, Right.VIEW, id)) {
            return Optional.empty();
        }
        Set<PageId> passed = new HashSet<>();
        PageId last = id;
        while (next.isPresent() && passed.add(last) && passed.size() <= REDIRECTS) {
            last = next.get();
            next = this.pages.load(last).map(StoredPage::redirect);
        }
        PageId target = last;
        return next.isEmpty() ? find(reader, target).map(Page::id) : Optional.empty();
    }

    /**
     * @param reader the reader
     * @param id the page id
     * @return whether the page exists, or was moved to a page that exists, as far as the reader may know
     */
    public boolean isKnown(UserId reader, PageId id)
    {
        return find(reader, id).isPresent() || moved(reader, id).isPresent();
    }

    /**
     * Checks whether the wiki offers to create a page that the reader does not know. The reader does not know a space
     * that the reader may not view, so the innermost outer space that the reader may view decides; saving the page
     * checks the rights of its own space.
     *
     * @param reader the reader
     * @param id the page id
     * @return whether to offer it
     */
    public boolean isOffered(UserId reader, PageId id)
    {
        SpaceId space = id.space();
        while (!space.isWiki() && !this.access.has(reader, Right.VIEW, space)) {
            space = space.parent();
        }
        return this.access.has(reader, Right.EDIT, space);
    }
}
