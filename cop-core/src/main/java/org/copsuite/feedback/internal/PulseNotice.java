/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.db.Chunks;
import org.copsuite.feedback.PulseActs;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.AbstractNoticeType;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Notifies all members of a community when a round of its pulse survey opens, until it closes. */
@Component
@Named(PulseNotice.NAME)
@Singleton
public class PulseNotice extends AbstractNoticeType implements NoticeTargets
{
    static final String NAME = "PULSE";

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Access access;

    /** Sets name, icon and acts. */
    public PulseNotice()
    {
        super(NAME, "chart_line", Set.of(PulseActs.OPENED), Set.of(PulseActs.CLOSED));
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return Optional.of(Audience.of((person, limit) -> this.communities.members(entry.getWiki(), entry.getCommunity(),
            person, limit)));
    }

    @Override
    public NoticeTargets targets()
    {
        return this;
    }

    @Override
    public Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices)
    {
        Map<UUID, RoundRow> rows = rows(wiki, notices.stream().map(StoredNotice::subject).collect(Collectors.toSet()));
        Map<CommunityId, CommunityLocation> visible = this.communities.find(reader, wiki, rows.values().stream()
            .map(row -> new CommunityId(row.community)).collect(Collectors.toSet()));
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            RoundRow row = rows.get(notice.subject());
            CommunityLocation home = row == null ? null : visible.get(new CommunityId(row.community));
            if (home != null) {
                targets.put(notice, target(home));
            }
        }
        return targets;
    }

    /** {@inheritDoc} Looks for the community once, not once for each of its members. */
    @Override
    public Map<UserId, Target> find(Collection<UserId> readers, WikiId wiki, StoredNotice notice)
    {
        Map<UserId, Target> targets = new LinkedHashMap<>();
        CommunityLocation home = null;
        for (UserId reader : readers) {
            boolean found = home != null;
            home = found ? home : home(reader, wiki, notice);
            if (found ? this.access.has(reader, Right.VIEW, home.page()) : home != null) {
                targets.put(reader, target(home));
            }
        }
        return targets;
    }

    private CommunityLocation home(UserId reader, WikiId wiki, StoredNotice notice)
    {
        return this.communities.find(reader, wiki, rows(wiki, Set.of(notice.subject())).values().stream()
            .map(row -> new CommunityId(row.community)).toList()).values().stream().findFirst().orElse(null);
    }

    private static Target target(CommunityLocation home)
    {
        return new Target(home.title(), home.page(), "cop-pulse");
    }

    private Map<UUID, RoundRow> rows(WikiId wiki, Collection<UUID> ids)
    {
        return this.ledger.read(session -> Chunks.of(ids).stream().flatMap(some -> session
            .createQuery("from RoundRow where wiki = :wiki and id in (:ids)", RoundRow.class)
            .setParameter("wiki", wiki.value()).setParameterList("ids", some).getResultStream())
            .collect(Collectors.toMap(row -> row.id, Function.identity())));
    }
}
