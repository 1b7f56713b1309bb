/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.access;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.WikiFailure;
import org.xwiki.component.annotation.Component;
import org.xwiki.query.Query;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryManager;

/**
 * Where rights are set: the spaces whose preferences carry rights, and the pages that carry some of their own. Read in
 * two statements a wiki, kept in memory, and read again after a page of rights changed on any node.
 */
@Component(roles = RightsBook.class)
@Singleton
public class RightsBook
{
    /** The page of a space that carries its rights. */
    static final String PREFERENCES = "WebPreferences";

    private static final String SPACES = "select distinct doc.space from XWikiDocument doc, BaseObject obj "
        + "where doc.translation = 0 and doc.name = 'WebPreferences' and obj.name = doc.fullName "
        + "and obj.className = 'XWiki.XWikiGlobalRights'";

    /** The profile of each account carries rights; nothing of the suite stands in that space. */
    private static final String PAGES = "select distinct doc.space, doc.name from XWikiDocument doc, BaseObject obj "
        + "where doc.translation = 0 and doc.space <> 'XWiki' and obj.name = doc.fullName "
        + "and obj.className = 'XWiki.XWikiRights'";

    @Inject
    private Provider<QueryManager> queries;

    @Inject
    private WikiContext context;

    private final Map<String, Marked> known = new ConcurrentHashMap<>();

    private final AtomicLong generation = new AtomicLong();

    private final List<Consumer<SpaceId>> listeners = new CopyOnWriteArrayList<>();

    /**
     * What carries rights in a wiki.
     *
     * @param spaces the spaces, and the wiki itself
     * @param pages the pages
     */
    private record Marked(Set<SpaceId> spaces, Set<PageId> pages)
    {
    }

    /** @return the spaces of the wiki that decide, and the wiki itself */
    Set<SpaceId> deciding(String wiki)
    {
        return marked(wiki).spaces();
    }

    /** @return the nearest space at or above this one that decides */
    SpaceId deciding(SpaceId space)
    {
        Set<SpaceId> deciding = deciding(space.wiki());
        SpaceId nearest = space;
        while (!nearest.isWiki() && !deciding.contains(nearest)) {
            nearest = nearest.parent();
        }
        return nearest;
    }

    boolean hasOwnRights(PageId page)
    {
        return page.space().path().equals(List.of(Names.SYSTEM)) || marked(page.wiki()).pages().contains(page);
    }

    /** @return a number that grows whenever rights or groups change */
    long generation()
    {
        return this.generation.get();
    }

    void listen(Consumer<SpaceId> listener)
    {
        this.listeners.add(listener);
    }

    /** Rights of a space, or of a page in it, changed. */
    void changed(SpaceId space)
    {
        this.known.remove(space.wiki());
        this.generation.incrementAndGet();
        this.listeners.forEach(listener -> listener.accept(space));
    }

    /** Members of a group changed. */
    void groupChanged()
    {
        this.generation.incrementAndGet();
    }

    /** A wiki is no more. */
    void forget(String wiki)
    {
        this.known.remove(wiki);
        this.generation.incrementAndGet();
    }

    private Marked marked(String wiki)
    {
        Marked marked = this.known.get(wiki);
        while (marked == null) {
            long before = this.generation.get();
            marked = read(wiki);
            if (before == this.generation.get()) {
                this.known.put(wiki, marked);
            } else {
                // A change came in between: what was read may be older than it.
                marked = null;
            }
        }
        return marked;
    }

    private Marked read(String wiki)
    {
        return this.context.in(wiki, "Reading where rights are set", c -> {
            try {
                Set<SpaceId> spaces = new HashSet<>();
                spaces.add(SpaceId.of(wiki));
                this.queries.get().createQuery(SPACES, Query.HQL).setWiki(wiki).<String>execute()
                    .forEach(space -> spaces.add(SpaceId.parse(wiki + ':' + space)));
                Set<PageId> pages = new HashSet<>();
                this.queries.get().createQuery(PAGES, Query.HQL).setWiki(wiki).<Object[]>execute()
                    .forEach(row -> pages.add(SpaceId.parse(wiki + ':' + row[0]).page((String) row[1])));
                return new Marked(Set.copyOf(spaces), Set.copyOf(pages));
            } catch (QueryException e) {
                throw new WikiFailure("Where rights are set could not be read.", e);
            }
        });
    }
}
