/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.membership;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunitySubpage;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** The invitations of a community, for whoever manages its members. */
@Component
@Named("invitations")
@Singleton
public class InvitationsSubpage implements CommunitySubpage
{
    @Inject
    private MembershipFragments fragments;

    @Override
    public Html print(CommunityView community, String after) throws CopException
    {
        return this.fragments.invitations(community.id(), after, null);
    }
}
