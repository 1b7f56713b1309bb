/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.AbstractNoticeType;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Notifies sponsors and administrators of a community that no active account facilitates any more. */
@Component
@Named(FacilitatorMissingNotice.NAME)
@Singleton
public class FacilitatorMissingNotice extends AbstractNoticeType implements NoticeTargets
{
    static final String NAME = "NO_FACILITATOR";

    /** The group of administrators that every XWiki has. */
    private static final String ADMINISTRATORS = "XWikiAdminGroup";

    @Inject
    private Provider<CommunityAccess> communities;

    @Inject
    private Provider<CommunityPermissions> permissions;

    @Inject
    private Provider<Groups> groups;

    /** Sets name, icon and acts. */
    public FacilitatorMissingNotice()
    {
        super(NAME, "error", Set.of(CommunityActs.FACILITATOR_MISSING), Set.of(CommunityActs.FACILITATOR_BACK));
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        WikiId wiki = entry.getWiki();
        Audience.Source sponsors = (person, limit) -> this.permissions.get().holders(wiki, entry.getCommunity(),
            CommunityPermission.MANAGE_MEMBERS, person, limit);
        Audience.Source administrators = (person, limit) -> this.groups.get()
            .members(this.groups.get().named(wiki, ADMINISTRATORS)).stream().map(UserId::value)
            .filter(id -> id.compareTo(person) > 0).sorted().limit(limit).map(UserId::new).toList();
        List<Audience.Source> sources = new ArrayList<>(List.of(sponsors, administrators));
        return Optional.of(new Audience(null, sources, List.of(), null));
    }

    @Override
    public NoticeTargets targets()
    {
        return this;
    }

    @Override
    public Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices)
    {
        Set<CommunityId> asked = notices.stream().map(notice -> new CommunityId(notice.subject()))
            .collect(Collectors.toSet());
        Map<CommunityId, Set<CommunityPermission>> may = this.permissions.get().of(reader, wiki, asked);
        Map<CommunityId, CommunityLocation> visible = this.communities.get().find(reader, wiki, may.keySet());
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            CommunityId id = new CommunityId(notice.subject());
            if (visible.containsKey(id) && may.get(id).contains(CommunityPermission.MANAGE_MEMBERS)) {
                targets.put(notice, new Target(visible.get(id).title(), visible.get(id).page(), ""));
            }
        }
        return targets;
    }
}
