/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import org.copsuite.wiki.Html;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Renders the content of pages. A page may use raw HTML if all its authors are administrators and it carries no object
 * of the suite; all other pages are restricted as members' texts are.
 */
@Role
public interface PageRenderer
{
    /**
     * @param page the page
     * @return its rendered content
     */
    default Html content(Page page)
    {
        return content(page, page.id());
    }

    /**
     * @param page the page that has the content, for example a sheet
     * @param on the page that shows it: links are relative to this page
     * @return the rendered content
     */
    Html content(Page page, PageId on);

    /**
     * @param text the unsaved text of an edit
     * @param on the page that the text is edited on
     * @return the rendered text, restricted, so without raw HTML
     */
    Html preview(String text, PageId on);

    /**
     * @param user the author of a version
     * @return whether the user is an administrator of the wiki or the service account of the suite
     */
    boolean isTrusted(UserId user);
}
