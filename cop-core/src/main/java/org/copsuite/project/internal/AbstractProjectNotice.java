/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.project.ProjectActs;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.spi.NoticeType;

/** A type of notices about a project. */
abstract class AbstractProjectNotice implements NoticeType
{
    @Inject
    private ProjectNoticeTargets targets;

    private final String name;

    private final ActType<?> act;

    AbstractProjectNotice(String name, ActType<?> act)
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
        return "chart_organisation";
    }

    @Override
    public Set<ActType<?>> acts()
    {
        return Set.of(this.act);
    }

    @Override
    public Set<ActType<?>> endActs()
    {
        return Set.of(ProjectActs.DELETED);
    }

    /** {@inheritDoc} The beneficiary; nobody for what a copy brought along. */
    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return entry.getWeight() == 0 ? Optional.empty() : Optional.of(Audience.of(entry.getBeneficiary()));
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
