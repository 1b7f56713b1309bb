/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.ledger.CommunityId;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Refuses guests and imported people, and leaves the rest to those who write pages, record, and read. */
@Component
@Singleton
public class DefaultMilestoneService implements MilestoneService
{
    @Inject
    private MilestoneWriter writer;

    @Inject
    private MilestoneRecorder recorder;

    @Inject
    private MilestoneItems items;

    @Inject
    private MilestoneReader reader;

    @Override
    public PageId set(UserId actor, Draft draft) throws CopException
    {
        CopException.requireAccount(actor);
        return this.writer.set(actor, draft);
    }

    @Override
    public PageId edit(UserId actor, Draft draft, String version) throws CopException
    {
        CopException.requireAccount(actor);
        return this.writer.edit(actor, draft, version);
    }

    @Override
    public void state(UserId actor, WikiId wiki, UUID id, Change change) throws CopException
    {
        CopException.requireAccount(actor);
        this.recorder.state(actor, wiki, id, change);
    }

    @Override
    public void tick(UserId actor, WikiId wiki, UUID id, String item, boolean done) throws CopException
    {
        CopException.requireAccount(actor);
        this.recorder.tick(actor, wiki, id, item, done);
    }

    @Override
    public void assign(UserId actor, WikiId wiki, UUID id, Assignment change, Seen seen) throws CopException
    {
        CopException.requireAccount(actor);
        this.items.assign(actor, wiki, id, change, seen);
    }

    @Override
    public void progress(UserId actor, WikiId wiki, UUID id, String now, String seen) throws CopException
    {
        CopException.requireAccount(actor);
        this.recorder.progress(actor, wiki, id, now, seen);
    }

    @Override
    public PageId delete(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        CopException.requireAccount(actor);
        return this.writer.delete(actor, wiki, id);
    }

    @Override
    public Milestone get(UserId reader, WikiId wiki, UUID id) throws CopException
    {
        return this.reader.get(reader, wiki, id);
    }

    @Override
    public Optional<UUID> at(UserId reader, PageId page)
    {
        return this.reader.at(reader, page);
    }

    @Override
    public Slice<Milestone> list(UserId reader, Query query) throws CopException
    {
        return this.reader.list(reader, query);
    }

    @Override
    public List<Milestone> highlights(UserId reader, WikiId wiki, CommunityLocation community)
    {
        return this.reader.highlights(reader, wiki, community);
    }

    @Override
    public Map<UUID, Milestone> find(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        return this.reader.find(reader, wiki, ids);
    }

    @Override
    public Map<UUID, Milestone> checklists(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        return this.reader.checklists(reader, wiki, ids);
    }

    @Override
    public boolean mayManage(UserId actor, WikiId wiki, CommunityId community, UUID holder)
    {
        return this.writer.mayManage(actor, wiki, community, holder);
    }
}
