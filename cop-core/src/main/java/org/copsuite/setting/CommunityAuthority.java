/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/** Decides who sees and changes the settings of a community. Implemented by the capability that has communities. */
@Role
public interface CommunityAuthority
{
    /**
     * @param actor a person
     * @param wiki the wiki
     * @param community a community, existing or not
     * @return whether the person may view the community and moderates it
     */
    boolean facilitates(UserId actor, WikiId wiki, CommunityId community);

    /**
     * @param reader a person
     * @param wiki the wiki
     * @param community a community, existing or not
     * @throws CopException NOT_FOUND if the community does not exist or the person may not view it
     */
    void checkView(UserId reader, WikiId wiki, CommunityId community) throws CopException;
}
