/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.Optional;
import java.util.Set;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;

/** Type of notices of one act for its beneficiary. */
public abstract class AbstractPersonalNotice extends AbstractNoticeType
{
    /**
     * @param name the name
     * @param icon the name of an icon
     * @param act the act that notifies
     * @param ends the acts that delete the notices
     */
    protected AbstractPersonalNotice(String name, String icon, ActType<?> act, ActType<?>... ends)
    {
        super(name, icon, Set.of(act), Set.of(ends));
    }

    /** {@inheritDoc} The beneficiary; nobody for what a copy brought along. */
    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return entry.getWeight() == 0 ? Optional.empty() : Optional.of(Audience.of(entry.getBeneficiary()));
    }
}
