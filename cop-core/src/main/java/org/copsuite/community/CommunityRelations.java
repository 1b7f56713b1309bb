/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.util.List;

import org.copsuite.CopException;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/** Finds communities that have people or topics in common. */
@Role
public interface CommunityRelations
{
    /** Maximum number of related communities. */
    int MAXIMUM = 20;

    /**
     * Finds the communities with which a community has most in common; a topic counts as much as five people. Communities
     * in preparation are left out. Reads at most two statements: whether anything was written since the last time, and one
     * that reads the 500 candidates with the most people in common.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community a community
     * @param limit the maximum number of communities, 1 to {@link #MAXIMUM}
     * @return related communities that the reader may view, those with most in common first
     * @throws CopException NOT_FOUND if the community does not exist or if the reader may not view it
     */
    List<Related> related(UserId reader, WikiId wiki, CommunityId community, int limit) throws CopException;

    /**
     * A related community, and why it is one.
     *
     * @param community the community
     * @param people the number of members in common
     * @param topics the topics in common
     */
    record Related(CommunityLocation community, int people, List<String> topics)
    {
        /** Copies the list. */
        public Related
        {
            topics = List.copyOf(topics);
        }
    }
}
