/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation.internal;

import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.designation.DesignationActs;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.spi.NoticeType;
import org.xwiki.component.annotation.Component;

/** Notifies a person whose nomination was declined. */
@Component
@Named(NominationDeclinedNotice.NAME)
@Singleton
public class NominationDeclinedNotice implements NoticeType
{
    static final String NAME = "EXPERT_DECLINED";

    @Inject
    private DesignationNoticeTargets targets;

    @Override
    public String name()
    {
        return NAME;
    }

    @Override
    public String icon()
    {
        return "delete";
    }

    @Override
    public Set<ActType<?>> acts()
    {
        return Set.of(DesignationActs.DECLINED);
    }

    @Override
    public Set<ActType<?>> endActs()
    {
        return Set.of();
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return Optional.of(Audience.of(entry.getBeneficiary()));
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
