/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.AbstractProjection;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.hibernate.type.StringType;
import org.xwiki.component.annotation.Component;

/**
 * The projection of communities and memberships: computes their state from the ledger. {@link CommunityPageType} writes
 * the columns that come from pages.
 */
@Component(roles = {Projection.class, CommunityProjection.class})
@Named(CommunityProjection.HINT)
@Singleton
public class CommunityProjection extends AbstractProjection
{
    /** The name of the projection. */
    static final String HINT = "communities";

    private static final String AND_KEY = " where wiki = :wiki and id = :id";

    @Inject
    private Pages pages;

    @Inject
    @Named(CommunityPageType.TYPE)
    private Provider<CommunityPageType> pageType;

    /** Declares the acts. */
    public CommunityProjection()
    {
        super(10, CommunityActs.FOUNDED, "CommunityRow");
        on(CommunityActs.FOUNDED, CommunityProjection::founded);
        on(CommunityActs.ACCESS_GIVEN, CommunityProjection::access);
        on(CommunityActs.JOINING_CHANGED, CommunityProjection::joining);
        on(CommunityActs.PREPARED, change -> prepared(change,
            CommunityActs.write(change.entry().detail(CommunityActs.PREPARED))));
        on(CommunityActs.LAUNCHED, change -> prepared(change, null));
        on(CommunityActs.JOINED, CommunityProjection::joined);
        on(CommunityActs.ROLE_GIVEN, CommunityProjection::roleGiven);
        on(CommunityActs.LEFT, CommunityProjection::left);
        on(CommunityActs.ROLE_DEFINED, RoleTerms::define);
        on(CommunityActs.ROLE_REMOVED, RoleTerms::remove);
        on(CommunityActs.ROLE_ASSIGNED, RoleTerms::assign);
        on(CommunityActs.ROLE_UNASSIGNED, RoleTerms::unassign);
        on(CommunityActs.FACILITATOR_MISSING, change -> unfacilitated(change, true));
        on(CommunityActs.FACILITATOR_BACK, change -> unfacilitated(change, false));
        on(CommunityActs.DELETED, change -> deleted(change, true));
        on(CommunityActs.RESTORED, change -> deleted(change, false));
    }

    private static void founded(Change change)
    {
        set(change, "created = :at, sequence = :sequence, active = :at, activeSequence = :sequence, access = :access")
            .setParameter("at", change.at()).setParameter("sequence", change.entry().getSequence())
            .setParameter("access", change.entry().detail(CommunityActs.FOUNDED).name()).executeUpdate();
    }

    private static void access(Change change)
    {
        set(change, "access = :access")
            .setParameter("access", change.entry().detail(CommunityActs.ACCESS_GIVEN).name()).executeUpdate();
    }

    private static void joining(Change change)
    {
        set(change, "joining = :joining")
            .setParameter("joining", change.entry().detail(CommunityActs.JOINING_CHANGED).name()).executeUpdate();
    }

    private static void prepared(Change change, String preparation)
    {
        set(change, "preparation = :preparation").setParameter("preparation", preparation, StringType.INSTANCE)
            .executeUpdate();
    }

    private static void deleted(Change change, boolean deleted)
    {
        set(change, "deleted = :deleted").setParameter("deleted", deleted).executeUpdate();
    }

    private static void joined(Change change)
    {
        UserId member = change.entry().getBeneficiary();
        if (CommunityRepository.role(change.session(), change.wiki(), new CommunityId(change.subject()),
            member).isPresent()) {
            return;
        }
        Role role = change.entry().detail(CommunityActs.JOINED);
        MembershipRow row = new MembershipRow();
        row.wiki = change.wiki().value();
        row.community = change.subject();
        row.person = member.value();
        row.role = role.name();
        row.roleOrder = role.order();
        row.since = change.at();
        row.sequence = change.entry().getSequence();
        row.granted = "";
        write(change.session(), row);
        count(change, 1);
        RoleTerms.begin(change, role.name());
        facilitated(change, role);
    }

    private static void roleGiven(Change change)
    {
        Role role = change.entry().detail(CommunityActs.ROLE_GIVEN);
        member(change, "update MembershipRow set role = :role, roleOrder = :roleOrder")
            .setParameter("role", role.name()).setParameter("roleOrder", role.order()).executeUpdate();
        RoleTerms.replace(change, role);
        facilitated(change, role);
    }

    private static void facilitated(Change change, Role role)
    {
        if (role == Role.FACILITATOR) {
            unfacilitated(change, false);
        }
    }

    private static void unfacilitated(Change change, boolean unfacilitated)
    {
        set(change, "unfacilitated = :unfacilitated").setParameter("unfacilitated", unfacilitated).executeUpdate();
    }

    private static void left(Change change)
    {
        count(change, -member(change, "delete from MembershipRow").executeUpdate());
        RoleTerms.endAll(change);
    }

    private static void count(Change change, int more)
    {
        set(change, "members = members + :more").setParameter("more", more).executeUpdate();
    }

    /** Creates an update of the community's row. */
    private static Query<?> set(Change change, String assignments)
    {
        return change.session().createQuery("update CommunityRow set " + assignments + AND_KEY)
            .setParameter("wiki", change.wiki().value()).setParameter("id", change.subject());
    }

    /** Creates a statement on the row of the member whom the entry concerns. */
    private static Query<?> member(Change change, String statement)
    {
        return change.session()
            .createQuery(statement + " where wiki = :wiki and community = :community and person = :person")
            .setParameter("wiki", change.wiki().value()).setParameter("community", change.subject())
            .setParameter("person", change.entry().getBeneficiary().value());
    }

    @Override
    protected void prepare(Session session, WikiId wiki, UUID id, List<LedgerEntry> entries)
    {
        session.createQuery("delete from MembershipRow where wiki = :wiki and community = :id")
            .setParameter("wiki", wiki.value())
            .setParameter("id", id).executeUpdate();
        RoleTerms.clear(session, wiki, id);
        if (entries.isEmpty()) {
            super.prepare(session, wiki, id, entries);
            return;
        }
        Optional<Page> page = this.pages.holding(wiki, id).stream().findFirst().flatMap((PageId p) -> this.pages.load(p));
        this.pageType.get().write(session, wiki, id, page);
        session.createQuery("update CommunityRow set members = 0, joining = null, preparation = null, unfacilitated = false, "
            + "deleted = false" + AND_KEY)
            .setParameter("wiki", wiki.value())
            .setParameter("id", id).executeUpdate();
    }
}
