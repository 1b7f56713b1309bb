/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.ledger.CommunityId;
import org.copsuite.project.ProjectService;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Refuses guests and imported people, and leaves the rest to those who write pages, record, and read. */
@Component
@Singleton
public class DefaultProjectService implements ProjectService
{
    @Inject
    private ProjectWriter writer;

    @Inject
    private ProjectOwners owners;

    @Inject
    private ProjectReader reader;

    @Override
    public PageId start(UserId actor, Draft draft) throws CopException
    {
        CopException.requireAccount(actor);
        return this.writer.start(actor, draft);
    }

    @Override
    public PageId edit(UserId actor, Draft draft, String version) throws CopException
    {
        CopException.requireAccount(actor);
        return this.writer.edit(actor, draft, version);
    }

    @Override
    public void end(UserId actor, WikiId wiki, UUID id, boolean ended) throws CopException
    {
        CopException.requireAccount(actor);
        this.owners.end(actor, wiki, id, ended);
    }

    @Override
    public PageId delete(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        CopException.requireAccount(actor);
        return this.writer.delete(actor, wiki, id);
    }

    @Override
    public void ask(UserId actor, WikiId wiki, UUID id, CommunityId community) throws CopException
    {
        CopException.requireAccount(actor);
        this.owners.ask(actor, wiki, id, community);
    }

    @Override
    public void answer(UserId actor, WikiId wiki, UUID id, CommunityId community, boolean accepted) throws CopException
    {
        CopException.requireAccount(actor);
        this.owners.answer(actor, wiki, id, community, accepted);
    }

    @Override
    public void leave(UserId actor, WikiId wiki, UUID id, CommunityId community) throws CopException
    {
        CopException.requireAccount(actor);
        this.owners.leave(actor, wiki, id, community);
    }

    @Override
    public Project get(UserId reader, WikiId wiki, UUID id) throws CopException
    {
        return this.reader.get(reader, wiki, id);
    }

    @Override
    public Optional<UUID> at(UserId reader, PageId page)
    {
        return this.reader.at(reader, page);
    }

    @Override
    public Slice<Project> list(UserId reader, WikiId wiki, CommunityId community, String after, int limit)
        throws CopException
    {
        return this.reader.list(reader, wiki, community, after, limit);
    }

    @Override
    public List<Project> latest(UserId reader, WikiId wiki, CommunityId community, int limit)
    {
        return this.reader.latest(reader, wiki, community, limit);
    }

    @Override
    public Map<UUID, Project> find(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        return this.reader.find(reader, wiki, ids);
    }
}
