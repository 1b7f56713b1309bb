/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.db.IdCondition;
import org.copsuite.db.Like;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.milestone.MilestoneHit;
import org.copsuite.spi.SearchDocument;
import org.copsuite.spi.SearchSource;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Contributes milestones to the search: title, description and checklist. */
@Component
@Named(MilestoneHit.TYPE)
@Singleton
public class MilestoneSearchSource implements SearchSource
{
    private static final String WIKI = "wiki";

    @Inject
    private Ledger ledger;

    @Inject
    private MilestoneReader milestones;

    @Override
    public String type()
    {
        return MilestoneHit.TYPE;
    }

    @Override
    public Collection<ActType<?>> acts()
    {
        return List.of(MilestoneActs.SET, MilestoneActs.EDITED, MilestoneActs.DELETED, MilestoneActs.RESTORED);
    }

    @Override
    public Collection<UUID> changed(WikiId wiki, Collection<UUID> subjects)
    {
        return this.ledger.read(session -> IdCondition.list(subjects, some -> session
            .createQuery("select m.id from MilestoneRow m where " + IdCondition.condition("m", some), UUID.class)
            .setParameter(WIKI, wiki.value())));
    }

    @Override
    public Collection<UUID> in(SpaceId space)
    {
        return this.ledger.read(session -> session
            .createQuery("select id from MilestoneRow where wiki = :wiki and page like :inside escape '!'", UUID.class)
            .setParameter(WIKI, space.wiki().value()).setParameter("inside", Like.inside(space)).getResultList());
    }

    @Override
    public List<WikiId> wikis()
    {
        return this.ledger.read(session -> session
            .createQuery("select distinct wiki from MilestoneRow order by wiki", String.class).getResultStream()
            .map(WikiId::new).toList());
    }

    @Override
    public long count(WikiId wiki)
    {
        return this.ledger.read(session -> session
            .createQuery("select count(id) from MilestoneRow where wiki = :wiki", Long.class)
            .setParameter(WIKI, wiki.value()).getSingleResult());
    }

    @Override
    public List<UUID> ids(WikiId wiki, UUID after, int limit)
    {
        String further = after == null ? "" : " and id > :after";
        return this.ledger.read(session -> {
            var query = session.createQuery("select id from MilestoneRow where wiki = :wiki" + further + " order by id",
                UUID.class);
            if (after != null) {
                query.setParameter("after", after);
            }
            return query.setParameter(WIKI, wiki.value()).setMaxResults(limit).getResultList();
        });
    }

    @Override
    public List<SearchDocument> documents(WikiId wiki, Collection<UUID> ids)
    {
        return this.ledger.read(session -> IdCondition.list(ids, some -> session
            .createQuery("from MilestoneRow m where " + IdCondition.condition("m", some)
                + " and m.deleted = false order by m.id", MilestoneRow.class)
            .setParameter(WIKI, wiki.value()))).stream().map(row -> new SearchDocument(row.id, PageId.parse(row.page),
                new CommunityId(row.community), row.title, row.body + '\n' + row.items, List.of())).toList();
    }

    @Override
    public Map<UUID, MilestoneHit> hits(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        Map<UUID, MilestoneHit> hits = new LinkedHashMap<>();
        this.milestones.find(reader, wiki, ids)
            .forEach((id, milestone) -> hits.put(id, new MilestoneHit(milestone)));
        return hits;
    }
}
