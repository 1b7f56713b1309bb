/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.time.Instant;

/**
 * A page to save.
 *
 * @param id its reference
 * @param title plain text, at most 250 characters
 * @param content xwiki/2.1
 * @param author the person who acted
 * @param at when; {@code null} for now (an import gives the past)
 * @param object the suite's object
 * @param hidden whether the wiki's lists omit it
 * @param comment the edit summary, may be empty
 * @param minor whether this is a minor edit
 * @param expected the version that the page must have now, {@code null} if the page must not exist
 */
public record PageDraft(PageId id, String title, String content, UserId author, Instant at, PageObject object,
    boolean hidden, String comment, boolean minor, String expected)
{
}
