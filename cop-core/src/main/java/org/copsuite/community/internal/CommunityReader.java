/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.PlainText;
import org.copsuite.Slice;
import org.copsuite.Tags;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Member;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.DirectoryQuery;
import org.copsuite.db.IdCondition;
import org.copsuite.db.Keyset;
import org.copsuite.db.KeysetPage;
import org.copsuite.db.Like;
import org.copsuite.db.OrderedHsqlDialect;
import org.copsuite.db.VisibleRows;
import org.copsuite.db.VisibleSpaces;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/** Reads communities, filtered by what the reader may view. */
@Component(roles = CommunityReader.class)
@Singleton
public class CommunityReader
{
    private static final String ALL = "from CommunityRow c where c.wiki = :wiki and c.deleted = false";

    private static final String OF_READER = "select c from MembershipRow m, CommunityRow c where m.wiki = :wiki "
        + "and m.person = :reader and c.wiki = :wiki and c.id = m.community and c.deleted = false";

    private static final String NOT_OF_READER = ALL + " and not exists (select m.person from MembershipRow m "
        + "where m.wiki = :wiki and m.community = c.id and m.person = :reader)";

    private static final Keyset<CommunityRow> ACTIVE = new Keyset<CommunityRow>()
        .descending("c.active", Cursor::number, row -> row.active)
        .descending("c.activeSequence", Cursor::number, row -> row.activeSequence);

    private static final Keyset<MembershipRow> MEMBERS = new Keyset<MembershipRow>()
        .ascending("m.roleOrder", Cursor::integer, row -> row.roleOrder)
        .ascending("m.since", Cursor::number, row -> row.since)
        .ascending("m.sequence", Cursor::number, row -> row.sequence).ofIndex("m.wiki", "m.community");

    /** The sections of the directory: the reader's own communities, then the others. */
    private static final int OWN = 0;

    private static final int OTHERS = 1;

    @Inject
    private Ledger ledger;

    @Inject
    private Access access;

    @Inject
    private Persons persons;

    @Inject
    private DefaultCommunityPermissions permissions;

    /**
     * @return the row of the community
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it
     */
    CommunityRow row(UserId reader, WikiId wiki, CommunityId community) throws CopException
    {
        CommunityRow row = community == null ? null : CommunityRepository.shared(this.ledger, wiki, community.value());
        if (row == null || row.deleted || !mayView(reader, row)) {
            throw CopException.notFound();
        }
        return row;
    }

    /** @return the rows of those of the communities that exist and that the reader may view */
    List<CommunityRow> rows(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        List<CommunityRow> rows = this.ledger.read(session -> IdCondition.list(ids, some -> session
            .createQuery("from CommunityRow c where " + IdCondition.condition(session, "c", some) + " and c.deleted = false",
                CommunityRow.class)
            .setParameter("wiki", wiki.value())));
        return visible(reader, wiki).filter(rows).stream().filter(row -> !row.ownRights || mayView(reader, row)).toList();
    }

    private VisibleRows<CommunityRow> visible(UserId reader, WikiId wiki)
    {
        return VisibleRows.inSpaces(VisibleSpaces.of(this.access, wiki, reader), "c", row -> row.space,
            row -> row.ownRights);
    }

    CommunityView get(UserId reader, WikiId wiki, CommunityId community) throws CopException
    {
        return view(reader, row(reader, wiki, community));
    }

    Optional<CommunityView> around(UserId reader, PageId page)
    {
        return this.ledger.read(session -> CommunityRepository.around(session, page.space(), reader)).stream()
            .filter(row -> mayView(reader, row)).findFirst().map(row -> view(reader, row));
    }

    Optional<CommunityId> holding(PageId page)
    {
        return this.ledger.read(session -> CommunityRepository.around(session, page.space())).stream().findFirst()
            .map(row -> new CommunityId(row.id));
    }

    /**
     * @return whether the space of a community lies inside the given space, at any depth; the given space itself does
     *         not count
     */
    boolean containsCommunity(SpaceId space)
    {
        return this.ledger.read(session -> !session
            .createQuery("select 1 from CommunityRow where wiki = :wiki and deleted = false "
                + "and homeSpace like :inside escape '!'", Integer.class)
            .setParameter("wiki", space.wiki().value()).setParameter("inside", Like.inside(space)).setMaxResults(1)
            .getResultList().isEmpty());
    }

    Optional<CommunityView> named(UserId reader, WikiId wiki, String name)
    {
        String wanted = PlainText.line(name);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return this.ledger.read(session -> named(session, wiki, wanted)).stream().filter(row -> mayView(reader, row))
            .findFirst().map(row -> view(reader, row));
    }

    private static List<CommunityRow> named(Session session, WikiId wiki, String name)
    {
        String lower = name.toLowerCase(Locale.ROOT);
        Query<CommunityRow> query = session
            .createQuery("from CommunityRow where wiki = :wiki and deleted = false and (id = :id "
                + "or lower(homeSpace) = :space or lower(title) = :title) order by created, sequence", CommunityRow.class)
            .setParameter("wiki", wiki.value()).setParameter("id", uuid(name)).setParameter("title", lower)
            .setParameter("space", SpaceId.of(wiki, CommunityRights.ROOT, name).toString().toLowerCase(Locale.ROOT));
        return query.getResultList();
    }

    private static UUID uuid(String text)
    {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    Slice<CommunityView> directory(UserId reader, WikiId wiki, DirectoryQuery asked, String after, int limit)
        throws CopException
    {
        DirectoryFilter filter = new DirectoryFilter(asked);
        Map<CommunityId, MembershipRow> mine = reader.isGuest() ? Map.of()
            : this.ledger.read(session -> CommunityRepository.membershipRows(session, wiki, reader));
        KeysetPage<CommunityRow> page = ACTIVE.inSections(row -> mine.containsKey(new CommunityId(row.id)) ? OWN : OTHERS)
            .page("communities/" + wiki + '/' + filter.name(), after, limit);
        List<CommunityRow> rows = new ArrayList<>();
        if (!mine.isEmpty() && page.section() == OWN) {
            rows.addAll(directory(reader, wiki, filter, page, OWN, OF_READER));
        }
        if (rows.size() <= limit) {
            rows.addAll(directory(reader, wiki, filter, page, OTHERS, mine.isEmpty() ? ALL : NOT_OF_READER));
        }
        Slice<CommunityRow> shown = page.slice(rows);
        return new Slice<>(shown.items().stream().filter(row -> !row.ownRights || mayView(reader, row))
            .map(row -> view(reader, row, mine.get(new CommunityId(row.id)))).toList(), shown.next());
    }

    private List<CommunityRow> directory(UserId reader, WikiId wiki, DirectoryFilter filter,
        KeysetPage<CommunityRow> page, int section, String hql)
    {
        VisibleRows<CommunityRow> visible = visible(reader, wiki);
        return this.ledger.read(session -> visible.read(page.limit() + 1, condition -> {
            Query<CommunityRow> query = page.query(session, hql + condition + filter.condition(), CommunityRow.class,
                section).setParameter("wiki", wiki.value());
            filter.setParameters(query);
            return hql.equals(ALL) ? query : query.setParameter("reader", reader.value());
        }));
    }

    Slice<Member> members(UserId reader, WikiId wiki, CommunityId community, String after, int limit)
        throws CopException
    {
        row(reader, wiki, community);
        return members(wiki, community, "", "", after, limit);
    }

    /**
     * @param condition a further condition on the row {@code m}, with the parameter {@code value}; empty for none
     * @param value the value of the parameter
     * @return one page of the members. NOT permission-filtered
     */
    Slice<Member> members(WikiId wiki, CommunityId community, String condition, String value, String after, int limit)
        throws CopException
    {
        KeysetPage<MembershipRow> page = MEMBERS.page("members/" + community + '/' + value, after, limit);
        Slice<MembershipRow> rows = this.ledger.read(session -> {
            Query<MembershipRow> query = page.query(session, "from MembershipRow m where m.wiki = :wiki "
                + "and m.community = :community" + condition, MembershipRow.class)
                .setParameter("wiki", wiki.value()).setParameter("community", community.value());
            if (!condition.isEmpty()) {
                query.setParameter("value", value);
            }
            return page.slice(query);
        });
        return new Slice<>(members(wiki, community, rows.items()), rows.next());
    }

    List<Member> firstMembers(CommunityView community, int limit)
    {
        return members(community.page().wiki(), community.id(), this.ledger.read(session -> {
            Query<MembershipRow> query = session.createQuery("from MembershipRow where wiki = :wiki "
                + "and community = :community order by wiki, community, roleOrder, since, sequence", MembershipRow.class)
                .setParameter("wiki", community.page().wiki().value())
                .setParameter("community", community.id().value()).setMaxResults(limit);
            OrderedHsqlDialect.orderByIndex(session, query);
            return query.getResultList();
        }));
    }

    private List<Member> members(WikiId wiki, CommunityId community, List<MembershipRow> rows)
    {
        List<String> holders = rows.stream().filter(row -> !row.granted.isEmpty()).map(row -> row.person).toList();
        List<Object[]> held = holders.isEmpty() ? List.of()
            : this.ledger.read(session -> RoleTerms.held(session, wiki, community.value(), holders));
        Map<UserId, Person> people =
            this.persons.find(rows.stream().map(row -> new UserId(row.person)).collect(Collectors.toSet()));
        return rows.stream().map(row -> new Member(people.get(new UserId(row.person)), Role.valueOf(row.role),
            Instant.ofEpochMilli(row.since), held.stream().filter(one -> row.person.equals(one[0]))
                .map(one -> ((OwnRoleRow) one[1]).role()).toList())).toList();
    }

    Map<CommunityId, Role> memberships(WikiId wiki, UserId person)
    {
        return this.ledger.read(session -> CommunityRepository.memberships(session, wiki, person));
    }

    private boolean mayView(UserId reader, CommunityRow row)
    {
        return this.access.has(reader, Right.VIEW, PageId.parse(row.page));
    }

    private CommunityView view(UserId reader, CommunityRow row)
    {
        MembershipRow mine = reader.isGuest() ? null
            : CommunityRepository.sharedMembership(this.ledger, new WikiId(row.wiki), new CommunityId(row.id), reader);
        return view(reader, row, mine);
    }

    private CommunityView view(UserId reader, CommunityRow row, MembershipRow mine)
    {
        CommunityService.Visibility gate = CommunityService.Visibility.valueOf(row.access);
        PageId page = PageId.parse(row.page);
        boolean account = !reader.isGuest() && !reader.isImported();
        Set<CommunityPermission> may = this.permissions.of(reader, page, mine);
        Joining joining = row.joining();
        boolean open = gate == CommunityService.Visibility.OPEN && joining == Joining.OPEN;
        return new CommunityView(new CommunityId(row.id), page, page.space(), row.title, row.purpose,
            Tags.split(row.domains), gate, joining, row.members, row.questions, row.answers,
            Instant.ofEpochMilli(row.created), Instant.ofEpochMilli(row.active), row.version,
            mine == null ? null : Role.valueOf(mine.role),
            account && mine == null && (open || may.contains(CommunityPermission.MANAGE_MEMBERS)), may,
            row.preparation(), row.unfacilitated);
    }
}
