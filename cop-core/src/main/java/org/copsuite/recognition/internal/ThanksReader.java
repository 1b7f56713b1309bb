/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess;
import org.copsuite.db.Keyset;
import org.copsuite.db.KeysetPage;
import org.copsuite.db.OrderedHsqlDialect;
import org.copsuite.db.VisibleRows;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.recognition.RecognitionService.ThanksView;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/** Lists thanks: those without a community, and those of communities that the reader may view. */
@Component(roles = ThanksReader.class)
@Singleton
public class ThanksReader
{
    private static final Keyset<ThanksRow> NEWEST = new Keyset<ThanksRow>()
        .descending("t.at", Cursor::number, row -> row.at).descending("t.sequence", Cursor::number, row -> row.sequence);

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityAccess communities;

    @Inject
    private PostSource posts;

    @Inject
    private QuestionQueries questions;

    @Inject
    private Persons persons;

    Slice<ThanksView> list(UserId reader, WikiId wiki, CommunityId community, UserId to, String after, int limit)
        throws CopException
    {
        Keyset<ThanksRow> order = community == null ? NEWEST.ofIndex("t.wiki") : NEWEST.ofIndex("t.wiki", "t.community");
        KeysetPage<ThanksRow> page = (to == null ? order : NEWEST).page("thanks/" + wiki + '/' + community + '/' + to, after,
            Math.max(1, Math.min(Keyset.MAXIMUM, limit)));
        Set<CommunityId> seen = this.communities.visible(reader, wiki);
        if (community != null && !seen.contains(community)) {
            return new Slice<>(List.of(), null);
        }
        Slice<ThanksRow> rows = rows(wiki, community, seen, to == null ? Set.of() : UserId.values(this.persons.idsOf(wiki, to)), page);
        return new Slice<>(views(reader, wiki, rows.items()), rows.next());
    }

    /** @return the latest thanks in a community that the reader may view, without what they are for */
    List<ThanksView> latest(CommunityView community, int limit)
    {
        WikiId wiki = community.page().wiki();
        List<ThanksRow> rows = this.ledger.read(session -> {
            Query<ThanksRow> query = session.createQuery("from ThanksRow where wiki = :wiki and withdrawn = false "
                + "and community = :community order by wiki desc, community desc, at desc, sequence desc", ThanksRow.class)
                .setParameter("wiki", wiki.value()).setParameter("community", community.id().value()).setMaxResults(limit);
            OrderedHsqlDialect.orderByIndex(session, query);
            return query.getResultList();
        });
        Map<UserId, Person> people = people(rows);
        return rows.stream().map(row -> view(row, people, Optional.empty())).toList();
    }

    /** @param community the only community, {@code null} for all that are seen and what was thanked for in none */
    private Slice<ThanksRow> rows(WikiId wiki, CommunityId community, Set<CommunityId> seen, Set<String> to,
        KeysetPage<ThanksRow> page)
    {
        if (community != null) {
            return this.ledger.read(session -> page.slice(
                query(session, page, wiki, " and t.community = :community", to)
                    .setParameter("community", community.value())));
        }
        VisibleRows<ThanksRow> visible = VisibleRows.inCommunities(
            seen.stream().map(CommunityId::value).collect(Collectors.toSet()), "t", row -> row.community);
        return this.ledger.read(session -> page.slice(
            visible.read(page.limit() + 1, condition -> query(session, page, wiki, condition, to))));
    }

    private static Query<ThanksRow> query(Session session, KeysetPage<ThanksRow> page, WikiId wiki, String condition,
        Set<String> to)
    {
        Query<ThanksRow> query = page.query(session, "from ThanksRow t where t.wiki = :wiki and t.withdrawn = false"
            + condition + (to.isEmpty() ? "" : " and t.thanked in (:to)"), ThanksRow.class)
            .setParameter("wiki", wiki.value());
        return to.isEmpty() ? query : query.setParameterList("to", to);
    }

    private List<ThanksView> views(UserId reader, WikiId wiki, List<ThanksRow> rows)
    {
        Map<UserId, Person> people = people(rows);
        Map<UUID, UUID> questionOf = this.posts.questionOf(wiki,
            rows.stream().map(row -> row.post).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<PostId, QuestionSummary> summaries = questionOf.isEmpty() ? Map.of() : this.questions.summaries(reader, wiki,
            questionOf.values().stream().map(PostId::new).collect(Collectors.toSet()));
        List<ThanksView> views = new ArrayList<>();
        for (ThanksRow row : rows) {
            UUID question = row.post == null ? null : questionOf.get(row.post);
            views.add(view(row, people,
                Optional.ofNullable(question == null ? null : summaries.get(new PostId(question)))));
        }
        return views;
    }

    private Map<UserId, Person> people(List<ThanksRow> rows)
    {
        return this.persons.find(rows.stream()
            .flatMap(row -> Stream.of(new UserId(row.thanker), new UserId(row.thanked))).collect(Collectors.toSet()));
    }

    private static ThanksView view(ThanksRow row, Map<UserId, Person> people, Optional<QuestionSummary> about)
    {
        return new ThanksView(row.id, people.get(new UserId(row.thanker)), people.get(new UserId(row.thanked)), row.message,
            Instant.ofEpochMilli(row.at), about);
    }
}
