/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

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
    private static final String FIND = "select q, a from QuestionRow q left join AnswerRow a on a.wiki = :wiki "
        + "and a.id = :id where q.wiki = :wiki and q.id = coalesce((select b.question from AnswerRow b "
        + "where b.wiki = :wiki and b.id = :id), :id)";

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
        Optional<StoredPost> post = session.createQuery(FIND, Object[].class).setParameter("wiki", wiki.value())
            .setParameter("id", id, UUIDCharType.INSTANCE).uniqueResultOptional()
            .map(rows -> new StoredPost((QuestionRow) rows[0], (AnswerRow) rows[1]));
        post.ifPresent(found -> found.detach(session));
        return post.filter(found -> !found.question().deleted && !(found.isAnswer() && found.answer().deleted));
    }

    /**
     * Finds a post that the reader may view.
     *
     * @throws CopException NOT_FOUND if the post does not exist or the reader may not view it
     */
    StoredPost visible(UserId reader, WikiId wiki, UUID id) throws CopException
    {
        return find(wiki, id)
            .filter(p -> this.rights.mayView(reader, p.page()) && this.rights.mayView(reader, p.questionPage()))
            .orElseThrow(CopException::notFound);
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
