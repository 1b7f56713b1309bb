/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.db.Chunks;
import org.copsuite.db.Keyset;
import org.copsuite.db.KeysetPage;
import org.copsuite.feedback.SuggestionService.Permissions;
import org.copsuite.feedback.SuggestionService.State;
import org.copsuite.feedback.SuggestionService.SuggestionView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/** Reads suggestions, in a bounded number of statements. The community decides who may view them. */
@Component(roles = SuggestionReader.class)
@Singleton
public class SuggestionReader
{
    private static final Keyset<SuggestionRow> MOST_VOTES =
        new Keyset<SuggestionRow>().descending("votes", Cursor::integer, row -> row.votes)
            .descending("sequence", Cursor::number, row -> row.sequence);

    private static final String WIKI = "wiki";

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityService communities;

    @Inject
    private Persons persons;

    SuggestionView get(UserId reader, WikiId wiki, UUID suggestion) throws CopException
    {
        SuggestionRow row = row(wiki, suggestion);
        return views(reader, wiki, this.communities.get(reader, wiki, new CommunityId(row.community)), List.of(row))
            .get(0);
    }

    /**
     * Finds a suggestion. NOT permission-filtered.
     *
     * @throws CopException NOT_FOUND if there is none, or if it is deleted
     */
    SuggestionRow row(WikiId wiki, UUID suggestion) throws CopException
    {
        return rows(wiki, suggestion == null ? List.of() : List.of(suggestion)).stream().findFirst()
            .orElseThrow(CopException::notFound);
    }

    Slice<SuggestionView> list(UserId reader, WikiId wiki, CommunityId id, State state, String after, int limit)
        throws CopException
    {
        CommunityView community = this.communities.get(reader, wiki, id);
        KeysetPage<SuggestionRow> page = MOST_VOTES.page("suggestions/" + wiki + '/' + id + '/' + state, after,
            Math.max(1, Math.min(Keyset.MAXIMUM, limit)));
        Slice<SuggestionRow> rows = this.ledger.read(session -> {
            Query<SuggestionRow> query = page.query(session, "from SuggestionRow where wiki = :wiki "
                + "and community = :community and deleted = false" + (state == null ? "" : " and state = :state"),
                SuggestionRow.class).setParameter(WIKI, wiki.value()).setParameter("community", id.value());
            if (state != null) {
                query.setParameter("state", state.name());
            }
            return page.slice(query);
        });
        return new Slice<>(views(reader, wiki, community, rows.items()), rows.next());
    }

    /**
     * Finds suggestions. NOT permission-filtered.
     *
     * @param ids ids of suggestions
     * @return those that are not deleted
     */
    List<SuggestionRow> rows(WikiId wiki, Collection<UUID> ids)
    {
        return this.ledger.read(session -> Chunks.of(ids).stream().flatMap(some -> session
            .createQuery("from SuggestionRow where wiki = :wiki and id in (:ids) and deleted = false",
                SuggestionRow.class)
            .setParameter(WIKI, wiki.value()).setParameterList("ids", some).getResultStream()).toList());
    }

    /**
     * Lists who voted for a suggestion. NOT permission-filtered.
     *
     * @return the voters after a person, by id
     */
    List<UserId> voters(WikiId wiki, UUID suggestion, String person, int limit)
    {
        return this.ledger.read(session -> session
            .createQuery("select person from BackingRow where wiki = :wiki and suggestion = :suggestion "
                + "and person > :person order by person", String.class)
            .setParameter(WIKI, wiki.value()).setParameter("suggestion", suggestion).setParameter("person", person)
            .setMaxResults(limit).getResultStream().map(UserId::new).toList());
    }

    static boolean mayDelete(UserId person, CommunityView community, SuggestionRow row)
    {
        return PollWriter.moderates(community) || row.state() == State.NEW && row.author.equals(person.value());
    }

    private List<SuggestionView> views(UserId reader, WikiId wiki, CommunityView community, List<SuggestionRow> rows)
    {
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<UUID> voted = voted(reader, wiki, rows);
        Map<UserId, Person> people =
            this.persons.find(rows.stream().map(row -> new UserId(row.author)).collect(Collectors.toSet()));
        CommunityLocation home = new CommunityLocation(community.id(), community.title(), community.page());
        return rows.stream().map(row -> new SuggestionView(row.id, home, people.get(new UserId(row.author)), row.title,
            row.body, Instant.ofEpochMilli(row.at), row.state(), row.reason, row.votes, voted.contains(row.id),
            new Permissions(row.state().isOpen() && community.mine() != null && !row.author.equals(reader.value()),
                community.mayRun(), mayDelete(reader, community, row)))).toList();
    }

    private Set<UUID> voted(UserId reader, WikiId wiki, List<SuggestionRow> rows)
    {
        Set<UUID> voted = new HashSet<>();
        if (!reader.isGuest()) {
            List<UUID> ids = rows.stream().map(row -> row.id).toList();
            this.ledger.read(session -> Chunks.of(ids).stream().map(some -> voted.addAll(session
                .createQuery("select suggestion from BackingRow where wiki = :wiki and person = :person "
                    + "and suggestion in (:ids)", UUID.class)
                .setParameter(WIKI, wiki.value()).setParameter("person", reader.value())
                .setParameterList("ids", some).getResultList())).toList());
        }
        return voted;
    }
}
