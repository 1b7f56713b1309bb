/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
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
    Set<UUID> visible(UserId reader, String wiki);

    /**
     * Reads the communities with visibility {@code OPEN}, in one statement. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @return their ids, without deleted ones
     */
    Set<UUID> open(String wiki);

    /**
     * Filters members of a community in one statement. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param community the community
     * @param people people, at most 1,000
     * @return those who are members
     */
    Set<UserId> members(String wiki, UUID community, Collection<UserId> people);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param communities ids of communities, at most 1,000
     * @return those that the reader may view, read in one statement
     */
    Map<UUID, CommunityLocation> find(UserId reader, String wiki, Collection<UUID> communities);

    /**
     * The name and the home page of a community.
     *
     * @param id its id
     * @param title its name, plain text
     * @param page its home page
     */
    record CommunityLocation(UUID id, String title, PageId page)
    {
    }
}
