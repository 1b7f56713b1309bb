/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.feedback.SuggestionService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Refuses guests and delegates. */
@Component
@Singleton
public class DefaultSuggestionService implements SuggestionService
{
    @Inject
    private SuggestionWriter writer;

    @Inject
    private SuggestionReader reader;

    @Override
    public void checkSuggest(UserId actor, WikiId wiki, CommunityId community) throws CopException
    {
        CopException.requireAccount(actor);
        this.writer.checkSuggest(actor, wiki, community);
    }

    @Override
    public void suggest(UserId actor, Draft draft) throws CopException
    {
        CopException.requireAccount(actor);
        this.writer.suggest(actor, draft);
    }

    @Override
    public void vote(UserId actor, WikiId wiki, UUID suggestion, boolean on) throws CopException
    {
        CopException.requireAccount(actor);
        this.writer.vote(actor, wiki, suggestion, on);
    }

    @Override
    public void decide(UserId actor, WikiId wiki, UUID suggestion, State state, String reason, State seen)
        throws CopException
    {
        CopException.requireAccount(actor);
        this.writer.decide(actor, wiki, suggestion, state, reason, seen);
    }

    @Override
    public void delete(UserId actor, WikiId wiki, UUID suggestion) throws CopException
    {
        CopException.requireAccount(actor);
        this.writer.delete(actor, wiki, suggestion);
    }

    @Override
    public SuggestionView get(UserId reader, WikiId wiki, UUID suggestion) throws CopException
    {
        return this.reader.get(reader, wiki, suggestion);
    }

    @Override
    public Slice<SuggestionView> list(UserId reader, WikiId wiki, CommunityId community, State state, String after,
        int limit) throws CopException
    {
        return this.reader.list(reader, wiki, community, state, after, limit);
    }
}
