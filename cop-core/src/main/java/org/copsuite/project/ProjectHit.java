/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.project.ProjectService.Project;
import org.copsuite.spi.Message;
import org.copsuite.spi.SearchHit;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/**
 * A project that a search has found.
 *
 * @param project the project
 */
public record ProjectHit(Project project) implements SearchHit
{
    /** The type of projects in the index. */
    public static final String TYPE = "project";

    @Override
    public String type()
    {
        return TYPE;
    }

    @Override
    public UUID id()
    {
        return this.project.id();
    }

    @Override
    public String title()
    {
        return this.project.title();
    }

    @Override
    public PageId page()
    {
        return this.project.page();
    }

    @Override
    public Person author()
    {
        return this.project.author();
    }

    @Override
    public Instant created()
    {
        return this.project.created();
    }

    @Override
    public Optional<Message> label()
    {
        return Optional.of(Message.of("cop.project.one"));
    }

    @Override
    public List<Message> facts()
    {
        return this.project.ended() ? List.of(Message.of("cop.project.ended")) : List.of();
    }
}
