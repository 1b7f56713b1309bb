/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.membership;

import java.time.Instant;
import java.util.UUID;

import org.copsuite.membership.InvitationKind;
import org.copsuite.membership.MembershipService.Invitation;
import org.copsuite.membership.MembershipService.InvitationState;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.Person;

/** An invitation, for whoever manages the members. */
record InvitationJson(UUID id, InvitationKind kind, @Nullable Person person, @Nullable String group, String note,
    Person inviter, Instant at, Instant expires, int limit, int accepted, int declined, InvitationState state)
{
    static InvitationJson of(Invitation invitation)
    {
        return new InvitationJson(invitation.id(), invitation.kind(), invitation.person(), invitation.group(),
            invitation.note(), invitation.inviter(), invitation.at(), invitation.expires(), invitation.limit(),
            invitation.accepted(), invitation.declined(), invitation.state());
    }
}
