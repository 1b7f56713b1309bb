/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * Tells a person what another one did. It names the page and not its text, so that a person who may no longer view the
 * page learns nothing from an earlier notice.
 *
 * @param id the notice's id: sending the same id again changes nothing
 * @param wiki the wiki
 * @param type the name of its type: upper-case letters and underscores
 * @param at when
 * @param actor who did it
 * @param page the page to read
 * @param anchor the HTML id on that page, empty for the page as a whole
 * @param title the page's title, one line of plain text
 */
public record Notice(UUID id, WikiId wiki, String type, Instant at, UserId actor, PageId page, String anchor,
    String title)
{
    /** Validates and cleans the title. */
    public Notice
    {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(title, "title");
    }

    /** @return the name of its type in lower case, as keys of translations and types of events contain it */
    public String key()
    {
        return this.type.toLowerCase(Locale.ROOT);
    }
}
