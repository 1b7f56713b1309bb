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
 * The pages of the wiki as one reader knows them: a page that the reader may not view is as if it were not there, and so
 * is the redirect to one. Whatever answers a reader asks here, so that no answer tells a hidden page from none.
 */
@Component(roles = VisiblePages.class)
@Singleton
public class VisiblePages
{
    /** The longest chain of redirects that is followed. */
    static final int REDIRECTS = 20;

    @Inject
    private PageTable pages;

    @Inject
    private Access access;

    /**
     * @param reader who reads
     * @param id where
     * @return the page that stands there, if the reader may view it; never a redirect
     */
    public Optional<Page> find(UserId reader, PageId id)
    {
        // Read before the right is asked: a hidden page takes as long as none.
        Optional<StoredPage> stored = this.pages.load(id);
        boolean visible = this.access.has(reader, Right.VIEW, id);
        return stored.filter(page -> visible && page.redirect() == null).map(StoredPage::page);
    }

    /**
     * @param reader who reads
     * @param id where
     * @return the place to which the page that stood there was moved, at the end of all redirects, if a page is there and
     *         the reader may view both places
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
     * @param reader who reads
     * @param id where
     * @return whether a page stands there, or stood there and was moved, as far as the reader may know
     */
    public boolean isKnown(UserId reader, PageId id)
    {
        return find(reader, id).isPresent() || moved(reader, id).isPresent();
    }

    /**
     * Tells whether the wiki offers to write a page where the reader knows of none. A space that the reader may not view
     * is unknown to the reader, so the nearest space around it that the reader may view decides; the save itself asks the
     * rights of the place.
     *
     * @param reader who reads
     * @param id where
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
