/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.MemberAdmission;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * Records who joins, leaves and gets which role, and updates the groups of the wiki. The statements do not grow with
 * the number of members.
 */
@Component(roles = {MembershipWriter.class, MemberAdmission.class})
@Singleton
public class MembershipWriter implements MemberAdmission
{
    @Inject
    private Ledger ledger;

    @Inject
    private CommunityRights spaces;

    @Inject
    private DefaultCommunityPermissions permissions;

    @Override
    public <T> T admit(UserId actor, WikiId wiki, CommunityId community, UserId member, Ledger.Work<T> decision)
        throws CopException
    {
        CommunityRow row = this.ledger.read(session -> CommunityRepository.find(session, wiki, community.value()));
        if (row == null || row.deleted) {
            throw CopException.notFound();
        }
        this.spaces.addMember(wiki, community, member, Role.MEMBER);
        try {
            return this.ledger.decide(tx -> {
                T result = decision.run(tx);
                // The decision may have made the person a member.
                tx.applyPending();
                if (membership(tx.session(), row, member) == null) {
                    tx.append(joined(row, actor, member, Role.MEMBER));
                }
                return result;
            });
        } finally {
            this.spaces.synchroniseMember(wiki, community, member);
        }
    }

    /** Makes a person a member; changes nothing for a member. */
    void join(CommunityRow row, UserId actor, UserId member) throws CopException
    {
        admit(actor, new WikiId(row.wiki), new CommunityId(row.id), member, tx -> null);
    }

    /**
     * Adds a member with a role, or gives a member the role.
     *
     * @throws CopException FORBIDDEN if the actor lacks permissions of the old or the new role; CONFLICT if no
     *             facilitator would remain
     */
    void appoint(CommunityRow row, UserId actor, UserId member, Role role) throws CopException
    {
        WikiId wiki = new WikiId(row.wiki);
        CommunityId community = new CommunityId(row.id);
        boolean isNew = this.ledger.read(session -> membership(session, row, member) == null);
        Set<CommunityPermission> own = this.permissions.of(actor, row);
        checkMayGive(row, actor, own, role);
        if (isNew) {
            this.spaces.addMember(wiki, community, member, role);
        }
        try {
            this.ledger.decide(tx -> {
                MembershipRow before = membership(tx.session(), row, member);
                if (before == null) {
                    tx.append(joined(row, actor, member, role));
                } else if (!role.name().equals(before.role)) {
                    checkHas(own, before.permissions());
                    keepFacilitator(tx.session(), before, role);
                    tx.append(entry(row, actor, CommunityActs.ROLE_GIVEN, role).benefiting(member));
                }
                return null;
            });
        } finally {
            this.spaces.synchroniseMember(wiki, community, member);
        }
    }

    /**
     * Removes a member; changes nothing for somebody else.
     *
     * @throws CopException FORBIDDEN if the actor lacks permissions of the member, except of oneself; CONFLICT for the
     *             last facilitator
     */
    void remove(CommunityRow row, UserId actor, UserId member) throws CopException
    {
        Set<CommunityPermission> own = this.permissions.of(actor, row);
        this.ledger.decide(tx -> {
            MembershipRow before = membership(tx.session(), row, member);
            if (before != null) {
                if (!actor.equals(member)) {
                    checkHas(own, before.permissions());
                }
                keepFacilitator(tx.session(), before, null);
                tx.append(entry(row, actor, CommunityActs.LEFT, null).benefiting(member));
            }
            return null;
        });
        this.spaces.synchroniseMember(new WikiId(row.wiki), new CommunityId(row.id), member);
    }

    private void checkMayGive(CommunityRow row, UserId actor, Set<CommunityPermission> own, Role role)
        throws CopException
    {
        boolean appoints = role == Role.FACILITATOR && this.ledger.read(session -> {
            MembershipRow mine = membership(session, row, actor);
            return mine != null && Role.SPONSOR.name().equals(mine.role);
        });
        if (!appoints) {
            checkHas(own, role.permissions());
        }
    }

    /** Nobody gives or takes permissions that they lack: otherwise they could give them to themselves. */
    static void checkHas(Set<CommunityPermission> own, Set<CommunityPermission> others) throws CopException
    {
        if (!own.containsAll(others)) {
            throw new CopException(CopException.Kind.FORBIDDEN, "cop.community.error.beyond");
        }
    }

    /**
     * Checks that a facilitator remains; otherwise only sponsors and the wiki's administrators could run the community.
     *
     * @param role the new role of the member, {@code null} for removal
     * @throws CopException CONFLICT if the member is the last facilitator
     */
    private static void keepFacilitator(Session session, MembershipRow before, Role role) throws CopException
    {
        if (Role.FACILITATOR.name().equals(before.role) && role != Role.FACILITATOR
            && CommunityRepository.facilitators(session, before.wiki, before.community).size() == 1) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.community.error.lastFacilitator");
        }
    }

    private static MembershipRow membership(Session session, CommunityRow row, UserId person)
    {
        return CommunityRepository.membership(session, new WikiId(row.wiki), new CommunityId(row.id), person);
    }

    private static EntryDraft joined(CommunityRow row, UserId actor, UserId member, Role role)
    {
        return repeatable(CommunityActs.joined(new WikiId(row.wiki), actor, new CommunityId(row.id), member, role));
    }

    static <D> EntryDraft entry(CommunityRow row, UserId actor, ActType<D> act, D detail)
    {
        return repeatable(EntryDraft.of(new WikiId(row.wiki), actor, act, row.id, detail).in(new CommunityId(row.id)));
    }

    /** Makes an act repeatable. The caller has checked that it applies. */
    private static EntryDraft repeatable(EntryDraft draft)
    {
        return draft.withOccurrence(UUID.randomUUID().toString());
    }
}
