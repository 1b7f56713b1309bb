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
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.membership.MembershipActs;
import org.copsuite.spi.AbstractNoticeType;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Notifies whoever manages the members of a community of a request to join. */
@Component
@Named(JoinRequestNotice.NAME)
@Singleton
public class JoinRequestNotice extends AbstractNoticeType implements NoticeTargets
{
    static final String NAME = "JOIN_REQUEST";

    @Inject
    private JoinRequests requests;

    @Inject
    private Provider<CommunityAccess> communities;

    @Inject
    private Provider<CommunityPermissions> permissions;

    /** Sets name, icon and acts. */
    public JoinRequestNotice()
    {
        super(NAME, "group", Set.of(MembershipActs.REQUESTED),
            Set.of(MembershipActs.REQUEST_WITHDRAWN, MembershipActs.REQUEST_ACCEPTED, MembershipActs.REQUEST_DECLINED));
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return Optional.of(Audience.of((person, limit) -> this.permissions.get().holders(entry.getWiki(),
            entry.getCommunity(), CommunityPermission.MANAGE_MEMBERS, person, limit)));
    }

    @Override
    public NoticeTargets targets()
    {
        return this;
    }

    @Override
    public Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices)
    {
        Map<UUID, JoinRequestRow> rows = this.requests.find(wiki,
            notices.stream().map(StoredNotice::subject).collect(Collectors.toSet()));
        Set<CommunityId> asked = rows.values().stream().map(row -> new CommunityId(row.community))
            .collect(Collectors.toSet());
        Map<CommunityId, CommunityLocation> visible = this.communities.get().find(reader, wiki, asked);
        Map<CommunityId, Set<CommunityPermission>> may = this.permissions.get().of(reader, wiki, visible.keySet());
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            JoinRequestRow row = rows.get(notice.subject());
            CommunityId community = row == null ? null : new CommunityId(row.community);
            if (row != null && may.getOrDefault(community, Set.of()).contains(CommunityPermission.MANAGE_MEMBERS)) {
                targets.put(notice, new Target(visible.get(community).title(), visible.get(community).page(),
                    "cop-joining"));
            }
        }
        return targets;
    }
}
