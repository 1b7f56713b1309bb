/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import org.xwiki.component.annotation.Role;

/** Renders members' text (xwiki/2.1) as HTML. Always in restricted mode: no script, no raw HTML, no unsafe macro. */
@Role
public interface Markup
{
    /**
     * @param text xwiki/2.1; hostile or broken text gives harmless HTML, never an exception
     * @param page the page of the text, to which links, images and attachments are relative
     * @return the HTML, and whether everybody who may view the page would get the same
     */
    Rendered render(String text, PageId page);

    /**
     * @param text xwiki/2.1
     * @return its words without markup, for summaries and the index
     */
    String plain(String text);

    /**
     * Result of rendering.
     *
     * @param html safe HTML
     * @param shared whether nothing in it depends on the viewer (only macros known not to), so that it may be cached by
     *            page and version
     */
    record Rendered(Html html, boolean shared)
    {
    }
}
