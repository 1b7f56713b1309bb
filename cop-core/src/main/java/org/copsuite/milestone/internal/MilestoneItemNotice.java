/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.time.Duration;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.milestone.MilestoneActs;
import org.xwiki.component.annotation.Component;

/** Notifies who got items of a checklist, once for those that come one after the other. */
@Component
@Named(MilestoneItemNotice.NAME)
@Singleton
public class MilestoneItemNotice extends AbstractMilestoneItemNotice
{
    static final String NAME = "MILESTONE_ITEM";

    /** How long a facilitator takes to give somebody the next item. */
    private static final Duration NEXT = Duration.ofMinutes(5);

    /** Sets name and act. */
    public MilestoneItemNotice()
    {
        super(NAME, MilestoneActs.ITEM_ASSIGNED);
    }

    @Override
    public Duration delay()
    {
        return NEXT;
    }
}
