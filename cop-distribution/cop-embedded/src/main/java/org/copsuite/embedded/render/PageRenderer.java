/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import org.copsuite.wiki.Html;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Renders what stands on pages. Pages that nobody but administrators has written, and that carry no object of the
 * suite, may use raw HTML; all others are restricted as members' texts are.
 */
@Role
public interface PageRenderer
{
    /**
     * @param page the page
     * @return what its content shows
     */
    default Html content(Page page)
    {
        return content(page, page.id());
    }

    /**
     * @param page the page whose content is shown, for example a sheet
     * @param on the page that it is shown on: links are relative to it
     * @return what the content shows there
     */
    Html content(Page page, PageId on);

    /**
     * @param text what somebody is writing
     * @param on where it will stand
     * @return how it will look, without raw HTML
     */
    Html preview(String text, PageId on);

    /**
     * @param user who wrote something
     * @return whether the person administers the wiki, or is the suite itself
     */
    boolean isTrusted(UserId user);
}
