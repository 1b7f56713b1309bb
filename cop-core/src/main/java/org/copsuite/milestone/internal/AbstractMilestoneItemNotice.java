/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.spi.AbstractPersonalNotice;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;

/**
 * A type of notices about items of a checklist. The last one about a milestone replaces those before, since its page shows
 * them all.
 */
abstract class AbstractMilestoneItemNotice extends AbstractPersonalNotice
{
    @Inject
    private MilestoneNoticeTargets targets;

    AbstractMilestoneItemNotice(String name, ActType<?> act)
    {
        super(name, "flag", act, MilestoneActs.DELETED);
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
        return Set.of(name());
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
