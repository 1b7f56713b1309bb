/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.time.Instant;

/**
 * A page as it shall be saved.
 *
 * @param id where
 * @param title plain text, at most 250 characters
 * @param content xwiki/2.1
 * @param author the person who acted
 * @param at when; {@code null} for now (an import gives the past)
 * @param object the suite's object
 * @param hidden whether lists of the wiki leave it out
 * @param comment why, may be empty
 * @param minor whether this is a minor edit
 * @param expected the version that must stand there now, {@code null} where no page must stand there
 */
public record PageDraft(PageId id, String title, String content, UserId author, Instant at, PageObject object,
    boolean hidden, String comment, boolean minor, String expected)
{
}
