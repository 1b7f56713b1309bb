/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.milestone.MilestoneService.Milestone;
import org.copsuite.spi.Message;
import org.copsuite.spi.SearchHit;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/**
 * A milestone that a search has found.
 *
 * @param milestone the milestone
 */
public record MilestoneHit(Milestone milestone) implements SearchHit
{
    /** The type of milestones in the index. */
    public static final String TYPE = "milestone";

    @Override
    public String type()
    {
        return TYPE;
    }

    @Override
    public UUID id()
    {
        return this.milestone.id();
    }

    @Override
    public String title()
    {
        return this.milestone.title();
    }

    @Override
    public PageId page()
    {
        return this.milestone.page();
    }

    @Override
    public Person author()
    {
        return this.milestone.author();
    }

    @Override
    public Instant created()
    {
        return this.milestone.created();
    }

    @Override
    public Optional<Message> label()
    {
        return Optional.of(Message.of("cop.milestone.one"));
    }

    @Override
    public List<Message> facts()
    {
        return List.of(Message.of("cop.milestone.state." + this.milestone.state().name().toLowerCase(Locale.ROOT)));
    }
}
