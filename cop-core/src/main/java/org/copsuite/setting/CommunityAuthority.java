/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting;

import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.wiki.UserId;
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
    boolean facilitates(UserId actor, String wiki, UUID community);

    /**
     * @param reader a person
     * @param wiki the wiki
     * @param community a community, existing or not
     * @throws CopException NOT_FOUND if the community does not exist or the person may not view it
     */
    void checkView(UserId reader, String wiki, UUID community) throws CopException;
}
