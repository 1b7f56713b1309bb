/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.Protection;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/**
 * The rights of communities: two groups each, and the protection of the space. The groups' names are made from the
 * community's id, so that no page can name another community's groups.
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
     * Makes a space ready for a community before its page is there: the founder runs it from the first moment, so that
     * whoever was interrupted can go on, and nobody else can.
     *
     * @param community which
     * @param space its space
     * @param founder who founds it
     * @param access who gets in
     */
    void prepare(UUID community, SpaceId space, UserId founder, CommunityService.Visibility access)
    {
        addMember(space.wiki(), community, founder, CommunityService.Role.FACILITATOR);
        protect(community, space, access);
    }

    /**
     * Gives a community's space its rights.
     *
     * @param community which
     * @param space its space
     * @param access who gets in
     */
    void protect(UUID community, SpaceId space, CommunityService.Visibility access)
    {
        boolean open = access == CommunityService.Visibility.OPEN;
        this.access.protect(space, new Protection(open ? Right.VIEW : null, open ? Right.COMMENT : null,
            members(space.wiki(), community), facilitators(space.wiki(), community)));
    }

    /**
     * Lets somebody in before the ledger says so, since whoever hears of it there asks what the new member may view.
     *
     * @param wiki the wiki
     * @param community which
     * @param member who
     * @param role as what
     */
    void addMember(String wiki, UUID community, UserId member, CommunityService.Role role)
    {
        add(members(wiki, community), Set.of(member));
        if (role == CommunityService.Role.FACILITATOR) {
            add(facilitators(wiki, community), Set.of(member));
        }
    }

    /**
     * Makes the groups hold exactly who the ledger says is a member. Others may join and leave meanwhile, on this node or
     * another: who changes a group looks again afterwards, so that nobody is left out by who has read too early.
     *
     * @param wiki the wiki
     * @param community which
     */
    void synchroniseGroups(String wiki, UUID community)
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
     * Compares without changing anything: a group that is missing stays missing, and one that is not hidden stays so.
     *
     * @param wiki the wiki
     * @param community which
     * @return whether the groups hold exactly who the ledger says is a member
     */
    boolean isSynchronised(String wiki, UUID community)
    {
        Map<UserId, CommunityService.Role> roles = roles(wiki, community);
        GroupId members = this.groups.named(wiki, membersName(community));
        GroupId facilitators = this.groups.named(wiki, facilitatorsName(community));
        return this.groups.members(members).equals(roles.keySet())
            && this.groups.members(facilitators).equals(facilitatorsOf(roles));
    }

    /**
     * @param wiki the wiki
     * @param community which
     * @return who is in the groups, as a facilitator or as a member, whatever the ledger says
     */
    Map<UserId, CommunityService.Role> groupMembers(String wiki, UUID community)
    {
        Map<UserId, CommunityService.Role> present = new HashMap<>();
        this.groups.members(members(wiki, community))
            .forEach(member -> present.put(member, CommunityService.Role.MEMBER));
        this.groups.members(facilitators(wiki, community))
            .forEach(member -> present.put(member, CommunityService.Role.FACILITATOR));
        return present;
    }

    private Map<UserId, CommunityService.Role> roles(String wiki, UUID community)
    {
        return this.ledger.read(session -> CommunityRepository.roles(session, wiki, community));
    }

    private void synchroniseGroups(GroupId group, Set<UserId> users)
    {
        Set<UserId> before = add(group, users);
        before.stream().filter(u -> !users.contains(u)).forEach(u -> this.groups.remove(group, u));
    }

    /** Gives who was in the group before. */
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
     * Hides who is in the groups, where they exist. It is done wherever a group is used; who founded a community before
     * groups were hidden needs it to be done without.
     *
     * @param wiki the wiki
     * @param community which
     */
    void hideMembers(String wiki, UUID community)
    {
        Set<GroupId> both = both(wiki, community);
        both.forEach(group -> this.groups.hide(group, both));
    }

    private GroupId members(String wiki, UUID community)
    {
        return hidden(wiki, community, membersName(community));
    }

    private GroupId facilitators(String wiki, UUID community)
    {
        return hidden(wiki, community, facilitatorsName(community));
    }

    /**
     * The group, made where it is missing. Only the community's own people may view who is in it, in an open community
     * too: its space may lie in one that few may view, and it may be closed at any time.
     */
    private GroupId hidden(String wiki, UUID community, String name)
    {
        GroupId group = this.groups.create(wiki, name);
        this.groups.hide(group, both(wiki, community));
        return group;
    }

    private Set<GroupId> both(String wiki, UUID community)
    {
        return Set.of(this.groups.named(wiki, membersName(community)),
            this.groups.named(wiki, facilitatorsName(community)));
    }

    private static String membersName(UUID community)
    {
        return "Community-" + community + "-Members";
    }

    private static String facilitatorsName(UUID community)
    {
        return "Community-" + community + "-Facilitators";
    }
}
