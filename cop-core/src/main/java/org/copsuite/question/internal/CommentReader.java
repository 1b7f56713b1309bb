/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.question.QuestionQueries;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.Query;
import org.hibernate.type.StandardBasicTypes;

/** Reads comments in portions, so that a post with thousands of comments does not delay its page. */
final class CommentReader
{
    private static final String FIRST = "(select c.id as cid, c.post as cpost, c.question as cquestion, "
        + "c.author as cauthor, c.body as cbody, c.created as ccreated, c.place as cplace from cop_comment c "
        + "where c.wiki = :wiki and c.post = :post%d and c.deleted = false order by c.created, c.place limit "
        + QuestionQueries.COMMENTS + ")";

    private CommentReader()
    {
    }

    /**
     * Some comments of a post.
     *
     * @param rows the comments, oldest first
     * @param next the cursor of the comments that follow, {@code null} if there are none
     */
    record Comments(List<CommentRow> rows, String next)
    {
        static final Comments NONE = new Comments(List.of(), null);
    }

    /**
     * The position at which a list of comments continues.
     *
     * @param created when the last listed comment was written, in milliseconds of the epoch
     * @param sequence the sequence of the entry of that comment
     */
    record Position(long created, long sequence)
    {
    }

    /**
     * Reads the first comments of several posts in one statement.
     *
     * @param counts the number of comments of each post; posts without comments are not queried
     */
    static Map<UUID, Comments> first(Session session, String wiki, Map<UUID, Integer> counts)
    {
        List<UUID> posts = counts.keySet().stream().filter(post -> counts.get(post) > 0).toList();
        Map<UUID, Comments> comments = new LinkedHashMap<>();
        if (posts.isEmpty()) {
            return comments;
        }
        Map<UUID, List<CommentRow>> rows = new LinkedHashMap<>();
        for (CommentRow row : firstRows(session, wiki, posts)) {
            rows.computeIfAbsent(row.post, post -> new ArrayList<>()).add(row);
        }
        rows.forEach((post, some) -> {
            some.sort(Comparator.comparingLong((CommentRow row) -> row.created).thenComparingLong(row -> row.sequence));
            boolean more = counts.get(post) > some.size();
            comments.put(post, new Comments(List.copyOf(some), more ? cursor(post, some) : null));
        });
        return comments;
    }

    private static Collection<CommentRow> firstRows(Session session, String wiki, List<UUID> posts)
    {
        // Rounds up to a power of two so that only few different statements occur. The last post fills the remaining
        // branches; union removes the duplicates.
        int branches = Math.max(1, Integer.highestOneBit(2 * posts.size() - 1));
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < branches; i++) {
            sql.append(i > 0 ? " union " : "").append(String.format(FIRST, i));
        }
        NativeQuery<?> query = session.createNativeQuery(sql.toString());
        List.of("cid", "cpost", "cquestion", "cauthor").forEach(name -> query.addScalar(name, StandardBasicTypes.STRING));
        query.addScalar("cbody", StandardBasicTypes.TEXT).addScalar("ccreated", StandardBasicTypes.LONG)
            .addScalar("cplace", StandardBasicTypes.LONG).setParameter("wiki", wiki);
        for (int i = 0; i < branches; i++) {
            query.setParameter("post" + i, posts.get(Math.min(i, posts.size() - 1)).toString());
        }
        Map<UUID, CommentRow> rows = new LinkedHashMap<>();
        for (Object row : query.getResultList()) {
            CommentRow comment = row(wiki, (Object[]) row);
            rows.put(comment.id, comment);
        }
        return rows.values();
    }

    private static CommentRow row(String wiki, Object[] columns)
    {
        CommentRow row = new CommentRow();
        row.wiki = wiki;
        row.id = UUID.fromString((String) columns[0]);
        row.post = UUID.fromString((String) columns[1]);
        row.question = UUID.fromString((String) columns[2]);
        row.author = (String) columns[3];
        row.body = (String) columns[4];
        row.created = (Long) columns[5];
        row.sequence = (Long) columns[6];
        return row;
    }

    /** @return the comments of a post after a position, or the first ones if the position is {@code null} */
    static Comments page(Session session, String wiki, UUID post, Position after)
    {
        Query<CommentRow> query = session.createQuery("from CommentRow where wiki = :wiki and post = :post "
            + "and deleted = false " + (after == null ? ""
                : "and created >= :created and (created > :created or sequence > :sequence) ")
            + "order by created, sequence", CommentRow.class).setParameter("wiki", wiki).setParameter("post", post)
            .setMaxResults(QuestionQueries.MORE_COMMENTS + 1);
        if (after != null) {
            query.setParameter("created", after.created()).setParameter("sequence", after.sequence());
        }
        List<CommentRow> rows = query.getResultList();
        boolean more = rows.size() > QuestionQueries.MORE_COMMENTS;
        List<CommentRow> shown = List.copyOf(more ? rows.subList(0, QuestionQueries.MORE_COMMENTS) : rows);
        return new Comments(shown, more ? cursor(post, shown) : null);
    }

    /**
     * Parses a cursor for the comments of a post.
     *
     * @return the position, {@code null} if the cursor is {@code null} or empty
     */
    static Position position(UUID post, String text) throws CopException
    {
        if (text == null || text.isEmpty()) {
            return null;
        }
        Cursor cursor = Cursor.read(list(post), text, 2);
        return new Position(cursor.number(0), cursor.number(1));
    }

    private static String cursor(UUID post, List<CommentRow> shown)
    {
        CommentRow last = shown.get(shown.size() - 1);
        return Cursor.write(list(post), last.created, last.sequence);
    }

    private static String list(UUID post)
    {
        return "comments/" + post;
    }
}
