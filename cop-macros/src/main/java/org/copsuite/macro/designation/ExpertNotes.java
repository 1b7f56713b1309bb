/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.designation;

import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.MemberNotes;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Says beside members of what they are designated experts. */
@Component
@Named("experts")
@Singleton
public class ExpertNotes implements MemberNotes
{
    @Inject
    private DesignationFragments fragments;

    @Override
    public Map<UserId, Html> print(CommunityView community, List<UserId> members)
    {
        return this.fragments.members(community, members);
    }
}
