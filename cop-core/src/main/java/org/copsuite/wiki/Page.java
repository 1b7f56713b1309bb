/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.time.Instant;
import java.util.Optional;

/**
 * A page as it is stored.
 *
 * @param id its reference
 * @param title its title, plain text
 * @param content its text, xwiki/2.1
 * @param author who saved this version
 * @param firstAuthor who saved the first version (not the creator, which is the service account)
 * @param created when it was created, at least to the second
 * @param updated when this version was saved, at least to the second
 * @param version the wiki's name for this version, for example {@code 2.1}
 * @param hidden whether the wiki's lists omit it
 * @param object the suite's object on it, if it has one
 */
public record Page(PageId id, String title, String content, UserId author, UserId firstAuthor, Instant created,
    Instant updated, String version, boolean hidden, Optional<PageObject> object)
{
}
