/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.db.Chunks;
import org.copsuite.db.IdCondition;
import org.copsuite.db.Keyset;
import org.copsuite.db.KeysetPage;
import org.copsuite.db.VisibleRows;
import org.copsuite.db.VisibleSpaces;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.project.ProjectService.Owner;
import org.copsuite.project.ProjectService.Project;
import org.copsuite.project.ProjectService;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/**
 * Reads projects, in a bounded number of statements, and leaves out those that the reader may not view and the names of
 * owners that the reader may not view.
 */
@Component(roles = ProjectReader.class)
@Singleton
public class ProjectReader
{
    private static final Keyset<ProjectRow> ORDER =
        new Keyset<ProjectRow>().ascending("p.order", Cursor::number, row -> row.order);

    private static final String OWNED = " and (p.community = :community or exists (select 1 from ProjectOwnerRow o "
        + "where o.wiki = p.wiki and o.project = p.id and o.community = :community and o.acceptedSequence is not null))";

    private static final String WIKI = "wiki";

    @Inject
    private Ledger ledger;

    @Inject
    private Access access;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Persons persons;

    @Inject
    @Named(ProjectRights.HINT)
    private ProjectRights rights;

    Project get(UserId reader, WikiId wiki, UUID id) throws CopException
    {
        ProjectRow row = this.ledger.read(session -> {
            ProjectRow found = ProjectPages.find(session, wiki, id);
            if (found != null) {
                session.evict(found);
            }
            return found;
        });
        if (row == null || row.deleted || !this.rights.mayView(reader, PageId.parse(row.page))) {
            throw CopException.notFound();
        }
        return views(reader, wiki, List.of(row), true).get(0);
    }

    Optional<UUID> at(UserId reader, PageId page)
    {
        return this.ledger.read(session -> session
            .createQuery("select id from ProjectRow where page = :page and deleted = false", UUID.class)
            .setParameter("page", page.toString()).setMaxResults(1).getResultStream().findFirst())
            .filter(id -> this.rights.mayView(reader, page));
    }

    Slice<Project> list(UserId reader, WikiId wiki, CommunityId community, String after, int limit) throws CopException
    {
        KeysetPage<ProjectRow> page = ORDER.page("projects/" + wiki + '/' + community, after, limit);
        if (community != null && this.communities.find(reader, wiki, List.of(community)).isEmpty()) {
            // What a community owns is part of what only its readers know.
            return new Slice<>(List.of(), null);
        }
        VisibleRows<ProjectRow> visible = in(VisibleSpaces.of(this.access, wiki, reader), row -> row);
        Slice<ProjectRow> rows = this.ledger.read(session -> page.slice(visible.read(page.limit() + 1, condition -> {
            Query<ProjectRow> query = page.query(session, "from ProjectRow p where p.wiki = :wiki and p.deleted = false"
                + condition + (community == null ? "" : OWNED), ProjectRow.class).setParameter(WIKI, wiki.value());
            return community == null ? query : query.setParameter("community", community.value());
        })));
        return new Slice<>(views(reader, wiki, visible(reader, rows.items()), false), rows.next());
    }

    List<Project> latest(UserId reader, WikiId wiki, CommunityId community, int limit)
    {
        VisibleRows<Object[]> visible =
            in(VisibleSpaces.of(this.access, wiki, reader), (Object[] row) -> (ProjectRow) row[0]);
        List<Object[]> joined = this.ledger.read(session -> visible.read(limit * ProjectService.OWNERS_MAXIMUM,
            condition -> session
                .createQuery("select p, w from ProjectRow p left join ProjectOwnerRow w on w.wiki = p.wiki "
                    + "and w.project = p.id where p.wiki = :wiki and p.deleted = false" + condition + OWNED
                    + " order by p.order", Object[].class)
                .setParameter(WIKI, wiki.value()).setParameter("community", community.value())));
        Map<UUID, List<ProjectOwnerRow>> owners = new HashMap<>();
        joined.stream().filter(row -> row[1] != null).forEach(row -> owners
            .computeIfAbsent(((ProjectRow) row[0]).id, id -> new ArrayList<>()).add((ProjectOwnerRow) row[1]));
        List<ProjectRow> rows = joined.stream().map(row -> (ProjectRow) row[0]).distinct().limit(limit).toList();
        return views(reader, wiki, visible(reader, rows), owners, false);
    }

    Map<UUID, Project> find(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        Set<String> spaces = VisibleSpaces.of(this.access, wiki, reader);
        List<ProjectRow> rows = in(spaces, (ProjectRow row) -> row).filter(this.ledger.read(session -> IdCondition.list(ids,
            some -> session
                .createQuery("from ProjectRow p where " + IdCondition.condition(session, "p", some) + " and p.deleted = false",
                    ProjectRow.class)
                .setParameter(WIKI, wiki.value()))));
        Map<UUID, Project> found = new LinkedHashMap<>();
        views(reader, wiki, visible(reader, rows), false).forEach(project -> found.put(project.id(), project));
        return found;
    }

    private static <R> VisibleRows<R> in(Set<String> spaces, Function<R, ProjectRow> project)
    {
        return VisibleRows.inSpaces(spaces, "p", row -> project.apply(row).space, row -> project.apply(row).ownRights);
    }

    private List<ProjectRow> visible(UserId reader, List<ProjectRow> rows)
    {
        return rows.stream().filter(row -> !row.ownRights || this.rights.mayView(reader, PageId.parse(row.page)))
            .toList();
    }

    /** @param whole whether to read the text and what the reader may do, for one project */
    private List<Project> views(UserId reader, WikiId wiki, List<ProjectRow> rows, boolean whole)
    {
        return rows.isEmpty() ? List.of() : views(reader, wiki, rows, owners(wiki, rows), whole);
    }

    private List<Project> views(UserId reader, WikiId wiki, List<ProjectRow> rows,
        Map<UUID, List<ProjectOwnerRow>> owners, boolean whole)
    {
        Set<CommunityId> named = new LinkedHashSet<>();
        rows.forEach(row -> named.add(new CommunityId(row.community)));
        owners.values().forEach(some -> some.forEach(owner -> named.add(new CommunityId(owner.community))));
        Map<CommunityId, CommunityLocation> locations = this.communities.find(reader, wiki, named);
        Set<UserId> ids = new LinkedHashSet<>();
        rows.forEach(row -> {
            ids.add(new UserId(row.author));
            ids.addAll(row.people());
        });
        Map<UserId, Person> people = this.persons.find(ids);
        return rows.stream().map(row -> {
            boolean edits = whole && this.rights.mayEdit(reader, row);
            return new Project(row.id, PageId.parse(row.page), row.version, row.title, whole ? row.body : "",
                owners(reader, row, owners.getOrDefault(row.id, List.of()), locations, whole, edits),
                row.people().stream().map(people::get).toList(), row.endedSequence != null,
                people.get(new UserId(row.author)), Instant.ofEpochMilli(row.created), edits,
                whole && this.rights.plans(reader, wiki, new CommunityId(row.community)));
        }).toList();
    }

    private Map<UUID, List<ProjectOwnerRow>> owners(WikiId wiki, List<ProjectRow> rows)
    {
        Map<UUID, List<ProjectOwnerRow>> owners = new HashMap<>();
        this.ledger.read(session -> Chunks.of(rows.stream().map(row -> row.id).toList()).stream().flatMap(some -> session
            .createQuery("from ProjectOwnerRow where wiki = :wiki and project in (:ids)", ProjectOwnerRow.class)
            .setParameter(WIKI, wiki.value()).setParameterList("ids", some).getResultStream()).toList())
            .forEach(owner -> owners.computeIfAbsent(owner.project, id -> new ArrayList<>()).add(owner));
        return owners;
    }

    private List<Owner> owners(UserId reader, ProjectRow row, List<ProjectOwnerRow> others,
        Map<CommunityId, CommunityLocation> locations, boolean whole, boolean edits)
    {
        List<Owner> owners = new ArrayList<>();
        Optional.ofNullable(locations.get(new CommunityId(row.community)))
            .ifPresent(lead -> owners.add(new Owner(lead, true, false, false, false)));
        others.stream().filter(other -> locations.containsKey(new CommunityId(other.community))).map(other -> {
            CommunityId id = new CommunityId(other.community);
            boolean asked = other.acceptedSequence == null;
            boolean plans = whole && this.rights.plans(reader, new WikiId(row.wiki), id);
            return new Owner(locations.get(id), false, asked, asked && plans, edits || plans);
        }).filter(owner -> !owner.isAsked() || owner.mayLeave())
            .sorted(Comparator.comparing(owner -> owner.community().title())).forEach(owners::add);
        return List.copyOf(owners);
    }
}
