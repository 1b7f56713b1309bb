/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.membership;

import java.time.Instant;
import java.util.UUID;

import org.copsuite.ledger.CommunityId;
import org.copsuite.membership.MembershipService.JoinRequest;
import org.copsuite.membership.MembershipService.RequestState;
import org.copsuite.wiki.Person;

/** A request to join a community. */
record JoinRequestJson(UUID id, CommunityId community, String title, Person person, String note, Instant at,
    Instant expires, RequestState state, String answer)
{
    static JoinRequestJson of(JoinRequest request)
    {
        return new JoinRequestJson(request.id(), request.community(), request.title(), request.person(),
            request.note(), request.at(), request.expires(), request.state(), request.answer());
    }
}
