/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.endorsement;

import java.time.Instant;
import java.util.UUID;

import org.copsuite.endorsement.EndorsementService.Endorsement;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.Person;

/** An endorsement. */
record EndorsementJson(UUID id, Person from, Person person, String topic, String reason, CommunityId community,
    Instant at,
    boolean mayWithdraw)
{
    static EndorsementJson of(Endorsement endorsement)
    {
        return new EndorsementJson(endorsement.id(), endorsement.from(), endorsement.person(), endorsement.topic(),
            endorsement.reason(), endorsement.community().id(), endorsement.at(), endorsement.mayWithdraw());
    }
}
