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
import org.xwiki.component.annotation.Role;

/** What a page with an object of one type means; a component whose hint is the type ({@code question} ...). */
@Role
public interface PageType
{
    /** @return lower comes first in a reconciliation: communities before questions before answers */
    int order();

    /** @return the act by which a subject of this kind comes into being: what the ledger's first row about it says */
    ActType creationAct();

    /**
     * @param wiki the wiki
     * @param id the id of a subject of this kind
     * @return where the views know its page, if they know one that is not deleted
     */
    Optional<PageId> pageOf(String wiki, UUID id);

    /**
     * Brings the ledger and the views up to a page as it is now. Doing it again changes nothing. The services call it
     * after their own saves, events and the reconciliation after everybody's. An act that the page claims (that it was
     * asked, by whom, where) is authorised as if it came through the service.
     *
     * @param page the page, with an object of this type
     * @param actor who made the page what it is now: who moved it, brought it back, or deleted a comment. Who wrote and who
     *            edited its text is told by the page
     * @throws CopException if the page claims what its author may not do: nothing was written
     */
    void synchronise(Page page, UserId actor) throws CopException;

    /**
     * Takes a page that is a copy of another one: what it says was said before, and is told to nobody again.
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
     * Brings ledger and views up to one comment that the suite has just added to a page. It costs the same however many
     * comments the page has.
     *
     * @param page the page, with an object of this type
     * @param comment the comment, which stands on the page
     * @throws CopException as {@link #synchronise} does
     */
    default void synchroniseComment(Page page, PageComment comment) throws CopException
    {
        synchronise(page, comment.author());
    }

    /**
     * @param page any page
     * @return the ids of the subjects of this kind that the views know there and that are not deleted; at most one, but
     *         while the page is changing
     */
    List<UUID> idsAt(PageId page);

    /**
     * No page carries the id any more, and the rename window has passed.
     *
     * @param wiki the wiki
     * @param id the id
     * @param actor who deleted the page
     * @param at when
     */
    void recordDeletion(String wiki, UUID id, UserId actor, Instant at);

    /**
     * @param page a page with an object of this type
     * @return whether ledger and views know this version of it
     */
    boolean isSynchronised(Page page);

    /**
     * The rights of a space changed: the rows of pages in it, at any depth, learn which space decides for them now, and
     * whether they have rights of their own.
     *
     * @param space the space; with an empty path, the whole wiki
     */
    void updateRights(SpaceId space);

    /**
     * A page was moved, which may be any page of the wiki: what refers to it follows.
     *
     * @param from where it was
     * @param to where it is now
     * @param actor who moved it
     */
    default void pageMoved(PageId from, PageId to, UserId actor)
    {
    }

    /**
     * Lists what should have a page: what the views hold as not deleted.
     *
     * @param wiki the wiki
     * @param after the last id of the list before, {@code null} at the start
     * @param limit how many at most
     * @return ids after that one, in the order of their text form
     */
    List<UUID> presentIds(String wiki, UUID after, int limit);
}
