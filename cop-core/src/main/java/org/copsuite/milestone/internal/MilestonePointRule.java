/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.Collection;
import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.spi.PointRule;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Pays everybody to whom a reached milestone is credited. */
@Component
@Named("milestone")
@Singleton
public class MilestonePointRule implements PointRule
{
    private static final Rate REACHED = new Rate("milestone", 10);

    @Override
    public List<ActType<?>> acts()
    {
        return List.of(MilestoneActs.REACHED);
    }

    @Override
    public List<Rate> rates()
    {
        return List.of(REACHED);
    }

    @Override
    public void pay(Session session, Collection<PaidEntry> entries)
    {
        for (PaidEntry paid : entries) {
            paid.entry().detail(MilestoneActs.REACHED).forEach(person -> paid.pay(person, REACHED.name()));
        }
    }
}
