/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.time.Instant;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/**
 * Founds communities with the dates and members that they had in another system. Does not check the permissions of whoever
 * calls it. Repeating a call changes nothing, so an interrupted import can be repeated.
 */
@org.xwiki.component.annotation.Role
public interface CommunityImport
{
    /**
     * Founds a community.
     *
     * @param founding what is founded
     * @throws CopException FORBIDDEN if the founder may not found communities; INVALID with the invalid fields; CONFLICT if
     *             its space exists already
     */
    void found(Founding founding) throws CopException;

    /**
     * Makes a person a member. Changes nothing for a member.
     *
     * @param wiki the wiki
     * @param community an existing community
     * @param actor who added the member: the member or a facilitator
     * @param member an account
     * @param role the role
     * @param at when
     * @throws CopException NOT_FOUND for a community that does not exist
     */
    void join(WikiId wiki, CommunityId community, UserId actor, UserId member, Role role, Instant at) throws CopException;

    /**
     * A community to found.
     *
     * @param founder an administrator, who founds it for others and is no member
     * @param facilitator its first member
     * @param draft its values
     * @param live whether it is live; otherwise it is in preparation
     * @param at when
     */
    record Founding(UserId founder, UserId facilitator, CommunityDraft draft, boolean live, Instant at)
    {
    }
}
