/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.community;

import java.time.Instant;

import org.copsuite.community.CommunityRoles.Term;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.Person;

/** The time in which somebody held a role. */
record TermJson(Person person, @Nullable Role role, @Nullable String own, Instant since, @Nullable Instant until,
    Person by)
{
    static TermJson of(Term term)
    {
        return new TermJson(term.person(), term.role(), term.own(), term.since(), term.until(), term.by());
    }
}
