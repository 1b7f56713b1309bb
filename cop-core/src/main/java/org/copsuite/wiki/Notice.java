/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What somebody is told: that another one did something. It names the page and not what is written there, so that whoever
 * may no longer view the page learns nothing from a notice that was given before.
 *
 * @param id the same notice has the same id: giving it again changes nothing
 * @param wiki the wiki
 * @param kind what happened
 * @param at when
 * @param actor who did it
 * @param page where to read about it
 * @param anchor the HTML id on that page, empty for the page as a whole
 * @param title what the page is called, one line of plain text
 */
public record Notice(UUID id, String wiki, Kind kind, Instant at, UserId actor, PageId page, String anchor, String title)
{
    /** Checks. */
    public Notice
    {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(title, "title");
    }

    /** What happened. */
    public enum Kind
    {
        /** A question was asked in a community, or with a tag, that one watches. */
        QUESTION,
        /** A question was answered that one watches, as those do who asked or answered it. */
        ANSWER,
        /** One's question or answer was commented on. */
        COMMENT,
        /** One's answer was accepted. */
        ACCEPTED,
        /** One was thanked. */
        THANKS,
        /** One was made a member of a community. */
        ADDED
    }
}
