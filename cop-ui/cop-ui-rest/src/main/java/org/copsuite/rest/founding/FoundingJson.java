/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.founding;

import java.time.Instant;
import java.util.List;

import org.copsuite.community.CommunityService.Role;
import org.copsuite.founding.FoundingService.Draft;
import org.copsuite.ledger.CommunityId;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/** A draft of a community. */
record FoundingJson(CommunityId id, @Nullable PageId template, String title, String purpose, List<String> domains,
    String welcome, String guidelines, List<IncludedJson> people, Instant updated)
{
    static FoundingJson of(Draft draft)
    {
        return new FoundingJson(draft.id(), draft.description().template(), draft.description().title(),
            draft.description().purpose(), draft.description().domains(), draft.description().welcome(),
            draft.description().guidelines(),
            draft.people().stream().map(one -> new IncludedJson(one.person(), one.role())).toList(), draft.updated());
    }

    /** Somebody who becomes a member. */
    record IncludedJson(Person person, Role role)
    {
    }
}
