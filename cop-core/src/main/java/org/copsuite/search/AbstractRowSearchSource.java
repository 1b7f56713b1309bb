/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;

import org.copsuite.db.Chunks;
import org.copsuite.db.IdCondition;
import org.copsuite.db.Like;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.IdentifiedRow;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.SearchDocument;
import org.copsuite.spi.SearchSource;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;

/**
 * Source of things that are one row and one page each. The entity of the row has the properties {@code page} and
 * {@code deleted}, and the subject of each entry of the acts is the thing.
 *
 * @param <R> the entity
 */
public abstract class AbstractRowSearchSource<R extends IdentifiedRow> implements SearchSource
{
    private static final String WIKI = "wiki";

    @Inject
    private Ledger ledger;

    private final String type;

    private final Class<R> row;

    private final List<ActType<?>> acts;

    /**
     * @param type the stored name of the type
     * @param row the entity
     * @param acts the types of the acts after which documents change
     */
    protected AbstractRowSearchSource(String type, Class<R> row, List<ActType<?>> acts)
    {
        this.type = type;
        this.row = row;
        this.acts = List.copyOf(acts);
    }

    /**
     * @param thing the row of a thing that is not deleted
     * @return what the index holds of it
     */
    protected abstract SearchDocument document(R thing);

    @Override
    public String type()
    {
        return this.type;
    }

    @Override
    public Collection<ActType<?>> acts()
    {
        return this.acts;
    }

    @Override
    public Collection<UUID> changed(WikiId wiki, Collection<UUID> subjects)
    {
        return this.ledger.read(session -> IdCondition.list(subjects, some -> session
            .createQuery("select r.id from " + entity() + " r where " + IdCondition.condition(session, "r", some), UUID.class)
            .setParameter(WIKI, wiki.value())));
    }

    @Override
    public Collection<UUID> in(SpaceId space)
    {
        return this.ledger.read(session -> session
            .createQuery("select id from " + entity() + " where wiki = :wiki and page like :inside escape '!'", UUID.class)
            .setParameter(WIKI, space.wiki().value()).setParameter("inside", Like.inside(space)).getResultList());
    }

    @Override
    public List<WikiId> wikis()
    {
        return this.ledger.read(session -> session
            .createQuery("select distinct wiki from " + entity() + " order by wiki", String.class).getResultStream()
            .map(WikiId::new).toList());
    }

    @Override
    public long count(WikiId wiki)
    {
        return this.ledger.read(session -> session
            .createQuery("select count(id) from " + entity() + " where wiki = :wiki", Long.class)
            .setParameter(WIKI, wiki.value()).getSingleResult());
    }

    @Override
    public List<UUID> ids(WikiId wiki, UUID after, int limit)
    {
        String further = after == null ? "" : " and id > :after";
        return this.ledger.read(session -> {
            var query = session.createQuery("select id from " + entity() + " where wiki = :wiki" + further + " order by id",
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
            .createQuery("from " + entity() + " r where " + IdCondition.condition(session, "r", some)
                + " and r.deleted = false order by r.id", this.row)
            .setParameter(WIKI, wiki.value()))).stream().map(this::document).toList();
    }

    /**
     * Reads who created things and when, for things whose rows do not say it.
     *
     * @param wiki the wiki
     * @param ids ids of things, any number
     * @param creation the act that creates a thing
     * @return the entry that created each thing, by thing
     */
    protected Map<UUID, LedgerEntry> creations(WikiId wiki, Collection<UUID> ids, ActType<?> creation)
    {
        Map<UUID, LedgerEntry> creations = new HashMap<>();
        this.ledger.read(session -> Chunks.of(ids).stream().flatMap(some -> session
            .createQuery("from LedgerEntry where wiki = :wiki and act = :act and subject in (:ids) order by sequence",
                LedgerEntry.class).setParameter(WIKI, wiki.value()).setParameter("act", creation.name())
            .setParameterList("ids", some).getResultStream()).toList())
            .forEach(entry -> creations.putIfAbsent(entry.getSubject(), entry));
        return creations;
    }

    private String entity()
    {
        return this.row.getSimpleName();
    }
}
