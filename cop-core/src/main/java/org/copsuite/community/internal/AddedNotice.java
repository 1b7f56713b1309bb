/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityActs;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.AbstractNoticeType;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Notifies people whom somebody else made members of a community. */
@Component
@Named(AddedNotice.NAME)
@Singleton
public class AddedNotice extends AbstractNoticeType implements NoticeTargets
{
    static final String NAME = "ADDED";

    @Inject
    private Provider<CommunityAccess> communities;

    /** Sets name, icon and acts. */
    public AddedNotice()
    {
        super(NAME, "user_add", Set.of(CommunityActs.JOINED), Set.of());
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
        Map<CommunityId, CommunityLocation> found = this.communities.get().find(reader, wiki,
            notices.stream().map(notice -> new CommunityId(notice.subject())).collect(Collectors.toSet()));
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            CommunityLocation community = found.get(new CommunityId(notice.subject()));
            if (community != null) {
                targets.put(notice, new Target(community.title(), community.page(), ""));
            }
        }
        return targets;
    }
}
