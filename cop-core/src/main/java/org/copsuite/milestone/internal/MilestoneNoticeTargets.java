/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.ledger.Ledger;
import org.copsuite.milestone.MilestoneService.Milestone;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Leads notices about a milestone to its page. */
@Component(roles = MilestoneNoticeTargets.class)
@Singleton
public class MilestoneNoticeTargets implements NoticeTargets
{
    @Inject
    private MilestoneReader milestones;

    @Inject
    private MilestoneRights rights;

    @Inject
    private Ledger ledger;

    @Override
    public Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices)
    {
        Map<UUID, Milestone> found = this.milestones.find(reader, wiki,
            notices.stream().map(StoredNotice::subject).collect(Collectors.toSet()));
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            Milestone milestone = found.get(notice.subject());
            if (milestone != null) {
                targets.put(notice, new Target(milestone.title(), milestone.page(), ""));
            }
        }
        return targets;
    }

    /** Reads the milestone once and checks the rights of each reader in memory. */
    @Override
    public Map<UserId, Target> find(Collection<UserId> readers, WikiId wiki, StoredNotice notice)
    {
        MilestoneRow row = this.ledger.read(session -> MilestonePages.find(session, wiki, notice.subject()));
        Map<UserId, Target> targets = new LinkedHashMap<>();
        if (row != null && !row.deleted) {
            PageId page = PageId.parse(row.page);
            readers.stream().filter(reader -> this.rights.mayView(reader, page))
                .forEach(reader -> targets.put(reader, new Target(row.title, page, "")));
        }
        return targets;
    }
}
