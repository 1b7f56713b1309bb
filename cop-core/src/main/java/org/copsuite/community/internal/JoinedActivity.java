/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityActs;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.ActivityType;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.spi.NoticeType;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** New members as activity. */
@Component
@Named("joined")
@Singleton
public class JoinedActivity implements ActivityType
{
    @Inject
    @Named(AddedNotice.NAME)
    private NoticeType notices;

    @Override
    public Set<ActType<?>> acts()
    {
        return Set.of(CommunityActs.JOINED);
    }

    @Override
    public UserId person(LedgerEntry entry)
    {
        return entry.getBeneficiary();
    }

    @Override
    public NoticeTargets targets()
    {
        return this.notices.targets();
    }
}
