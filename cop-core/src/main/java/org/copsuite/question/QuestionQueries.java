/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Reads questions and answers, all from the views, in a bounded number of statements, and only what the reader may
 * view.
 */
@Role
public interface QuestionQueries
{
    /** How many answers a page of a thread has at most. */
    int ANSWERS = 30;

    /** How many comments of a post are shown with it; more are asked for. */
    int COMMENTS = 5;

    /** How many comments are shown at most where more were asked for. */
    int MORE_COMMENTS = 50;

    /**
     * All that a question's page shows: at most {@link #ANSWERS} answers, in at most 11 statements, however many answers
     * and comments there are.
     *
     * @param reader who reads
     * @param question which
     * @param query which part of the thread
     * @return the question with those answers, comments and votes
     * @throws CopException NOT_FOUND, also where the reader may not view it
     */
    QuestionView question(UserId reader, PostId question, ThreadQuery query) throws CopException;

    /**
     * Lists comments, oldest first.
     *
     * @param reader who reads
     * @param post the question or answer
     * @param after the cursor from the list before, {@code null} at the start
     * @return at most {@link #MORE_COMMENTS} comments
     * @throws CopException NOT_FOUND, also where the reader may not view the post; INVALID for a cursor of another list
     */
    Slice<CommentView> comments(UserId reader, PostId post, String after) throws CopException;

    /**
     * @param reader who reads
     * @param page the page of a question or of an answer
     * @return the id of the post that stands there
     * @throws CopException NOT_FOUND, also where the reader may not view it
     */
    PostRef at(UserId reader, PageId page) throws CopException;

    /**
     * @param reader who reads
     * @param page any page
     * @return the answer that stood there and was deleted, if its question is there and the reader may view it
     */
    Optional<PostRef> deletedAnswer(UserId reader, PageId page);

    /**
     * @param reader who reads
     * @param post a question or an answer
     * @return where it is
     * @throws CopException NOT_FOUND, also where the reader may not view it
     */
    PostRef find(UserId reader, PostId post) throws CopException;

    /**
     * A list of questions: at most 4 statements.
     *
     * @param reader who reads
     * @param query which, in what order, from where on
     * @return one page of the list
     * @throws CopException INVALID for a cursor that is not of this list
     */
    Slice<QuestionSummary> list(UserId reader, ListQuery query) throws CopException;

    /**
     * The questions about a page: a statement; with questions, two more.
     *
     * @param reader who reads
     * @param page any page of the wiki
     * @param limit how many at most, 1 to 100
     * @return the questions about it that the reader may view, asked last first, and whether there are more
     */
    Questions about(UserId reader, PageId page, int limit);

    /**
     * The questions that somebody answered, also under imported names that were linked to the account.
     *
     * @param reader who reads
     * @param wiki the wiki
     * @param person who answered
     * @param limit how many at most, 1 to 100
     * @return those that the reader may view, answered last first, and whether there are more
     */
    Questions answered(UserId reader, String wiki, UserId person, int limit);

    /**
     * @param reader who reads
     * @param wiki the wiki
     * @param questions ids, in any order
     * @return summaries of those that the reader may view, by id
     */
    Map<PostId, QuestionSummary> summaries(UserId reader, String wiki, Collection<PostId> questions);

    /**
     * @param reader who reads
     * @param wiki the wiki
     * @param community only of this community, {@code null} for all
     * @param prefix how the tag starts, may be empty
     * @param limit how many, 1 to 200
     * @return tags with the number of questions that the reader may view, most used first
     */
    List<TagCount> tags(UserId reader, String wiki, UUID community, String prefix, int limit);

    /** How lists of questions are ordered. */
    enum Order
    {
        /** Asked last first. */
        NEWEST,
        /** Something happened last first. */
        ACTIVE,
        /** Much votes and answers for its age first. */
        HOT,
        /** Only open ones without any answer, asked last first. */
        UNANSWERED,
        /** Highest score first. */
        VOTES
    }

    /** How answers are ordered; accepted ones that are not outscored by another stand first in {@link #SCORE}. */
    enum AnswerOrder
    {
        /** Highest score first. */
        SCORE,
        /** Oldest first. */
        OLDEST,
        /** Written or edited last first. */
        ACTIVE
    }

    /** In which state a question is. */
    enum State
    {
        /** Open for answers. */
        OPEN,
        /** Closed. */
        CLOSED,
        /** With an accepted answer. */
        SOLVED,
        /** Open and without any answer: a closed question waits for none. */
        UNANSWERED
    }

    /**
     * Which questions.
     *
     * @param wiki the wiki
     * @param community only of this community, {@code null} for all
     * @param tag only with this tag, {@code null} for all
     * @param author only by this person, also under imported names that were linked to the account; {@code null} for
     *            all
     * @param state only in this state, {@code null} for all
     * @param order how ordered
     * @param after the cursor from the list before, {@code null} at the start
     * @param limit how many, 1 to 100
     */
    record ListQuery(String wiki, UUID community, String tag, UserId author, State state, Order order, String after,
        int limit)
    {
    }

    /**
     * Some questions.
     *
     * @param items the questions
     * @param more whether there are more of them
     */
    record Questions(List<QuestionSummary> items, boolean more)
    {
    }

    /**
     * A tag and how often it is used.
     *
     * @param tag the tag
     * @param questions how many questions carry it
     */
    record TagCount(String tag, int questions)
    {
    }

    /**
     * Where a post is.
     *
     * @param id the post
     * @param question its question; itself for a question
     * @param wiki the wiki
     * @param page its page
     * @param questionPage its question's page
     * @param community its community
     */
    record PostRef(PostId id, PostId question, String wiki, PageId page, PageId questionPage, UUID community)
    {
    }

    /**
     * A question in a list.
     *
     * @param id its id
     * @param page where it stands
     * @param community its community
     * @param communityTitle the community's name
     * @param title plain text
     * @param summary the first words of the text, plain, at most 200 characters
     * @param tags its tags
     * @param author who asked
     * @param created when
     * @param active when something happened last
     * @param score votes up less votes down
     * @param answers number of answers
     * @param accepted whether an answer is accepted
     * @param closed whether it is closed
     * @param views how often it was looked at
     */
    record QuestionSummary(PostId id, PageId page, UUID community, String communityTitle, String title, String summary,
        List<String> tags, Person author, Instant created, Instant active, int score, int answers, boolean accepted,
        boolean closed, int views)
    {
    }

    /**
     * A question as its page shows it.
     *
     * @param summary as in a list
     * @param post its text, votes and comments
     * @param answers those of its answers that this page of the thread shows, in the order asked for
     * @param answerPage which page that is
     * @param closing why it is closed, {@code null} for an open one
     * @param linked related and duplicate questions that the reader may view
     * @param about the page that it is about, {@code null} for none, or none that the reader may view
     * @param may what the reader may do
     */
    record QuestionView(QuestionSummary summary, PostView post, List<PostView> answers, AnswerPage answerPage,
        Closing closing, List<QuestionSummary> linked, PageId about, QuestionMay may)
    {
    }

    /**
     * Which part of a thread is shown.
     *
     * @param order how the answers stand
     * @param after the answer after which the page of answers begins, {@code null} for the first page; one that is not there
     *            counts as none
     * @param show an answer or a comment that must be shown, whatever page that takes; {@code null} for none
     * @param comments the post of which more comments are shown, {@code null} for none
     * @param commentsAfter the cursor of those comments, {@code null} for the first ones
     */
    record ThreadQuery(AnswerOrder order, UUID after, UUID show, UUID comments, String commentsAfter)
    {
        /**
         * @param order how the answers stand
         * @return the first page
         */
        public static ThreadQuery of(AnswerOrder order)
        {
            return new ThreadQuery(order, null, null, null, null);
        }

        /**
         * @param order how the answers stand
         * @param after the last answer of the page before, {@code null} for the first page
         * @return the page after that one
         */
        public static ThreadQuery after(AnswerOrder order, UUID after)
        {
            return new ThreadQuery(order, after, null, null, null);
        }

        /**
         * @param show an answer or a comment
         * @return the page that shows it, best answers first
         */
        public static ThreadQuery showing(UUID show)
        {
            return new ThreadQuery(AnswerOrder.SCORE, null, show, null, null);
        }
    }

    /**
     * Which page of a question's answers is shown.
     *
     * @param total how many answers the reader may view
     * @param first the number of the first one shown, from 1; 0 where there are none
     * @param next the answer after which the next page begins, {@code null} on the last page
     * @param hasPrevious whether there is a page before
     * @param previous the answer after which the page before begins, {@code null} where that is the first page
     */
    record AnswerPage(int total, int first, UUID next, boolean hasPrevious, UUID previous)
    {
        /** A question without answers. */
        public static final AnswerPage NONE = new AnswerPage(0, 0, null, false, null);
    }

    /**
     * A question or an answer as its page shows it.
     *
     * @param id its id
     * @param page where it stands
     * @param body xwiki/2.1
     * @param version of its page
     * @param author who wrote it
     * @param created when
     * @param edited when it was last edited, {@code null} if never
     * @param tally votes, with the reader's own
     * @param accepted for an answer, whether it is accepted
     * @param comments the first ones and those asked for, oldest first
     * @param commentCount how many comments there are
     * @param moreComments the cursor after which those come that are not shown, {@code null} where all are
     * @param may what the reader may do
     */
    record PostView(PostId id, PageId page, String body, String version, Person author, Instant created, Instant edited,
        QuestionService.Tally tally, boolean accepted, List<CommentView> comments, int commentCount,
        String moreComments, PostMay may)
    {
    }

    /**
     * A comment.
     *
     * @param id its id
     * @param text xwiki/2.1
     * @param author who wrote it
     * @param created when
     * @param mayDelete whether the reader may delete it
     */
    record CommentView(UUID id, String text, Person author, Instant created, boolean mayDelete)
    {
    }

    /**
     * Why a question is closed.
     *
     * @param reason why
     * @param by who closed it
     * @param at when
     * @param duplicateOf for a duplicate, the other question, where the reader may view it
     */
    record Closing(QuestionService.ClosingReason reason, Person by, Instant at, QuestionSummary duplicateOf)
    {
    }

    /**
     * What the reader may do with a question.
     *
     * @param answer write an answer
     * @param close close it
     * @param reopen open it again
     */
    record QuestionMay(boolean answer, boolean close, boolean reopen)
    {
    }

    /**
     * What the reader may do with a post.
     *
     * @param vote vote up, or withdraw
     * @param voteDown vote down
     * @param comment write a comment
     * @param edit change the text
     * @param accept for an answer, accept it or take that back
     * @param delete delete it
     * @param thank thank its author
     */
    record PostMay(boolean vote, boolean voteDown, boolean comment, boolean edit, boolean accept, boolean delete,
        boolean thank)
    {
    }
}
