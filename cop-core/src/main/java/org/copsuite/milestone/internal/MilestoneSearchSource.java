/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.CommunityId;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.milestone.MilestoneHit;
import org.copsuite.search.AbstractRowSearchSource;
import org.copsuite.spi.SearchDocument;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Contributes milestones to the search: title, description and checklist. */
@Component
@Named(MilestoneHit.TYPE)
@Singleton
public class MilestoneSearchSource extends AbstractRowSearchSource<MilestoneRow>
{
    @Inject
    private MilestoneReader milestones;

    /** Declares the acts. */
    public MilestoneSearchSource()
    {
        super(MilestoneHit.TYPE, MilestoneRow.class, List.of(MilestoneActs.SET, MilestoneActs.EDITED,
            MilestoneActs.DELETED, MilestoneActs.RESTORED));
    }

    @Override
    protected SearchDocument document(MilestoneRow row)
    {
        return new SearchDocument(row.id, PageId.parse(row.page), new CommunityId(row.community), row.title,
            row.body + '\n' + row.items, List.of());
    }

    @Override
    public Map<UUID, MilestoneHit> hits(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        Map<UUID, MilestoneHit> hits = new LinkedHashMap<>();
        this.milestones.find(reader, wiki, ids).forEach((id, found) -> hits.put(id, new MilestoneHit(found)));
        return hits;
    }
}
