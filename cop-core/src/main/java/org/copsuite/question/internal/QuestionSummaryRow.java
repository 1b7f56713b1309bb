/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.copsuite.Tags;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;

/**
 * The columns of a question that a list shows: all but the text.
 *
 * @param id its id
 * @param page its page
 * @param space the deciding space of the page
 * @param ownRights whether the page has rights of its own
 * @param community its community
 * @param title its title
 * @param summary its first words
 * @param tags its tags, joined
 * @param author the asker
 * @param created when it was asked, in milliseconds of the epoch
 * @param active time of the last activity, in milliseconds of the epoch
 * @param score up votes minus down votes
 * @param answers number of answers
 * @param accepted number of accepted answers
 * @param closed whether it is closed
 * @param views the view count
 * @param needed the number of people who have the same question
 * @param hot its hotness
 * @param sequence the sequence of the entry that created it
 * @param activeSequence the sequence of the entry of the last activity
 */
public record QuestionSummaryRow(UUID id, String page, String space, boolean ownRights, UUID community, String title,
    String summary, String tags, String author, long created, long active, int score, int answers, int accepted, boolean closed,
    int views, int needed, double hot, long sequence, long activeSequence)
{
    /** The select clause of a query that returns these rows from {@code QuestionRow q}. */
    static final String COLUMNS =
        "select new org.copsuite.question.internal.QuestionSummaryRow(q.id, q.page, q.space, "
        + "q.ownRights, q.community, q.title, q.summary, q.tags, q.author, q.created, q.active, q.score, q.answers, q.accepted, "
        + "q.closed, q.views, q.needed, q.hot, q.sequence, q.activeSequence) ";

    /** The start of a query that returns these rows from {@code QuestionRow q}. */
    static final String SELECT = COLUMNS + "from QuestionRow q where ";

    static QuestionSummaryRow of(QuestionRow row)
    {
        return new QuestionSummaryRow(row.id, row.page, row.space, row.ownRights, row.community, row.title, row.summary,
            row.tags, row.author, row.created, row.active, row.score, row.answers, row.accepted, row.closed, row.views,
            row.needed, row.hot, row.sequence, row.activeSequence);
    }

    UserId authorId()
    {
        return new UserId(this.author);
    }

    PageId pageId()
    {
        return PageId.parse(this.page);
    }

    QuestionSummary summary(Map<CommunityId, String> communities, Map<UserId, Person> people)
    {
        CommunityId home = new CommunityId(this.community);
        return new QuestionSummary(new PostId(this.id), pageId(), home, communities.getOrDefault(home, ""), this.title,
            this.summary, Tags.split(this.tags), people.get(authorId()), Instant.ofEpochMilli(this.created),
            Instant.ofEpochMilli(this.active), this.score, this.answers, this.accepted > 0, this.closed, this.views,
            this.needed);
    }
}
