/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.rota.RotaService;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Delegates to those who plan, swap and read. */
@Component
@Singleton
public class DefaultRotaService implements RotaService
{
    @Inject
    private RotaWriter writer;

    @Inject
    private RotaSwaps swaps;

    @Inject
    private RotaReader reader;

    @Override
    public void plan(UserId actor, Plan plan, String version) throws CopException
    {
        this.writer.plan(actor, plan, version);
    }

    @Override
    public void end(UserId actor, WikiId wiki, CommunityId community) throws CopException
    {
        this.writer.end(actor, wiki, community);
    }

    @Override
    public void checkSwaps(UserId actor, WikiId wiki, CommunityId community) throws CopException
    {
        this.swaps.check(actor, wiki, community);
    }

    @Override
    public void propose(UserId actor, WikiId wiki, CommunityId community, SwapDraft swap) throws CopException
    {
        this.swaps.propose(actor, wiki, community, swap);
    }

    @Override
    public void checkAnswer(UserId actor, WikiId wiki, CommunityId community, UUID swap) throws CopException
    {
        this.swaps.checkAnswer(actor, wiki, community, swap);
    }

    @Override
    public void answer(UserId actor, WikiId wiki, CommunityId community, UUID swap, boolean accepted) throws CopException
    {
        this.swaps.answer(actor, wiki, community, swap, accepted);
    }

    @Override
    public void withdraw(UserId actor, WikiId wiki, CommunityId community, UUID swap) throws CopException
    {
        this.swaps.withdraw(actor, wiki, community, swap);
    }

    @Override
    public Optional<Rota> of(UserId reader, WikiId wiki, CommunityId community) throws CopException
    {
        return this.reader.of(reader, wiki, community);
    }
}
