/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;

/**
 * What somebody wrote in the wiki's own editor. The object of the page stays as it is.
 *
 * @param id where
 * @param title plain text, at most 250 characters
 * @param content xwiki/2.1
 * @param author who
 * @param hidden whether lists leave the page out; {@code null} to keep what it is
 * @param comment why, may be empty
 * @param minor whether this is a minor edit
 * @param expected the version that must stand there now, {@code null} where no page must stand there
 */
public record PageEdit(PageId id, String title, String content, UserId author, Boolean hidden, String comment,
    boolean minor, String expected)
{
}
