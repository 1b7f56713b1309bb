/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityWatch;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.spi.AbstractNoticeType;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.xwiki.component.annotation.Component;

/** Announces a reached milestone to its people and to who watches the community, the first time that it is reached. */
@Component
@Named(MilestoneReachedNotice.NAME)
@Singleton
public class MilestoneReachedNotice extends AbstractNoticeType
{
    static final String NAME = "MILESTONE_REACHED";

    @Inject
    private MilestoneNoticeTargets targets;

    /** Sets name, icon and acts. */
    public MilestoneReachedNotice()
    {
        super(NAME, "flag", Set.of(MilestoneActs.REACHED), Set.of(MilestoneActs.DELETED));
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        if (entry.getWeight() == 0) {
            return Optional.empty();
        }
        Audience people = Audience.of(entry.detail(MilestoneActs.REACHED));
        return Optional.of(new Audience(null, people.sources(),
            List.of(CommunityWatch.of(entry.getWiki(), entry.getCommunity())), null));
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
