/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.db.Chunks;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.Counter;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionCounters;
import org.copsuite.spi.PointRule;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * Pays the author of an accepted answer, and the asker who accepts it. An answer to one's own question is counted but
 * earns nothing.
 */
@Component
@Named("acceptance")
@Singleton
public class AcceptancePointRule implements PointRule
{
    private static final Rate ACCEPTED = new Rate("accepted", 15, true);

    private static final Rate ACCEPTING = new Rate("accepting", 2, true);

    @Override
    public List<ActType<?>> acts()
    {
        return List.of(QuestionActs.ACCEPTED);
    }

    @Override
    public List<Rate> rates()
    {
        return List.of(ACCEPTED, ACCEPTING);
    }

    @Override
    public List<Counter> counters()
    {
        return List.of(QuestionCounters.ACCEPTED);
    }

    @Override
    public void pay(Session session, Collection<PaidEntry> entries)
    {
        Map<UUID, UserId> askers = askers(session, entries);
        for (PaidEntry paid : entries) {
            UserId actor = paid.entry().getActor();
            UserId author = paid.entry().getBeneficiary();
            UserId asker = askers.get(question(paid));
            paid.count(author, QuestionCounters.ACCEPTED);
            if (author != null && !author.equals(asker)) {
                paid.pay(author, ACCEPTED.name());
                if (actor.equals(asker)) {
                    paid.pay(actor, ACCEPTING.name());
                }
            }
        }
    }

    private static UUID question(PaidEntry paid)
    {
        return paid.entry().detail(QuestionActs.ACCEPTED);
    }

    /** Reads who asked the questions of the accepted answers. */
    private static Map<UUID, UserId> askers(Session session, Collection<PaidEntry> entries)
    {
        LedgerEntry any = entries.iterator().next().entry();
        List<UUID> questions =
            entries.stream().map(AcceptancePointRule::question).filter(Objects::nonNull).distinct().toList();
        return Chunks.of(questions).stream().flatMap(some -> session
            .createQuery("select subject, actor from LedgerEntry where wiki = :wiki and subject in (:subjects) "
                + "and act = :act", Object[].class)
            .setParameter("wiki", any.getWiki().value()).setParameterList("subjects", some)
            .setParameter("act", QuestionActs.ASKED.name()).getResultStream())
            .collect(Collectors.toMap(row -> (UUID) row[0], row -> new UserId((String) row[1]), (a, b) -> a));
    }
}
