/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.ledger.CommunityId;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/** A question in a list. */
public record QuestionJson(UUID id, PageId url, CommunityNameJson community, String title, String summary,
    List<String> tags, Person author, Instant created, Instant active, int score, int answers, boolean accepted,
    boolean closed, int views, int needed)
{
    /**
     * @param question a question in a list
     * @return its record
     */
    public static QuestionJson of(QuestionSummary question)
    {
        return new QuestionJson(question.id().value(), question.page(),
            new CommunityNameJson(question.community(), question.communityTitle()), question.title(), question.summary(),
            question.tags(), question.author(), question.created(), question.active(), question.score(),
            question.answers(), question.accepted(), question.closed(), question.views(),
            question.needed());
    }

    /** The community of a question. */
    public record CommunityNameJson(CommunityId id, String title)
    {
    }
}
