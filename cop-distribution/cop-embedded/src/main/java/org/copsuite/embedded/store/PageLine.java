/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.time.Instant;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;

/**
 * A page in a list.
 *
 * @param id the page
 * @param title its title, plain text; may be empty
 * @param type the type of the suite's object on the page, or {@code null}
 * @param author the author of the current version
 * @param updated when the current version was saved
 * @param hidden whether lists omit the page by default
 */
public record PageLine(PageId id, String title, String type, UserId author, Instant updated, boolean hidden)
{
}
