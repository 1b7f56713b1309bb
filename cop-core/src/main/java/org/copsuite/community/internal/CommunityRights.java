/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.Joining;
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
 * Manages the rights of communities: two groups for each, and the protection of its space. The group names derive from
 * the community's id, so that no page can refer to another community's groups.
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
        addMember(space.wiki(), community, founder, CommunityService.Role.FACILITATOR);
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
        Right everyone = access == Visibility.OPEN ? Right.VIEW : null;
        Right signedIn = access == Visibility.OPEN && joining == Joining.OPEN ? Right.COMMENT : everyone;
        this.access.protect(space, new Protection(everyone, signedIn,
            members(space.wiki(), community), facilitators(space.wiki(), community)));
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
    void addMember(WikiId wiki, CommunityId community, UserId member, CommunityService.Role role)
    {
        add(members(wiki, community), Set.of(member));
        if (role == CommunityService.Role.FACILITATOR) {
            add(facilitators(wiki, community), Set.of(member));
        }
    }

    /**
     * Synchronises the groups with the members in the projection. People may join and leave meanwhile, on this node or
     * another, so the method reads the members again after changing the groups, and repeats until they no longer
     * change.
     *
     * @param wiki the wiki
     * @param community the id of the community
     */
    void synchroniseGroups(WikiId wiki, CommunityId community)
    {
        Map<UserId, CommunityService.Role> admitted;
        Map<UserId, CommunityService.Role> roles = roles(wiki, community);
        do {
            admitted = roles;
            synchroniseGroups(members(wiki, community), admitted.keySet());
            synchroniseGroups(facilitators(wiki, community), facilitatorsOf(admitted));
            roles = roles(wiki, community);
        } while (!roles.equals(admitted));
    }

    /**
     * Compares the groups with the members in the projection. Does not create or hide groups.
     *
     * @param wiki the wiki
     * @param community the id of the community
     * @return whether the groups contain exactly the members and the facilitators
     */
    boolean isSynchronised(WikiId wiki, CommunityId community)
    {
        Map<UserId, CommunityService.Role> roles = roles(wiki, community);
        GroupId members = this.groups.named(wiki, membersName(community));
        GroupId facilitators = this.groups.named(wiki, facilitatorsName(community));
        return this.groups.members(members).equals(roles.keySet())
            && this.groups.members(facilitators).equals(facilitatorsOf(roles));
    }

    /**
     * @param wiki the wiki
     * @param community the id of the community
     * @return the people in the groups, as facilitator or member, whatever the ledger contains
     */
    Map<UserId, CommunityService.Role> groupMembers(WikiId wiki, CommunityId community)
    {
        Map<UserId, CommunityService.Role> present = new HashMap<>();
        this.groups.members(members(wiki, community))
            .forEach(member -> present.put(member, CommunityService.Role.MEMBER));
        this.groups.members(facilitators(wiki, community))
            .forEach(member -> present.put(member, CommunityService.Role.FACILITATOR));
        return present;
    }

    private Map<UserId, CommunityService.Role> roles(WikiId wiki, CommunityId community)
    {
        return this.ledger.read(session -> CommunityRepository.roles(session, wiki, community));
    }

    private void synchroniseGroups(GroupId group, Set<UserId> users)
    {
        Set<UserId> before = add(group, users);
        before.stream().filter(u -> !users.contains(u)).forEach(u -> this.groups.remove(group, u));
    }

    /** @return the members of the group before the call */
    private Set<UserId> add(GroupId group, Set<UserId> users)
    {
        Set<UserId> before = this.groups.members(group);
        users.stream().filter(u -> !before.contains(u)).forEach(u -> this.groups.add(group, u));
        return before;
    }

    private static Set<UserId> facilitatorsOf(Map<UserId, CommunityService.Role> roles)
    {
        Set<UserId> users = new HashSet<>(roles.keySet());
        users.removeIf(u -> roles.get(u) != CommunityService.Role.FACILITATOR);
        return users;
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
        Set<GroupId> both = both(wiki, community);
        both.forEach(group -> this.groups.hide(group, both));
    }

    private GroupId members(WikiId wiki, CommunityId community)
    {
        return hidden(wiki, community, membersName(community));
    }

    private GroupId facilitators(WikiId wiki, CommunityId community)
    {
        return hidden(wiki, community, facilitatorsName(community));
    }

    /**
     * Creates the group if it is missing, and hides it. Only members and facilitators may view who is in it, even in an
     * open community: its space may lie in a space that few people may view, and the community may become private at
     * any time.
     */
    private GroupId hidden(WikiId wiki, CommunityId community, String name)
    {
        GroupId group = this.groups.create(wiki, name);
        this.groups.hide(group, both(wiki, community));
        return group;
    }

    private Set<GroupId> both(WikiId wiki, CommunityId community)
    {
        return Set.of(this.groups.named(wiki, membersName(community)),
            this.groups.named(wiki, facilitatorsName(community)));
    }

    private static String membersName(CommunityId community)
    {
        return "Community-" + community + "-Members";
    }

    private static String facilitatorsName(CommunityId community)
    {
        return "Community-" + community + "-Facilitators";
    }
}
