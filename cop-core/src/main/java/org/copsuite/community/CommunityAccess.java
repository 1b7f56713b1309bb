/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** What a capability needs that counts over communities: which of them a reader may know of, and who is in one. */
@Role
public interface CommunityAccess
{
    /**
     * @param reader who reads
     * @param wiki the wiki
     * @return the communities that the reader may view, in one statement
     */
    Set<UUID> visible(UserId reader, String wiki);

    /**
     * NOT permission-filtered.
     *
     * @param wiki the wiki
     * @return the communities that are open to everybody by their own setting, in one statement
     */
    Set<UUID> open(String wiki);

    /**
     * @param wiki the wiki
     * @param community which community
     * @param people who, at most 1,000
     * @return those of them who are members, in one statement
     */
    Set<UserId> members(String wiki, UUID community, Collection<UserId> people);

    /**
     * @param reader who reads
     * @param wiki the wiki
     * @param communities which, at most 1,000
     * @return those of them that the reader may view, in one statement
     */
    Map<UUID, CommunityLocation> find(UserId reader, String wiki, Collection<UUID> communities);

    /**
     * What a community is called and where it is.
     *
     * @param id its id
     * @param title its name, plain text
     * @param page its home page
     */
    record CommunityLocation(UUID id, String title, PageId page)
    {
    }
}
