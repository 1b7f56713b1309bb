/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

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

/**
 * Tells who is responsible for a milestone, and nobody else, that somebody handed an item back: the last one of a milestone
 * replaces those before, since its page shows them all.
 */
@Component
@Named(MilestoneReturnedNotice.NAME)
@Singleton
public class MilestoneReturnedNotice extends AbstractPersonalNotice
{
    static final String NAME = "MILESTONE_RETURNED";

    @Inject
    private MilestoneNoticeTargets targets;

    /** Sets name, icon and acts. */
    public MilestoneReturnedNotice()
    {
        super(NAME, "flag", MilestoneActs.ITEM_RETURNED, MilestoneActs.DELETED);
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
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
