/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import org.copsuite.Tags;
import org.hibernate.Session;

/** Which question carries which tag, and how many do. */
final class TagTables
{
    private TagTables()
    {
    }

    /** Writes the tags of a question anew. */
    static void write(Session session, QuestionRow row)
    {
        session.createQuery("delete from QuestionTagRow where wiki = :wiki and question = :id")
            .setParameter("wiki", row.wiki).setParameter("id", row.id).executeUpdate();
        for (String tag : Tags.split(row.tags)) {
            QuestionRepository.insert(session, new QuestionTagRow(row.wiki, tag, row.id));
        }
    }

    /**
     * Counts a question's tags in or out. A page with rights of its own is not counted: who may not view it would see
     * that there is something.
     *
     * @param more 1 or -1
     */
    static void count(Session session, QuestionRow row, int more)
    {
        if (row.ownRights) {
            return;
        }
        for (String tag : Tags.split(row.tags)) {
            int there = QuestionRepository
                .update(session, "TagRow", "questions = questions + :more", row.wiki,
                    TagRow.idOf(row.community, row.space, tag))
                .setParameter("more", more).executeUpdate();
            if (there == 0 && more > 0) {
                QuestionRepository.insert(session, new TagRow(row.wiki, row.community, row.space, tag, more));
            }
        }
    }

    /** Counts the tags of a community anew. */
    static void recount(Session session, String wiki, UUID community)
    {
        session.createQuery("delete from TagRow where wiki = :wiki and community = :community")
            .setParameter("wiki", wiki).setParameter("community", community).executeUpdate();
        session.createQuery("select q.space, t.tag, count(*) from QuestionTagRow t, QuestionRow q where t.wiki = :wiki "
            + "and q.wiki = :wiki and q.id = t.question and q.community = :community and q.deleted = false "
            + "and q.ownRights = false group by q.space, t.tag", Object[].class).setParameter("wiki", wiki)
            .setParameter("community", community).getResultList().forEach(row -> QuestionRepository.insert(session,
                new TagRow(wiki, community, (String) row[0], (String) row[1], ((Long) row[2]).intValue())));
    }
}
