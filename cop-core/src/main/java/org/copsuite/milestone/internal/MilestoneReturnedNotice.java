/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.milestone.MilestoneActs;
import org.xwiki.component.annotation.Component;

/** Tells who is responsible for a milestone, and nobody else, that somebody handed an item back. */
@Component
@Named(MilestoneReturnedNotice.NAME)
@Singleton
public class MilestoneReturnedNotice extends AbstractMilestoneItemNotice
{
    static final String NAME = "MILESTONE_RETURNED";

    /** Sets name and act. */
    public MilestoneReturnedNotice()
    {
        super(NAME, MilestoneActs.ITEM_RETURNED);
    }
}
