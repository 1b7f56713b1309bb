/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting;

import java.util.UUID;

import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** Decides who changes the settings of a community. Implemented by the capability that has communities. */
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
}
