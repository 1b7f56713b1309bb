/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.setting.Suite;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.WikiFailure;
import org.xwiki.component.annotation.Component;
import org.xwiki.query.Query;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryManager;

/** Finds pages in XWiki's tables. */
@Component(roles = PageQueries.class)
@Singleton
public class PageQueries
{
    /** Excludes translations, which have rows of their own but no objects. */
    private static final String HOLDING = "select doc.space, doc.name from XWikiDocument doc, BaseObject obj, "
        + "StringProperty prop where doc.translation = 0 and obj.name = doc.fullName and obj.className like :classes "
        + "and prop.id.id = obj.id and prop.id.name = 'id' and prop.value = :id order by doc.fullName";

    private static final String LIST = "select distinct doc.space, doc.name, doc.fullName from XWikiDocument doc, "
        + "BaseObject obj where doc.translation = 0 and obj.name = doc.fullName and obj.className = :class "
        + "and doc.fullName > :after order by doc.fullName";

    @Inject
    private Provider<QueryManager> queries;

    @Inject
    private WikiContext wiki;

    List<PageId> holding(WikiId wiki, UUID id)
    {
        return this.wiki.in(wiki, "Finding pages", context -> {
            try {
                return pages(wiki, this.queries.get().createQuery(HOLDING, Query.HQL).setWiki(wiki.value())
                    .bindValue("classes", Suite.SPACE + ".%").bindValue("id", id.toString()));
            } catch (QueryException e) {
                throw new WikiFailure("Failed to find the pages with an id.", e);
            }
        });
    }

    List<PageId> list(WikiId wiki, String type, PageId after, int limit)
    {
        return this.wiki.in(wiki, "Listing pages", context -> {
            try {
                return pages(wiki, this.queries.get().createQuery(LIST, Query.HQL).setWiki(wiki.value())
                    .bindValue("class", PageObjects.fullClassName(type))
                    .bindValue("after", after == null ? "" : fullName(after)).setLimit(limit));
            } catch (QueryException e) {
                throw new WikiFailure("Failed to list pages.", e);
            }
        });
    }

    private static List<PageId> pages(WikiId wiki, Query query) throws QueryException
    {
        return query.<Object[]>execute().stream()
            .map(row -> SpaceId.parse(wiki.value() + ':' + row[0]).page((String) row[1])).distinct().toList();
    }

    /** Returns the name of a page without its wiki. XWiki's tables escape names as {@link PageId} does. */
    private static String fullName(PageId page)
    {
        return page.toString().substring(page.wiki().value().length() + 1);
    }
}
