/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.Collection;
import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.Counter;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionCounters;
import org.copsuite.spi.PointRule;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * Pays who asks, answers, comments, or edits what somebody else wrote: nothing by default, since such an act is worth
 * what others think of it.
 */
@Component
@Named("posts")
@Singleton
public class PostPointRule implements PointRule
{
    private static final Rate ASKED = new Rate("asked", 0);

    private static final Rate ANSWERED = new Rate("answered", 0);

    private static final Rate COMMENTED = new Rate("commented", 0);

    private static final Rate EDITED = new Rate("edited", 0);

    @Override
    public List<ActType<?>> acts()
    {
        return List.of(QuestionActs.ASKED, QuestionActs.ANSWERED, QuestionActs.COMMENTED, QuestionActs.EDITED);
    }

    @Override
    public List<Rate> rates()
    {
        return List.of(ASKED, ANSWERED, COMMENTED, EDITED);
    }

    @Override
    public List<Counter> counters()
    {
        return List.of(QuestionCounters.QUESTIONS, QuestionCounters.ANSWERS);
    }

    @Override
    public void pay(Session session, Collection<PaidEntry> entries)
    {
        entries.forEach(PostPointRule::pay);
    }

    private static void pay(PaidEntry paid)
    {
        LedgerEntry entry = paid.entry();
        if (entry.is(QuestionActs.ASKED)) {
            paid.pay(entry.getActor(), ASKED.name());
            paid.count(entry.getActor(), QuestionCounters.QUESTIONS);
        } else if (entry.is(QuestionActs.ANSWERED)) {
            paid.pay(entry.getActor(), ANSWERED.name());
            paid.count(entry.getActor(), QuestionCounters.ANSWERS);
        } else if (entry.is(QuestionActs.COMMENTED)) {
            paid.pay(entry.getActor(), COMMENTED.name());
        } else if (entry.getBeneficiary() != null && !entry.getBeneficiary().equals(entry.getActor())) {
            paid.pay(entry.getActor(), EDITED.name());
        }
    }
}
