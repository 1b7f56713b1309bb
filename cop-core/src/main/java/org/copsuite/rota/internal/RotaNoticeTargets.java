/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.db.Chunks;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.rota.RotaActs;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Notices of a rota lead to the home page of the community, and their title names the date. */
@Component(roles = RotaNoticeTargets.class)
@Singleton
public class RotaNoticeTargets implements NoticeTargets
{
    @Inject
    private Ledger ledger;

    @Inject
    private RotaReader rotas;

    @Inject
    private CommunityAccess communities;

    @Override
    public Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices)
    {
        Map<UUID, RotaRow> rows = this.rotas.rows(wiki, notices.stream().map(StoredNotice::subject)
            .collect(Collectors.toSet())).stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        Map<CommunityId, CommunityLocation> visible = this.communities.find(reader, wiki, rows.values().stream()
            .map(row -> new CommunityId(row.community)).collect(Collectors.toSet()));
        Map<Long, LocalDate> dates = dates(notices);
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            RotaRow row = rows.get(notice.subject());
            CommunityLocation home = row == null ? null : visible.get(new CommunityId(row.community));
            if (home != null) {
                LocalDate date = dates.get(notice.entry());
                targets.put(notice, new Target(date == null ? row.title : date + ": " + row.title, home.page(), "cop-rota"));
            }
        }
        return targets;
    }

    /** Returns the dates that entries name, by sequence. */
    private Map<Long, LocalDate> dates(Collection<StoredNotice> notices)
    {
        Map<Long, LocalDate> dates = new HashMap<>();
        this.ledger.read(session -> Chunks.of(notices.stream().map(StoredNotice::entry).distinct().toList()).stream()
            .flatMap(some -> session.createQuery("from LedgerEntry where sequence in (:sequences)", LedgerEntry.class)
                .setParameterList("sequences", some).getResultStream()).toList())
            .forEach(entry -> {
                if (entry.is(RotaActs.REMINDED)) {
                    dates.put(entry.getSequence(), entry.detail(RotaActs.REMINDED));
                } else if (entry.is(RotaActs.PROPOSED)) {
                    dates.put(entry.getSequence(), entry.detail(RotaActs.PROPOSED).theirs());
                }
            });
        return dates;
    }
}
