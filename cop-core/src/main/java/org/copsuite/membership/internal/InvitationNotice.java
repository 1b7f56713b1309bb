/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.membership.InvitationDetail;
import org.copsuite.membership.InvitationKind;
import org.copsuite.membership.MembershipActs;
import org.copsuite.spi.AbstractNoticeType;
import org.copsuite.setting.Suite;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Notifies invited people and the people of invited groups, until they answer. */
@Component
@Named(InvitationNotice.NAME)
@Singleton
public class InvitationNotice extends AbstractNoticeType implements NoticeTargets
{
    static final String NAME = "INVITATION";

    @Inject
    private InvitationReader invitations;

    @Inject
    private InvitedGroups groups;

    /** Sets name, icon and acts. */
    public InvitationNotice()
    {
        super(NAME, "email_add", Set.of(MembershipActs.INVITED), Set.of(MembershipActs.INVITATION_WITHDRAWN));
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        InvitationDetail detail = entry.detail(MembershipActs.INVITED);
        if (detail.kind() == InvitationKind.GROUP) {
            return Optional.of(Audience.of((person, limit) -> this.groups.members(entry.getWiki(), detail.group())
                .stream().map(UserId::value).filter(id -> id.compareTo(person) > 0).sorted().limit(limit)
                .map(UserId::new).toList()));
        }
        return Optional.ofNullable(entry.getBeneficiary()).map(Audience::of);
    }

    @Override
    public NoticeTargets targets()
    {
        return this;
    }

    @Override
    public Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices)
    {
        Map<UUID, CommunityLocation> open = this.invitations.openFor(reader, wiki,
            notices.stream().map(StoredNotice::subject).collect(Collectors.toSet()));
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            CommunityLocation community = open.get(notice.subject());
            if (community != null) {
                targets.put(notice, new Target(community.title(), SpaceId.of(wiki, Suite.SPACE).page("Invitations"),
                    "cop-invitation-" + notice.subject()));
            }
        }
        return targets;
    }
}
