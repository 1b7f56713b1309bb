/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.spi.Message;
import org.copsuite.spi.SearchHit;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/**
 * A question that a search has found.
 *
 * @param question the question
 */
public record QuestionHit(QuestionSummary question) implements SearchHit
{
    /** The type of questions in the index. */
    public static final String TYPE = "question";

    /** The type of answers in the index. */
    public static final String ANSWER_TYPE = "answer";

    @Override
    public String type()
    {
        return TYPE;
    }

    @Override
    public UUID id()
    {
        return this.question.id().value();
    }

    @Override
    public String title()
    {
        return this.question.title();
    }

    @Override
    public PageId page()
    {
        return this.question.page();
    }

    @Override
    public String summary()
    {
        return this.question.summary();
    }

    @Override
    public List<String> tags()
    {
        return this.question.tags();
    }

    @Override
    public Person author()
    {
        return this.question.author();
    }

    @Override
    public Instant created()
    {
        return this.question.created();
    }

    @Override
    public List<Message> facts()
    {
        return List.of(Message.of("cop.question.votes", this.question.score()),
            Message.of("cop.question.answers", this.question.answers()));
    }
}
