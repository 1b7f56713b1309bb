/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityCounters;
import org.copsuite.community.CommunityCounters.Activity;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.ActTypes;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.question.QuestionActs;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/**
 * The totals of communities: tags, questions, answers and the time of the last activity. {@link #apply} only updates
 * that time, because the projections of questions and answers update the counters; {@link #rebuild} recounts
 * everything.
 */
@Component
@Named("community-totals")
@Singleton
public class CommunityTotalsProjection implements Projection
{
    @Inject
    private ActTypes acts;

    @Inject
    private CommunityCounters counters;

    @Override
    public int order()
    {
        return 60;
    }

    @Override
    public void apply(Session session, LedgerEntry entry, LedgerEntry reversed)
    {
        // The projections of questions and answers count questions, answers and tags, and note a new one in the same
        // statement.
        if (!entry.is(QuestionActs.ASKED) && !entry.is(QuestionActs.ANSWERED) && entry.getWeight() > 0 && entry.getCommunity() != null
            && this.acts.find(entry.getActName()).filter(ActType::isActivity).isPresent()) {
            this.counters.add(session, entry.getWiki(), entry.getCommunity(), 0, 0,
                new Activity(entry.getAt(), entry.getSequence()));
        }
    }

    @Override
    public List<String> keys(Session session, WikiId wiki, String after, int limit)
    {
        TreeSet<String> keys = new TreeSet<>();
        for (String entity : List.of("CommunityRow.id", "QuestionRow.community", "TagRow.community")) {
            String[] names = entity.split("\\.");
            String condition = after.isEmpty() ? "" : " and " + names[1] + " > :after";
            Query<UUID> query = session.createQuery("select distinct " + names[1] + " from " + names[0]
                + " where wiki = :wiki" + condition + " order by " + names[1], UUID.class)
                    .setParameter("wiki", wiki.value())
                .setMaxResults(limit);
            if (!after.isEmpty()) {
                query.setParameter("after", UUID.fromString(after));
            }
            query.getResultList().forEach(id -> keys.add(id.toString()));
        }
        return keys.stream().limit(limit).toList();
    }

    @Override
    public void rebuild(Session session, WikiId wiki, String key)
    {
        CommunityId community = new CommunityId(UUID.fromString(key));
        TagTables.recount(session, wiki, community);
        Object[] row = session.createQuery("select count(*), sum(answers) from QuestionRow where wiki = :wiki "
            + "and community = :community and deleted = false", Object[].class).setParameter("wiki", wiki.value())
            .setParameter("community", community.value()).getSingleResult();
        this.counters.set(session, wiki, community, ((Long) row[0]).intValue(),
            row[1] == null ? 0 : ((Long) row[1]).intValue(), last(session, wiki, community));
    }

    /** What happened last in a community; its founding, where all else has an earlier date, as what is imported. */
    private Activity last(Session session, WikiId wiki, CommunityId community)
    {
        Activity founded = first(session.createQuery("from LedgerEntry where wiki = :wiki and subject = :community "
            + "and act = 'founded' order by at desc, sequence desc", LedgerEntry.class), wiki, community);
        Activity last = first(session.createQuery("from LedgerEntry where wiki = :wiki and community = :community "
            + "and weight > 0 and act in (:acts) order by at desc, sequence desc", LedgerEntry.class)
            .setParameterList("acts", this.acts.names(ActType::isActivity)), wiki, community);
        return last == null || founded != null && last.at().isBefore(founded.at()) ? founded : last;
    }

    private static Activity first(Query<LedgerEntry> query, WikiId wiki, CommunityId community)
    {
        return query.setParameter("wiki", wiki.value()).setParameter("community", community.value()).setMaxResults(1)
            .getResultStream()
            .map(entry -> new Activity(entry.getAt(), entry.getSequence())).findFirst().orElse(null);
    }
}
