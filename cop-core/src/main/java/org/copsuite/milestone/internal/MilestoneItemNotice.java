/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.spi.AbstractPersonalNotice;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.xwiki.component.annotation.Component;

/** Notifies who got items of a checklist: once for a milestone, since several items come one after the other. */
@Component
@Named(MilestoneItemNotice.NAME)
@Singleton
public class MilestoneItemNotice extends AbstractPersonalNotice
{
    static final String NAME = "MILESTONE_ITEM";

    /** How long a facilitator takes to give somebody the next item. */
    private static final Duration NEXT = Duration.ofMinutes(5);

    @Inject
    private MilestoneNoticeTargets targets;

    /** Sets name, icon and acts. */
    public MilestoneItemNotice()
    {
        super(NAME, "flag", MilestoneActs.ITEM_ASSIGNED, MilestoneActs.DELETED);
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return entry.getBeneficiary() == null ? Optional.empty()
            : super.audience(entry).map(audience -> audience.about(entry.getSubject()));
    }

    @Override
    public Set<String> replaces()
    {
        return Set.of(NAME);
    }

    @Override
    public Duration delay()
    {
        return NEXT;
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
