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
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.membership.MembershipActs;
import org.copsuite.spi.AbstractNoticeType;
import org.copsuite.setting.Suite;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Notifies whoever asked to join that the request was declined. An accepted one is notified as a membership. */
@Component
@Named(RequestDeclinedNotice.NAME)
@Singleton
public class RequestDeclinedNotice extends AbstractNoticeType implements NoticeTargets
{
    static final String NAME = "REQUEST_DECLINED";

    @Inject
    private JoinRequests requests;

    @Inject
    private Provider<CommunityAccess> communities;

    /** Sets name, icon and acts. */
    public RequestDeclinedNotice()
    {
        super(NAME, "delete", Set.of(MembershipActs.REQUEST_DECLINED), Set.of());
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return Optional.of(Audience.of(entry.getBeneficiary()));
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
        Map<CommunityId, CommunityLocation> visible = this.communities.get().find(reader, wiki,
            rows.values().stream().map(row -> new CommunityId(row.community)).collect(Collectors.toSet()));
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            JoinRequestRow row = rows.get(notice.subject());
            CommunityLocation community = row == null ? null : visible.get(new CommunityId(row.community));
            if (community != null && row.person.equals(reader.value())) {
                targets.put(notice, new Target(community.title(), SpaceId.of(wiki, Suite.SPACE).page("Invitations"),
                    "cop-request-" + row.id));
            }
        }
        return targets;
    }
}
