/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.Collection;
import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionActs.Direction;
import org.copsuite.spi.PointRule;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * Pays the author of a post for votes of others. A vote against an answer costs its voter a little, so that nobody casts
 * it lightly.
 */
@Component
@Named("votes")
@Singleton
public class VotePointRule implements PointRule
{
    private static final Rate QUESTION_UP = new Rate("question-voted-up", 10);

    private static final Rate QUESTION_DOWN = new Rate("question-voted-down", -2);

    private static final Rate ANSWER_UP = new Rate("answer-voted-up", 10);

    private static final Rate ANSWER_DOWN = new Rate("answer-voted-down", -2);

    private static final Rate VOTED_DOWN = new Rate("voted-down", -1);

    /** Votes on a post of somebody anonymous, cast and not withdrawn before an entry. */
    private static final String ANONYMOUS_VOTES = "select count(v.sequence) from LedgerEntry v where v.wiki = :wiki "
        + "and v.subject = :subject and v.act = :act and v.weight = :weight and v.beneficiary = :nobody "
        + "and v.sequence < :sequence and not exists (select r.sequence from LedgerEntry r where r.wiki = :wiki "
        + "and r.subject = :subject and r.reverses = v.sequence and r.sequence < :sequence)";

    @Override
    public List<ActType<?>> acts()
    {
        return List.of(QuestionActs.VOTED, QuestionActs.VOTES_IMPORTED, QuestionActs.UNSEALED,
            QuestionActs.VOTE_LOST);
    }

    @Override
    public List<Rate> rates()
    {
        return List.of(QUESTION_UP, QUESTION_DOWN, ANSWER_UP, ANSWER_DOWN, VOTED_DOWN);
    }

    @Override
    public void pay(Session session, Collection<PaidEntry> entries)
    {
        for (PaidEntry paid : entries) {
            if (paid.entry().is(QuestionActs.VOTED)) {
                payVote(paid);
            } else if (paid.entry().is(QuestionActs.UNSEALED)) {
                payUnsealed(session, paid);
            } else if (paid.entry().is(QuestionActs.VOTE_LOST)) {
                paid.pay(paid.entry().getBeneficiary(), rate(paid, paid.entry().getWeight() > 0), -1);
            } else {
                boolean up = paid.entry().detail(QuestionActs.VOTES_IMPORTED) == Direction.UP;
                paid.pay(paid.entry().getBeneficiary(), rate(paid, up), Math.abs(paid.entry().getWeight()));
            }
        }
    }

    private static void payVote(PaidEntry paid)
    {
        LedgerEntry vote = paid.entry();
        boolean up = vote.getWeight() > 0;
        if (!vote.getActor().equals(vote.getBeneficiary())) {
            paid.pay(vote.getBeneficiary(), rate(paid, up));
            if (!up && !paid.isAbout(QuestionActs.ASKED)) {
                paid.pay(vote.getActor(), VOTED_DOWN.name());
            }
        }
    }

    /** Pays who gives their name what the votes on the post until then would have paid. */
    private static void payUnsealed(Session session, PaidEntry paid)
    {
        LedgerEntry entry = paid.entry();
        paid.pay(entry.getActor(), rate(paid, true), anonymousVotes(session, entry, 1));
        paid.pay(entry.getActor(), rate(paid, false), anonymousVotes(session, entry, -1));
    }

    private static int anonymousVotes(Session session, LedgerEntry entry, int weight)
    {
        return session.createQuery(ANONYMOUS_VOTES, Long.class).setParameter("wiki", entry.getWiki().value())
            .setParameter("subject", entry.getSubject()).setParameter("act", QuestionActs.VOTED.name())
            .setParameter("weight", weight).setParameter("nobody", UserId.ANONYMOUS.value())
            .setParameter("sequence", entry.getSequence()).getSingleResult().intValue();
    }

    private static String rate(PaidEntry paid, boolean up)
    {
        if (paid.isAbout(QuestionActs.ASKED)) {
            return (up ? QUESTION_UP : QUESTION_DOWN).name();
        }
        return (up ? ANSWER_UP : ANSWER_DOWN).name();
    }
}
