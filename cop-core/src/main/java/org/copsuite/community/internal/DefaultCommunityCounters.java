/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.inject.Singleton;

import org.copsuite.community.CommunityCounters;
import org.copsuite.db.Chunks;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Updates the counters in the table of communities. */
@Component
@Singleton
public class DefaultCommunityCounters implements CommunityCounters
{
    @Override
    public void add(Session session, WikiId wiki, CommunityId community, int questions, int answers, Activity active)
    {
        // The sequence first: MariaDB evaluates assignments from left to right.
        session.createQuery("update CommunityRow set questions = questions + :questions, answers = answers + :answers, "
            + "activeSequence = case when active < :at or active = :at and activeSequence < :sequence then :sequence "
            + "else activeSequence end, "
            + "active = case when active < :at then :at else active end where wiki = :wiki and id = :id")
            .setParameter("questions", questions).setParameter("answers", answers)
            .setParameter("at", active == null ? 0 : active.at().toEpochMilli())
            .setParameter("sequence", active == null ? 0 : active.sequence())
            .setParameter("wiki", wiki.value()).setParameter("id", CommunityId.valueOf(community)).executeUpdate();
    }

    @Override
    public void set(Session session, WikiId wiki, CommunityId community, int questions, int answers, Activity active)
    {
        session.createQuery("update CommunityRow set questions = :questions, answers = :answers, activeSequence = :sequence, "
            + "active = case when created < :at then :at else created end where wiki = :wiki and id = :id")
            .setParameter("questions", questions).setParameter("answers", answers)
            .setParameter("at", active == null ? 0 : active.at().toEpochMilli())
            .setParameter("sequence", active == null ? 0 : active.sequence())
            .setParameter("wiki", wiki.value()).setParameter("id", CommunityId.valueOf(community)).executeUpdate();
    }

    @Override
    public Map<CommunityId, String> titles(Session session, WikiId wiki, Collection<CommunityId> communities)
    {
        Map<CommunityId, String> titles = new HashMap<>();
        Set<UUID> ids = new HashSet<>();
        communities.forEach(id -> CommunityRepository.known(wiki, id.value())
            .ifPresentOrElse(row -> titles.put(id, row.title), () -> ids.add(id.value())));
        for (List<UUID> some : Chunks.of(ids)) {
            List<Object[]> rows = session
                .createQuery("select id, title from CommunityRow where wiki = :wiki and id in (:ids)", Object[].class)
                .setParameter("wiki", wiki.value()).setParameterList("ids", some).getResultList();
            rows.forEach(row -> titles.put(new CommunityId((UUID) row[0]), (String) row[1]));
        }
        return titles;
    }
}
