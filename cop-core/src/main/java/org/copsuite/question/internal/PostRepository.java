/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.type.UUIDCharType;
import org.xwiki.component.annotation.Component;

/** Finds posts that are not deleted. */
@Component(roles = PostRepository.class)
@Singleton
public class PostRepository
{
    /** Reads a post with its question in one statement, each row by its primary key. */
    private static final String FIND = "select q, a%s from QuestionRow q left join AnswerRow a on a.wiki = :wiki "
        + "and a.id = :id%s where q.wiki = :wiki and q.id = coalesce((select b.question from AnswerRow b "
        + "where b.wiki = :wiki and b.id = :id), :id)";

    private static final String FIND_ROWS = String.format(FIND, "", "");

    private static final String FIND_WITH_TEXT =
        String.format(FIND, ", t.body", " left join AnswerTextRow t on t.wiki = :wiki and t.id = :id");

    @Inject
    private Ledger ledger;

    @Inject
    private PostRights rights;

    /**
     * Finds a post. NOT permission-filtered.
     *
     * @return the post; empty if it or its question is deleted or does not exist
     */
    Optional<StoredPost> find(WikiId wiki, UUID id)
    {
        return this.ledger.read(session -> find(session, wiki, id));
    }

    static Optional<StoredPost> find(Session session, WikiId wiki, UUID id)
    {
        return find(session, FIND_ROWS, wiki, id).map(WithText::post);
    }

    private static Optional<WithText> find(Session session, String statement, WikiId wiki, UUID id)
    {
        Optional<WithText> post = session.createQuery(statement, Object[].class).setParameter("wiki", wiki.value())
            .setParameter("id", id, UUIDCharType.INSTANCE).uniqueResultOptional()
            .map(columns -> new WithText(new StoredPost((QuestionRow) columns[0], (AnswerRow) columns[1]),
                columns.length > 2 && columns[2] != null ? (String) columns[2] : ""));
        post.ifPresent(found -> found.post().detach(session));
        return post.filter(found -> !found.post().question().deleted
            && !(found.post().isAnswer() && found.post().answer().deleted));
    }

    /**
     * A post with the text of its answer.
     *
     * @param post the post
     * @param text the text of an answer; empty for a question, whose row holds its text
     */
    record WithText(StoredPost post, String text)
    {
        /** @return the answer with its text; none for a question */
        List<AnswerWithText> answers()
        {
            return this.post.isAnswer() ? List.of(new AnswerWithText(this.post.answer(), this.text)) : List.of();
        }
    }

    /**
     * Finds a post that the reader may view, with its text, in one statement.
     *
     * @throws CopException NOT_FOUND if the post does not exist or the reader may not view it
     */
    WithText visibleWithText(UserId reader, WikiId wiki, UUID id) throws CopException
    {
        return this.ledger.read(session -> find(session, FIND_WITH_TEXT, wiki, id))
            .filter(found -> mayView(reader, found.post())).orElseThrow(CopException::notFound);
    }

    private boolean mayView(UserId reader, StoredPost post)
    {
        return this.rights.mayView(reader, post.page()) && this.rights.mayView(reader, post.questionPage());
    }

    /**
     * Finds a post that the reader may view.
     *
     * @throws CopException NOT_FOUND if the post does not exist or the reader may not view it
     */
    StoredPost visible(UserId reader, WikiId wiki, UUID id) throws CopException
    {
        return find(wiki, id).filter(post -> mayView(reader, post)).orElseThrow(CopException::notFound);
    }

    /**
     * Finds the post on a page. NOT permission-filtered.
     *
     * @return the post; empty if it or its question is deleted or does not exist
     */
    Optional<StoredPost> at(PageId page)
    {
        return this.ledger.read(session -> {
            Optional<QuestionRow> question = row(session, QuestionRow.class, page);
            return question.isPresent() ? question.map(row -> new StoredPost(row, null))
                : row(session, AnswerRow.class, page).flatMap(answer -> find(session, new WikiId(answer.wiki),
                answer.id));
        });
    }

    /**
     * Finds the last deleted answer of a page. NOT permission-filtered.
     *
     * @return the answer with its question; empty if the question is deleted
     */
    Optional<StoredPost> deletedAnswer(PageId page)
    {
        return this.ledger.read(session -> row(session, AnswerRow.class, page, true)
            .flatMap(answer -> Optional.ofNullable(QuestionRepository.question(session, new WikiId(answer.wiki),
            answer.question))
                .filter(question -> !question.deleted).map(question -> new StoredPost(question, answer))));
    }

    private static <T extends PostRow> Optional<T> row(Session session, Class<T> kind, PageId page)
    {
        return row(session, kind, page, false);
    }

    /** Finds the last row for a page in one statement, detached from the session. */
    private static <T extends PostRow> Optional<T> row(Session session, Class<T> kind, PageId page, boolean deleted)
    {
        Optional<T> row = session
            .createQuery("from " + kind.getSimpleName()
                + " where page = :page and deleted = :deleted order by sequence desc", kind)
            .setParameter("page", page.toString()).setParameter("deleted", deleted).setMaxResults(1)
            .uniqueResultOptional();
        row.ifPresent(session::evict);
        return row;
    }
}
