/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.milestone.MilestoneActs;
import org.copsuite.spi.AbstractPersonalNotice;
import org.copsuite.spi.NoticeTargets;
import org.xwiki.component.annotation.Component;

/** Notifies who was named as the owner or as one of the people of a milestone. */
@Component
@Named(MilestoneAssignedNotice.NAME)
@Singleton
public class MilestoneAssignedNotice extends AbstractPersonalNotice
{
    static final String NAME = "MILESTONE_ASSIGNED";

    @Inject
    private MilestoneNoticeTargets targets;

    /** Sets name, icon and acts. */
    public MilestoneAssignedNotice()
    {
        super(NAME, "flag", MilestoneActs.ASSIGNED, MilestoneActs.DELETED);
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
