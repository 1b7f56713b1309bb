/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.db.Chunks;
import org.copsuite.db.IdCondition;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;

/**
 * An answer with its text, as a page shows it.
 *
 * @param row the row, detached from the session
 * @param body the text, xwiki/2.1
 */
record AnswerWithText(AnswerRow row, String body)
{
    private static final String SELECT = "select a, t.body from AnswerRow a left join AnswerTextRow t "
        + "on t.wiki = a.wiki and t.id = a.id where ";

    /** Reads the answers of a question that are not deleted, oldest first. */
    static List<AnswerWithText> all(Session session, WikiId wiki, UUID question)
    {
        return list(session, wiki, session.createQuery(SELECT + "a.wiki = :wiki and a.question = :question "
            + "and a.deleted = false order by a.created, a.sequence", Object[].class).setParameter("question", question));
    }

    /**
     * Reads some answers, in no order.
     *
     * @param ids their ids, at least one
     */
    static List<AnswerWithText> some(Session session, WikiId wiki, Collection<UUID> ids)
    {
        return list(session, wiki, IdCondition.set(session
            .createQuery(SELECT + IdCondition.condition(session, "a", ids), Object[].class), ids));
    }

    /** Reads all answers of several questions, also deleted ones, oldest first within each question. */
    static List<AnswerWithText> ofQuestions(Session session, WikiId wiki, Collection<UUID> questions)
    {
        List<AnswerWithText> answers = new ArrayList<>();
        for (List<UUID> some : Chunks.of(questions)) {
            answers.addAll(list(session, wiki, session.createQuery(SELECT + "a.wiki = :wiki and a.question in (:ids) "
                + "order by a.created, a.sequence", Object[].class).setParameterList("ids", some)));
        }
        return answers;
    }

    private static List<AnswerWithText> list(Session session, WikiId wiki, Query<Object[]> query)
    {
        List<Object[]> rows = query.setParameter("wiki", wiki.value()).getResultList();
        return rows.stream().map(columns -> {
            session.evict(columns[0]);
            return new AnswerWithText((AnswerRow) columns[0], Optional.ofNullable((String) columns[1]).orElse(""));
        }).toList();
    }
}
