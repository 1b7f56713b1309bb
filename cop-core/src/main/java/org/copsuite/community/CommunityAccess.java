/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Answers which communities a reader may view and who their members are, for capabilities that aggregate over
 * communities.
 */
@Role
public interface CommunityAccess
{
    /**
     * @param reader the reader
     * @param wiki the wiki
     * @return the communities that the reader may view, read in one statement
     */
    Set<CommunityId> visible(UserId reader, WikiId wiki);

    /**
     * Reads the communities with visibility {@code OPEN}, in one statement. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @return their ids, without deleted ones
     */
    Set<CommunityId> open(WikiId wiki);

    /**
     * Filters members of a community in one statement. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param community the community
     * @param people people, at most 1,000
     * @return those who are members
     */
    Set<UserId> members(WikiId wiki, CommunityId community, Collection<UserId> people);

    /**
     * Lists the members of a community page by page. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param community the community
     * @param person the last id of the page before, empty at the start
     * @param limit the maximum number of members
     * @return the members after that one, ordered by id
     */
    List<UserId> members(WikiId wiki, CommunityId community, String person, int limit);

    /**
     * Finds who has been facilitator of a community for longest. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param community the community
     * @return that person; empty if there is none, or if the community is deleted
     */
    Optional<UserId> facilitator(WikiId wiki, CommunityId community);

    /**
     * Lists the members of a community who have a role, in one statement. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param community the community
     * @param role the role
     * @param limit the maximum number of people
     * @return people, ordered by id
     */
    List<UserId> holders(WikiId wiki, CommunityId community, CommunityService.Role role, int limit);

    /**
     * Lists the members of a community whose role has a permission, in one statement. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param community the community
     * @param permission the permission
     * @param after the last id of the previous list, empty at the start
     * @param limit the maximum number of people
     * @return people after that one, ordered by id
     */
    List<UserId> permitted(WikiId wiki, CommunityId community, CommunityPermission permission, String after, int limit);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param communities ids of communities, at most 1,000
     * @return those that the reader may view, read in one statement
     */
    Map<CommunityId, CommunityLocation> find(UserId reader, WikiId wiki, Collection<CommunityId> communities);

    /**
     * Reads names and home pages in one statement. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param communities ids of communities, at most 1,000
     * @return those that exist and are not deleted
     */
    Map<CommunityId, CommunityLocation> existing(WikiId wiki, Collection<CommunityId> communities);

    /**
     * Reads the communities that no active account facilitates, in one statement. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param limit the maximum number of communities
     * @return communities, the oldest first
     */
    List<CommunityLocation> unfacilitated(WikiId wiki, int limit);

    /**
     * The name and the home page of a community.
     *
     * @param id its id
     * @param title its name, plain text
     * @param page its home page
     */
    record CommunityLocation(CommunityId id, String title, PageId page)
    {
    }
}
