/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.State;
import org.copsuite.question.internal.Summaries.Line;
import org.hibernate.Session;
import org.hibernate.query.Query;

/**
 * The statement behind a list of questions. All that comes from outside is a parameter; the column to sort by is one of
 * four.
 */
final class QuestionList
{
    private final ListQuery asked;

    private final String list;

    private final Number after;

    private final UUID afterId;

    QuestionList(ListQuery asked) throws CopException
    {
        this.asked = asked;
        this.list = String.join("/", "questions", asked.wiki(), String.valueOf(asked.community()),
            String.valueOf(asked.tag()), String.valueOf(asked.author()), String.valueOf(asked.state()),
            asked.order().name());
        if (asked.after() == null) {
            this.after = null;
            this.afterId = null;
        } else {
            Cursor cursor = Cursor.read(this.list, asked.after(), 2);
            this.after = asked.order() == Order.HOT ? (Number) cursor.real(0) : sortable(cursor.number(0));
            this.afterId = cursor.uuid(1);
        }
    }

    private Number sortable(long value)
    {
        return this.asked.order() == Order.VOTES ? (Number) (int) value : (Number) value;
    }

    /** @return the cursor with which the list goes on behind a question */
    String cursor(Line last)
    {
        Object value = switch (this.asked.order()) {
            case ACTIVE -> last.active();
            case HOT -> last.hot();
            case VOTES -> last.score();
            case NEWEST, UNANSWERED -> last.created();
        };
        return Cursor.write(this.list, value, last.id());
    }

    /** @return one more question than asked for, if there is one */
    List<Line> read(Session session, java.util.Collection<String> spaces)
    {
        Query<Object[]> query = session.createQuery(hql(), Object[].class).setParameter("wiki", this.asked.wiki())
            .setParameterList("spaces", spaces).setMaxResults(this.asked.limit() + 1);
        set(query, "community", this.asked.community());
        set(query, "tag", this.asked.tag());
        set(query, "author", this.asked.author() == null ? null : this.asked.author().value());
        set(query, "after", this.after);
        set(query, "afterId", this.afterId);
        return query.getResultStream().map(Summaries::line).toList();
    }

    private static void set(Query<Object[]> query, String name, Object value)
    {
        if (value != null) {
            query.setParameter(name, value);
        }
    }

    private String hql()
    {
        String column = switch (this.asked.order()) {
            case ACTIVE -> "q.active";
            case HOT -> "q.hot";
            case VOTES -> "q.score";
            case NEWEST, UNANSWERED -> "q.created";
        };
        StringBuilder hql = new StringBuilder("select ").append(Summaries.COLUMNS).append(" from QuestionRow q");
        if (this.asked.tag() != null) {
            hql.append(", QuestionTagRow t");
        }
        hql.append(" where q.wiki = :wiki and ").append(Summaries.VISIBLE);
        if (this.asked.tag() != null) {
            hql.append(" and t.wiki = q.wiki and t.question = q.id and t.tag = :tag");
        }
        if (this.asked.community() != null) {
            hql.append(" and q.community = :community");
        }
        if (this.asked.author() != null) {
            hql.append(" and q.author = :author");
        }
        hql.append(state(this.asked.state()));
        if (this.asked.order() == Order.UNANSWERED && this.asked.state() != State.UNANSWERED) {
            hql.append(state(State.UNANSWERED));
        }
        if (this.after != null) {
            // Written so that an index on the column serves the first half, in every database.
            hql.append(" and ").append(column).append(" <= :after and (").append(column)
                .append(" < :after or q.id < :afterId)");
        }
        return hql.append(" order by ").append(column).append(" desc, q.id desc").toString();
    }

    private static String state(State state)
    {
        if (state == null) {
            return "";
        }
        return switch (state) {
            case OPEN -> " and q.closed = false";
            case CLOSED -> " and q.closed = true";
            case SOLVED -> " and q.accepted > 0";
            case UNANSWERED -> " and q.answers = 0 and q.closed = false";
        };
    }
}
