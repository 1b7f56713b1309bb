/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.ledger.ActType;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Defines what a page with an object of one type means to the ledger and the projections. The component's hint is the
 * type: {@code question} ... An {@link org.copsuite.spi.PageTypeDescriptor} with the same hint describes the object.
 */
@Role
public interface PageType
{
    /** @return the position in a reconciliation, lower first: communities before questions before answers */
    int order();

    /** @return the act that creates a subject of this type: the type of the ledger's first entry about it */
    ActType<?> creationAct();

    /**
     * @param wiki the wiki
     * @param id the id of a subject of this type
     * @return the page where the projections know it, if they know one that is not deleted
     */
    Optional<PageId> pageOf(WikiId wiki, UUID id);

    /**
     * Updates the ledger and the projections to the present state of a page. Idempotent. The services call it after
     * their own saves, events and the reconciliation after all others. An act that the page claims (that it was asked,
     * by whom, where) is authorised as if it came through the service.
     *
     * @param page the page, with an object of this type
     * @param actor who moved it, restored it or deleted a comment. Who wrote and who edited its text is read from the
     *            page
     * @throws CopException if the page claims what its author may not do; nothing was written
     */
    void synchronise(Page page, UserId actor) throws CopException;

    /**
     * Synchronises a page that is a copy of another one: its contents are no news, and nobody is notified again.
     *
     * @param page the page, with an object of this type and an id of its own
     * @param actor who copied it
     * @throws CopException as {@link #synchronise} does
     */
    default void synchroniseCopy(Page page, UserId actor) throws CopException
    {
        synchronise(page, actor);
    }

    /**
     * Updates the ledger and the projections for one comment that the suite has just added to a page. Its cost does not
     * depend on the number of comments.
     *
     * @param page the page, with an object of this type
     * @param comment the comment, which the page has
     * @throws CopException as {@link #synchronise} does
     */
    default void synchroniseComment(Page page, PageComment comment) throws CopException
    {
        synchronise(page, comment.author());
    }

    /**
     * @return the projection's entity of a subject; it names its {@code Table}, which has the columns {@code wiki},
     *         {@code id}, {@code page} and {@code deleted}
     */
    Class<?> row();

    /**
     * Records a deletion: no page carries the id any more, and the rename window has passed.
     *
     * @param wiki the wiki
     * @param id the id
     * @param actor who deleted the page
     * @param at when
     */
    void recordDeletion(WikiId wiki, UUID id, UserId actor, Instant at);

    /**
     * @param page a page with an object of this type
     * @return whether ledger and projections know this version of it
     */
    boolean isSynchronised(Page page);

    /**
     * Compares several pages at once.
     *
     * @param pages pages of one wiki with objects of this type
     * @return those that are not {@link #isSynchronised synchronised}, in the same order
     */
    default List<Page> outdated(List<Page> pages)
    {
        return pages.stream().filter(page -> !isSynchronised(page)).toList();
    }

    /**
     * Updates the rows of pages in a space whose rights have changed, at any depth: their deciding space, and whether
     * they have rights of their own.
     *
     * @param space the space; with an empty path, the whole wiki
     */
    void updateRights(SpaceId space);

    /**
     * Updates references to a page that was moved, which may be any page of the wiki.
     *
     * @param from its old reference
     * @param to its new reference
     * @param actor who moved it
     */
    default void pageMoved(PageId from, PageId to, UserId actor)
    {
    }

    /**
     * Lists the subjects that should have a page, because the projections do not know them as deleted.
     *
     * @param wiki the wiki
     * @param after the last id of the previous list, {@code null} at the start
     * @param limit the maximum number of ids
     * @return ids after that one, sorted by their text
     */
    List<UUID> presentIds(WikiId wiki, UUID after, int limit);
}
