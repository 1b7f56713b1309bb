/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Writes many posts of another system, with the dates, authors and counts that they have there. Who calls has seen to it
 * that the one who imports may. What stands already (by its id) is passed over, so the same can be written again after an
 * interruption. Titles, texts and tags are made to fit, not refused: control characters are left out, a title is cut at
 * 250 characters, a tag is normalised or dropped.
 */
@Role
public interface PostImport
{
    /**
     * Writes the pages, and then in one transaction what the ledger says of them. Some hundred posts at a time are
     * written fastest. Within a batch the order does not matter; across batches a question comes before what belongs to
     * it. What belongs to a post that stands nowhere is skipped and counted.
     *
     * @param wiki the wiki
     * @param community in which community
     * @param batch what to write
     * @return what was added
     * @throws CopException NOT_FOUND where there is no such community
     */
    Counts write(String wiki, UUID community, Batch batch) throws CopException;

    /**
     * Tells where {@link #write} puts a question, so that texts can link to it before it is there.
     *
     * @param community the home page of the community
     * @param title the title of the question as {@link Question} has it
     * @param question its id
     * @return the page; nothing says that it exists
     */
    PageId pageOf(PageId community, String title, UUID question);

    /**
     * What is written at once. The UUIDs are made from the ids there, so that a second import finds them.
     *
     * @param questions questions
     * @param answers answers, to questions of this or earlier batches
     * @param comments comments on posts of this or earlier batches
     * @param votes votes whose voters are known
     * @param links related questions
     */
    record Batch(List<Question> questions, List<Answer> answers, List<Comment> comments, List<Vote> votes,
        List<Link> links)
    {
        /** Copies. */
        public Batch
        {
            questions = List.copyOf(questions);
            answers = List.copyOf(answers);
            comments = List.copyOf(comments);
            votes = List.copyOf(votes);
            links = List.copyOf(links);
        }
    }

    /**
     * A question.
     *
     * @param id its id
     * @param author who asked
     * @param created when
     * @param edit who changed it last and when, {@code null} if nobody did
     * @param title plain text
     * @param body xwiki/2.1
     * @param tags its tags
     * @param votes votes of nobody knows whom, by day
     * @param views how often it was looked at
     * @param closing why it is closed, {@code null} for an open one
     */
    record Question(UUID id, UserId author, Instant created, Edit edit, String title, String body, List<String> tags,
        List<VoteDay> votes, int views, Closing closing)
    {
        /** Copies. */
        public Question
        {
            tags = List.copyOf(tags);
            votes = List.copyOf(votes);
        }
    }

    /**
     * An answer.
     *
     * @param id its id
     * @param question its question's id
     * @param author who answered
     * @param created when
     * @param edit who changed it last and when, {@code null} if nobody did
     * @param body xwiki/2.1
     * @param votes votes of nobody knows whom, by day
     * @param accepted when the asker accepted it, {@code null} if it is not accepted
     */
    record Answer(UUID id, UUID question, UserId author, Instant created, Edit edit, String body,
        List<VoteDay> votes, Instant accepted)
    {
        /** Copies. */
        public Answer
        {
            votes = List.copyOf(votes);
        }
    }

    /**
     * A comment.
     *
     * @param id its id
     * @param post the question or answer
     * @param author who wrote it
     * @param created when
     * @param text xwiki/2.1
     */
    record Comment(UUID id, UUID post, UserId author, Instant created, String text)
    {
    }

    /**
     * Votes of nobody knows whom on one post: a row of the ledger for those up, one for those down, whose origins name the
     * day.
     *
     * @param day the day on which they were cast; at most one of these a day
     * @param up votes up, not negative
     * @param down votes down, not negative
     */
    record VoteDay(LocalDate day, int up, int down)
    {
    }

    /**
     * A vote whose voter is known; one on one's own post is skipped.
     *
     * @param post the question or answer
     * @param voter who
     * @param value +1 or -1
     * @param at when
     */
    record Vote(UUID post, UserId voter, int value, Instant at)
    {
    }

    /**
     * That a question names another as related.
     *
     * @param question the one
     * @param other the other
     * @param by who linked them
     * @param at when
     */
    record Link(UUID question, UUID other, UserId by, Instant at)
    {
    }

    /**
     * A change of the text.
     *
     * @param by who
     * @param at when
     */
    record Edit(UserId by, Instant at)
    {
    }

    /**
     * Why a question is closed.
     *
     * @param reason why
     * @param by who closed it
     * @param at when
     * @param duplicateOf with a duplicate, the other question's id, otherwise {@code null}
     */
    record Closing(QuestionService.ClosingReason reason, UserId by, Instant at, UUID duplicateOf)
    {
    }

    /**
     * What was added.
     *
     * @param questions questions
     * @param answers answers
     * @param accepted of them accepted
     * @param comments comments
     * @param votesUp votes up, those of nobody knows whom too
     * @param votesDown votes down, likewise
     * @param links links
     * @param skipped what belongs to a post that stands nowhere
     */
    record Counts(int questions, int answers, int accepted, int comments, int votesUp, int votesDown, int links,
        int skipped)
    {
        /** Nothing. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

        /**
         * @param other what else was added
         * @return both together
         */
        public Counts plus(Counts other)
        {
            return new Counts(questions + other.questions, answers + other.answers, accepted + other.accepted,
                comments + other.comments, votesUp + other.votesUp, votesDown + other.votesDown, links + other.links,
                skipped + other.skipped);
        }
    }
}
