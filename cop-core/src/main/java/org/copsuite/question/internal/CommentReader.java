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
import org.copsuite.Slice;
import org.copsuite.db.Keyset;
import org.copsuite.db.KeysetPage;
import org.copsuite.question.QuestionQueries;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/** Reads comments in portions, so that a post with thousands of comments does not delay its page. */
final class CommentReader
{
    private static final String FIRST = "(select c.id as cid, c.post as cpost, c.question as cquestion, "
        + "c.author as cauthor, c.body as cbody, c.created as ccreated, c.place as cplace from cop_comment c "
        + "where c.wiki = :wiki and c.post = :post%d and c.deleted = false order by c.created, c.place limit "
        + QuestionQueries.COMMENTS + ")";

    private static final Keyset<CommentRow> OLDEST = new Keyset<CommentRow>()
        .ascending("created", Cursor::number, row -> row.created)
        .ascending("sequence", Cursor::number, row -> row.sequence);

    private CommentReader()
    {
    }

    /**
     * Reads the first comments of several posts in one statement.
     *
     * @param counts the number of comments of each post; posts without comments are not queried
     */
    static Map<UUID, Slice<CommentRow>> first(Session session, WikiId wiki, Map<UUID, Integer> counts)
    {
        List<UUID> posts = counts.keySet().stream().filter(post -> counts.get(post) > 0).toList();
        Map<UUID, Slice<CommentRow>> comments = new LinkedHashMap<>();
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
            comments.put(post,
                new Slice<>(some, more ? OLDEST.cursor(list(post), some.get(some.size() - 1)) : null));
        });
        return comments;
    }

    private static Collection<CommentRow> firstRows(Session session, WikiId wiki, List<UUID> posts)
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
            .addScalar("cplace", StandardBasicTypes.LONG).setParameter("wiki", wiki.value());
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

    private static CommentRow row(WikiId wiki, Object[] columns)
    {
        CommentRow row = new CommentRow();
        row.wiki = wiki.value();
        row.id = UUID.fromString((String) columns[0]);
        row.post = UUID.fromString((String) columns[1]);
        row.question = UUID.fromString((String) columns[2]);
        row.author = (String) columns[3];
        row.body = (String) columns[4];
        row.created = (Long) columns[5];
        row.sequence = (Long) columns[6];
        return row;
    }

    /** Reads a page of the comments of a post. */
    static Slice<CommentRow> page(Session session, WikiId wiki, UUID post, KeysetPage<CommentRow> page)
    {
        return page.slice(page.query(session, "from CommentRow where wiki = :wiki and post = :post and deleted = false",
            CommentRow.class).setParameter("wiki", wiki.value()).setParameter("post", post));
    }

    /**
     * Starts a page of the comments of a post.
     *
     * @param after the cursor, {@code null} or empty for the first page
     */
    static KeysetPage<CommentRow> page(UUID post, String after) throws CopException
    {
        return OLDEST.page(list(post), after, QuestionQueries.MORE_COMMENTS);
    }

    private static String list(UUID post)
    {
        return "comments/" + post;
    }
}
