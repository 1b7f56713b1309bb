/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Preparation;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.spi.Acts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** The act types of communities. The subject of each entry is the community, which is also the entry's community. */
@Component
@Named("community")
@Singleton
public class CommunityActs implements Acts
{
    /** Founded a community. Detail: the visibility. */
    public static final ActType<Visibility> FOUNDED =
        ActType.named("founded").withDetail(DetailCodec.name(Visibility.class)).creating();

    /** Joined a community. Beneficiary: the new member; detail: the role. */
    public static final ActType<Role> JOINED =
        ActType.named("joined").withDetail(DetailCodec.name(Role.class)).updating();

    /** Left a community. Beneficiary: the former member. */
    public static final ActType<Void> LEFT = ActType.named("left").updating();

    /** Changed the role of a member. Beneficiary: the member; detail: the role. */
    public static final ActType<Role> ROLE_GIVEN =
        ActType.named("role-given").withDetail(DetailCodec.name(Role.class)).updating();

    /** Changed the visibility of a community. Detail: the visibility. */
    public static final ActType<Visibility> ACCESS_GIVEN =
        ActType.named("access-given").withDetail(DetailCodec.name(Visibility.class)).updating();

    /** Changed how people join a community. Detail: the way. */
    public static final ActType<Joining> JOINING_CHANGED =
        ActType.named("joining-changed").withDetail(DetailCodec.name(Joining.class)).updating();

    /** Prepares a community for a visibility and a way of joining; until it is launched, it is a private one. */
    public static final ActType<Preparation> PREPARED = ActType.named("community-prepared").withDetail(
        DetailCodec.of(CommunityActs::write, CommunityActs::readPreparation)).updating();

    /** Launched a community that was in preparation. */
    public static final ActType<Void> LAUNCHED = ActType.named("community-launched").updating().asActivity();

    /** Defined or changed a role that the community has of its own. Detail: the role. */
    public static final ActType<OwnRoleDetail> ROLE_DEFINED = ActType.named("role-defined")
        .withDetail(DetailCodec.of(OwnRoleDetail::write, OwnRoleDetail::read)).updating();

    /** Removed a role that the community had of its own. Detail: the id of the role. */
    public static final ActType<UUID> ROLE_REMOVED =
        ActType.named("role-removed").withDetail(DetailCodec.ID).updating();

    /** Assigned a role of the community's own. Beneficiary: the member; detail: the id of the role. */
    public static final ActType<UUID> ROLE_ASSIGNED =
        ActType.named("role-assigned").withDetail(DetailCodec.ID).updating();

    /** Took a role of the community's own. Beneficiary: the member; detail: the id of the role. */
    public static final ActType<UUID> ROLE_UNASSIGNED =
        ActType.named("role-unassigned").withDetail(DetailCodec.ID).updating();

    /** No active account facilitates the community any more. */
    public static final ActType<Void> FACILITATOR_MISSING = ActType.named("facilitator-missing").updating();

    /** An account that facilitates the community is active again. */
    public static final ActType<Void> FACILITATOR_BACK = ActType.named("facilitator-back").updating();

    /** Changed the name, purpose or domains of a community. Detail: the version of the home page. */
    public static final ActType<String> CHANGED =
        ActType.named("community-changed").withDetail(DetailCodec.TEXT).updating();

    /** Deleted the home page of a community. */
    public static final ActType<Void> DELETED = ActType.named("community-deleted").ending();

    /** Restored the deleted home page of a community. */
    public static final ActType<Void> RESTORED = ActType.named("community-restored").restoring();

    /**
     * @param preparation what a community becomes
     * @return two words, as entries and rows store it
     */
    public static String write(Preparation preparation)
    {
        return preparation.access().name() + ' ' + preparation.joining().name();
    }

    /**
     * @param stored what {@link #write} returned
     * @return the preparation
     */
    public static Preparation readPreparation(String stored)
    {
        int end = stored.indexOf(' ');
        return new Preparation(Visibility.valueOf(stored.substring(0, end)),
            Joining.valueOf(stored.substring(end + 1)));
    }

    /**
     * @param wiki the wiki
     * @param actor who founded it
     * @param community the community
     * @param visibility its visibility
     * @return a draft of {@link #FOUNDED}
     */
    public static EntryDraft founded(WikiId wiki, UserId actor, CommunityId community, Visibility visibility)
    {
        return EntryDraft.of(wiki, actor, FOUNDED, community.value(), visibility).in(community);
    }

    /**
     * @param wiki the wiki
     * @param actor who added the member: the member or a facilitator
     * @param community the community
     * @param member the new member
     * @param role the role
     * @return a draft of {@link #JOINED}
     */
    public static EntryDraft joined(WikiId wiki, UserId actor, CommunityId community, UserId member, Role role)
    {
        return EntryDraft.of(wiki, actor, JOINED, community.value(), role).in(community).benefiting(member);
    }
}
