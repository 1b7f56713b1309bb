/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.db.IdCondition;
import org.copsuite.db.Keyset;
import org.copsuite.db.KeysetPage;
import org.copsuite.db.VisibleRows;
import org.copsuite.db.VisibleSpaces;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Item;
import org.copsuite.milestone.MilestoneService.May;
import org.copsuite.milestone.MilestoneService.Milestone;
import org.copsuite.milestone.MilestoneService.Progress;
import org.copsuite.milestone.MilestoneService.Query;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.person.Persons;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Reads milestones, in a bounded number of statements, and leaves out those that the reader may not view. */
@Component(roles = MilestoneReader.class)
@Singleton
public class MilestoneReader
{
    private static final Keyset<MilestoneRow> ORDER = new Keyset<MilestoneRow>()
        .ascending("m.order", Cursor::number, row -> row.order)
        .ascending("m.sequence", Cursor::number, row -> row.sequence);

    /** The smallest position of an open milestone of the community. */
    private static final String NEXT = "select min(n.order) from MilestoneRow n where n.wiki = :wiki "
        + "and n.community = :community and n.holder is null and n.deleted = false and n.space in (:spaces) "
        + "and n.order <= :ended";

    private static final int HIGHLIGHTS = 10;

    private static final May NOTHING = new May(false, false, false);

    private static final String WIKI = "wiki";

    private static final String SPACES = "spaces";

    @Inject
    private Ledger ledger;

    @Inject
    private Access access;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Persons persons;

    @Inject
    private MilestoneRights rights;

    Milestone get(UserId reader, WikiId wiki, UUID id) throws CopException
    {
        MilestoneRow row = this.ledger.read(session -> detached(session, MilestonePages.find(session, wiki, id)));
        if (row == null || row.deleted || !this.rights.mayView(reader, PageId.parse(row.page))) {
            throw CopException.notFound();
        }
        return views(reader, wiki, List.of(row), checklists(wiki, List.of(row))).stream().findFirst()
            .orElseThrow(CopException::notFound);
    }

    private Checklists checklists(WikiId wiki, List<MilestoneRow> rows)
    {
        List<UUID> ids = rows.stream().filter(row -> !row.items.isEmpty()).map(row -> row.id).toList();
        return this.ledger.read(session -> new Checklists(IdCondition.list(ids, some -> session
            .createQuery("from MilestoneTickRow t where " + IdCondition.condition(session, "t", "milestone", some),
                MilestoneTickRow.class)
            .setParameter(WIKI, wiki.value())), MilestoneItems.of(session, wiki, ids)));
    }

    Optional<UUID> at(UserId reader, PageId page)
    {
        return this.ledger.read(session -> session
            .createQuery("select id from MilestoneRow where page = :page and deleted = false", UUID.class)
            .setParameter("page", page.toString()).setMaxResults(1).getResultStream().findFirst())
            .filter(id -> this.rights.mayView(reader, page));
    }

    Slice<Milestone> list(UserId reader, Query query) throws CopException
    {
        Set<String> states = query.states().stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        KeysetPage<MilestoneRow> page = ORDER.page(
            "milestones/" + query.wiki() + '/' + query.community() + '/' + query.holder() + '/' + states, query.after(),
            query.limit());
        VisibleRows<MilestoneRow> visible = in(VisibleSpaces.of(this.access, query.wiki(), reader));
        Slice<MilestoneRow> rows = this.ledger.read(session -> page.slice(
            visible.read(page.limit() + 1, condition -> statement(session, page, query, states, condition))));
        return new Slice<>(views(reader, query.wiki(), visible(reader, rows.items()), null), rows.next());
    }

    private static org.hibernate.query.Query<MilestoneRow> statement(Session session, KeysetPage<MilestoneRow> page,
        Query query, Set<String> states, String visible)
    {
        StringBuilder hql = new StringBuilder("from MilestoneRow m where m.wiki = :wiki and m.deleted = false");
        hql.append(visible);
        if (query.community() != null) {
            hql.append(" and m.community = :community and m.holder is null");
        }
        if (query.holder() != null) {
            hql.append(" and m.holder = :holder");
        }
        if (!states.isEmpty()) {
            hql.append(" and m.state in (:states)");
        }
        org.hibernate.query.Query<MilestoneRow> statement =
            page.query(session, hql.toString(), MilestoneRow.class).setParameter(WIKI, query.wiki().value());
        if (query.community() != null) {
            statement.setParameter("community", query.community().value());
        }
        if (query.holder() != null) {
            statement.setParameter("holder", query.holder());
        }
        if (!states.isEmpty()) {
            statement.setParameterList("states", states);
        }
        return statement;
    }

    private static VisibleRows<MilestoneRow> in(Set<String> spaces)
    {
        return VisibleRows.inSpaces(spaces, "m", row -> row.space, row -> row.ownRights);
    }

    List<Milestone> highlights(UserId reader, WikiId wiki, CommunityLocation community)
    {
        List<MilestoneRow> rows = this.ledger.read(session -> session
            .createQuery("from MilestoneRow m where m.wiki = :wiki and m.community = :community and m.holder is null "
                + "and m.deleted = false and (m.space in (:spaces) or m.ownRights = true) and "
                + "(m.order = (" + NEXT + ") or (m.state = :reached and m.since > :since)) "
                + "order by m.order, m.sequence", MilestoneRow.class)
            .setParameter(WIKI, wiki.value()).setParameter("community", community.id().value())
            .setParameterList(SPACES, VisibleSpaces.near(this.access, community.page().space(), reader))
            .setParameter("ended", MilestonePages.UNDATED).setParameter("reached", State.REACHED.name())
            .setParameter("since", Instant.now().minus(MilestoneService.CELEBRATED).toEpochMilli())
            .setMaxResults(HIGHLIGHTS).getResultList());
        List<Milestone> shown =
            new ArrayList<>(views(reader, Map.of(community.id(), community), visible(reader, rows), null));
        // Several milestones may be due on one day; the first one is the next one.
        Milestone next = shown.stream().filter(one -> one.state().isOpen()).findFirst().orElse(null);
        shown.removeIf(one -> one.state().isOpen() && one != next);
        return shown;
    }

    Map<UUID, Milestone> find(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        return byId(views(reader, wiki, rows(reader, wiki, ids), null));
    }

    Map<UUID, Milestone> checklists(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        List<MilestoneRow> rows = rows(reader, wiki, ids);
        return byId(views(reader, wiki, rows, checklists(wiki, rows)));
    }

    private static Map<UUID, Milestone> byId(List<Milestone> milestones)
    {
        Map<UUID, Milestone> found = new LinkedHashMap<>();
        milestones.forEach(milestone -> found.put(milestone.id(), milestone));
        return found;
    }

    private List<MilestoneRow> rows(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        Set<String> spaces = VisibleSpaces.of(this.access, wiki, reader);
        List<MilestoneRow> rows = in(spaces).filter(this.ledger.read(session -> IdCondition.list(ids, some -> session
            .createQuery("from MilestoneRow m where " + IdCondition.condition(session, "m", some) + " and m.deleted = false",
                MilestoneRow.class)
            .setParameter(WIKI, wiki.value()))));
        return visible(reader, rows);
    }

    private List<MilestoneRow> visible(UserId reader, List<MilestoneRow> rows)
    {
        return rows.stream().filter(row -> !row.ownRights || this.rights.mayView(reader, PageId.parse(row.page)))
            .toList();
    }

    private static MilestoneRow detached(Session session, MilestoneRow row)
    {
        if (row != null) {
            session.evict(row);
        }
        return row;
    }

    /** @param lists the checklists of the rows; {@code null} for a list, which has no checklists and no texts */
    private List<Milestone> views(UserId reader, WikiId wiki, List<MilestoneRow> rows, Checklists lists)
    {
        return rows.isEmpty() ? List.of() : views(reader, this.communities.find(reader, wiki,
            rows.stream().map(row -> new CommunityId(row.community)).collect(Collectors.toSet())), rows, lists);
    }

    private List<Milestone> views(UserId reader, Map<CommunityId, CommunityLocation> locations, List<MilestoneRow> rows,
        Checklists lists)
    {
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<UserId> named = new LinkedHashSet<>();
        rows.forEach(row -> {
            named.add(new UserId(row.author));
            named.addAll(row.everybody());
        });
        if (lists != null) {
            named.addAll(lists.people());
        }
        Map<UserId, Person> people = this.persons.find(named);
        return rows.stream().filter(row -> locations.containsKey(new CommunityId(row.community)))
            .map(row -> view(reader, row, locations.get(new CommunityId(row.community)), people, lists)).toList();
    }

    private Milestone view(UserId reader, MilestoneRow row, CommunityLocation community, Map<UserId, Person> people,
        Checklists lists)
    {
        return new Milestone(row.id, PageId.parse(row.page), row.version, community, row.holder, row.title,
            lists == null ? "" : row.body, row.due == null ? null : LocalDate.ofEpochDay(row.due),
            row.owner == null ? null : people.get(row.owner()), row.people().stream().map(people::get).toList(),
            row.state(), row.reason, Instant.ofEpochMilli(row.since),
            lists == null ? List.of() : items(reader, row, people, lists), progress(row),
            people.get(new UserId(row.author)), Instant.ofEpochMilli(row.created),
            lists == null ? NOTHING : this.rights.of(reader, row, MilestoneItems.owners(row, lists.items())));
    }

    private static List<Item> items(UserId reader, MilestoneRow row, Map<UserId, Person> people, Checklists lists)
    {
        Map<UUID, MilestoneTickRow> ticks =
            lists.ticks().stream().collect(Collectors.toMap(tick -> tick.id, Function.identity()));
        Map<UUID, MilestoneItemRow> given =
            lists.items().stream().collect(Collectors.toMap(item -> item.id, Function.identity()));
        return row.items().stream().map(text -> {
            MilestoneTickRow tick = ticks.get(MilestoneTickRow.idOf(row.id, text));
            MilestoneItemRow item = given.get(MilestoneTickRow.idOf(row.id, text));
            UserId owner = item == null ? null : item.owner();
            return new Item(text, tick == null ? null : people.get(new UserId(tick.by)),
                tick == null ? null : Instant.ofEpochMilli(tick.at), owner == null ? null : people.get(owner),
                item == null ? null : item.due(), reader.equals(owner));
        }).toList();
    }

    private static Progress progress(MilestoneRow row)
    {
        if (row.target != null) {
            return new Progress(new BigDecimal(row.now), new BigDecimal(row.target), row.unit, true);
        }
        return row.items.isEmpty() ? null
            : new Progress(BigDecimal.valueOf(row.done), BigDecimal.valueOf(row.items().size()), "", false);
    }

    /**
     * What the ledger says of checklists.
     *
     * @param ticks the ticks
     * @param items the owners and dates of items
     */
    private record Checklists(List<MilestoneTickRow> ticks, List<MilestoneItemRow> items)
    {
        List<UserId> people()
        {
            return Stream.concat(this.ticks.stream().map(tick -> new UserId(tick.by)),
                this.items.stream().map(MilestoneItemRow::owner).filter(Objects::nonNull)).toList();
        }
    }
}
