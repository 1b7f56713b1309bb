/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import org.copsuite.ledger.AbstractProjection.Change;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionActs.Direction;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;

/** Updates the votes on a post and its counters. */
final class PostVotes
{
    private static final String COUNT =
        "up = up + :up, down = down + :down, score = score + :up - :down";

    private PostVotes()
    {
    }

    static void voted(Change change)
    {
        LedgerEntry entry = change.entry();
        VoteRow vote = new VoteRow();
        vote.wiki = entry.getWiki().value();
        vote.post = entry.getSubject();
        vote.voter = entry.getActor().value();
        vote.value = entry.getWeight();
        vote.sequence = entry.getSequence();
        vote.at = entry.getAt().toEpochMilli();
        QuestionRepository.insert(change.session(), vote);
        count(change.session(), entry, entry.getWeight(), 1);
    }

    static void imported(Change change)
    {
        boolean down = change.entry().detail(QuestionActs.VOTES_IMPORTED) == Direction.DOWN;
        count(change.session(), change.entry(), down ? -1 : 1, change.entry().getWeight());
    }

    static void withdrawn(Change change)
    {
        LedgerEntry vote = change.reversed();
        change.session().createQuery("delete from VoteRow where wiki = :wiki and post = :post and sequence = :sequence")
            .setParameter("wiki", vote.getWiki().value()).setParameter("post", vote.getSubject())
            .setParameter("sequence", vote.getSequence()).executeUpdate();
        count(change.session(), vote, vote.getWeight(), -1);
    }

    private static void count(Session session, LedgerEntry entry, int value, int votes)
    {
        int up = value > 0 ? votes : 0;
        int down = value > 0 ? 0 : votes;
        boolean answer = entry.getCreation().filter(QuestionActs.ANSWERED.name()::equals).isPresent();
        QuestionRow question =
            answer ? null : QuestionRepository.question(session, entry.getWiki(), entry.getSubject());
        if (question == null) {
            count(session, "AnswerRow", COUNT, entry, up, down).executeUpdate();
        } else {
            count(session, "QuestionRow", COUNT + ", hot = :hot", entry, up, down)
                .setParameter("hot", Hotness.of(question.score + up - down, question.answers, question.created))
                .executeUpdate();
        }
    }

    private static Query<?> count(Session session, String entity, String set, LedgerEntry entry, int up, int down)
    {
        return QuestionRepository.update(session, entity, set, entry.getWiki(), entry.getSubject())
            .setParameter("up", up).setParameter("down", down);
    }

    /** Deletes all votes on a post and sets its vote counters to 0. */
    static void clear(Session session, String entity, WikiId wiki, UUID post)
    {
        session.createQuery("delete from VoteRow where wiki = :wiki and post = :post")
            .setParameter("wiki", wiki.value())
            .setParameter("post", post).executeUpdate();
        QuestionRepository.update(session, entity, "up = 0, down = 0, score = 0", wiki, post).executeUpdate();
    }
}
