/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.membership;

import java.time.Instant;
import java.util.UUID;

import org.copsuite.ledger.CommunityId;
import org.copsuite.membership.InvitationKind;
import org.copsuite.membership.MembershipService.InvitationState;
import org.copsuite.membership.MembershipService.Offer;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.Person;

/** An invitation, for whom it addresses. */
record OfferJson(UUID id, @Nullable CommunityId community, @Nullable String title, InvitationKind kind, Person inviter,
    String note, Instant expires, InvitationState state)
{
    static OfferJson of(Offer offer)
    {
        return new OfferJson(offer.id(), offer.community(), offer.title(), offer.kind(), offer.inviter(), offer.note(),
            offer.expires(), offer.state());
    }
}
