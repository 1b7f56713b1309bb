/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.xwiki.component.annotation.Role;

/**
 * The wiki's pages. Rights are not asked here but by the caller, from {@link Access}; on every page that it saves the
 * binding enforces required rights and requires none, sets the author to the person who acted and the creator to
 * {@link People#service()}.
 */
@Role
public interface Pages
{
    /**
     * @param page which
     * @return the page as it is now, if there is one
     */
    Optional<Page> load(PageId page);

    /**
     * @param wiki where to look
     * @param id the UUID of a page's object
     * @return the pages that carry it: one; none after a deletion; several for a moment after a copy
     */
    List<PageId> holding(String wiki, UUID id);

    /**
     * Writes a new version.
     *
     * @param draft the page as it shall be
     * @return the page as saved, with its new version
     * @throws StaleVersionException if the page is not at the version that the draft expects, also where another save
     *             came in between: nothing was written
     */
    Page save(PageDraft draft) throws StaleVersionException;

    /**
     * Moves a page, with the pages below it where it is the home of a space.
     *
     * @param from which
     * @param to where to; nothing stands there
     * @param actor who moves it
     * @throws StaleVersionException if the page is gone or something stands at the new place
     */
    void move(PageId from, PageId to, UserId actor) throws StaleVersionException;

    /**
     * Deletes a page (the wiki may keep it in a bin); does nothing if there is none.
     *
     * @param page which
     * @param actor who deletes it
     */
    void delete(PageId page, UserId actor);

    /**
     * @param page which
     * @return its versions, newest first
     */
    List<Revision> history(PageId page);

    /**
     * @param page which
     * @param version one of {@link #history(PageId)}
     * @return the page as it was, if there is such a version
     */
    Optional<Page> load(PageId page, String version);

    /**
     * Lists pages that carry an object of a type, in an order that does not change while pages come and go.
     *
     * @param wiki the wiki
     * @param type the object's type
     * @param after the last page of the list before, {@code null} at the start
     * @param limit how many at most
     * @return the pages after that one
     */
    List<Page> list(String wiki, String type, PageId after, int limit);

    /**
     * Adds a comment to the page, once for each id.
     *
     * @param page which
     * @param comment what to add
     */
    void comment(PageId page, PageComment comment);

    /**
     * @param page which
     * @return the comments that carry an id of ours, oldest first
     */
    List<PageComment> comments(PageId page);

    /**
     * @param page which
     * @param id a comment's id
     * @return the comment, if the page has it
     */
    default Optional<PageComment> comment(PageId page, UUID id)
    {
        return comments(page).stream().filter(comment -> comment.id().equals(id)).findFirst();
    }

    /**
     * Deletes a comment; does nothing if there is none.
     *
     * @param page which
     * @param comment the comment's id
     * @param actor who deletes it
     */
    void deleteComment(PageId page, UUID comment, UserId actor);

    /**
     * Adds a file to a page, or replaces the one of that name; the page's version stays what it is.
     *
     * @param page an existing page
     * @param file what it is called, what it is, and who added it
     * @param content its bytes, which are streamed
     */
    void attach(PageId page, PageFile file, FileContent content);

    /**
     * @param page which
     * @return the files on it, by name
     */
    List<PageFile> files(PageId page);

    /**
     * @param page which
     * @param name the file's name
     * @return its bytes, if there is one of that name
     */
    Optional<FileContent> content(PageId page, String name);

    /** @return the largest file in bytes that the wiki takes */
    long largestFile();

    /**
     * Calls back after each change of a page that carries, or carried, an object of ours, whoever made it: the suite,
     * the wiki's own editor, an import. It comes after the commit, in the thread of who did it, as the wiki reports it:
     * a move as deleted, created, (updated), and perhaps created for a redirect without object.
     *
     * @param listener whom to call; what it throws is logged and does not undo the change
     */
    void listen(PageListener listener);

    /**
     * Calls back after any page was moved, with or without an object of ours: for each page that moved with a space. It
     * comes after the commit, and once for a cluster.
     *
     * @param listener whom to call; what it throws is logged and does not undo the move
     */
    void listenToMoves(MoveListener listener);

    /** Hears of pages that were moved. */
    @FunctionalInterface
    interface MoveListener
    {
        /**
         * @param from where the page was
         * @param to where it is now
         * @param actor who moved it
         */
        void moved(PageId from, PageId to, UserId actor);
    }

    /** Hears of changes of pages. */
    @FunctionalInterface
    interface PageListener
    {
        /** @param event what happened */
        void on(PageEvent event);
    }

    /**
     * A page with an object of ours was created, updated or deleted.
     *
     * @param kind what happened
     * @param page where
     * @param object the object it carries now (created, updated) or carried (deleted); {@code null} for one that was
     *            taken from the page, and for a redirect
     * @param actor who did it: for a move, who moved the page, not who wrote it
     * @param at when
     */
    record PageEvent(Kind kind, PageId page, PageObject object, UserId actor, Instant at)
    {
        /** What happened to the page. */
        public enum Kind
        {
            /** It is there now, and was not. */
            CREATED,
            /** It changed. */
            UPDATED,
            /** It is no more at that place. */
            DELETED
        }
    }

    /**
     * A version of a page.
     *
     * @param version the wiki's name for it, for example {@code 2.1}
     * @param author who saved it
     * @param at when
     * @param comment why, may be empty
     * @param minor whether it was called a minor edit
     */
    record Revision(String version, UserId author, Instant at, String comment, boolean minor)
    {
    }

    /**
     * A file on a page.
     *
     * @param name its name, without slashes and control characters
     * @param type its media type; nobody shows a file inline on this word alone
     * @param size in bytes
     * @param author who added it
     * @param at when
     */
    record PageFile(String name, String type, long size, UserId author, Instant at)
    {
    }

    /**
     * A comment on a page.
     *
     * @param id its own id
     * @param author who wrote it
     * @param at when
     * @param text xwiki/2.1
     */
    record PageComment(UUID id, UserId author, Instant at, String text)
    {
    }
}
