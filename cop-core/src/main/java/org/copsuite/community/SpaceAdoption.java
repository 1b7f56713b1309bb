/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.util.List;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** Turns an existing space of the wiki into a community, with all its pages. */
@Role
public interface SpaceAdoption
{
    /**
     * Turns a space into a community. Its home page becomes the home page of the community and keeps its text, and its
     * rights are replaced by those of a community. Repeating the call with the same id changes nothing.
     *
     * @param actor an administrator of the wiki
     * @param adopted the space and the values of the community
     * @return the community, as the actor sees it
     * @throws CopException SIGN_IN or FORBIDDEN; fields {@code space} (missing, without a home page, overlapping a
     *            community, or a system space), {@code facilitator}, {@code title}, {@code purpose}, {@code domains},
     *            {@code access}; CONFLICT if somebody changed the home page meanwhile
     */
    CommunityView adopt(UserId actor, AdoptionRequest adopted) throws CopException;

    /**
     * A space to turn into a community.
     *
     * @param id the id of the new community, from the form
     * @param space the space
     * @param title the name of the community, 3 to 80 characters
     * @param description its purpose, xwiki/2.1, at most 10,000 characters, inserted before the existing text of the
     *            home page; may be empty
     * @param domains its topics, as tags
     * @param access its visibility
     * @param joining how people join; {@code null} for what is usual for the visibility
     * @param facilitator the account that becomes its facilitator
     */
    record AdoptionRequest(CommunityId id, SpaceId space, String title, String description, List<String> domains,
        Visibility access, Joining joining, UserId facilitator)
    {
        /**
         * Leaves how people join as it is usual for the visibility.
         *
         * @param id the id of the new community
         * @param space the space
         * @param title the name of the community
         * @param description its purpose
         * @param domains its topics
         * @param access its visibility
         * @param facilitator the account that becomes its facilitator
         */
        public AdoptionRequest(CommunityId id, SpaceId space, String title, String description, List<String> domains,
            Visibility access, UserId facilitator)
        {
            this(id, space, title, description, domains, access, null, facilitator);
        }
    }
}
