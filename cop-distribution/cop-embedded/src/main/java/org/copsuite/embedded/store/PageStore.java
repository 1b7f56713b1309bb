/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages.Revision;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * The pages of the embedded wiki, beyond what the port {@code Pages} offers (its operations load, versions, history,
 * move, delete and comments work for pages without an object, too). NOT permission-filtered: the caller checks
 * permissions, and passes to the lists a test of what their reader may view.
 */
@Role
public interface PageStore
{
    /** The maximum length of a page reference, in characters. */
    int REFERENCE = 700;

    /**
     * @param page any page id
     * @return whether the reference is short enough and contains only characters that databases can store
     */
    static boolean isPlace(PageId page)
    {
        String place = page.toString();
        return place.length() <= REFERENCE && Clean.text(place).equals(place);
    }

    /**
     * @param page the page
     * @return whether the page exists and is not a redirect; cached
     */
    boolean exists(PageId page);

    /**
     * Writes a new version of a page and keeps its object.
     *
     * @param edit the edit
     * @return the page as saved
     * @throws StaleVersionException if the page is not at the version that the edit expects
     */
    Page edit(PageEdit edit) throws StaleVersionException;

    /**
     * Creates a page from a text that began as a version of a deleted page. The authors of that version are unknown, so
     * the new page gets {@link PageTable#UNKNOWN} as an author and is not trusted.
     *
     * @param edit the edit; it expects no version
     * @return the page as created
     * @throws StaleVersionException if the page exists
     */
    Page recreate(PageEdit edit) throws StaleVersionException;

    /**
     * @param page the page
     * @return everyone whose text the page may contain: the authors of all its versions and of the pages that it was
     *         copied from; contains {@link PageTable#UNKNOWN} if an author is unknown
     */
    List<UserId> authors(PageId page);

    /**
     * Writes an old version as the new version.
     *
     * @param page the page
     * @param version the old version
     * @param expected the current version of the page
     * @param actor the user who restores the version
     * @return the page as saved
     * @throws StaleVersionException if the page is not at the expected version, or does not have the old version
     */
    Page restore(PageId page, String version, String expected, UserId actor) throws StaleVersionException;

    /**
     * Copies a page with its object (including the UUID), comments and attachments.
     *
     * @param from the page
     * @param to the target, which must not exist
     * @param actor the user who copies the page
     * @throws StaleVersionException if the page does not exist or the target exists
     */
    void copy(PageId from, PageId to, UserId actor) throws StaleVersionException;

    /**
     * @param page a page
     * @return the target, if the page is a redirect left by a move
     */
    Optional<PageId> redirect(PageId page);

    /**
     * Lists the direct children of a space: its pages except the home page, and the home pages of its inner spaces. An
     * inner space without a home page has an empty title and the guest as author.
     *
     * @param space the space, may be the wiki
     * @param visible tests whether the reader may view a page
     * @param limit the maximum number of children
     * @return the children, ordered by name
     */
    List<PageLine> children(SpaceId space, Predicate<PageId> visible, int limit);

    /**
     * Lists the pages in a space, at any depth, without redirects. At most 20,000 rows are read.
     *
     * @param query the part of the index
     * @return the pages, ordered by reference
     */
    List<PageLine> index(IndexQuery query);

    /**
     * Finds pages that contain each of the words, at any position and ignoring case: in the title, or in title and text
     * of the 20,000 pages changed last. Hidden pages are not found. The database compares texts one by one, which is
     * fast enough for the communities that the embedded wiki is made for. The Solr index contains only questions and
     * answers, because other documents would change the term frequencies by which the suite ranks questions.
     *
     * @param wiki the wiki
     * @param words the text that was typed
     * @param visible tests whether the reader may view a page
     * @param limit the maximum number of pages
     * @return the pages: title matches first, then newest first
     */
    List<PageLine> search(WikiId wiki, String words, Predicate<PageId> visible, int limit);

    /**
     * @param wiki the wiki
     * @param visible tests whether the reader may view a page
     * @param limit the maximum number of pages
     * @return the pages that are not hidden, last changed first
     */
    List<PageLine> recent(WikiId wiki, Predicate<PageId> visible, int limit);

    /**
     * @param page the page
     * @param before one of its versions, empty for the newest ones
     * @param limit the maximum number of versions
     * @return its versions before that version, newest first
     */
    List<Revision> history(PageId page, String before, int limit);

    /**
     * Registers a listener that is called after each change of any page, with or without an object, so that it can
     * invalidate data derived from the page.
     *
     * @param listener receives the page
     */
    void onChange(Consumer<PageId> listener);

    /**
     * A part of the index.
     *
     * @param space the space, or the wiki for all pages
     * @param after the last page of the previous part, {@code null} for the first part
     * @param hidden whether to include hidden pages
     * @param visible tests whether the reader may view a page
     * @param limit the maximum number of pages
     */
    record IndexQuery(SpaceId space, PageId after, boolean hidden, Predicate<PageId> visible, int limit)
    {
    }
}
