/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.copsuite.embedded.store.Account;
import org.copsuite.question.PostImport;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.wiki.UserId;

/** Collects the questions, answers, comments and votes of one community of the samples, for the import. */
final class SampleBatch
{
    private static final String BY = "By";

    private static final String AT = "At";

    private static final String ACCEPTED = "Accepted";

    private static final String CLOSED = "Closed";

    /** The time between two votes on a post. */
    private static final Duration BETWEEN_VOTES = Duration.ofMinutes(47);

    private final Instant now;

    private final List<PostImport.Question> questions = new ArrayList<>();

    private final List<PostImport.Answer> answers = new ArrayList<>();

    private final List<PostImport.Comment> comments = new ArrayList<>();

    private final List<PostImport.Vote> votes = new ArrayList<>();

    /** The question to which the next answers belong. */
    private UUID question;

    /** The post to which the next comments belong. */
    private UUID post;

    SampleBatch(Instant now)
    {
        this.now = now;
    }

    void add(SampleSection section)
    {
        switch (section.kind()) {
            case "Question" -> addQuestion(section);
            case "Answer" -> addAnswer(section);
            case "Comment" -> this.comments.add(new PostImport.Comment(
                SampleSection.id(this.post + "/" + section.get(BY) + '/' + section.get(AT)), this.post, author(section),
                section.time(AT, this.now), section.text()));
            default -> throw new IllegalStateException("Unknown section [" + section.kind() + "] in the samples");
        }
    }

    PostImport.Batch batch()
    {
        return new PostImport.Batch(this.questions, this.answers, this.comments, this.votes, List.of());
    }

    private void addQuestion(SampleSection section)
    {
        this.question = SampleSection.id(section.get("Key"));
        this.post = this.question;
        this.questions.add(new PostImport.Question(this.question, author(section), section.time(AT, this.now), null,
            section.get("Title"), section.text(), section.words("Tags"), List.of(), Integer.parseInt(section.get("Views")),
            section.has(CLOSED) ? closing(section.words(CLOSED)) : null));
        addVotes(section);
    }

    private PostImport.Closing closing(List<String> words)
    {
        return new PostImport.Closing(ClosingReason.valueOf(words.get(0).toUpperCase(Locale.ROOT)),
            Account.idOf(words.get(1)), SampleSection.time(words.subList(2, 4), this.now),
            SampleSection.id(words.get(4)));
    }

    private void addAnswer(SampleSection section)
    {
        this.post = SampleSection.id(this.question + "/" + section.get(BY) + '/' + section.get(AT));
        this.answers.add(new PostImport.Answer(this.post, this.question, author(section), section.time(AT, this.now),
            null, section.text(), List.of(), section.has(ACCEPTED) ? section.time(ACCEPTED, this.now) : null));
        addVotes(section);
    }

    private void addVotes(SampleSection section)
    {
        Instant at = section.time(AT, this.now);
        for (String login : section.words("Up")) {
            at = at.plus(BETWEEN_VOTES);
            addVote(login, 1, at);
        }
        for (String login : section.words("Down")) {
            at = at.plus(BETWEEN_VOTES);
            addVote(login, -1, at);
        }
    }

    private void addVote(String login, int value, Instant at)
    {
        this.votes.add(new PostImport.Vote(this.post, Account.idOf(login), value, at.isBefore(this.now) ? at : this.now));
    }

    private static UserId author(SampleSection section)
    {
        return Account.idOf(section.get(BY));
    }
}
