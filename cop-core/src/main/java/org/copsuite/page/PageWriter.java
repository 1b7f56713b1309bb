/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page;

import org.copsuite.CopException;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Writes pages for the services: saves the page and then synchronises it with its {@link PageType}, so that ledger and
 * projections are up to date when it returns. Page events of these writes are ignored. If the synchronisation fails,
 * the {@link PageSynchroniser} retries it.
 */
@Role
public interface PageWriter
{
    /**
     * Saves a page with an object.
     *
     * @param draft the page to save
     * @return the saved page
     * @throws CopException CONFLICT with the present page if it is not at the version that the draft expects; or as
     *            {@link PageType#synchronise} refuses
     */
    Page save(PageDraft draft) throws CopException;

    /**
     * Saves a new page with an object. The caller has checked that its author may write it, and knows what the page
     * type would look for.
     *
     * @param draft the page to save, which expects no version
     * @param synchronisation updates the ledger and the projections for the saved page. Not called for a page that an
     *            earlier attempt saved before a crash; the {@link PageType} synchronises that one
     * @return the saved page
     * @throws CopException CONFLICT with the present page if there is one; or as the synchronisation refuses
     */
    Page create(PageDraft draft, Synchronisation synchronisation) throws CopException;

    /** Updates the ledger and the projections for a page. */
    @FunctionalInterface
    interface Synchronisation
    {
        /**
         * @param page the saved page
         * @throws CopException to refuse
         */
        void run(Page page) throws CopException;
    }

    /**
     * Deletes a page and records the deletion at once, without the rename window.
     *
     * @param page a page with an object
     * @param actor who deletes it
     */
    void delete(Page page, UserId actor);

    /**
     * Adds a comment to a page, once for each id.
     *
     * @param page a page with an object
     * @param comment the comment to add
     * @throws CopException NOT_FOUND if there is no such page
     */
    void comment(PageId page, PageComment comment) throws CopException;
}
