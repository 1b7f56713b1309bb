/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** Turns a space that the wiki has already into a community, with all the pages that are in it. */
@Role
public interface SpaceAdoption
{
    /**
     * Turns a space into a community. Its home page becomes the community's page and keeps what is written on it, and
     * its rights become those of a community. Doing it again with the same id changes nothing.
     *
     * @param actor who: an administrator of the wiki
     * @param adopted what
     * @return the community, as the actor sees it
     * @throws CopException fields {@code space} (none such, no home page, a community's, one of the wiki's own),
     *             {@code facilitator}, {@code title}, {@code purpose}, {@code domains}, {@code access}; CONFLICT if
     *             somebody changed the home page meanwhile
     */
    CommunityView adopt(UserId actor, AdoptionRequest adopted) throws CopException;

    /**
     * A space that becomes a community.
     *
     * @param id the new community's id, as the form carried it
     * @param space the space
     * @param title the community's name, 3 to 80 characters
     * @param description what it is for, xwiki/2.1, at most 10,000 characters: put in front of what stands on the home
     *            page; may be empty
     * @param domains the topics it is about, as tags
     * @param access who gets in
     * @param facilitator an account: who runs it
     */
    record AdoptionRequest(UUID id, SpaceId space, String title, String description, List<String> domains,
        Visibility access,
        UserId facilitator)
    {
    }
}
