/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import org.copsuite.ledger.AbstractProjection.Change;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionActs.Showing;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;

/** Updates who has the same question, and the counter of the question. */
final class QuestionNeeds
{
    private static final String ENTITY = "QuestionRow";

    private QuestionNeeds()
    {
    }

    static void added(Change change)
    {
        LedgerEntry entry = change.entry();
        NeedRow row = new NeedRow();
        row.wiki = entry.getWiki().value();
        row.question = entry.getSubject();
        row.person = entry.getActor().value();
        row.named = entry.detail(QuestionActs.NEEDED) == Showing.NAME;
        row.sequence = entry.getSequence();
        QuestionRepository.insert(change.session(), row);
        count(change, "needed = needed + 1");
    }

    static void withdrawn(Change change)
    {
        LedgerEntry need = change.reversed();
        change.session()
            .createQuery("delete from NeedRow where wiki = :wiki and question = :question and sequence = :sequence")
            .setParameter("wiki", need.getWiki().value()).setParameter("question", need.getSubject())
            .setParameter("sequence", need.getSequence()).executeUpdate();
        count(change, "needed = needed - 1");
    }

    private static void count(Change change, String set)
    {
        QuestionRepository.update(change.session(), ENTITY, set, change.wiki(), change.subject()).executeUpdate();
    }

    /** Deletes all rows of a question and sets its counter to 0. */
    static void clear(Session session, WikiId wiki, UUID question)
    {
        session.createQuery("delete from NeedRow where wiki = :wiki and question = :question")
            .setParameter("wiki", wiki.value()).setParameter("question", question).executeUpdate();
        QuestionRepository.update(session, ENTITY, "needed = 0", wiki, question).executeUpdate();
    }
}
