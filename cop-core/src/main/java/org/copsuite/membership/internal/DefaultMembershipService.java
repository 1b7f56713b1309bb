/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.ledger.CommunityId;
import org.copsuite.membership.MembershipService;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Refuses guests and delegates. */
@Component
@Singleton
public class DefaultMembershipService implements MembershipService
{
    @Inject
    private JoinRequests requests;

    @Inject
    private InvitationWriter writer;

    @Inject
    private InvitationReader reader;

    @Override
    public void request(UserId actor, WikiId wiki, RequestDraft request) throws CopException
    {
        CopException.requireAccount(actor);
        this.requests.request(actor, wiki, request);
    }

    @Override
    public CommunityId withdrawRequest(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        CopException.requireAccount(actor);
        return this.requests.withdraw(actor, wiki, id);
    }

    @Override
    public CommunityId answer(UserId actor, WikiId wiki, UUID id, Boolean accept, String answer) throws CopException
    {
        CopException.requireAccount(actor);
        return this.requests.answer(actor, wiki, id, accept, answer);
    }

    @Override
    public Slice<JoinRequest> requests(UserId reader, WikiId wiki, CommunityId community, String after, int limit)
        throws CopException
    {
        return this.requests.open(reader, wiki, community, after, limit);
    }

    @Override
    public List<JoinRequest> ownRequests(UserId reader, WikiId wiki)
    {
        return this.requests.own(reader, wiki);
    }

    @Override
    public Optional<JoinRequest> ownRequest(UserId reader, WikiId wiki, CommunityId community)
    {
        return this.requests.own(reader, wiki, community);
    }

    @Override
    public Optional<String> invite(UserId actor, WikiId wiki, InvitationDraft draft) throws CopException
    {
        CopException.requireAccount(actor);
        return this.writer.invite(actor, wiki, draft);
    }

    @Override
    public String newSecret()
    {
        return LinkSecret.create();
    }

    @Override
    public CommunityId withdrawInvitation(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        CopException.requireAccount(actor);
        return this.writer.withdraw(actor, wiki, id);
    }

    @Override
    public Slice<Invitation> invitations(UserId reader, WikiId wiki, CommunityId community, String after, int limit)
        throws CopException
    {
        return this.reader.of(reader, wiki, community, after, limit);
    }

    @Override
    public List<Offer> offers(UserId reader, WikiId wiki)
    {
        return this.reader.offers(reader, wiki);
    }

    @Override
    public List<Offer> offers(UserId reader, WikiId wiki, CommunityId community)
    {
        return this.reader.offers(reader, wiki, community);
    }

    @Override
    public Offer offer(UserId reader, WikiId wiki, UUID id, String secret) throws CopException
    {
        CopException.requireAccount(reader);
        return this.reader.offer(reader, wiki, id, secret);
    }

    @Override
    public CommunityId accept(UserId actor, WikiId wiki, UUID id, String secret) throws CopException
    {
        CopException.requireAccount(actor);
        return this.writer.accept(actor, wiki, id, secret);
    }

    @Override
    public void decline(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        CopException.requireAccount(actor);
        this.writer.decline(actor, wiki, id);
    }
}
