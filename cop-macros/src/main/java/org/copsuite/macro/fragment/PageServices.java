/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import javax.inject.Provider;

import org.copsuite.page.PageSynchroniser;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;

/**
 * Services that a {@link PageTool} uses.
 *
 * @param requests the current request
 * @param people the accounts
 * @param links the URLs
 * @param editor the text fields
 * @param memberTexts the renderer of members' texts
 * @param rows the cache of list rows
 * @param synchroniser the synchroniser of the wiki's pages
 */
record PageServices(Requests requests, People people, Links links, Editor editor, MemberTexts memberTexts,
    Rows rows, Provider<PageSynchroniser> synchroniser)
{
}
