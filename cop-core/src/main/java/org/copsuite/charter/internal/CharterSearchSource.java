/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.charter.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.charter.CharterActs;
import org.copsuite.charter.CharterHit;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
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

/**
 * Contributes charters to the search: objectives with their measures, and guidelines. The purpose belongs to the home
 * page of the community, which may be visible to others than the page of its charter, so communities contribute it.
 */
@Component
@Named(CharterHit.TYPE)
@Singleton
public class CharterSearchSource extends AbstractRowSearchSource<CharterRow>
{
    @Inject
    private CharterReader charters;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Persons persons;

    /** Declares the acts. */
    public CharterSearchSource()
    {
        super(CharterHit.TYPE, CharterRow.class, List.of(CharterActs.WRITTEN, CharterActs.CHANGED, CharterActs.DELETED,
            CharterActs.RESTORED));
    }

    @Override
    protected SearchDocument document(CharterRow row)
    {
        String objectives = ObjectiveLines.read(row.objectives).stream()
            .map(objective -> objective.title() + " (" + objective.measure() + ')').collect(Collectors.joining("\n\n"));
        return new SearchDocument(row.id, PageId.parse(row.page), new CommunityId(row.community), "",
            objectives + "\n\n" + row.guidelines, List.of());
    }

    @Override
    public Map<UUID, CharterHit> hits(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        List<CharterRow> rows = this.charters.rows(reader, wiki, ids);
        Map<CommunityId, CommunityLocation> places = this.communities.find(reader, wiki,
            rows.stream().map(row -> new CommunityId(row.community)).collect(Collectors.toSet()));
        Map<UUID, LedgerEntry> writings =
            creations(wiki, rows.stream().map(row -> row.id).toList(), CharterActs.WRITTEN);
        Map<UserId, Person> authors =
            this.persons.find(writings.values().stream().map(LedgerEntry::getActor).collect(Collectors.toSet()));
        Map<UUID, CharterHit> hits = new LinkedHashMap<>();
        for (CharterRow row : rows) {
            CommunityLocation place = places.get(new CommunityId(row.community));
            LedgerEntry writing = writings.get(row.id);
            if (place != null && writing != null) {
                hits.put(row.id, new CharterHit(row.id, place.title(), PageId.parse(row.page),
                    authors.get(writing.getActor()), writing.getAt()));
            }
        }
        return hits;
    }
}
