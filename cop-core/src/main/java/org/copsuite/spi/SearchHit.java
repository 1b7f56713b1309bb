/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/**
 * A thing that a search has found, as its reader sees it. Implemented by a record, since equal hits are printed once and
 * shown again.
 */
public interface SearchHit
{
    /** @return the type of its source */
    String type();

    /** @return the thing */
    UUID id();

    /** @return the title, plain text */
    String title();

    /** @return the page to read */
    PageId page();

    /** @return plain text, shown if no text around the found words is; may be empty */
    default String summary()
    {
        return "";
    }

    /** @return the tags */
    default List<String> tags()
    {
        return List.of();
    }

    /** @return the author */
    Person author();

    /** @return when the author wrote it */
    Instant created();

    /** @return short facts beside the author, such as the number of answers */
    default List<Message> facts()
    {
        return List.of();
    }

    /** @return what it is, shown before the facts, such as "Article"; empty for what most readers look for */
    default Optional<Message> label()
    {
        return Optional.empty();
    }
}
