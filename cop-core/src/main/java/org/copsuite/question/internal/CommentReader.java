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

/** Reads comments in parts: nobody waits for all comments of a post that has thousands. */
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
     * @param next the cursor after which more come, {@code null} where there are none
     */
    record Comments(List<CommentRow> rows, String next)
    {
        static final Comments NONE = new Comments(List.of(), null);
    }

    /**
     * Where a list of comments goes on.
     *
     * @param created when the last comment shown was written
     * @param sequence the row of the ledger that says so
     */
    record Position(long created, long sequence)
    {
    }

    /** The first comments of each of some posts, in one statement. Posts without comments are not asked for. */
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
        // The next power of two, so that there are few different statements; the last post fills up, and comes once.
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

    /** The comments of a post after a position, or from the first one on. */
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

    /** Reads the cursor of a post's comments; {@code null} for none. */
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
