/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.ledger.CommunityId;
import org.copsuite.spi.Message;
import org.copsuite.spi.SearchHit;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/**
 * A community that a search has found by its name, its purpose or its topics.
 *
 * @param community the community
 * @param title its name
 * @param page its home page
 * @param tags its topics
 * @param members the number of its members
 * @param author who founded it
 * @param created when
 */
public record CommunityHit(CommunityId community, String title, PageId page, List<String> tags, int members, Person author,
    Instant created) implements SearchHit
{
    /** The type of communities in the index. */
    public static final String TYPE = "community";

    /** Copies the topics. */
    public CommunityHit
    {
        tags = List.copyOf(tags);
    }

    @Override
    public String type()
    {
        return TYPE;
    }

    @Override
    public UUID id()
    {
        return this.community.value();
    }

    @Override
    public Optional<Message> label()
    {
        return Optional.of(Message.of("cop.community.one"));
    }

    @Override
    public List<Message> facts()
    {
        return List.of(Message.of("cop.community.members", this.members));
    }
}
