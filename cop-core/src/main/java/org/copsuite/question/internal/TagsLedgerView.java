/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityTallies;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.LedgerView;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/**
 * The counters of a community: its tags, questions and answers. New rows move them in the other views; here they are
 * counted anew.
 */
@Component
@Named("community-totals")
@Singleton
public class TagsLedgerView implements LedgerView
{
    @Inject
    private CommunityTallies tallies;

    @Override
    public int order()
    {
        return 60;
    }

    @Override
    public void apply(Session session, LedgerEntry entry, LedgerEntry undone)
    {
        // Moved by the views of questions and answers.
    }

    @Override
    public List<String> keys(Session session, String wiki, String after, int limit)
    {
        TreeSet<String> keys = new TreeSet<>();
        for (String entity : List.of("CommunityRow.id", "QuestionRow.community", "TagRow.community")) {
            String[] names = entity.split("\\.");
            String condition = after.isEmpty() ? "" : " and " + names[1] + " > :after";
            Query<UUID> query = session.createQuery("select distinct " + names[1] + " from " + names[0]
                + " where wiki = :wiki" + condition + " order by " + names[1], UUID.class).setParameter("wiki", wiki)
                .setMaxResults(limit);
            if (!after.isEmpty()) {
                query.setParameter("after", UUID.fromString(after));
            }
            query.getResultList().forEach(id -> keys.add(id.toString()));
        }
        return keys.stream().limit(limit).toList();
    }

    @Override
    public void rebuild(Session session, String wiki, String key)
    {
        UUID community = UUID.fromString(key);
        TagTables.recount(session, wiki, community);
        Object[] row = session.createQuery("select count(*), sum(answers) from QuestionRow where wiki = :wiki "
            + "and community = :community and deleted = false", Object[].class).setParameter("wiki", wiki)
            .setParameter("community", community).getSingleResult();
        Long active = session.createQuery("select max(active) from QuestionRow where wiki = :wiki "
            + "and community = :community", Long.class).setParameter("wiki", wiki).setParameter("community", community)
            .getSingleResult();
        this.tallies.set(session, wiki, community, ((Long) row[0]).intValue(),
            row[1] == null ? 0 : ((Long) row[1]).intValue(), active == null ? null : Instant.ofEpochMilli(active));
    }
}
