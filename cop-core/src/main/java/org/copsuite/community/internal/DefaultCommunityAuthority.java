/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.setting.CommunityAuthority;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Asks the service of communities. */
@Component
@Singleton
public class DefaultCommunityAuthority implements CommunityAuthority
{
    @Inject
    private CommunityService communities;

    @Override
    public boolean facilitates(UserId actor, WikiId wiki, CommunityId community)
    {
        try {
            return this.communities.get(actor, wiki, community).mayRun();
        } catch (CopException e) {
            // NOT_FOUND, also for a community that the actor may not view.
            return false;
        }
    }

    @Override
    public void checkView(UserId reader, WikiId wiki, CommunityId community) throws CopException
    {
        this.communities.get(reader, wiki, community);
    }
}
