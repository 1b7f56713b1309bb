/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Imports many posts from another system with their original dates, authors and counts. Does not check permissions;
 * that is up to the caller. Skips posts that exist already (by id), so an interrupted import can be repeated. Adjusts
 * titles, texts and tags instead of rejecting them: removes control characters, cuts a title at 250 characters,
 * normalises a tag or drops it.
 */
@Role
public interface PostImport
{
    /**
     * Writes the pages, then appends their ledger entries in one transaction. Batches of some hundred posts are
     * fastest. Order within a batch does not matter; across batches a question must precede its answers, comments,
     * votes and links. Skips and counts items whose post does not exist.
     *
     * @param wiki the wiki
     * @param community the id of the community
     * @param batch the posts, comments, votes and links to write
     * @return the numbers of added items
     * @throws CopException NOT_FOUND if the community does not exist
     */
    Counts write(WikiId wiki, CommunityId community, Batch batch) throws CopException;

    /**
     * Returns the page on which {@link #write} stores a question, so that texts can link to the question before it
     * exists.
     *
     * @param community the home page of the community
     * @param title the title of the question as in {@link Question}
     * @param question the id of the question
     * @return the page, which need not exist
     */
    PageId pageOf(PageId community, String title, UUID question);

    /**
     * The items that one call writes. Their UUIDs derive from the ids in the other system, so that a second import
     * recognises them.
     *
     * @param questions questions
     * @param answers answers to questions of this or earlier batches
     * @param comments comments on posts of this or earlier batches
     * @param votes votes whose voters are known
     * @param links links between related questions
     */
    record Batch(List<Question> questions, List<Answer> answers, List<Comment> comments, List<Vote> votes,
        List<Link> links)
    {
        /** Copies the lists. */
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
     * @param author the asker
     * @param created when it was asked
     * @param edit the last edit, {@code null} if there was none
     * @param title plain text
     * @param body xwiki/2.1
     * @param tags its tags
     * @param votes votes of unknown voters, by day
     * @param views the view count
     * @param closing why it is closed, {@code null} if it is open
     */
    record Question(UUID id, UserId author, Instant created, Edit edit, String title, String body, List<String> tags,
        List<VoteDay> votes, int views, Closing closing)
    {
        /** Copies the lists. */
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
     * @param question the id of its question
     * @param author the author
     * @param created when it was written
     * @param edit the last edit, {@code null} if there was none
     * @param body xwiki/2.1
     * @param votes votes of unknown voters, by day
     * @param accepted when the asker accepted it, {@code null} if it is not accepted
     */
    record Answer(UUID id, UUID question, UserId author, Instant created, Edit edit, String body,
        List<VoteDay> votes, Instant accepted)
    {
        /** Copies the list. */
        public Answer
        {
            votes = List.copyOf(votes);
        }
    }

    /**
     * A comment.
     *
     * @param id its id
     * @param post the id of the question or answer
     * @param author the author
     * @param created when it was written
     * @param text xwiki/2.1
     */
    record Comment(UUID id, UUID post, UserId author, Instant created, String text)
    {
    }

    /**
     * Votes of unknown voters on one post. The up votes become one ledger entry, the down votes another; their
     * idempotency keys contain the day.
     *
     * @param day the day of the votes; at most one record per post and day
     * @param up number of up votes, not negative
     * @param down number of down votes, not negative
     */
    record VoteDay(LocalDate day, int up, int down)
    {
    }

    /**
     * A vote of a known voter. A vote on the voter's own post is skipped.
     *
     * @param post the id of the question or answer
     * @param voter the voter
     * @param value +1 or -1
     * @param at when it was cast
     */
    record Vote(UUID post, UserId voter, int value, Instant at)
    {
    }

    /**
     * A link from a question to a related one.
     *
     * @param question the id of the question that carries the link
     * @param other the id of the related question
     * @param by the person who linked them
     * @param at when
     */
    record Link(UUID question, UUID other, UserId by, Instant at)
    {
    }

    /**
     * A change of a post's text.
     *
     * @param by the person who edited
     * @param at when
     */
    record Edit(UserId by, Instant at)
    {
    }

    /**
     * The closing of a question.
     *
     * @param reason the reason
     * @param by the person who closed it
     * @param at when
     * @param duplicateOf the id of the other question for a duplicate, otherwise {@code null}
     */
    record Closing(QuestionService.ClosingReason reason, UserId by, Instant at, UUID duplicateOf)
    {
    }

    /**
     * The numbers of added items.
     *
     * @param questions added questions
     * @param answers added answers
     * @param accepted accepted answers among the added ones
     * @param comments added comments
     * @param votesUp added up votes, including those of unknown voters
     * @param votesDown added down votes, including those of unknown voters
     * @param links added links
     * @param skipped items whose post does not exist
     */
    record Counts(int questions, int answers, int accepted, int comments, int votesUp, int votesDown, int links,
        int skipped)
    {
        /** Nothing added. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

        /**
         * @param other the counts of another batch
         * @return the sums
         */
        public Counts plus(Counts other)
        {
            return new Counts(questions + other.questions, answers + other.answers, accepted + other.accepted,
                comments + other.comments, votesUp + other.votesUp, votesDown + other.votesDown, links + other.links,
                skipped + other.skipped);
        }
    }
}
