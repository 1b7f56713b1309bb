/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.Protection;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Manages the rights of communities: the groups of each, and the protection of its space. The group names derive
 * from the community's id, so that no page can refer to another community's groups.
 */
@Component(roles = CommunityRights.class)
@Singleton
public class CommunityRights
{
    /** The space in which communities are founded. */
    static final String ROOT = "Communities";

    @Inject
    private Access access;

    @Inject
    private Groups groups;

    @Inject
    private Ledger ledger;

    /**
     * Prepares a space for a new community before its home page exists. The founder moderates it from the start, so
     * that the founder, and nobody else, can continue an interrupted founding.
     *
     * @param community the id of the community
     * @param space its space
     * @param founder the founder
     * @param access its visibility
     * @param joining how people join
     */
    void prepare(CommunityId community, SpaceId space, UserId founder, Visibility access, Joining joining)
    {
        addMember(space.wiki(), community, founder, Role.FACILITATOR);
        protect(community, space, access, joining);
    }

    /**
     * Sets the rights of a community's space.
     *
     * @param community the id of the community
     * @param space its space
     * @param access its visibility
     * @param joining how people join: every account takes part where it joins by itself
     */
    void protect(CommunityId community, SpaceId space, Visibility access, Joining joining)
    {
        protect(community, space, access, joining, null);
    }

    /** Sets the rights; a group that not every community has gets some if it has members or is the given one. */
    private void protect(CommunityId community, SpaceId space, Visibility access, Joining joining, CommunityGroup begun)
    {
        WikiId wiki = space.wiki();
        Right everyone = access == Visibility.OPEN ? Right.VIEW : null;
        Right signedIn = access == Visibility.OPEN && joining == Joining.OPEN ? Right.COMMENT : everyone;
        this.access.protect(space, new Protection(everyone, signedIn,
            create(wiki, community, CommunityGroup.MEMBERS), create(wiki, community, CommunityGroup.FACILITATORS),
            used(wiki, community, CommunityGroup.MODERATORS, begun),
            used(wiki, community, CommunityGroup.CURATORS, begun)));
    }

    private GroupId used(WikiId wiki, CommunityId community, CommunityGroup group, CommunityGroup begun)
    {
        GroupId id = named(wiki, community, group);
        return group == begun || !this.groups.members(id).isEmpty() ? id : null;
    }

    /**
     * Adds a person to the groups before the ledger contains the membership, because consumers of that entry check what
     * the new member may view.
     *
     * @param wiki the wiki
     * @param community the id of the community
     * @param member the person
     * @param role the role
     */
    void addMember(WikiId wiki, CommunityId community, UserId member, Role role)
    {
        this.groups.add(create(wiki, community, CommunityGroup.MEMBERS), member);
        if (role == Role.FACILITATOR) {
            this.groups.add(create(wiki, community, CommunityGroup.FACILITATORS), member);
        }
    }

    /**
     * Synchronises the groups with one member, or former member, in the projection. The person may join, leave and get
     * another role meanwhile, on this node or another, so the method reads again after changing the groups, and repeats
     * until nothing changes.
     *
     * @param wiki the wiki
     * @param community the id of the community
     * @param person the person
     */
    void synchroniseMember(WikiId wiki, CommunityId community, UserId person)
    {
        Optional<Standing> admitted;
        Optional<Standing> standing = standing(wiki, community, person);
        do {
            admitted = standing;
            for (CommunityGroup group : CommunityGroup.values()) {
                if (admitted.filter(group::holds).isPresent()) {
                    begin(wiki, community, group);
                    this.groups.add(create(wiki, community, group), person);
                } else {
                    this.groups.remove(named(wiki, community, group), person);
                }
            }
            standing = standing(wiki, community, person);
        } while (!standing.equals(admitted));
    }

    private Optional<Standing> standing(WikiId wiki, CommunityId community, UserId person)
    {
        return this.ledger.read(session -> Optional.ofNullable(CommunityRepository.membership(session, wiki, community,
            person)).map(MembershipRow::standing));
    }

    /**
     * Synchronises the groups with all members in the projection, as {@link #synchroniseMember} does with one.
     *
     * @param wiki the wiki
     * @param community the id of the community
     */
    void synchroniseGroups(WikiId wiki, CommunityId community)
    {
        Map<UserId, Standing> admitted;
        Map<UserId, Standing> standings = standings(wiki, community);
        do {
            admitted = standings;
            for (CommunityGroup group : CommunityGroup.values()) {
                synchronise(wiki, community, group, of(group, admitted));
            }
            standings = standings(wiki, community);
        } while (!standings.equals(admitted));
    }

    private void synchronise(WikiId wiki, CommunityId community, CommunityGroup group, Set<UserId> users)
    {
        GroupId id = named(wiki, community, group);
        Set<UserId> before = this.groups.members(id);
        if (group.isAlwaysThere() || !users.isEmpty()) {
            begin(wiki, community, group);
            create(wiki, community, group);
        }
        users.stream().filter(u -> !before.contains(u)).forEach(u -> this.groups.add(id, u));
        before.stream().filter(u -> !users.contains(u)).forEach(u -> this.groups.remove(id, u));
    }

    /**
     * Gives rights to a group that not every community has, before its first member is in it. Communities of earlier
     * versions, and those without such members, do not have the group.
     */
    private void begin(WikiId wiki, CommunityId community, CommunityGroup group)
    {
        if (group.isAlwaysThere() || !this.groups.members(named(wiki, community, group)).isEmpty()) {
            return;
        }
        create(wiki, community, group);
        CommunityRow row = this.ledger.read(session -> CommunityRepository.find(session, wiki, community.value()));
        protect(community, SpaceId.parse(row.homeSpace), Visibility.valueOf(row.access), row.joining(), group);
    }

    /**
     * Compares the groups with the members in the projection. Does not create or hide groups.
     *
     * @param wiki the wiki
     * @param community the id of the community
     * @return whether the groups contain exactly the members that belong into them
     */
    boolean isSynchronised(WikiId wiki, CommunityId community)
    {
        Map<UserId, Standing> standings = standings(wiki, community);
        return Arrays.stream(CommunityGroup.values()).allMatch(group -> this.groups
            .members(named(wiki, community, group)).equals(of(group, standings)));
    }

    /**
     * @param wiki the wiki
     * @param community the id of the community
     * @return the people in the groups, each with the role of the group, whatever the ledger contains
     */
    Map<UserId, Role> groupMembers(WikiId wiki, CommunityId community)
    {
        Map<UserId, Role> present = new HashMap<>();
        for (CommunityGroup group : List.of(CommunityGroup.MEMBERS, CommunityGroup.CURATORS, CommunityGroup.MODERATORS,
            CommunityGroup.FACILITATORS)) {
            this.groups.members(named(wiki, community, group)).forEach(member -> present.put(member, group.role()));
        }
        return present;
    }

    private Map<UserId, Standing> standings(WikiId wiki, CommunityId community)
    {
        return this.ledger.read(session -> CommunityRepository.standings(session, wiki, community));
    }

    private static Set<UserId> of(CommunityGroup group, Map<UserId, Standing> standings)
    {
        return standings.entrySet().stream().filter(one -> group.holds(one.getValue())).map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    }

    /**
     * Hides the members of existing groups. All methods that create groups hide them as well; this one is for
     * communities from versions that did not hide groups.
     *
     * @param wiki the wiki
     * @param community the id of the community
     */
    void hideMembers(WikiId wiki, CommunityId community)
    {
        Set<GroupId> viewers = viewers(wiki, community);
        for (CommunityGroup group : CommunityGroup.values()) {
            this.groups.hide(named(wiki, community, group), viewers);
        }
    }

    /**
     * Creates the group if it is missing, and hides it. Only members and facilitators may view who is in it, even in an
     * open community: its space may lie in a space that few people may view, and the community may become private at
     * any time.
     */
    private GroupId create(WikiId wiki, CommunityId community, CommunityGroup group)
    {
        GroupId id = this.groups.create(wiki, group.name(community));
        this.groups.hide(id, viewers(wiki, community));
        return id;
    }

    private Set<GroupId> viewers(WikiId wiki, CommunityId community)
    {
        return Set.of(named(wiki, community, CommunityGroup.MEMBERS),
            named(wiki, community, CommunityGroup.FACILITATORS));
    }

    private GroupId named(WikiId wiki, CommunityId community, CommunityGroup group)
    {
        return this.groups.named(wiki, group.name(community));
    }
}
