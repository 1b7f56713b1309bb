/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.Tags;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityHit;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.person.Persons;
import org.copsuite.search.AbstractRowSearchSource;
import org.copsuite.spi.SearchDocument;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Contributes communities to the search: name, purpose and topics. */
@Component
@Named(CommunityHit.TYPE)
@Singleton
public class CommunitySearchSource extends AbstractRowSearchSource<CommunityRow>
{
    @Inject
    private CommunityReader communities;

    @Inject
    private Persons persons;

    /** Declares the acts. */
    public CommunitySearchSource()
    {
        super(CommunityHit.TYPE, CommunityRow.class, List.of(CommunityActs.FOUNDED, CommunityActs.CHANGED,
            CommunityActs.DELETED, CommunityActs.RESTORED));
    }

    @Override
    protected SearchDocument document(CommunityRow row)
    {
        return new SearchDocument(row.id, PageId.parse(row.page), new CommunityId(row.id), row.title, row.purpose,
            Tags.split(row.domains));
    }

    @Override
    public Map<UUID, CommunityHit> hits(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        List<CommunityRow> rows = this.communities.rows(reader, wiki, ids);
        Map<UUID, LedgerEntry> foundings =
            creations(wiki, rows.stream().map(row -> row.id).toList(), CommunityActs.FOUNDED);
        Map<UserId, Person> founders =
            this.persons.find(foundings.values().stream().map(LedgerEntry::getActor).collect(Collectors.toSet()));
        Map<UUID, CommunityHit> hits = new LinkedHashMap<>();
        rows.stream().filter(row -> foundings.containsKey(row.id)).forEach(row -> hits.put(row.id,
            new CommunityHit(new CommunityId(row.id), row.title, PageId.parse(row.page), Tags.split(row.domains),
                row.members, founders.get(foundings.get(row.id).getActor()), Instant.ofEpochMilli(row.created))));
        return hits;
    }
}
