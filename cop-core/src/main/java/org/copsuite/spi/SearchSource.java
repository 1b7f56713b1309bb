/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.ledger.ActType;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Contributes things of one type to the search, such as the questions. The component's hint is free. Things are wiki
 * pages with a UUID; the index holds a {@link SearchDocument} of each and is updated after entries of the
 * {@link #acts()}. Only {@link #hits} is permission-filtered: the index filters by the spaces of the pages, and the hits
 * decide, so that an outdated document reveals nothing.
 * <p>
 * Every method reads projections in a bounded number of statements. When a source is new to an index, all things of all
 * sources are indexed at the next start.
 */
@Role
public interface SearchSource
{
    /**
     * @return the stored name of the type: lower-case letters and dashes, unique among the types and part types of the
     *         suite
     */
    String type();

    /** @return the stored name of the type of {@link SearchDocument.Part}; no source of its own has it */
    default String partType()
    {
        return type() + "-part";
    }

    /** @return the types of the acts after which documents change: text, place, tags, deletion and restoration */
    Collection<ActType<?>> acts();

    /**
     * @param wiki the wiki
     * @param subjects subjects of entries of the {@link #acts()}, of any type
     * @return the things of this source whose documents these entries change, including deleted ones
     */
    Collection<UUID> changed(WikiId wiki, Collection<UUID> subjects);

    /**
     * @param space a space whose rights have changed
     * @return the things with a page in that space at any depth, including deleted ones
     */
    Collection<UUID> in(SpaceId space);

    /** @return the wikis that have at least one thing of this source */
    List<WikiId> wikis();

    /**
     * @param wiki the wiki
     * @return the number of things, including deleted ones
     */
    long count(WikiId wiki);

    /**
     * Lists all things for an indexing of the wiki.
     *
     * @param wiki the wiki
     * @param after the last id of the previous list, {@code null} for the first one
     * @param limit the maximum number of ids
     * @return ids ordered by id, including deleted ones, so that the order is stable while things are added and deleted
     */
    List<UUID> ids(WikiId wiki, UUID after, int limit);

    /**
     * Reads what the index holds. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param ids ids of things, at most 1,000
     * @return the documents of those that are not deleted; the index forgets the others
     */
    List<SearchDocument> documents(WikiId wiki, Collection<UUID> ids);

    /**
     * Reads how things are shown that a search has found.
     *
     * @param reader the person who searches
     * @param wiki the wiki
     * @param ids ids of things, at most 100
     * @return the hits, by id, that the reader may view now
     */
    Map<UUID, ? extends SearchHit> hits(UserId reader, WikiId wiki, Collection<UUID> ids);
}
