/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.Tags;
import org.copsuite.db.IdCondition;
import org.copsuite.db.Like;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionHit;
import org.copsuite.question.QuestionQueries;
import org.copsuite.spi.SearchDocument;
import org.copsuite.spi.SearchDocument.Part;
import org.copsuite.spi.SearchSource;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Contributes questions to the search, with their answers as parts. */
@Component
@Named(QuestionHit.TYPE)
@Singleton
public class QuestionSearchSource implements SearchSource
{
    private static final String WIKI = "wiki";

    @Inject
    private Ledger ledger;

    @Inject
    private PostSource posts;

    @Inject
    private Provider<QuestionQueries> queries;

    @Override
    public String type()
    {
        return QuestionHit.TYPE;
    }

    @Override
    public String partType()
    {
        return QuestionHit.ANSWER_TYPE;
    }

    /** Returns the acts that change a text, its location, or the counts of its words; votes and comments do not. */
    @Override
    public Collection<ActType<?>> acts()
    {
        return List.of(QuestionActs.ASKED, QuestionActs.ANSWERED, QuestionActs.EDITED, QuestionActs.ACCEPTED,
            QuestionActs.DELETED, QuestionActs.RESTORED, QuestionActs.MOVED);
    }

    @Override
    public Collection<UUID> changed(WikiId wiki, Collection<UUID> subjects)
    {
        return this.posts.questionOf(wiki, subjects).values();
    }

    @Override
    public Collection<UUID> in(SpaceId space)
    {
        return this.ledger.read(session -> Stream.of("select id from QuestionRow", "select question from AnswerRow")
            .flatMap(from -> session.createQuery(from + " where wiki = :wiki and page like :inside escape '!'",
            UUID.class)
                .setParameter(WIKI, space.wiki().value()).setParameter("inside", Like.inside(space)).getResultStream())
            .distinct().toList());
    }

    @Override
    public List<WikiId> wikis()
    {
        return this.ledger.read(session -> session
            .createQuery("select distinct wiki from QuestionRow order by wiki", String.class).getResultStream()
            .map(WikiId::new).toList());
    }

    @Override
    public long count(WikiId wiki)
    {
        return this.ledger.read(session -> session
            .createQuery("select count(id) from QuestionRow where wiki = :wiki", Long.class)
            .setParameter(WIKI, wiki.value()).getSingleResult());
    }

    @Override
    public List<UUID> ids(WikiId wiki, UUID after, int limit)
    {
        String further = after == null ? "" : " and id > :after";
        return this.ledger.read(session -> {
            var query = session.createQuery(
                "select id from QuestionRow where wiki = :wiki" + further + " order by id", UUID.class);
            if (after != null) {
                query.setParameter("after", after);
            }
            return query.setParameter(WIKI, wiki.value()).setMaxResults(limit).getResultList();
        });
    }

    @Override
    public List<SearchDocument> documents(WikiId wiki, Collection<UUID> ids)
    {
        if (ids.isEmpty()) {
            return List.of();
        }
        return this.ledger.read(session -> {
            List<QuestionRow> rows = IdCondition.list(ids, some -> session.createQuery("from QuestionRow q where "
                + IdCondition.condition(session, "q", some) + " and q.deleted = false order by q.id", QuestionRow.class)
                .setParameter(WIKI, wiki.value()));
            Map<UUID, List<AnswerWithText>> answers = AnswerWithText.ofQuestions(session, wiki, ids).stream()
                .collect(Collectors.groupingBy(answer -> answer.row().question));
            return rows.stream().map(row -> document(row, answers.getOrDefault(row.id, List.of()))).toList();
        });
    }

    private static SearchDocument document(QuestionRow row, List<AnswerWithText> answers)
    {
        List<Part> parts = new ArrayList<>();
        List<UUID> deleted = new ArrayList<>();
        for (AnswerWithText text : answers) {
            AnswerRow answer = text.row();
            if (answer.deleted) {
                deleted.add(answer.id);
            } else {
                parts.add(new Part(answer.id, PageId.parse(answer.page), new UserId(answer.author),
                    Instant.ofEpochMilli(answer.created), answer.accepted, text.body()));
            }
        }
        return new SearchDocument(row.id, PageId.parse(row.page), CommunityId.ofNullable(row.community), row.title,
            row.body,
            Tags.split(row.tags), parts, deleted);
    }

    @Override
    public Map<UUID, QuestionHit> hits(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        Map<UUID, QuestionHit> hits = new HashMap<>();
        this.queries.get().summaries(reader, wiki, ids.stream().map(PostId::new).collect(Collectors.toSet()))
            .forEach((id, summary) -> hits.put(id.value(), new QuestionHit(summary)));
        return hits;
    }
}
