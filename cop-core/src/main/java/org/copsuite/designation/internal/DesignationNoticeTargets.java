/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.ledger.CommunityId;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Leads the person and whoever manages the members to the experts of the community. */
@Component(roles = DesignationNoticeTargets.class)
@Singleton
public class DesignationNoticeTargets implements NoticeTargets
{
    @Inject
    private Designations designations;

    @Inject
    private Provider<CommunityAccess> communities;

    @Inject
    private Provider<CommunityPermissions> permissions;

    @Override
    public Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices)
    {
        Map<UUID, DesignationRow> rows =
            this.designations.find(wiki, notices.stream().map(StoredNotice::subject).collect(Collectors.toSet()));
        Set<CommunityId> named = rows.values().stream().map(row -> new CommunityId(row.community)).collect(Collectors.toSet());
        Map<CommunityId, CommunityLocation> visible = named.isEmpty() ? Map.of() : this.communities.get().find(reader, wiki, named);
        Map<CommunityId, Set<CommunityPermission>> may =
            visible.isEmpty() ? Map.of() : this.permissions.get().of(reader, wiki, visible.keySet());
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            DesignationRow row = rows.get(notice.subject());
            CommunityLocation community = row == null ? null : visible.get(new CommunityId(row.community));
            if (community != null && (row.person.equals(reader.value())
                || may.getOrDefault(community.id(), Set.of()).contains(CommunityPermission.MANAGE_MEMBERS))) {
                targets.put(notice, new Target(row.topic + " \u00b7 " + community.title(), community.page(), "cop-designations"));
            }
        }
        return targets;
    }
}
