/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.store.PageLine;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Lists the other pages in the space of a page. The lists are cached per space until one of the pages changes, and
 * filtered for each reader.
 */
@Component(roles = SpacePanel.class)
@Singleton
public class SpacePanel implements Initializable
{
    private static final int SPACES = 2000;

    private static final int READ = 300;

    private static final int SHOWN = 30;

    @Inject
    private PageStore store;

    @Inject
    private Links links;

    @Inject
    private Guard guard;

    private final Cache<SpaceId, List<PageLine>> known = Caffeine.newBuilder().maximumSize(SPACES).build();

    @Override
    public void initialize()
    {
        this.store.onChange(page -> {
            for (SpaceId space = page.space();; space = space.parent()) {
                this.known.invalidate(space);
                if (space.isWiki()) {
                    return;
                }
            }
        });
    }

    /**
     * @param page a page
     * @return the other pages in its space that the reader may view and that are not hidden
     */
    List<Layout.Step> around(PageId page)
    {
        List<PageLine> all = this.known.get(page.space(), space -> this.store.children(space, any -> true, READ));
        // If the space has more pages than were read, read with the reader's filter: hidden pages must not displace
        // others.
        List<PageLine> lines = all.size() < READ ? all : this.store.children(page.space(), this.guard.visible(), READ);
        return lines.stream().filter(line -> !line.hidden() && !line.id().equals(page)).filter(line -> this.guard.visible().test(line.id()))
            .limit(SHOWN).map(line -> new Layout.Step(Layout.title(line.id(), line.title()),
                this.links.view(line.id()))).toList();
    }
}
