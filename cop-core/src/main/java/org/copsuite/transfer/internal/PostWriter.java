/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostImport;
import org.copsuite.question.PostImport.VoteDay;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/** Writes the posts of a dump, their comments and links, in batches, and counts the content of the dump in the wiki. */
final class PostWriter
{
    /** Number of posts, comments and links that are written at once. */
    static final int BATCH = 250;

    /** Numbers of the reasons for a duplicate in the table CloseReasonTypes, new and old. */
    private static final int CLOSED_AS_DUPLICATE = 101;

    private static final int CLOSED_AS_EXACT = 1;

    private static final int COMMENT_MAXIMUM = 20_000;

    private static final String OWNER_NAME = "OwnerDisplayName";

    private static final String CREATED = "CreationDate";

    private final PostImport posts;

    private final WikiId wiki;

    private final CommunityId community;

    private final Site site;

    private final Facts facts;

    private final PeopleWriter people;

    private final DumpReader reader;

    private final int batch;

    private final HtmlToWiki html;

    /** Returns the sentence that a question duplicates another one, which was not imported, for a link to that one. */
    private final UnaryOperator<String> duplicate;

    /**
     * The posts are read once for the questions and once for the answers. If two rows have the same Id, the first one
     * counts.
     */
    private final RowNumbers rowsOfQuestions = new RowNumbers();

    private final RowNumbers rowsOfAnswers = new RowNumbers();

    private final RowNumbers rowsOfComments = new RowNumbers();

    private final List<PostImport.Question> questions = new ArrayList<>();

    private final List<PostImport.Answer> answers = new ArrayList<>();

    private final List<PostImport.Comment> comments = new ArrayList<>();

    private final List<PostImport.Link> links = new ArrayList<>();

    /** Content of the dump in the wiki. Counted here, since it includes content that an earlier run wrote. */
    private PostImport.Counts total = PostImport.Counts.NONE;

    private PostImport.Counts added = PostImport.Counts.NONE;

    PostWriter(PostImport posts, WikiId wiki, CommunityId community, Site site, Facts facts, PeopleWriter people,
        DumpReader reader, HtmlToWiki html, UnaryOperator<String> duplicate, int batch)
    {
        this.posts = posts;
        this.wiki = wiki;
        this.community = community;
        this.site = site;
        this.facts = facts;
        this.people = people;
        this.reader = reader;
        this.batch = batch;
        this.html = html;
        this.duplicate = duplicate;
    }

    void question(DumpRow row) throws BadRowException, IOException, CopException
    {
        DumpPost post = DumpPost.of(row);
        if (post == null || !this.rowsOfQuestions.addIfNew(post.number()) || !post.question()) {
            return;
        }
        List<Facts.Fact> known = this.facts.about(post.number());
        List<VoteDay> votes = votes(post, known);
        this.questions.add(new PostImport.Question(this.site.post(post.number()), author(post), post.created(),
            edit(post), row.text("Title"), this.html.convert(row.text("Body")) + original(post, known), post.tags(), votes,
            post.views(), closing(post, known)));
        count(1, 0, 0, votes, 0, 0);
    }

    void answer(DumpRow row) throws BadRowException, IOException, CopException
    {
        DumpPost post = DumpPost.of(row);
        if (post == null || !this.rowsOfAnswers.addIfNew(post.number()) || post.question()) {
            return;
        }
        if (!isQuestion(post.parent())) {
            // Reported here, because this is a second reading, which does not report exceptions of rows.
            this.reader.skip(row.file(), row.line(), "its question is not in the dump");
            return;
        }
        List<Facts.Fact> known = this.facts.about(post.number());
        List<VoteDay> votes = votes(post, known);
        Instant accepted = accepted(post, known);
        this.answers.add(new PostImport.Answer(this.site.post(post.number()), this.site.post(post.parent()), author(post),
            post.created(), edit(post), this.html.convert(row.text("Body")), votes, accepted));
        count(0, 1, accepted == null ? 0 : 1, votes, 0, 0);
    }

    void comment(DumpRow row) throws BadRowException, IOException, CopException
    {
        long post = row.number("PostId");
        Instant created = row.time(CREATED);
        String text = row.needText("Text");
        if (text.length() > COMMENT_MAXIMUM) {
            throw new BadRowException("Text is longer than " + COMMENT_MAXIMUM + " characters");
        }
        if (questionOf(post) == 0) {
            throw new BadRowException("its post is not in the dump");
        }
        long number = row.number("Id");
        this.rowsOfComments.add(number);
        this.comments.add(new PostImport.Comment(this.site.comment(number), this.site.post(post),
            this.people.person(row, "UserId", "UserDisplayName", created), created,
            this.html.convert(CommentText.toHtml(text))));
        count(0, 0, 0, List.of(), 1, 0);
    }

    /**
     * Handles a row of PostLinks.xml. A link of an answer counts as a link of its question. A link to a post outside of
     * the dump has no target and is omitted.
     */
    void link(DumpRow row) throws BadRowException, IOException, CopException
    {
        long type = row.number("LinkTypeId");
        Instant at = row.time(CREATED);
        long from = questionOf(row.number("PostId"));
        long to = questionOf(row.number("RelatedPostId"));
        if ((type == 1 || type == 3) && from != 0 && to != 0 && from != to) {
            this.links.add(new PostImport.Link(this.site.post(from), this.site.post(to), this.people.robot(at), at));
            count(0, 0, 0, List.of(), 0, 1);
        }
    }

    private void count(int question, int answer, int accepted, List<VoteDay> votes, int comment, int link)
        throws CopException
    {
        this.total = this.total.plus(new PostImport.Counts(question, answer, accepted, comment,
            votes.stream().mapToInt(VoteDay::up).sum(), votes.stream().mapToInt(VoteDay::down).sum(), link, 0));
        if (this.questions.size() + this.answers.size() + this.comments.size() + this.links.size() >= this.batch) {
            flush();
        }
    }

    /** Writes the pending batch. */
    void flush() throws CopException
    {
        if (this.questions.isEmpty() && this.answers.isEmpty() && this.comments.isEmpty() && this.links.isEmpty()) {
            return;
        }
        this.added = this.added.plus(this.posts.write(this.wiki, this.community,
            new PostImport.Batch(this.questions, this.answers, this.comments, List.of(), this.links)));
        this.questions.clear();
        this.answers.clear();
        this.comments.clear();
        this.links.clear();
        this.reader.written();
    }

    private UserId author(DumpPost post) throws BadRowException, IOException
    {
        return this.people.person(post.row(), DumpPost.OWNER, OWNER_NAME, post.created());
    }

    private PostImport.Edit edit(DumpPost post) throws BadRowException, IOException
    {
        if (post.edited() == null) {
            return null;
        }
        return new PostImport.Edit(
            this.people.person(post.row(), DumpPost.EDITOR, "LastEditorDisplayName", post.edited()), post.edited());
    }

    /**
     * Returns the votes by day. If they give another score than the post, the difference counts as votes on the day of
     * the post.
     */
    private static List<VoteDay> votes(DumpPost post, List<Facts.Fact> known)
    {
        Map<LocalDate, VoteDay> days = new TreeMap<>();
        int missing = post.score();
        for (Facts.Fact fact : known) {
            if (fact.kind() == Facts.Kind.VOTES) {
                LocalDate day = LocalDate.ofEpochDay(fact.value());
                days.put(day, new VoteDay(day, fact.up(), fact.down()));
                missing -= fact.up() - fact.down();
            }
        }
        if (missing != 0) {
            LocalDate day = LocalDate.ofInstant(post.created(), ZoneOffset.UTC);
            VoteDay that = days.getOrDefault(day, new VoteDay(day, 0, 0));
            days.put(day, new VoteDay(day, that.up() + Math.max(0, missing), that.down() + Math.max(0, -missing)));
        }
        return List.copyOf(days.values());
    }

    /**
     * Returns when the answer was accepted, {@code null} if it was not. The question names its accepted answer,
     * Votes.xml the time; without one, this is the time of the answer.
     */
    private static Instant accepted(DumpPost post, List<Facts.Fact> known)
    {
        Instant time = post.created();
        boolean chosen = false;
        for (Facts.Fact fact : known) {
            chosen |= fact.kind() == Facts.Kind.CHOSEN && fact.value() == post.parent();
            Instant at = fact.kind() == Facts.Kind.ACCEPTED ? Instant.ofEpochMilli(fact.value()) : time;
            time = at.isAfter(time) ? at : time;
        }
        return chosen ? time : null;
    }

    private PostImport.Closing closing(DumpPost post, List<Facts.Fact> known) throws BadRowException, IOException
    {
        if (post.closed() == null) {
            return null;
        }
        long original = 0;
        long reason = 0;
        boolean elsewhere = false;
        for (Facts.Fact fact : known) {
            if (fact.kind() == Facts.Kind.DUPLICATE && fact.value() != post.number()) {
                boolean here = isQuestion(fact.value());
                original = here ? fact.value() : original;
                elsewhere |= !here;
            } else if (fact.kind() == Facts.Kind.CLOSED) {
                reason = fact.value();
            }
        }
        boolean duplicate = original != 0 || elsewhere || reason == CLOSED_AS_DUPLICATE || reason == CLOSED_AS_EXACT;
        return new PostImport.Closing(duplicate ? ClosingReason.DUPLICATE : reason(reason),
            this.people.robot(post.closed()), post.closed(), original == 0 ? null : this.site.post(original));
    }

    /**
     * Returns a paragraph that links to the original of a closed duplicate if the dump does not contain the original;
     * otherwise an empty string.
     */
    private String original(DumpPost post, List<Facts.Fact> known) throws IOException
    {
        long elsewhere = 0;
        for (Facts.Fact fact : known) {
            if (fact.kind() == Facts.Kind.DUPLICATE && fact.value() != post.number()) {
                if (isQuestion(fact.value())) {
                    return "";
                }
                elsewhere = fact.value();
            }
        }
        return post.closed() == null || elsewhere == 0 ? ""
            : "\n\n" + this.duplicate.apply("[[" + this.site.address() + "questions/" + elsewhere + "]]");
    }

    /** Maps the numbers of the table CloseReasonTypes, old and new. */
    private static ClosingReason reason(long number)
    {
        if (number == 3 || number == 4 || number == 103 || number == 104) {
            return ClosingReason.UNCLEAR;
        }
        return number == 7 ? ClosingReason.OUTDATED : ClosingReason.OFF_TOPIC;
    }

    private boolean isQuestion(long number) throws IOException
    {
        return this.facts.about(number).stream().anyMatch(fact -> fact.kind() == Facts.Kind.QUESTION);
    }

    /** @return the question of a post, 0 if the dump does not contain it */
    private long questionOf(long post) throws IOException
    {
        for (Facts.Fact fact : this.facts.about(post)) {
            if (fact.kind() == Facts.Kind.QUESTION) {
                return post;
            }
            if (fact.kind() == Facts.Kind.ANSWER) {
                return isQuestion(fact.value()) ? fact.value() : 0;
            }
        }
        return 0;
    }

    PostImport.Counts total()
    {
        return this.total;
    }

    PostImport.Counts added()
    {
        return this.added;
    }
}
