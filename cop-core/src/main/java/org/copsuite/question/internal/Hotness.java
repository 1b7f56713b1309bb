/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import org.copsuite.wiki.WikiId;
import org.hibernate.Session;

/**
 * Computes the hotness of a question. Follows the formula that Reddit published in 2008 ("How Reddit ranking algorithms
 * work"), and adds the answers to the votes: ten times the votes weigh as much as being asked twelve and a half hours
 * later. The value does not depend on the current time, so an indexed column stores it and changes only when the
 * question changes.
 */
final class Hotness
{
    private static final double SECONDS = 45_000;

    private static final double MILLISECONDS = 1000;

    private Hotness()
    {
    }

    /**
     * @param score up votes minus down votes
     * @param answers the number of answers
     * @param created when the question was asked, in milliseconds of the epoch
     * @return the hotness
     */
    static double of(int score, int answers, long created)
    {
        double votes = Math.signum(score) * Math.log10(Math.max(1, Math.abs(score)));
        return votes + Math.log10(1 + answers) + created / MILLISECONDS / SECONDS;
    }

    /** Updates the hotness column of a question from its counters. */
    static void update(Session session, WikiId wiki, UUID question)
    {
        Object[] row = session
            .createQuery("select score, answers, created from QuestionRow where wiki = :wiki and id = :id", Object[].class)
            .setParameter("wiki", wiki.value()).setParameter("id", question).uniqueResult();
        if (row != null) {
            QuestionRepository.update(session, "QuestionRow", "hot = :hot", wiki, question)
                .setParameter("hot", of((Integer) row[0], (Integer) row[1], (Long) row[2])).executeUpdate();
        }
    }
}
