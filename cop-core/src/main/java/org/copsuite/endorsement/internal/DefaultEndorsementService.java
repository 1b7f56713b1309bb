/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.endorsement.internal;

import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.endorsement.EndorsementService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Refuses guests and delegates. */
@Component
@Singleton
public class DefaultEndorsementService implements EndorsementService
{
    @Inject
    private EndorsementWriter writer;

    @Inject
    private EndorsementReader reader;

    @Override
    public void endorse(UserId actor, Draft draft) throws CopException
    {
        CopException.requireAccount(actor);
        this.writer.endorse(actor, draft);
    }

    @Override
    public UserId withdraw(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        CopException.requireAccount(actor);
        return this.writer.withdraw(actor, wiki, id);
    }

    @Override
    public List<EndorsedTopic> topics(UserId reader, WikiId wiki, UserId person)
    {
        return this.reader.topics(reader, wiki, person);
    }

    @Override
    public Slice<Endorsement> latest(UserId reader, WikiId wiki, CommunityId community, String after, int limit)
        throws CopException
    {
        return this.reader.latest(reader, wiki, community, after, limit);
    }

    @Override
    public Choices choices(UserId actor, WikiId wiki, UserId person)
    {
        return this.writer.choices(actor, wiki, person);
    }
}
