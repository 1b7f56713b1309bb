/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;

import org.copsuite.Tags;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;

/** Updates the tables of the tags of questions and of the use of tags. */
final class TagTables
{
    private TagTables()
    {
    }

    /** Replaces the tags of a question. */
    static void write(Session session, QuestionRow row)
    {
        session.createQuery("delete from QuestionTagRow where wiki = :wiki and question = :id")
            .setParameter("wiki", row.wiki).setParameter("id", row.id).executeUpdate();
        insert(session, row);
    }

    /** Inserts the tags of a question that has none in the table, in one batch. */
    static void insert(Session session, QuestionRow row)
    {
        List<QuestionTagRow> tags =
            Tags.split(row.tags).stream().map(tag -> new QuestionTagRow(row.wiki, tag, row.id)).toList();
        tags.forEach(session::persist);
        session.flush();
        tags.forEach(session::evict);
    }

    /**
     * Adds a question to the counters of its tags, or subtracts it. Does not count a question whose page has rights of
     * its own, since the counters would reveal it to people who may not view it.
     *
     * @param more 1 or -1
     */
    static void count(Session session, QuestionRow row, int more)
    {
        if (row.ownRights) {
            return;
        }
        for (String tag : Tags.split(row.tags)) {
            int updated = QuestionRepository
                .update(session, "TagRow", "questions = questions + :more", new WikiId(row.wiki),
                    TagRow.idOf(row.community, row.space, tag))
                .setParameter("more", more).executeUpdate();
            if (updated == 0 && more > 0) {
                QuestionRepository.insert(session, new TagRow(row.wiki, row.community, row.space, tag, more));
            }
        }
    }

    /** Recounts the tags of a community. */
    static void recount(Session session, WikiId wiki, CommunityId community)
    {
        session.createQuery("delete from TagRow where wiki = :wiki and community = :community")
            .setParameter("wiki", wiki.value()).setParameter("community", community.value()).executeUpdate();
        session.createQuery("select q.space, t.tag, count(*) from QuestionTagRow t, QuestionRow q where t.wiki = :wiki "
            + "and q.wiki = :wiki and q.id = t.question and q.community = :community and q.deleted = false "
            + "and q.ownRights = false group by q.space, t.tag", Object[].class).setParameter("wiki", wiki.value())
            .setParameter("community", community.value()).getResultList().forEach(row ->
            QuestionRepository.insert(session,
                new TagRow(wiki.value(), community.value(), (String) row[0], (String) row[1],
                    ((Long) row[2]).intValue())));
    }
}
