/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunitySubpage;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** The roles of a community. */
@Component
@Named("roles")
@Singleton
public class RolesSubpage implements CommunitySubpage
{
    @Inject
    private RoleFragments fragments;

    @Override
    public Html print(CommunityView community, String after) throws CopException
    {
        return this.fragments.roles(community.id(), after);
    }
}
