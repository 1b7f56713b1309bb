/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.charter;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.spi.Message;
import org.copsuite.spi.SearchHit;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/**
 * A charter that a search has found by its objectives or its guidelines.
 *
 * @param id the charter
 * @param title the name of its community
 * @param page its page
 * @param author who wrote it first
 * @param created when
 */
public record CharterHit(UUID id, String title, PageId page, Person author, Instant created) implements SearchHit
{
    /** The type of charters in the index. */
    public static final String TYPE = "charter";

    @Override
    public String type()
    {
        return TYPE;
    }

    @Override
    public Optional<Message> label()
    {
        return Optional.of(Message.of("cop.charter.name"));
    }
}
