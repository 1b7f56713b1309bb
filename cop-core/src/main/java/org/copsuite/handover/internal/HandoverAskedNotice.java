/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.handover.internal;

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
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.db.Chunks;
import org.copsuite.handover.HandoverActs;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.AbstractNoticeType;
import org.copsuite.setting.Suite;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Tells whoever manages the milestones of a community that a member asks for a checklist of their handover. It leads to the
 * handover, so only who may read that sees it. The last one of a member replaces those before.
 */
@Component
@Named(HandoverAskedNotice.NAME)
@Singleton
public class HandoverAskedNotice extends AbstractNoticeType implements NoticeTargets
{
    static final String NAME = "HANDOVER_ASKED";

    private static final Set<CommunityPermission> NEEDED =
        Set.of(CommunityPermission.MANAGE_MILESTONES, CommunityPermission.MANAGE_MEMBERS);

    @Inject
    private Ledger ledger;

    @Inject
    private Provider<CommunityAccess> communities;

    @Inject
    private Provider<CommunityPermissions> permissions;

    /** Sets name, icon and acts. */
    public HandoverAskedNotice()
    {
        super(NAME, "flag", Set.of(HandoverActs.ASKED), Set.of());
    }

    @Override
    public Set<String> replaces()
    {
        return Set.of(NAME);
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return Optional.of(Audience.of((person, limit) -> this.permissions.get().holders(entry.getWiki(),
            entry.getCommunity(), CommunityPermission.MANAGE_MILESTONES, person, limit)).about(entry.getSubject()));
    }

    @Override
    public NoticeTargets targets()
    {
        return this;
    }

    @Override
    public Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices)
    {
        Map<Long, CommunityId> asked = communities(notices);
        Map<CommunityId, CommunityLocation> visible =
            this.communities.get().find(reader, wiki, Set.copyOf(asked.values()));
        Map<CommunityId, Set<CommunityPermission>> may = this.permissions.get().of(reader, wiki, visible.keySet());
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            CommunityId community = asked.get(notice.entry());
            if (visible.containsKey(community) && may.getOrDefault(community, Set.of()).containsAll(NEEDED)) {
                targets.put(notice, new Target(visible.get(community).title(),
                    SpaceId.of(wiki, Suite.SPACE).page("Handover"), "cop-handover-" + notice.subject()));
            }
        }
        return targets;
    }

    /** Returns the communities in which somebody asked, by the sequence of the entry. */
    private Map<Long, CommunityId> communities(Collection<StoredNotice> notices)
    {
        List<Long> sequences = notices.stream().map(StoredNotice::entry).distinct().toList();
        return this.ledger.read(session -> Chunks.of(sequences).stream().flatMap(some -> session
            .createQuery("from LedgerEntry where sequence in (:sequences)", LedgerEntry.class)
            .setParameterList("sequences", some).getResultStream()).toList()).stream()
            .filter(entry -> entry.is(HandoverActs.ASKED))
            .collect(Collectors.toMap(LedgerEntry::getSequence, LedgerEntry::getCommunity));
    }
}
