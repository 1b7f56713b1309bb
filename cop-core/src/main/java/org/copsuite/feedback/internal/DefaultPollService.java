/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.feedback.PollService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Refuses guests and delegates. */
@Component
@Singleton
public class DefaultPollService implements PollService
{
    @Inject
    private PollWriter writer;

    @Inject
    private PollReader reader;

    @Override
    public void checkStart(UserId actor, WikiId wiki, CommunityId community) throws CopException
    {
        CopException.requireAccount(actor);
        this.writer.checkStart(actor, wiki, community);
    }

    @Override
    public void start(UserId actor, Draft draft) throws CopException
    {
        CopException.requireAccount(actor);
        this.writer.start(actor, draft);
    }

    @Override
    public void vote(UserId actor, WikiId wiki, UUID poll, List<Integer> choices) throws CopException
    {
        CopException.requireAccount(actor);
        this.writer.vote(actor, wiki, poll, choices);
    }

    @Override
    public void close(UserId actor, WikiId wiki, UUID poll) throws CopException
    {
        CopException.requireAccount(actor);
        this.writer.close(actor, wiki, poll);
    }

    @Override
    public CommunityId delete(UserId actor, WikiId wiki, UUID poll) throws CopException
    {
        CopException.requireAccount(actor);
        return this.writer.delete(actor, wiki, poll);
    }

    @Override
    public PollView get(UserId reader, WikiId wiki, UUID poll) throws CopException
    {
        return this.reader.get(reader, wiki, poll);
    }

    @Override
    public Slice<PollView> list(UserId reader, WikiId wiki, CommunityId community, String after, int limit)
        throws CopException
    {
        return this.reader.list(reader, wiki, community, after, limit);
    }

    @Override
    public List<PollView> current(UserId reader, CommunityView community, int limit)
    {
        return this.reader.current(reader, community, limit);
    }
}
