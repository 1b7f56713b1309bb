/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.wiki.UserId;
import org.hibernate.Session;

/**
 * A question with all that belongs to it, as it is stored: five statements, four for a guest.
 *
 * @param question the question
 * @param answers its answers, in no order, whoever may view them
 * @param comments comments by post, oldest first
 * @param votes the reader's votes by post
 * @param linked ids of questions that it is linked with, in either direction, and of the one it is a duplicate of
 */
record QuestionThread(QuestionRow question, List<AnswerRow> answers, Map<UUID, List<CommentRow>> comments,
    Map<UUID, Integer> votes, List<UUID> linked)
{
    private static final String WIKI = "wiki";

    private static final String QUESTION = "question";

    /** @return the thread, {@code null} where there is no such question */
    static QuestionThread read(Session session, String wiki, UUID id, UserId reader)
    {
        QuestionRow question = session.createQuery("from QuestionRow where wiki = :wiki and id = :question",
            QuestionRow.class).setParameter(WIKI, wiki).setParameter(QUESTION, id).uniqueResult();
        if (question == null) {
            return null;
        }
        List<AnswerRow> answers = session.createQuery(
            "from AnswerRow where wiki = :wiki and question = :question and deleted = false", AnswerRow.class)
            .setParameter(WIKI, wiki).setParameter(QUESTION, id).getResultList();
        Map<UUID, List<CommentRow>> comments = new HashMap<>();
        session.createQuery("from CommentRow where wiki = :wiki and question = :question and deleted = false "
            + "order by created, id", CommentRow.class).setParameter(WIKI, wiki).setParameter(QUESTION, id)
            .getResultList().forEach(c -> comments.computeIfAbsent(c.post, post -> new ArrayList<>()).add(c));
        return new QuestionThread(question, answers, comments, votes(session, question, answers, reader),
            linked(session, question));
    }

    private static Map<UUID, Integer> votes(Session session, QuestionRow question, List<AnswerRow> answers,
        UserId reader)
    {
        Map<UUID, Integer> votes = new HashMap<>();
        if (!reader.isGuest()) {
            List<UUID> posts = new ArrayList<>(answers.stream().map(answer -> answer.id).toList());
            posts.add(question.id);
            session.createQuery("select v.post, v.value from VoteRow v where v.wiki = :wiki and v.voter = :voter "
                + "and v.post in (:posts)", Object[].class).setParameter(WIKI, question.wiki)
                .setParameter("voter", reader.value()).setParameterList("posts", posts).getResultList()
                .forEach(row -> votes.put((UUID) row[0], (Integer) row[1]));
        }
        return votes;
    }

    private static List<UUID> linked(Session session, QuestionRow question)
    {
        List<UUID> linked = new ArrayList<>(session.createQuery("select case when l.question = :question then l.other "
            + "else l.question end from LinkRow l where l.wiki = :wiki and (l.question = :question or l.other = :question)",
            UUID.class).setParameter(WIKI, question.wiki).setParameter(QUESTION, question.id).getResultList());
        if (question.duplicateOf != null) {
            linked.add(question.duplicateOf);
        }
        return linked.stream().distinct().toList();
    }
}
