/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.community;

import java.time.Instant;
import java.util.List;

import org.copsuite.community.CommunityService.Member;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.wiki.Person;

/** A member of a community. */
record MemberJson(Person person, Role role, Instant since, List<OwnRoleJson> own)
{
    static MemberJson of(Member member)
    {
        return new MemberJson(member.person(), member.role(), member.since(),
            member.own().stream().map(OwnRoleJson::of).toList());
    }
}
