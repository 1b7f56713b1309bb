/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.OwnRoleDetail;
import org.copsuite.ledger.AbstractProjection.Change;
import org.copsuite.ledger.RowKey;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;

/**
 * The part of {@link CommunityProjection} that records who holds which role since when, and the roles that a community
 * has of its own.
 */
final class RoleTerms
{
    private static final List<String> BUILT_IN = Arrays.stream(Role.values()).map(Role::name).toList();

    private static final String END = "update RoleTermRow set until = :at where wiki = :wiki "
        + "and community = :community and until is null";

    private RoleTerms()
    {
    }

    static void begin(Change change, String role)
    {
        RoleTermRow row = new RoleTermRow();
        row.sequence = change.entry().getSequence();
        row.wiki = change.wiki().value();
        row.community = change.subject();
        row.person = change.entry().getBeneficiary().value();
        row.role = role;
        row.since = change.at();
        row.by = change.entry().getActor().value();
        change.session().persist(row);
        change.session().flush();
        change.session().evict(row);
    }

    /** Begins the term of another built-in role, in place of the present one. */
    static void replace(Change change, Role role)
    {
        end(change, " and person = :person and role in (:roles)").setParameterList("roles", BUILT_IN)
            .setParameter("person", change.entry().getBeneficiary().value()).executeUpdate();
        begin(change, role.name());
    }

    /** Ends all terms of a former member. */
    static void endAll(Change change)
    {
        end(change, " and person = :person").setParameter("person", change.entry().getBeneficiary().value())
            .executeUpdate();
    }

    private static Query<?> end(Change change, String condition)
    {
        return change.session().createQuery(END + condition).setParameter("at", change.at())
            .setParameter("wiki", change.wiki().value()).setParameter("community", change.subject());
    }

    static void define(Change change)
    {
        OwnRoleDetail detail = change.entry().detail(CommunityActs.ROLE_DEFINED);
        Session session = change.session();
        OwnRoleRow row = session.get(OwnRoleRow.class, new RowKey(change.wiki(), detail.id()));
        if (row == null) {
            row = new OwnRoleRow(change.wiki().value(), detail.id());
            row.community = change.subject();
            row.sequence = change.entry().getSequence();
        }
        row.name = detail.name();
        row.responsibilities = detail.responsibilities();
        row.permissions = OwnRoleDetail.permissionNames(detail.permissions());
        row.version = change.entry().getSequence();
        session.persist(row);
        session.flush();
        session.evict(row);
        grant(change, holders(change, detail.id()));
    }

    static void remove(Change change)
    {
        UUID role = change.entry().detail(CommunityActs.ROLE_REMOVED);
        change.session().createQuery("update OwnRoleRow set removed = true where wiki = :wiki and id = :id")
            .setParameter("wiki", change.wiki().value()).setParameter("id", role).executeUpdate();
        List<String> holders = holders(change, role);
        end(change, " and role = :role").setParameter("role", role.toString()).executeUpdate();
        grant(change, holders);
    }

    static void assign(Change change)
    {
        begin(change, change.entry().detail(CommunityActs.ROLE_ASSIGNED).toString());
        grant(change, List.of(change.entry().getBeneficiary().value()));
    }

    static void unassign(Change change)
    {
        String person = change.entry().getBeneficiary().value();
        end(change, " and person = :person and role = :role").setParameter("person", person)
            .setParameter("role", change.entry().detail(CommunityActs.ROLE_UNASSIGNED).toString()).executeUpdate();
        grant(change, List.of(person));
    }

    private static List<String> holders(Change change, UUID role)
    {
        return holders(change.session(), change.wiki(), change.subject(), role);
    }

    /** @return the present holders of a role of the community's own */
    static List<String> holders(Session session, WikiId wiki, UUID community, UUID role)
    {
        return session.createQuery("select person from RoleTermRow where wiki = :wiki and community = :community "
            + "and until is null and role = :role", String.class).setParameter("wiki", wiki.value())
            .setParameter("community", community).setParameter("role", role.toString()).getResultList();
    }

    /** Computes again what the roles of the community's own permit to some members. */
    private static void grant(Change change, List<String> people)
    {
        for (String person : people) {
            Set<CommunityPermission> granted = EnumSet.noneOf(CommunityPermission.class);
            List<Object[]> held = held(change.session(), change.wiki(), change.subject(), List.of(person));
            held.forEach(row -> granted.addAll(((OwnRoleRow) row[1]).permissions()));
            change.session().createQuery("update MembershipRow set granted = :granted where wiki = :wiki "
                + "and community = :community and person = :person")
                .setParameter("granted", held.isEmpty() ? "" : OwnRoleDetail.permissionNames(granted))
                .setParameter("wiki", change.wiki().value()).setParameter("community", change.subject())
                .setParameter("person", person).executeUpdate();
        }
    }

    /** @return the ids of people with the roles of the community's own that they hold */
    static List<Object[]> held(Session session, WikiId wiki, UUID community, List<String> people)
    {
        return people.isEmpty() ? List.of() : session.createQuery("select t.person, r from OwnRoleRow r, RoleTermRow t "
            + "where r.wiki = :wiki and r.community = :community and r.removed = false and t.wiki = :wiki "
            + "and t.community = :community and t.role = r.id and t.until is null and t.person in (:people) "
            + "order by r.sequence, t.person", Object[].class)
            .setParameter("wiki", wiki.value()).setParameter("community", community)
            .setParameterList("people", people).getResultList();
    }

    /** @return the roles that a community has of its own, in the order in which they were defined */
    static List<OwnRoleRow> own(Session session, WikiId wiki, UUID community)
    {
        return session.createQuery("from OwnRoleRow where wiki = :wiki and community = :community "
            + "and removed = false order by sequence", OwnRoleRow.class).setParameter("wiki", wiki.value())
            .setParameter("community", community).getResultList();
    }

    /** Deletes the rows of a community before a rebuild. */
    static void clear(Session session, WikiId wiki, UUID community)
    {
        for (String entity : List.of("RoleTermRow", "OwnRoleRow")) {
            session.createQuery("delete from " + entity + " where wiki = :wiki and community = :community")
                .setParameter("wiki", wiki.value()).setParameter("community", community).executeUpdate();
        }
    }
}
