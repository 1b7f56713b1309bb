/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.endorsement.internal;

import java.util.Collection;
import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.endorsement.EndorsementActs;
import org.copsuite.ledger.ActType;
import org.copsuite.spi.PointRule;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Pays whoever is endorsed. */
@Component
@Named("endorsement")
@Singleton
public class EndorsementPointRule implements PointRule
{
    private static final Rate ENDORSED = new Rate("endorsed", 5);

    @Override
    public List<ActType<?>> acts()
    {
        return List.of(EndorsementActs.ENDORSED);
    }

    @Override
    public List<Rate> rates()
    {
        return List.of(ENDORSED);
    }

    @Override
    public void pay(Session session, Collection<PaidEntry> entries)
    {
        entries.forEach(paid -> paid.pay(paid.entry().getBeneficiary(), ENDORSED.name()));
    }
}
