/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.designation;

import java.time.Instant;
import java.util.UUID;

import org.copsuite.designation.DesignationService.Designation;
import org.copsuite.designation.DesignationService.State;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.Person;

/** A nomination or designation. */
record DesignationJson(UUID id, CommunityId community, Person person, String topic, String note, State state, Instant at,
    boolean mayDecide, boolean mayEnd)
{
    static DesignationJson of(Designation one)
    {
        return new DesignationJson(one.id(), one.community().id(), one.person(), one.topic(), one.note(), one.state(),
            one.at(), one.mayDecide(), one.mayEnd());
    }
}
