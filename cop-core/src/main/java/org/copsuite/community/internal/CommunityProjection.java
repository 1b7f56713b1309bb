/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.ledger.ProjectionKeys;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * The projection of communities and memberships: computes their state from the ledger. {@link CommunityPageType} writes
 * the columns that come from pages.
 */
@Component(roles = {Projection.class, CommunityProjection.class})
@Named(CommunityProjection.HINT)
@Singleton
public class CommunityProjection implements Projection
{
    /** The name of the projection. */
    static final String HINT = "communities";

    private static final String AND_KEY = " where wiki = :wiki and id = :id";

    private static final String AND_MEMBER = " where wiki = :wiki and community = :community and person = :person";

    @Inject
    private Pages pages;

    @Inject
    @Named(CommunityPageType.TYPE)
    private Provider<CommunityPageType> pageType;

    @Override
    public int order()
    {
        return 10;
    }

    @Override
    public void apply(Session session, LedgerEntry entry, LedgerEntry reversed)
    {
        switch (entry.getAct().name()) {
            case "founded" -> founded(session, entry);
            case "access-given" -> access(session, entry);
            case "joined" -> joined(session, entry);
            case "role-given" -> roleGiven(session, entry);
            case "left" -> left(session, entry);
            case "community-deleted" -> deleted(session, entry, true);
            case "community-restored" -> deleted(session, entry, false);
            default -> {
                // Other acts do not concern communities.
            }
        }
    }

    private static void founded(Session session, LedgerEntry entry)
    {
        long at = entry.getAt().toEpochMilli();
        session.createQuery("update CommunityRow set created = :at, sequence = :sequence, active = :at, "
            + "activeSequence = :sequence, access = :access" + AND_KEY).setParameter("at", at).setParameter("sequence", entry.getSequence())
            .setParameter("access", accessOf(entry)).setParameter("wiki", entry.getWiki())
            .setParameter("id", entry.getSubject()).executeUpdate();
    }

    private static void access(Session session, LedgerEntry entry)
    {
        session.createQuery("update CommunityRow set access = :access" + AND_KEY)
            .setParameter("access", accessOf(entry)).setParameter("wiki", entry.getWiki())
            .setParameter("id", entry.getSubject()).executeUpdate();
    }

    private static void deleted(Session session, LedgerEntry entry, boolean deleted)
    {
        session.createQuery("update CommunityRow set deleted = :deleted" + AND_KEY).setParameter("deleted", deleted)
            .setParameter("wiki", entry.getWiki()).setParameter("id", entry.getSubject()).executeUpdate();
    }

    private static void joined(Session session, LedgerEntry entry)
    {
        if (CommunityRepository.role(session, entry.getWiki(), entry.getSubject(), entry.getBeneficiary()).isPresent()) {
            return;
        }
        Role role = roleOf(entry);
        MembershipRow row = new MembershipRow();
        row.wiki = entry.getWiki();
        row.community = entry.getSubject();
        row.person = entry.getBeneficiary().value();
        row.role = role.name();
        row.roleOrder = role.ordinal();
        row.since = entry.getAt().toEpochMilli();
        row.sequence = entry.getSequence();
        session.persist(row);
        session.flush();
        session.evict(row);
        count(session, entry, 1);
    }

    private static void roleGiven(Session session, LedgerEntry entry)
    {
        Role role = roleOf(entry);
        session.createQuery("update MembershipRow set role = :role, roleOrder = :roleOrder" + AND_MEMBER)
            .setParameter("role", role.name()).setParameter("roleOrder", role.ordinal())
            .setParameter("wiki", entry.getWiki()).setParameter("community", entry.getSubject())
            .setParameter("person", entry.getBeneficiary().value()).executeUpdate();
    }

    private static void left(Session session, LedgerEntry entry)
    {
        int removed = session.createQuery("delete from MembershipRow" + AND_MEMBER).setParameter("wiki", entry.getWiki())
            .setParameter("community", entry.getSubject()).setParameter("person", entry.getBeneficiary().value())
            .executeUpdate();
        count(session, entry, -removed);
    }

    private static void count(Session session, LedgerEntry entry, int more)
    {
        session.createQuery("update CommunityRow set members = members + :more" + AND_KEY).setParameter("more", more)
            .setParameter("wiki", entry.getWiki()).setParameter("id", entry.getSubject()).executeUpdate();
    }

    private static Role roleOf(LedgerEntry entry)
    {
        return Role.valueOf(entry.getDetail().toUpperCase(Locale.ROOT));
    }

    private static String accessOf(LedgerEntry entry)
    {
        return Visibility.valueOf(entry.getDetail().toUpperCase(Locale.ROOT)).name();
    }

    @Override
    public List<String> keys(Session session, String wiki, String after, int limit)
    {
        return ProjectionKeys.of(session, wiki, after, limit, CommunityActs.FOUNDED, "CommunityRow");
    }

    @Override
    public void rebuild(Session session, String wiki, String key)
    {
        UUID id = UUID.fromString(key);
        List<LedgerEntry> entries = ProjectionKeys.about(session, wiki, id);
        session.createQuery("delete from MembershipRow where wiki = :wiki and community = :id").setParameter("wiki", wiki)
            .setParameter("id", id).executeUpdate();
        if (entries.isEmpty()) {
            session.createQuery("delete from CommunityRow" + AND_KEY).setParameter("wiki", wiki).setParameter("id", id)
                .executeUpdate();
            return;
        }
        Optional<Page> page = this.pages.holding(wiki, id).stream().findFirst().flatMap((PageId p) -> this.pages.load(p));
        this.pageType.get().write(session, wiki, id, page);
        session.createQuery("update CommunityRow set members = 0, deleted = false" + AND_KEY).setParameter("wiki", wiki)
            .setParameter("id", id).executeUpdate();
        entries.forEach(entry -> apply(session, entry, null));
    }
}
