/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.Collection;
import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.Counter;
import org.copsuite.recognition.RecognitionActs;
import org.copsuite.spi.PointRule;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Pays whoever is thanked. */
@Component
@Named("thanks")
@Singleton
public class ThanksPointRule implements PointRule
{
    /** Thanks received. */
    static final Counter THANKS = new Counter("thanks");

    private static final Rate THANKED = new Rate("thanked", 5);

    @Override
    public List<ActType<?>> acts()
    {
        return List.of(RecognitionActs.THANKED);
    }

    @Override
    public List<Rate> rates()
    {
        return List.of(THANKED);
    }

    @Override
    public List<Counter> counters()
    {
        return List.of(THANKS);
    }

    @Override
    public void pay(Session session, Collection<PaidEntry> entries)
    {
        for (PaidEntry paid : entries) {
            paid.pay(paid.entry().getBeneficiary(), THANKED.name());
            paid.count(paid.entry().getBeneficiary(), THANKS);
        }
    }
}
