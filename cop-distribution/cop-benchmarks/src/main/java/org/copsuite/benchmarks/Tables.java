/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.PlainText;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.wiki.PageId;

/** Inserts the rows of the generator, as the suite and the embedded wiki would write them. */
final class Tables
{
    private static final String WIKI = WikiOptions.WIKI.value();

    private static final String FIRST_VERSION = "1.1";

    private final Connection connection;

    private final Inserts pages;

    private final Inserts ledger;

    private final Inserts questions;

    private final Inserts questionTags;

    private final Inserts answers;

    private final Inserts answerTexts;

    private final Inserts votes;

    private final Inserts tags;

    Tables(Connection connection) throws SQLException
    {
        this.connection = connection;
        this.pages = new Inserts(connection, "wiki_page", "place", "title", "content", "author", "first_author",
            "created_at", "updated_at", "major", "minor", "summary", "minor_edit", "hidden", "object_type", "object_id",
            "object_properties");
        this.ledger = new Inserts(connection, "cop_ledger", "place", "wiki", "done_at", "actor", "act", "subject",
            "community", "beneficiary", "weight", "origin", "detail");
        this.questions = new Inserts(connection, "cop_question", "wiki", "id", "page", "space", "own_rights", "community",
            "title", "summary", "body", "tags", "version", "author", "created", "active", "votes_up", "votes_down", "score",
            "answers", "accepted", "comments", "views", "hot", "closed", "deleted", "place", "active_place");
        this.questionTags = new Inserts(connection, "cop_question_tag", "wiki", "tag", "question");
        this.answers = new Inserts(connection, "cop_answer", "wiki", "id", "question", "page", "space", "own_rights",
            "community", "version", "author", "created", "votes_up", "votes_down", "score", "accepted", "accepted_at",
            "accepted_place", "comments", "deleted", "place", "active", "active_place");
        this.answerTexts = new Inserts(connection, "cop_answer_text", "wiki", "id", "body");
        this.votes = new Inserts(connection, "cop_vote", "wiki", "post", "voter", "vote_value", "place", "cast_at");
        this.tags = new Inserts(connection, "cop_tag", "wiki", "id", "community", "space", "tag", "questions");
    }

    long head() throws SQLException
    {
        try (PreparedStatement select = this.connection.prepareStatement("select place from cop_ledger_head where id = 1");
            ResultSet row = select.executeQuery())
        {
            row.next();
            return row.getLong(1);
        }
    }

    void page(PageId page, String title, String content, String author, long at, String type, UUID id, String tags)
        throws SQLException
    {
        this.pages.add(page.toString(), title, content, author, author, at, at, 1, 1, "", false, "answer".equals(type),
            type, id.toString(), tags == null ? "{}" : "{\"tags\":\"" + tags + "\"}");
    }

    void ledger(long sequence, long at, String actor, String act, UUID subject, UUID community, String beneficiary,
        int weight,
        String origin, String detail) throws SQLException
    {
        this.ledger.add(sequence, WIKI, at, actor, act, subject.toString(), community.toString(), beneficiary, weight,
            origin,
            detail);
    }

    /** The text of a question, its author and time, and the sequence of its entry. */
    record Asked(String title, String body, List<String> tags, String author, long created, long sequence)
    {
    }

    /** The time of the last activity on a question, and the sequence of its entry. */
    record Activity(long at, long sequence)
    {
        /** @return the later of the two; if the times are equal, the one with the larger sequence */
        Activity latest(Activity other)
        {
            boolean later = other.at > this.at || other.at == this.at && other.sequence > this.sequence;
            return later ? other : this;
        }
    }

    void question(UUID id, CommunityView community, PageId page, Asked asked, Activity active, int[] votes, int answers,
        int accepted) throws SQLException
    {
        int score = votes[0] - votes[1];
        double hot = Math.signum(score) * Math.log10(Math.max(1, Math.abs(score))) + Math.log10(1 + answers)
            + asked.created() / 1000.0 / 45_000;
        this.questions.add(WIKI, id.toString(), page.toString(), community.space().toString(), false,
            community.id().toString(), asked.title(), PlainText.cut(PlainText.line(asked.body()), 200), asked.body(),
            " " + String.join(" ", asked.tags()) + " ", FIRST_VERSION, asked.author(), asked.created(), active.at(), votes[0],
            votes[1], score, answers, accepted, 0, 0, hot, false, false, asked.sequence(), active.sequence());
        for (String tag : asked.tags()) {
            this.questionTags.add(WIKI, tag, id.toString());
        }
    }

    void answer(UUID id, UUID question, CommunityView community, PageId page, String body, String author,
        Activity answered, int[] votes, Activity accepted) throws SQLException
    {
        this.answers.add(WIKI, id.toString(), question.toString(), page.toString(), community.space().toString(), false,
            community.id().toString(), FIRST_VERSION, author, answered.at(), votes[0], votes[1],
            votes[0] - votes[1], accepted != null, accepted == null ? null : accepted.at(),
            accepted == null ? null : accepted.sequence(), 0, false, answered.sequence(), answered.at(),
            answered.sequence());
        this.answerTexts.add(WIKI, id.toString(), body);
    }

    void vote(UUID post, String voter, int value, long sequence, long at) throws SQLException
    {
        this.votes.add(WIKI, post.toString(), voter, value, sequence, at);
    }

    void totals(CommunityView community, int questions, int answers, long active, Map<String, Integer> tagCounts)
        throws SQLException
    {
        String space = community.space().toString();
        for (Map.Entry<String, Integer> tag : tagCounts.entrySet()) {
            UUID id = UUID.nameUUIDFromBytes(
                (community.id() + "\n" + space + '\n' + tag.getKey()).getBytes(StandardCharsets.UTF_8));
            this.tags.add(WIKI, id.toString(), community.id().toString(), space, tag.getKey(), tag.getValue());
        }
        try (PreparedStatement update = this.connection.prepareStatement("update cop_community set questions = ?, "
            + "answers = ?, active = case when active < ? then ? else active end where wiki = ? and id = ?"))
        {
            update.setInt(1, questions);
            update.setInt(2, answers);
            update.setLong(3, active);
            update.setLong(4, active);
            update.setString(5, WIKI);
            update.setString(6, community.id().toString());
            update.executeUpdate();
        }
    }

    /** Flushes all pending rows and updates the ledger's head to the given sequence. */
    void end(long sequence) throws SQLException
    {
        for (Inserts inserts : List.of(this.pages, this.ledger, this.questions, this.questionTags, this.answers,
            this.answerTexts, this.votes, this.tags))
        {
            inserts.flush();
            inserts.close();
        }
        try (PreparedStatement update = this.connection
            .prepareStatement("update cop_ledger_head set place = ?, changes = changes + 1 where id = 1"))
        {
            update.setLong(1, sequence);
            update.executeUpdate();
        }
    }
}
