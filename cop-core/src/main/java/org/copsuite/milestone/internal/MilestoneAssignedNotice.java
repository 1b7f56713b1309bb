/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.spi.NoticeType;
import org.xwiki.component.annotation.Component;

/** Notifies who was named as the owner or as one of the people of a milestone. */
@Component
@Named(MilestoneAssignedNotice.NAME)
@Singleton
public class MilestoneAssignedNotice implements NoticeType
{
    static final String NAME = "MILESTONE_ASSIGNED";

    @Inject
    private MilestoneNoticeTargets targets;

    @Override
    public String name()
    {
        return NAME;
    }

    @Override
    public String icon()
    {
        return "flag";
    }

    @Override
    public Set<ActType<?>> acts()
    {
        return Set.of(MilestoneActs.ASSIGNED);
    }

    @Override
    public Set<ActType<?>> endActs()
    {
        return Set.of(MilestoneActs.DELETED);
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return entry.getWeight() == 0 ? Optional.empty() : Optional.of(Audience.of(entry.getBeneficiary()));
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
