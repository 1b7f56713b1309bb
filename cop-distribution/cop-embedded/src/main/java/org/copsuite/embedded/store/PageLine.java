/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.time.Instant;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;

/**
 * A page in a list.
 *
 * @param id where it stands
 * @param title its title, plain text; may be empty
 * @param type the type of the suite's object on it, or {@code null}
 * @param author who saved it last
 * @param updated when
 * @param hidden whether lists leave it out unless asked
 */
public record PageLine(PageId id, String title, String type, UserId author, Instant updated, boolean hidden)
{
}
