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
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.WikiFailure;
import org.xwiki.component.annotation.Component;
import org.xwiki.query.Query;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryManager;

/**
 * Caches where rights are set: the spaces whose preferences contain rights, and the pages with own rights. Reads them
 * with two queries per wiki, and again after a page with rights changes on any node.
 */
@Component(roles = RightsCache.class)
@Singleton
public class RightsCache
{
    /** The name of the page that holds the rights of a space. */
    static final String PREFERENCES = "WebPreferences";

    private static final String SPACES = "select distinct doc.space from XWikiDocument doc, BaseObject obj "
        + "where doc.translation = 0 and doc.name = 'WebPreferences' and obj.name = doc.fullName "
        + "and obj.className = 'XWiki.XWikiGlobalRights'";

    /** Excludes the space XWiki: every profile page in it contains rights, and it holds no page of the suite. */
    private static final String PAGES = "select distinct doc.space, doc.name from XWikiDocument doc, BaseObject obj "
        + "where doc.translation = 0 and doc.space <> 'XWiki' and obj.name = doc.fullName "
        + "and obj.className = 'XWiki.XWikiRights'";

    @Inject
    private Provider<QueryManager> queries;

    @Inject
    private WikiContext context;

    private final Map<WikiId, Marked> cache = new ConcurrentHashMap<>();

    private final AtomicLong generation = new AtomicLong();

    private final List<Consumer<SpaceId>> listeners = new CopyOnWriteArrayList<>();

    /**
     * The spaces and pages of a wiki that set rights.
     *
     * @param spaces the spaces, and the wiki itself
     * @param pages the pages with own rights
     */
    private record Marked(Set<SpaceId> spaces, Set<PageId> pages)
    {
    }

    /** @return the deciding spaces of the wiki, and the wiki itself */
    Set<SpaceId> deciding(WikiId wiki)
    {
        return marked(wiki).spaces();
    }

    /** @return the nearest deciding space at or above this space */
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

    /** @return a number that increases with each change of rights or groups */
    long generation()
    {
        return this.generation.get();
    }

    void listen(Consumer<SpaceId> listener)
    {
        this.listeners.add(listener);
    }

    /**
     * Invalidates the wiki and notifies the listeners after the rights of a space, or of a page in it, have changed.
     */
    void changed(SpaceId space)
    {
        this.cache.remove(space.wiki());
        this.generation.incrementAndGet();
        this.listeners.forEach(listener -> listener.accept(space));
    }

    /** Increases the generation after the members of a group have changed. */
    void groupChanged()
    {
        this.generation.incrementAndGet();
    }

    /** Removes a deleted wiki from the cache. */
    void forget(WikiId wiki)
    {
        this.cache.remove(wiki);
        this.generation.incrementAndGet();
    }

    private Marked marked(WikiId wiki)
    {
        Marked marked = this.cache.get(wiki);
        while (marked == null) {
            long before = this.generation.get();
            marked = read(wiki);
            if (before == this.generation.get()) {
                this.cache.put(wiki, marked);
            } else {
                // Rights changed during the queries, so the result may be outdated.
                marked = null;
            }
        }
        return marked;
    }

    private Marked read(WikiId wiki)
    {
        return this.context.in(wiki, "Reading where rights are set", c -> {
            try {
                Set<SpaceId> spaces = new HashSet<>();
                spaces.add(SpaceId.of(wiki));
                this.queries.get().createQuery(SPACES, Query.HQL).setWiki(wiki.value()).<String>execute()
                    .forEach(space -> spaces.add(SpaceId.parse(wiki.value() + ':' + space)));
                Set<PageId> pages = new HashSet<>();
                this.queries.get().createQuery(PAGES, Query.HQL).setWiki(wiki.value()).<Object[]>execute()
                    .forEach(row -> pages.add(SpaceId.parse(wiki.value() + ':' + row[0]).page((String) row[1])));
                return new Marked(Set.copyOf(spaces), Set.copyOf(pages));
            } catch (QueryException e) {
                throw new WikiFailure("Failed to query where rights are set.", e);
            }
        });
    }
}
