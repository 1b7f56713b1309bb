/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import javax.inject.Provider;

import org.copsuite.page.PageSynchroniser;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;

/**
 * What a {@link PageTool} asks.
 *
 * @param requests the request being answered
 * @param people the accounts
 * @param links the URLs
 * @param editor the editing fields
 * @param memberTexts what members wrote, as HTML
 * @param rows rows of lists
 * @param synchroniser what reads the wiki's pages
 */
record PageServices(Requests requests, People people, Links links, Editor editor, MemberTexts memberTexts,
    Rows rows, Provider<PageSynchroniser> synchroniser)
{
}
