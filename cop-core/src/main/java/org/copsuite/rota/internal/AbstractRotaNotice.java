/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.rota.RotaActs;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.spi.NoticeType;

/** A type of notices about a rota, for the beneficiary of an act. */
abstract class AbstractRotaNotice implements NoticeType
{
    @Inject
    private RotaNoticeTargets targets;

    private final String name;

    private final ActType<?> act;

    AbstractRotaNotice(String name, ActType<?> act)
    {
        this.name = name;
        this.act = act;
    }

    @Override
    public String name()
    {
        return this.name;
    }

    @Override
    public String icon()
    {
        return "calendar";
    }

    @Override
    public Set<ActType<?>> acts()
    {
        return Set.of(this.act);
    }

    @Override
    public Set<ActType<?>> endActs()
    {
        return Set.of(RotaActs.ENDED);
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
