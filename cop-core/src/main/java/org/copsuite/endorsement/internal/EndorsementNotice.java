/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.endorsement.internal;

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

import org.copsuite.endorsement.EndorsementActs;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.AbstractNoticeType;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Notifies the person who was endorsed, until the endorsement is withdrawn. The notice leads to the own profile. */
@Component
@Named(EndorsementNotice.NAME)
@Singleton
public class EndorsementNotice extends AbstractNoticeType implements NoticeTargets
{
    static final String NAME = "ENDORSEMENT";

    @Inject
    private EndorsementReader endorsements;

    /** Sets name, icon and acts. */
    public EndorsementNotice()
    {
        super(NAME, "award_star_gold_1", Set.of(EndorsementActs.ENDORSED), Set.of());
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
        Map<UUID, EndorsementRow> rows = this.endorsements.find(reader, wiki,
            notices.stream().map(StoredNotice::subject).collect(Collectors.toSet()));
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            EndorsementRow row = rows.get(notice.subject());
            if (row != null) {
                targets.put(notice, new Target(row.topic, PageId.parse(row.person), "cop-endorsements"));
            }
        }
        return targets;
    }
}
