/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation.internal;

import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.designation.DesignationActs;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.Audience;
import org.xwiki.component.annotation.Component;

/** Notifies whoever manages the members of a community of a member who nominates themself. */
@Component
@Named(NominationNotice.NAME)
@Singleton
public class NominationNotice extends AbstractDesignationNotice
{
    static final String NAME = "EXPERT_NOMINATED";

    @Inject
    private Provider<CommunityPermissions> permissions;

    /** Declares the type. */
    public NominationNotice()
    {
        super(NAME, "user_add", DesignationActs.NOMINATED, DesignationActs.DESIGNATED, DesignationActs.DECLINED,
            DesignationActs.ENDED);
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return entry.getActor().equals(entry.getBeneficiary()) ? Optional.of(Audience.of((person, limit) -> this.permissions.get()
            .holders(entry.getWiki(), entry.getCommunity(), CommunityPermission.MANAGE_MEMBERS, person, limit)))
            : Optional.empty();
    }
}
