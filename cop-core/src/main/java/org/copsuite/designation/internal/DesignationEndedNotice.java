/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation.internal;

import java.util.Optional;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.designation.DesignationActs;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.Audience;
import org.xwiki.component.annotation.Component;

/** Notifies a person whose designation somebody else ended. */
@Component
@Named(DesignationEndedNotice.NAME)
@Singleton
public class DesignationEndedNotice extends AbstractDesignationNotice
{
    static final String NAME = "EXPERT_ENDED";

    /** Declares the type. */
    public DesignationEndedNotice()
    {
        super(NAME, "delete", DesignationActs.ENDED);
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return entry.getActor().equals(entry.getBeneficiary()) ? Optional.empty() : super.audience(entry);
    }
}
