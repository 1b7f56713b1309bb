/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService.Member;
import org.copsuite.community.CommunityService.OwnRole;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * The roles of members: those that a community has of its own, the holders of a role, and who held what since when. A
 * member can hold any number of the community's own roles beside the one role that every member has. Methods throw
 * SIGN_IN for a guest who writes, NOT_FOUND for a community that does not exist or that the reader may not view and for
 * a role that it does not have, FORBIDDEN for a missing permission, and INVALID with the invalid fields.
 */
@Role
public interface CommunityRoles
{
    /** Maximum number of roles that a community has of its own. */
    int OWN_MAXIMUM = 20;

    /** Maximum length of the name of a role, in characters. */
    int NAME_MAXIMUM = 60;

    /** Maximum length of the responsibilities, in characters. */
    int RESPONSIBILITIES_MAXIMUM = 1000;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param community the community
     * @return the roles that it has of its own, in the order in which they were defined
     * @throws CopException as above
     */
    List<OwnRole> own(UserId reader, WikiId wiki, CommunityId community) throws CopException;

    /**
     * Defines a role, or changes one. Permitted with {@code MANAGE_COMMUNITY}, and only with permissions that the actor
     * has. Whoever holds a changed role has its new permissions at once. Repeating the call with the same id changes
     * nothing.
     *
     * @param actor the person
     * @param wiki the wiki
     * @param community the community
     * @param draft the role
     * @throws CopException as above; fields {@code name}, {@code responsibilities}; CONFLICT for too many roles, and if
     *             somebody changed the role since the actor read it
     */
    void define(UserId actor, WikiId wiki, CommunityId community, OwnRoleDraft draft) throws CopException;

    /**
     * Removes a role: nobody holds it any more. Permitted as {@link #define}. Changes nothing for a removed role.
     *
     * @param actor the person
     * @param wiki the wiki
     * @param community the community
     * @param role the id of the role
     * @throws CopException as above
     */
    void remove(UserId actor, WikiId wiki, CommunityId community, UUID role) throws CopException;

    /**
     * Assigns a role to a member. Permitted with {@code MANAGE_MEMBERS}, and only if the actor has its permissions.
     *
     * @param actor the person
     * @param wiki the wiki
     * @param community the community
     * @param role the id of the role
     * @param member the member; field {@code member} if the person is none
     * @throws CopException as above
     */
    void assign(UserId actor, WikiId wiki, CommunityId community, UUID role, UserId member) throws CopException;

    /**
     * Takes a role from a member. Permitted as {@link #assign}. Changes nothing if the member does not hold it.
     *
     * @param actor the person
     * @param wiki the wiki
     * @param community the community
     * @param role the id of the role
     * @param member the member
     * @throws CopException as above
     */
    void unassign(UserId actor, WikiId wiki, CommunityId community, UUID role, UserId member) throws CopException;

    /**
     * Lists the members who hold a role, each by the time of joining.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community the community
     * @param role the name of a role, in any case, or the id of one of the community's own
     * @param after the cursor of the previous list, {@code null} for the first one
     * @param limit the maximum number of members, 1 to 100
     * @return one page of the members
     * @throws CopException as above; field {@code role} for an unknown role
     */
    Slice<Member> holders(UserId reader, WikiId wiki, CommunityId community, String role, String after, int limit)
        throws CopException;

    /**
     * Lists who held which role since when, the latest beginning first. What people held before they left is listed,
     * too.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community the community
     * @param after the cursor of the previous list, {@code null} for the first one
     * @param limit the maximum number of terms, 1 to 100
     * @return one page of the terms
     * @throws CopException as above
     */
    Slice<Term> history(UserId reader, WikiId wiki, CommunityId community, String after, int limit)
        throws CopException;

    /**
     * A new or changed role.
     *
     * @param id its id, from the form
     * @param name its name, 2 to {@link #NAME_MAXIMUM} characters, unique in the community
     * @param responsibilities what its holders do, at most {@link #RESPONSIBILITIES_MAXIMUM} characters
     * @param permissions what it permits
     * @param version the version that the form shows, 0 for a new role
     */
    record OwnRoleDraft(UUID id, String name, String responsibilities, Set<CommunityPermission> permissions,
        long version)
    {
    }

    /**
     * The time in which somebody held a role.
     *
     * @param person the person
     * @param role the role that every member has, {@code null} for one of the community's own
     * @param ownId the id of the role of the community's own, {@code null} for another one
     * @param own the name of the role of the community's own, {@code null} for another one
     * @param since when it began
     * @param until when it ended, {@code null} while it lasts
     * @param by who gave it
     */
    record Term(Person person, CommunityService.Role role, UUID ownId, String own, Instant since, Instant until,
        Person by)
    {
    }
}
