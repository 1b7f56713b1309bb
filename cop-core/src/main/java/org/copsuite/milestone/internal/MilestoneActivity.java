/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.spi.ActivityType;
import org.copsuite.spi.NoticeTargets;
import org.xwiki.component.annotation.Component;

/** New and reached milestones as activity. */
@Component
@Named("milestone")
@Singleton
public class MilestoneActivity implements ActivityType
{
    @Inject
    private MilestoneNoticeTargets targets;

    @Override
    public Set<ActType<?>> acts()
    {
        return Set.of(MilestoneActs.SET, MilestoneActs.REACHED);
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
