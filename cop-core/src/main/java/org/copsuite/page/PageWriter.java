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
 * Writes pages for the services: the page first, and then what its {@link PageType} makes of it in ledger and views, so
 * that both stand when it returns. The wiki's events of these writes are not taken a second time; where the second half
 * fails, the page is left to the intake, which tries again.
 */
@Role
public interface PageWriter
{
    /**
     * Saves a page with an object.
     *
     * @param draft the page as it shall be
     * @return the page as saved
     * @throws CopException CONFLICT with the page as it is now, where it is not at the version that the draft expects;
     *             or as {@link PageType#synchronise} refuses
     */
    Page save(PageDraft draft) throws CopException;

    /**
     * Deletes a page; its object's id is gone at once, without the rename window.
     *
     * @param page a page with an object
     * @param actor who deletes it
     */
    void delete(Page page, UserId actor);

    /**
     * Adds a comment to a page, once for each id.
     *
     * @param page a page with an object
     * @param comment what to add
     * @throws CopException NOT_FOUND where there is no such page
     */
    void comment(PageId page, PageComment comment) throws CopException;
}
