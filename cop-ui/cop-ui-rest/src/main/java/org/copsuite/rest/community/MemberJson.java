/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.community;

import java.time.Instant;

import org.copsuite.community.CommunityService.Member;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.wiki.Person;

/** A member of a community. */
record MemberJson(Person person, Role role, Instant since)
{
    static MemberJson of(Member member)
    {
        return new MemberJson(member.person(), member.role(), member.since());
    }
}
