/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Requests to join communities, and invitations. Managing them requires {@code MANAGE_MEMBERS} in the community.
 * Methods throw SIGN_IN for a guest, NOT_FOUND for what does not exist or does not concern the actor, FORBIDDEN for a
 * missing permission in a community that the actor may view, INVALID with the invalid fields, and CONFLICT with a sentence if
 * the state does not allow the act. Repeating a call with the same id changes nothing.
 */
@Role
public interface MembershipService
{
    /** Maximum length of a note and of an answer, in characters. */
    int NOTE_MAXIMUM = 500;

    /** Maximum number of requests of a person in a community, and of invitations of a person, within 30 days. */
    int REPEATS_MAXIMUM = 3;

    /** Maximum number of open invitations of a community. */
    int INVITATIONS_MAXIMUM = 200;

    /** Maximum number of days until a link expires. */
    int DAYS_MAXIMUM = 365;

    /** Maximum number of accounts that can use a link. */
    int USES_MAXIMUM = 1000;

    /** Maximum number of wrong secrets of an account in an hour on one node. */
    int GUESSES_MAXIMUM = 20;

    /**
     * Asks to join a community that is joined on request. Changes nothing for a member.
     *
     * @param actor who asks
     * @param wiki the wiki
     * @param request the request
     * @throws CopException as above; field {@code note}; FORBIDDEN where people do not join on request; CONFLICT if a
     *             request of the actor is open, or for too many within 30 days
     */
    void request(UserId actor, WikiId wiki, RequestDraft request) throws CopException;

    /**
     * Withdraws an own request. Changes nothing if it is not open.
     *
     * @param actor who asked
     * @param wiki the wiki
     * @param id the request
     * @return its community
     * @throws CopException as above
     */
    CommunityId withdrawRequest(UserId actor, WikiId wiki, UUID id) throws CopException;

    /**
     * Accepts or declines a request. Whoever is accepted is a member at once.
     *
     * @param actor who answers
     * @param wiki the wiki
     * @param id the request
     * @param accept whether to accept it; {@code null} is refused
     * @param answer a text for whoever asked, at most {@link #NOTE_MAXIMUM} characters, may be empty
     * @return its community
     * @throws CopException as above; fields {@code accept}, {@code answer}; CONFLICT for a request that is answered
     *             otherwise, withdrawn or expired, or whose account no longer exists
     */
    CommunityId answer(UserId actor, WikiId wiki, UUID id, Boolean accept, String answer) throws CopException;

    /**
     * Lists the open requests of a community, oldest first, for whoever manages its members.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community the community
     * @param after the cursor of the previous list, {@code null} for the first one
     * @param limit the maximum number of requests, 1 to 100
     * @return one page of the requests
     * @throws CopException as above; INVALID for a cursor of another list
     */
    Slice<JoinRequest> requests(UserId reader, WikiId wiki, CommunityId community, String after, int limit)
        throws CopException;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @return the reader's own requests in communities that the reader may view, newest first, at most 50
     */
    List<JoinRequest> ownRequests(UserId reader, WikiId wiki);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param community a community that the reader may view
     * @return the reader's latest request in it
     */
    Optional<JoinRequest> ownRequest(UserId reader, WikiId wiki, CommunityId community);

    /**
     * Invites a person, a group or whoever has a link.
     *
     * @param actor who invites
     * @param wiki the wiki
     * @param draft the invitation
     * @return the secret of a link; empty for another kind
     * @throws CopException as above; fields {@code kind}, {@code person}, {@code group}, {@code days}, {@code uses},
     *             {@code note}, {@code secret}; CONFLICT for too many invitations
     */
    Optional<String> invite(UserId actor, WikiId wiki, InvitationDraft draft) throws CopException;

    /** @return a new secret for the form that invites by link */
    String newSecret();

    /**
     * Withdraws an invitation. Whoever has accepted it stays a member.
     *
     * @param actor who manages the members
     * @param wiki the wiki
     * @param id the invitation
     * @return its community
     * @throws CopException as above
     */
    CommunityId withdrawInvitation(UserId actor, WikiId wiki, UUID id) throws CopException;

    /**
     * Lists the invitations of a community, newest first, for whoever manages its members.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community the community
     * @param after the cursor of the previous list, {@code null} for the first one
     * @param limit the maximum number of invitations, 1 to 100
     * @return one page of the invitations
     * @throws CopException as above; INVALID for a cursor of another list
     */
    Slice<Invitation> invitations(UserId reader, WikiId wiki, CommunityId community, String after, int limit)
        throws CopException;

    /**
     * Lists the open invitations that address the reader or a group of the reader and that the reader has not answered.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @return the invitations, newest first, at most 50 of people and 50 of groups
     */
    List<Offer> offers(UserId reader, WikiId wiki);

    /**
     * As {@link #offers(UserId, WikiId)}, for one community.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community the community
     * @return its open invitations, the newest first
     */
    List<Offer> offers(UserId reader, WikiId wiki, CommunityId community);

    /**
     * Reads an invitation for whom it addresses.
     *
     * @param reader an account
     * @param wiki the wiki
     * @param id the invitation
     * @param secret the secret of a link; {@code null} for another kind
     * @return the invitation; it names the community only if it is open
     * @throws CopException as above; CONFLICT after too many wrong secrets
     */
    Offer offer(UserId reader, WikiId wiki, UUID id, String secret) throws CopException;

    /**
     * Accepts an invitation: the actor becomes a member. Each account uses it once. Changes nothing for a member.
     *
     * @param actor whom it addresses
     * @param wiki the wiki
     * @param id the invitation
     * @param secret the secret of a link; {@code null} for another kind
     * @return its community
     * @throws CopException as above; CONFLICT if it is withdrawn, expired, used up, or used by the actor before, and
     *             after too many wrong secrets
     */
    CommunityId accept(UserId actor, WikiId wiki, UUID id, String secret) throws CopException;

    /**
     * Declines an invitation of a person or of a group. Changes nothing if the actor has answered it.
     *
     * @param actor whom it addresses
     * @param wiki the wiki
     * @param id the invitation
     * @throws CopException as above
     */
    void decline(UserId actor, WikiId wiki, UUID id) throws CopException;

    /** The state of a request. Names are stored, except {@code EXPIRED}. */
    enum RequestState
    {
        /** It waits for an answer. */
        OPEN,
        /** Whoever asked became a member. */
        ACCEPTED,
        /** It was declined. */
        DECLINED,
        /** Whoever asked withdrew it. */
        WITHDRAWN,
        /** Nobody answered it in time. */
        EXPIRED
    }

    /** The state of an invitation. */
    enum InvitationState
    {
        /** It can be accepted. */
        OPEN,
        /** The invited person accepted it. */
        ACCEPTED,
        /** The invited person declined it. */
        DECLINED,
        /** It was withdrawn. */
        WITHDRAWN,
        /** As many accounts as it allows have used it. */
        USED_UP,
        /** Its time is over. */
        EXPIRED
    }

    /**
     * A new request.
     *
     * @param id its id, from the form
     * @param community the community
     * @param note why, at most {@link #NOTE_MAXIMUM} characters, may be empty
     */
    record RequestDraft(UUID id, CommunityId community, String note)
    {
    }

    /**
     * A request.
     *
     * @param id its id
     * @param community its community
     * @param title the name of the community
     * @param person who asks
     * @param note why
     * @param at when
     * @param expires when it expires if nobody answers
     * @param state its state
     * @param answer the answer, empty if there is none
     */
    record JoinRequest(UUID id, CommunityId community, String title, Person person, String note, Instant at,
        Instant expires, RequestState state, String answer)
    {
    }

    /**
     * A new invitation.
     *
     * @param id its id, from the form
     * @param community the community
     * @param kind whom it addresses
     * @param person the invited account; ignored for another kind
     * @param group the name of a group of the wiki; ignored for another kind
     * @param note a line for whom it addresses, at most {@link #NOTE_MAXIMUM} characters, may be empty
     * @param days after how many days a link expires, 1 to {@link #DAYS_MAXIMUM}; otherwise the setting decides
     * @param uses how many accounts can use a link, 1 to {@link #USES_MAXIMUM}; ignored for another kind
     * @param secret the secret of a link, 32 bytes as base64url without padding, so that a form that is sent twice
     *            gives one link; {@code null} for a new one
     */
    record InvitationDraft(UUID id, CommunityId community, InvitationKind kind, UserId person, String group,
        String note, int days, int uses, String secret)
    {
    }

    /**
     * An invitation as whoever manages the members sees it.
     *
     * @param id its id
     * @param kind whom it addresses
     * @param person the invited person, {@code null} for another kind
     * @param group the name of the group, {@code null} for another kind
     * @param note a line for whom it addresses
     * @param inviter who invites
     * @param at when
     * @param expires when it expires
     * @param limit how many accounts can accept it
     * @param accepted how many have
     * @param declined how many have declined it
     * @param state its state
     */
    record Invitation(UUID id, InvitationKind kind, Person person, String group, String note, Person inviter,
        Instant at, Instant expires, int limit, int accepted, int declined, InvitationState state)
    {
    }

    /**
     * An invitation as whom it addresses sees it.
     *
     * @param id its id
     * @param community the community, {@code null} if the invitation is not open
     * @param title the name of the community, {@code null} if the invitation is not open
     * @param kind whom it addresses
     * @param inviter who invites
     * @param note a line from the inviter
     * @param expires when it expires
     * @param state its state, for the reader
     */
    record Offer(UUID id, CommunityId community, String title, InvitationKind kind, Person inviter, String note,
        Instant expires, InvitationState state)
    {
        /** @return whether the reader can accept it */
        public boolean open()
        {
            return this.state == InvitationState.OPEN;
        }
    }
}
