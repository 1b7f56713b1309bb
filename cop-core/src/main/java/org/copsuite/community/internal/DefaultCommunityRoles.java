/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.FormCheck;
import org.copsuite.Slice;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityRoles;
import org.copsuite.community.CommunityService.Member;
import org.copsuite.community.CommunityService.OwnRole;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.OwnRoleDetail;
import org.copsuite.db.Keyset;
import org.copsuite.db.KeysetPage;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.person.Persons;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Records the roles of a community's own and who holds them, and reads who holds and held which role. */
@Component
@Singleton
public class DefaultCommunityRoles implements CommunityRoles
{
    private static final int NAME_MINIMUM = 2;

    private static final Keyset<RoleTermRow> LATEST =
        new Keyset<RoleTermRow>().descending("t.sequence", Cursor::number, row -> row.sequence);

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityReader reader;

    @Inject
    private DefaultCommunityPermissions permissions;

    @Inject
    private CommunityRights spaces;

    @Inject
    private Persons persons;

    @Override
    public List<OwnRole> own(UserId person, WikiId wiki, CommunityId community) throws CopException
    {
        this.reader.row(person, wiki, community);
        return this.ledger.read(session -> RoleTerms.own(session, wiki, community.value())).stream()
            .map(OwnRoleRow::role).toList();
    }

    @Override
    public void define(UserId actor, WikiId wiki, CommunityId community, OwnRoleDraft draft) throws CopException
    {
        CommunityRow row = authorise(actor, CommunityPermission.MANAGE_COMMUNITY, wiki, community);
        Set<CommunityPermission> own = this.permissions.of(actor, row);
        FormCheck form = new FormCheck();
        OwnRoleDetail checked = new OwnRoleDetail(draft.id(),
            form.line("name", draft.name(), NAME_MINIMUM, NAME_MAXIMUM, "cop.community.error.roleName"),
            form.text("responsibilities", draft.responsibilities(), 0, RESPONSIBILITIES_MAXIMUM,
                "cop.community.error.responsibilities"), draft.permissions());
        form.end();
        MembershipWriter.checkHas(own, checked.permissions());
        List<String> holders = this.ledger.decide(tx -> {
            OwnRoleRow before = tx.session().get(OwnRoleRow.class, new RowKey(wiki, draft.id()));
            if (isChange(tx.session(), row, before, checked, draft.version())) {
                if (before != null) {
                    MembershipWriter.checkHas(own, before.permissions());
                }
                tx.append(MembershipWriter.entry(row, actor, CommunityActs.ROLE_DEFINED, checked));
            }
            return RoleTerms.holders(tx.session(), wiki, row.id, draft.id());
        });
        synchronise(row, holders);
    }

    /** @return whether the role is new or differs; a form that is sent twice changes nothing */
    private static boolean isChange(Session session, CommunityRow row, OwnRoleRow before, OwnRoleDetail checked,
        long version) throws CopException
    {
        if (before != null && (!before.community.equals(row.id) || before.removed)) {
            throw CopException.notFound();
        }
        if (before != null && before.name.equals(checked.name())
            && before.responsibilities.equals(checked.responsibilities())
            && before.permissions().equals(checked.permissions())) {
            return false;
        }
        if (before == null ? version != 0 : version != before.version) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.community.error.roleChanged");
        }
        List<OwnRoleRow> all = RoleTerms.own(session, new WikiId(row.wiki), row.id);
        if (all.stream().anyMatch(one -> !one.id.equals(checked.id()) && one.name.equalsIgnoreCase(checked.name()))
            || builtIn(checked.name()).isPresent()) {
            throw CopException.invalid("name", "cop.community.error.roleName.taken");
        }
        if (before == null && all.size() >= OWN_MAXIMUM) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.community.error.roles", OWN_MAXIMUM);
        }
        return true;
    }

    @Override
    public void remove(UserId actor, WikiId wiki, CommunityId community, UUID role) throws CopException
    {
        CommunityRow row = authorise(actor, CommunityPermission.MANAGE_COMMUNITY, wiki, community);
        Set<CommunityPermission> own = this.permissions.of(actor, row);
        synchronise(row, this.ledger.decide(tx -> {
            OwnRoleRow before = existing(tx.session(), row, role);
            List<String> holders = RoleTerms.holders(tx.session(), wiki, row.id, role);
            if (!before.removed) {
                MembershipWriter.checkHas(own, before.permissions());
                tx.append(MembershipWriter.entry(row, actor, CommunityActs.ROLE_REMOVED, role));
            }
            return holders;
        }));
    }

    @Override
    public void assign(UserId actor, WikiId wiki, CommunityId community, UUID role, UserId member) throws CopException
    {
        CommunityRow row = authorise(actor, CommunityPermission.MANAGE_MEMBERS, wiki, community);
        Set<CommunityPermission> own = this.permissions.of(actor, row);
        this.ledger.decide(tx -> {
            OwnRoleRow given = existing(tx.session(), row, role);
            if (given.removed) {
                throw CopException.notFound();
            }
            MembershipWriter.checkHas(own, given.permissions());
            if (CommunityRepository.membership(tx.session(), wiki, community, member) == null) {
                throw CopException.invalid("member", "cop.community.error.noMember");
            }
            if (!RoleTerms.holders(tx.session(), wiki, row.id, role).contains(member.value())) {
                tx.append(MembershipWriter.entry(row, actor, CommunityActs.ROLE_ASSIGNED, role).benefiting(member));
            }
            return null;
        });
        this.spaces.synchroniseMember(wiki, community, member);
    }

    @Override
    public void unassign(UserId actor, WikiId wiki, CommunityId community, UUID role, UserId member)
        throws CopException
    {
        CommunityRow row = authorise(actor, CommunityPermission.MANAGE_MEMBERS, wiki, community);
        Set<CommunityPermission> own = this.permissions.of(actor, row);
        this.ledger.decide(tx -> {
            OwnRoleRow taken = existing(tx.session(), row, role);
            if (RoleTerms.holders(tx.session(), wiki, row.id, role).contains(member.value())) {
                MembershipWriter.checkHas(own, taken.permissions());
                tx.append(MembershipWriter.entry(row, actor, CommunityActs.ROLE_UNASSIGNED, role).benefiting(member));
            }
            return null;
        });
        this.spaces.synchroniseMember(wiki, community, member);
    }

    private CommunityRow authorise(UserId actor, CommunityPermission permission, WikiId wiki, CommunityId community)
        throws CopException
    {
        this.permissions.check(actor, permission, wiki, community);
        return this.reader.row(actor, wiki, community);
    }

    private static OwnRoleRow existing(Session session, CommunityRow row, UUID role) throws CopException
    {
        OwnRoleRow existing = role == null ? null
            : session.get(OwnRoleRow.class, new RowKey(new WikiId(row.wiki), role));
        if (existing == null || !existing.community.equals(row.id)) {
            throw CopException.notFound();
        }
        return existing;
    }

    private void synchronise(CommunityRow row, List<String> holders)
    {
        holders.forEach(person -> this.spaces.synchroniseMember(new WikiId(row.wiki), new CommunityId(row.id),
            new UserId(person)));
    }

    @Override
    public Slice<Member> holders(UserId person, WikiId wiki, CommunityId community, String role, String after,
        int limit) throws CopException
    {
        this.reader.row(person, wiki, community);
        Optional<Role> builtIn = builtIn(role);
        if (builtIn.isPresent()) {
            return this.reader.members(wiki, community, " and m.role = :value", builtIn.get().name(), after, limit);
        }
        OwnRoleRow own = this.ledger.read(session -> RoleTerms.own(session, wiki, community.value())).stream()
            .filter(row -> row.id.toString().equals(role.strip()) || row.name.equalsIgnoreCase(role.strip()))
            .findFirst().orElseThrow(() -> CopException.invalid("role", "cop.community.error.role"));
        return this.reader.members(wiki, community, " and exists (select 1 from RoleTermRow t where t.wiki = m.wiki "
            + "and t.community = m.community and t.person = m.person and t.until is null and t.role = :value)",
            own.id.toString(), after, limit);
    }

    private static Optional<Role> builtIn(String name)
    {
        return Arrays.stream(Role.values())
            .filter(role -> role.name().equals(name.strip().toUpperCase(Locale.ROOT))).findFirst();
    }

    @Override
    public Slice<Term> history(UserId person, WikiId wiki, CommunityId community, String after, int limit)
        throws CopException
    {
        this.reader.row(person, wiki, community);
        KeysetPage<RoleTermRow> page = LATEST.page("terms/" + community, after, limit);
        return this.ledger.read(session -> {
            Slice<RoleTermRow> rows = page.slice(page.query(session, "from RoleTermRow t where t.wiki = :wiki "
                + "and t.community = :community", RoleTermRow.class).setParameter("wiki", wiki.value())
                .setParameter("community", community.value()));
            Map<String, String> names = session.createQuery("from OwnRoleRow where wiki = :wiki "
                + "and community = :community", OwnRoleRow.class).setParameter("wiki", wiki.value())
                .setParameter("community", community.value()).getResultStream()
                .collect(Collectors.toMap(row -> row.id.toString(), row -> row.name));
            Map<UserId, Person> people = this.persons.find(rows.items().stream()
                .flatMap(row -> Stream.of(row.person, row.by)).map(UserId::new).collect(Collectors.toSet()));
            Function<String, Person> named = id -> people.get(new UserId(id));
            return rows.map(row -> new Term(named.apply(row.person), builtIn(row.role).orElse(null),
                names.containsKey(row.role) ? UUID.fromString(row.role) : null, names.get(row.role), Instant.ofEpochMilli(row.since),
                row.until == null ? null : Instant.ofEpochMilli(row.until), named.apply(row.by)));
        });
    }
}
