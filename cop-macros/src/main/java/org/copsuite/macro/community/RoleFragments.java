/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import java.util.Arrays;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityRoles;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Member;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Prints the roles of a community, their holders, and who held what. */
@Component(roles = RoleFragments.class)
@Singleton
public class RoleFragments
{
    private static final int TERMS = 30;

    private static final String COMMUNITY = "community";

    @Inject
    private Printer printer;

    @Inject
    private Provider<CommunityRoles> roles;

    @Inject
    private Provider<CommunityService> communities;

    /**
     * @param community a community that the reader may view
     * @param role the name of a role, empty for all members
     * @param limit the maximum number of members
     * @return the holders of the role, without any form
     * @throws CopException INVALID for an unknown role
     */
    Html list(CommunityView community, String role, int limit) throws CopException
    {
        Slice<Member> members = role.isEmpty()
            ? this.communities.get().members(this.printer.reader(), community.id(), null, limit)
            : this.roles.get().holders(this.printer.reader(), this.printer.wiki(), community.id(), role, null, limit);
        return this.printer.print("community/memberslist", COMMUNITY, community, "members", members);
    }

    /**
     * @param id the community
     * @param after the cursor of the history, {@code null} at the start
     * @return its roles with responsibilities and permissions, the forms that change them, and who held what
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it; INVALID for a
     *            cursor of another list
     */
    public Html roles(CommunityId id, String after) throws CopException
    {
        CommunityView community = this.communities.get().get(this.printer.reader(), this.printer.wiki(), id);
        return this.printer.print("community/roles", COMMUNITY, community, "roles", Role.values(), "own",
            this.roles.get().own(this.printer.reader(), this.printer.wiki(), id), "permissions",
            Arrays.stream(CommunityPermission.values()).filter(community.permissions()::contains).toList(), "terms",
            this.roles.get().history(this.printer.reader(), this.printer.wiki(), id, after, TERMS));
    }
}
