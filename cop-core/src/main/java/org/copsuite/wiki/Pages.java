/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.xwiki.component.annotation.Role;

/**
 * The wiki's pages. Does not check permissions; the caller does, with {@link Access}. On every page that it saves, the
 * binding enforces required rights and requires none, sets the author to the person who acted and the creator to
 * {@link People#service()}.
 */
@Role
public interface Pages
{
    /**
     * @param page its reference
     * @return the present page, if there is one
     */
    Optional<Page> load(PageId page);

    /**
     * @param wiki the wiki
     * @param id the UUID of a page's object
     * @return the pages that carry it: one; none after a deletion; several for a moment after a copy
     */
    List<PageId> holding(WikiId wiki, UUID id);

    /**
     * Looks for several objects at once.
     *
     * @param wiki the wiki
     * @param ids ids of objects
     * @return those of them that pages {@link #holding hold}
     */
    default Set<UUID> held(WikiId wiki, Collection<UUID> ids)
    {
        return ids.stream().filter(id -> !holding(wiki, id).isEmpty()).collect(Collectors.toSet());
    }

    /**
     * Saves a new version.
     *
     * @param draft the page to save
     * @return the saved page, with its new version
     * @throws StaleVersionException if the page is not at the version that the draft expects, also because of a
     *            concurrent save; nothing was written
     */
    Page save(PageDraft draft) throws StaleVersionException;

    /**
     * Moves a page; the home page of a space moves with the pages below it.
     *
     * @param from its present reference
     * @param to its new reference, where no page exists
     * @param actor who moves it
     * @throws StaleVersionException if the page does not exist or the new reference is taken
     */
    void move(PageId from, PageId to, UserId actor) throws StaleVersionException;

    /**
     * Deletes a page (the wiki may keep it in a recycle bin); does nothing if it does not exist.
     *
     * @param page its reference
     * @param actor who deletes it
     */
    void delete(PageId page, UserId actor);

    /**
     * @param page its reference
     * @return its versions, newest first
     */
    List<Revision> history(PageId page);

    /**
     * @param page its reference
     * @param version one of {@link #history(PageId)}
     * @return that version of the page, if it exists
     */
    Optional<Page> load(PageId page, String version);

    /**
     * Lists pages that carry an object of a type, in an order that does not change when pages are added or removed.
     *
     * @param wiki the wiki
     * @param type the object's type
     * @param after the last page of the previous list, {@code null} at the start
     * @param limit the maximum number of pages
     * @return the pages after that one
     */
    List<Page> list(WikiId wiki, String type, PageId after, int limit);

    /**
     * Adds a comment to the page, once for each id.
     *
     * @param page its reference
     * @param comment the comment to add
     */
    void comment(PageId page, PageComment comment);

    /**
     * @param page its reference
     * @return the comments that carry an id of the suite, oldest first
     */
    List<PageComment> comments(PageId page);

    /**
     * Counts the comments of several pages at once.
     *
     * @param pages references of existing pages
     * @return the number of the comments that carry an id of the suite, by page; a page without any may be missing
     */
    default Map<PageId, Integer> commentCounts(Collection<PageId> pages)
    {
        Map<PageId, Integer> counts = new HashMap<>();
        pages.forEach(page -> counts.put(page, comments(page).size()));
        return counts;
    }

    /**
     * @param page its reference
     * @param id a comment's id
     * @return the comment, if the page has it
     */
    default Optional<PageComment> comment(PageId page, UUID id)
    {
        return comments(page).stream().filter(comment -> comment.id().equals(id)).findFirst();
    }

    /**
     * Deletes a comment; does nothing if it does not exist.
     *
     * @param page its reference
     * @param comment the comment's id
     * @param actor who deletes it
     */
    void deleteComment(PageId page, UUID comment, UserId actor);

    /**
     * Attaches a file to a page, replacing one of the same name; the page's version does not change.
     *
     * @param page an existing page
     * @param file the file's description
     * @param content its bytes, which are streamed
     */
    void attach(PageId page, PageFile file, FileContent content);

    /**
     * @param page its reference
     * @return the attached files, by name
     */
    List<PageFile> files(PageId page);

    /**
     * @param page its reference
     * @param name the file's name
     * @return its bytes, if there is such a file
     */
    Optional<FileContent> content(PageId page, String name);

    /** @return the maximum size of a file that the wiki accepts, in bytes */
    long largestFile();

    /**
     * Adds a listener for changes of pages that carry, or carried, an object of the suite, whoever made the change: the
     * suite, the wiki's own editor, an import. It is called after the commit, in the thread of the change, as the wiki
     * reports it: a move arrives as deleted, created, (updated), and perhaps created for a redirect without object.
     *
     * @param listener the listener; its exceptions are logged and do not undo the change
     */
    void listen(PageListener listener);

    /**
     * Adds a listener for moves of any page, with or without an object of the suite, called for each page that moved
     * with a space. It is called after the commit, and once in a cluster.
     *
     * @param listener the listener; its exceptions are logged and do not undo the move
     */
    void listenToMoves(MoveListener listener);

    /** Listener for moved pages. */
    @FunctionalInterface
    interface MoveListener
    {
        /**
         * @param from the old reference
         * @param to the new reference
         * @param actor who moved it
         */
        void moved(PageId from, PageId to, UserId actor);
    }

    /** Listener for changed pages. */
    @FunctionalInterface
    interface PageListener
    {
        /** @param event the change */
        void on(PageEvent event);
    }

    /**
     * A page with an object of the suite was created, updated or deleted.
     *
     * @param kind what happened
     * @param page its reference
     * @param object the object it carries now (created, updated) or carried (deleted); {@code null} for one that was
     *            removed from the page, and for a redirect
     * @param actor who did it: for a move, who moved the page, not who wrote it
     * @param at when
     */
    record PageEvent(Kind kind, PageId page, PageObject object, UserId actor, Instant at)
    {
        /** What happened to the page. */
        public enum Kind
        {
            /** It exists now and did not before. */
            CREATED,
            /** It changed. */
            UPDATED,
            /** It no longer exists at that reference. */
            DELETED
        }
    }

    /**
     * A version of a page.
     *
     * @param version the wiki's name for it, for example {@code 2.1}
     * @param author who saved it
     * @param at when
     * @param comment the edit summary, may be empty
     * @param minor whether it was a minor edit
     */
    record Revision(String version, UserId author, Instant at, String comment, boolean minor)
    {
    }

    /**
     * A file attached to a page.
     *
     * @param name its name, without slashes and control characters
     * @param type its declared media type, which does not suffice to show a file inline
     * @param size its size in bytes
     * @param author who attached it
     * @param at when
     */
    record PageFile(String name, String type, long size, UserId author, Instant at)
    {
    }

    /**
     * A comment on a page.
     *
     * @param id its id
     * @param author who wrote it
     * @param at when
     * @param text xwiki/2.1
     */
    record PageComment(UUID id, UserId author, Instant at, String text)
    {
    }
}
