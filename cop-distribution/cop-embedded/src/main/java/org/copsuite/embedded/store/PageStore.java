/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * The pages of the embedded wiki, beyond what the port {@code Pages} offers (load, versions, history, move, delete and
 * comments are there and do the same for pages without an object). Rights are asked by the caller; the lists take a
 * test that says what their reader may view.
 */
@Role
public interface PageStore
{
    /** The most characters of a page's reference. */
    int REFERENCE = 700;

    /**
     * @param page any page
     * @return whether one can stand there: its reference is not too long, and databases take all of it
     */
    static boolean isPlace(PageId page)
    {
        String place = page.toString();
        return place.length() <= REFERENCE && Clean.text(place).equals(place);
    }

    /**
     * @param page which
     * @return whether there is such a page; a cached answer
     */
    boolean exists(PageId page);

    /**
     * Writes a new version of a page, keeping its object.
     *
     * @param edit what was written
     * @return the page as saved
     * @throws StaleVersionException if the page is not at the version that the edit expects
     */
    Page edit(PageEdit edit) throws StaleVersionException;

    /**
     * Writes a page anew whose text was begun from one that is gone: who wrote that is not known any more, so that nobody
     * may trust the new one more than the old.
     *
     * @param edit what to write; it expects no version
     * @return the page as written
     * @throws StaleVersionException if a page stands there
     */
    Page recreate(PageEdit edit) throws StaleVersionException;

    /**
     * @param page where
     * @return everybody whose words the page may hold: the authors of all its versions and of the pages that it was copied
     *         from, and {@link PageTable#UNKNOWN} where somebody is not known any more
     */
    List<UserId> authors(PageId page);

    /**
     * Makes an old version the newest.
     *
     * @param page which
     * @param version the old version
     * @param expected the version that must stand there now
     * @param actor who
     * @return the page as saved
     * @throws StaleVersionException if the page is not at the expected version, or has no such old version
     */
    Page restore(PageId page, String version, String expected, UserId actor) throws StaleVersionException;

    /**
     * Copies a page with its object (UUID and all), comments and attachments.
     *
     * @param from which
     * @param to where to; nothing stands there
     * @param actor who
     * @throws StaleVersionException if the page is gone or something stands at the new place
     */
    void copy(PageId from, PageId to, UserId actor) throws StaleVersionException;

    /**
     * @param page a page
     * @return where it was moved to, if it is a redirect that a move left behind
     */
    Optional<PageId> redirect(PageId page);

    /**
     * Lists what lies directly in a space: its pages but the home page, and the home pages of its inner spaces. An inner
     * space without a home page is there with an empty title and no author.
     *
     * @param space the space, may be the wiki
     * @param visible what the reader may view
     * @param limit how many at most
     * @return the children, by name
     */
    List<PageLine> children(SpaceId space, Predicate<PageId> visible, int limit);

    /**
     * Lists the pages of a space and of all that lies in it, without redirects.
     *
     * @param query what to list
     * @return the pages, by reference
     */
    List<PageLine> index(IndexQuery query);

    /**
     * Finds pages, but hidden ones, that hold each of the words, or the beginning or any other part of one, in any case:
     * in the title, or in title and text of the 20,000 pages changed last. The database compares texts one by one; the
     * embedded wiki is for communities in which that takes a moment. Its Solr index holds questions and answers alone, and
     * shall: foreign documents would change what is rare in a question, by which the suite ranks them.
     *
     * @param wiki the wiki
     * @param words what was typed
     * @param visible what the reader may view
     * @param limit how many at most
     * @return the pages, those found by their title first, then newest first
     */
    List<PageLine> search(String wiki, String words, Predicate<PageId> visible, int limit);

    /**
     * @param wiki the wiki
     * @param visible what the reader may view
     * @param limit how many at most
     * @return the pages changed last that are not hidden, newest first
     */
    List<PageLine> recent(String wiki, Predicate<PageId> visible, int limit);

    /**
     * Calls back after each change of any page, with or without an object, so that what was made from it is made anew.
     *
     * @param listener gets the page's place
     */
    void onChange(Consumer<PageId> listener);

    /**
     * A part of the index.
     *
     * @param space where to look, the wiki for everywhere
     * @param after the last page of the part before, {@code null} at the start
     * @param hidden whether hidden pages are listed too
     * @param visible what the reader may view
     * @param limit how many at most
     */
    record IndexQuery(SpaceId space, PageId after, boolean hidden, Predicate<PageId> visible, int limit)
    {
    }
}
