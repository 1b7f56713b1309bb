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
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Finds posts that stand. */
@Component(roles = Posts.class)
@Singleton
public class Posts
{
    @Inject
    private Ledger ledger;

    @Inject
    private PostRights rights;

    /** The post, whoever may view it; nothing for a deleted one, or an answer to a deleted question. */
    Optional<StoredPost> find(String wiki, UUID id)
    {
        return this.ledger.read(session -> find(session, wiki, id));
    }

    static Optional<StoredPost> find(Session session, String wiki, UUID id)
    {
        QuestionRow question = Statements.question(session, wiki, id);
        AnswerRow answer = null;
        if (question == null) {
            answer = Statements.answer(session, wiki, id);
            question = answer == null ? null : Statements.question(session, wiki, answer.question);
        }
        boolean stands = question != null && !question.deleted && (answer == null || !answer.deleted);
        return stands ? Optional.of(new StoredPost(question, answer)) : Optional.empty();
    }

    /** The post, for who may view it. */
    StoredPost visible(UserId reader, String wiki, UUID id) throws CopException
    {
        return find(wiki, id)
            .filter(p -> this.rights.mayView(reader, p.page()) && this.rights.mayView(reader, p.questionPage()))
            .orElseThrow(CopException::notFound);
    }

    /** The post at a page, whoever may view it. */
    Optional<StoredPost> at(PageId page)
    {
        return this.ledger.read(session -> {
            UUID id = id(session, "QuestionRow", page).or(() -> id(session, "AnswerRow", page)).orElse(null);
            return id == null ? Optional.empty() : find(session, page.wiki(), id);
        });
    }

    private static Optional<UUID> id(Session session, String entity, PageId page)
    {
        return session.createQuery("select id from " + entity + " where page = :page and deleted = false", UUID.class)
            .setParameter("page", page.toString()).setMaxResults(1).uniqueResultOptional();
    }
}
