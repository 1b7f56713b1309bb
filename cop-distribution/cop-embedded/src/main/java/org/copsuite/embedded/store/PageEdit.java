/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;

/**
 * An edit made in the editor of the wiki. The object of the page does not change.
 *
 * @param id the page
 * @param title plain text, at most 250 characters
 * @param content xwiki/2.1
 * @param author the author of the edit
 * @param hidden whether lists omit the page; {@code null} to keep the current value
 * @param comment the reason, may be empty
 * @param minor whether this is a minor edit
 * @param expected the current version of the page, or {@code null} if the page must not exist
 */
public record PageEdit(PageId id, String title, String content, UserId author, Boolean hidden, String comment,
    boolean minor, String expected)
{
}
