/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation.internal;

import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.designation.DesignationActs;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.spi.NoticeType;
import org.xwiki.component.annotation.Component;

/** Notifies whoever manages the members of a community of a member who nominates themself. */
@Component
@Named(NominationNotice.NAME)
@Singleton
public class NominationNotice implements NoticeType
{
    static final String NAME = "EXPERT_NOMINATED";

    @Inject
    private DesignationNoticeTargets targets;

    @Inject
    private Provider<CommunityPermissions> permissions;

    @Override
    public String name()
    {
        return NAME;
    }

    @Override
    public String icon()
    {
        return "user_add";
    }

    @Override
    public Set<ActType<?>> acts()
    {
        return Set.of(DesignationActs.NOMINATED);
    }

    @Override
    public Set<ActType<?>> endActs()
    {
        return Set.of(DesignationActs.DESIGNATED, DesignationActs.DECLINED, DesignationActs.ENDED);
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return entry.getActor().equals(entry.getBeneficiary()) ? Optional.of(Audience.of((person, limit) -> this.permissions.get()
            .holders(entry.getWiki(), entry.getCommunity(), CommunityPermission.MANAGE_MEMBERS, person, limit)))
            : Optional.empty();
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
