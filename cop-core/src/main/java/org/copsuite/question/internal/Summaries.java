/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.Tags;
import org.copsuite.community.CommunityTallies;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Questions as lists show them: without their text. */
@Component(roles = Summaries.class)
@Singleton
public class Summaries
{
    /** What is read of a question {@code q} for a list, in the order in which {@link #line} takes it. */
    static final String COLUMNS = "q.id, q.page, q.ownRights, q.community, q.title, q.summary, q.tags, q.author, "
        + "q.created, q.active, q.score, q.answers, q.accepted, q.closed, q.views, q.hot";

    /** Which questions {@code q} a reader may view, but those with rights of their own, which are asked one by one. */
    static final String VISIBLE = "q.deleted = false and (q.space in (:spaces) or q.ownRights = true)";

    @Inject
    private Ledger ledger;

    @Inject
    private Access access;

    @Inject
    private Persons persons;

    @Inject
    private CommunityTallies communities;

    /** @return the deciding spaces that the reader may view, as the tables name them; never empty, which is no SQL */
    Set<String> spaces(String wiki, UserId reader)
    {
        Set<String> spaces = new HashSet<>();
        this.access.visibleSpaces(wiki, reader).forEach((SpaceId space) -> spaces.add(space.toString()));
        spaces.add("");
        return spaces;
    }

    /** @return the questions of those ids that the reader may view, in no order */
    List<Line> lines(Session session, UserId reader, String wiki, Collection<UUID> ids)
    {
        if (ids.isEmpty()) {
            return List.of();
        }
        return viewable(reader,
            session.createQuery("select " + COLUMNS + " from QuestionRow q where q.wiki = :wiki and q.id in (:ids) and "
                + VISIBLE, Object[].class).setParameter("wiki", wiki).setParameterList("ids", ids)
                .setParameterList("spaces", spaces(wiki, reader)).getResultStream().map(Summaries::line).toList());
    }

    /** @return those of the questions that the reader may view, of which the statement has left out most already */
    List<Line> viewable(UserId reader, List<Line> lines)
    {
        return lines.stream().filter(l -> !l.ownRights() || this.access.has(reader, Right.VIEW, l.page())).toList();
    }

    /** Names people and communities, in a statement each. */
    List<QuestionSummary> complete(String wiki, List<Line> lines)
    {
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<UserId, Person> people = this.persons.find(lines.stream().map(Line::author).collect(Collectors.toSet()));
        Map<UUID, String> titles = titles(wiki, lines);
        List<QuestionSummary> summaries = new ArrayList<>();
        for (Line line : lines) {
            summaries.add(complete(line, people, titles));
        }
        return summaries;
    }

    /** @return the names of the communities of the questions, in one statement */
    Map<UUID, String> titles(String wiki, List<Line> lines)
    {
        Set<UUID> ids = lines.stream().map(Line::community).collect(Collectors.toSet());
        return this.ledger.read(session -> this.communities.titles(session, wiki, ids));
    }

    static QuestionSummary complete(Line line, Map<UserId, Person> people, Map<UUID, String> titles)
    {
        return new QuestionSummary(new PostId(line.id()), line.page(), line.community(),
            titles.getOrDefault(line.community(), ""), line.title(), line.summary(), line.tags(),
            people.get(line.author()), Instant.ofEpochMilli(line.created()), Instant.ofEpochMilli(line.active()),
            line.score(), line.answers(), line.accepted(), line.closed(), line.views());
    }

    static Map<PostId, QuestionSummary> byId(List<QuestionSummary> summaries)
    {
        Map<PostId, QuestionSummary> byId = new LinkedHashMap<>();
        summaries.forEach(summary -> byId.put(summary.id(), summary));
        return byId;
    }

    static Line line(Object[] c)
    {
        return new Line((UUID) c[0], PageId.parse((String) c[1]), (Boolean) c[2], (UUID) c[3], (String) c[4],
            (String) c[5], Tags.split((String) c[6]), new UserId((String) c[7]), (Long) c[8], (Long) c[9],
            (Integer) c[10], (Integer) c[11], (Integer) c[12] > 0, (Boolean) c[13], (Integer) c[14], (Double) c[15]);
    }

    static Line line(QuestionRow q)
    {
        return new Line(q.id, PageId.parse(q.page), q.ownRights, q.community, q.title, q.summary, Tags.split(q.tags),
            new UserId(q.author), q.created, q.active, q.score, q.answers, q.accepted > 0, q.closed, q.views, q.hot);
    }

    /** A row of a list, with what it is sorted by. */
    record Line(UUID id, PageId page, boolean ownRights, UUID community, String title, String summary,
        List<String> tags, UserId author, long created, long active, int score, int answers, boolean accepted,
        boolean closed, int views, double hot)
    {
    }
}
