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
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Reads questions and answers from the projections, in a bounded number of statements, filtered by what the reader may
 * view.
 */
@Role
public interface QuestionQueries
{
    /** The maximum number of answers on one page of a thread. */
    int ANSWERS = 30;

    /** The number of comments shown with a post at first. */
    int COMMENTS = 5;

    /** The maximum number of comments shown when the reader requests more. */
    int MORE_COMMENTS = 50;

    /**
     * Reads a question with everything its page shows: at most {@link #ANSWERS} answers. Takes at most 11 statements,
     * however many answers and comments there are.
     *
     * @param reader the reader
     * @param question the question
     * @param query the part of the thread to show
     * @return the question with those answers, comments and votes
     * @throws CopException NOT_FOUND if the question does not exist or the reader may not view it
     */
    QuestionView question(UserId reader, PostId question, ThreadQuery query) throws CopException;

    /**
     * Reads one post with its first comments, without the rest of its thread. Takes at most 3 statements, one more to
     * show a comment.
     *
     * @param reader the reader
     * @param post a question or an answer
     * @param comment a comment to show in addition, {@code null} for none
     * @return the post
     * @throws CopException NOT_FOUND if the post does not exist or the reader may not view it
     */
    SinglePost post(UserId reader, PostId post, UUID comment) throws CopException;

    /**
     * Lists comments, oldest first.
     *
     * @param reader the reader
     * @param post the question or answer
     * @param after the cursor of the previous list, {@code null} for the first one
     * @return at most {@link #MORE_COMMENTS} comments
     * @throws CopException NOT_FOUND if the post does not exist or the reader may not view it; INVALID for a cursor of
     *            another list
     */
    Slice<CommentView> comments(UserId reader, PostId post, String after) throws CopException;

    /**
     * @param reader the reader
     * @param page the page of a question or an answer
     * @return the post on that page
     * @throws CopException NOT_FOUND if there is none or the reader may not view it
     */
    PostRef at(UserId reader, PageId page) throws CopException;

    /**
     * @param reader the reader
     * @param page any page
     * @return the last deleted answer of that page, if its question exists and the reader may view it
     */
    Optional<PostRef> deletedAnswer(UserId reader, PageId page);

    /**
     * @param reader the reader
     * @param post a question or an answer
     * @return the post with its pages
     * @throws CopException NOT_FOUND if the post does not exist or the reader may not view it
     */
    PostRef find(UserId reader, PostId post) throws CopException;

    /**
     * Lists questions, in at most 4 statements.
     *
     * @param reader the reader
     * @param query the filter, order and cursor
     * @return one page of the list
     * @throws CopException INVALID for a limit out of bounds or a cursor of another list
     */
    Slice<QuestionSummary> list(UserId reader, ListQuery query) throws CopException;

    /**
     * Lists the questions about a page, in one statement, or three if there are any.
     *
     * @param reader the reader
     * @param page any page of the wiki
     * @param limit the maximum number of questions, 1 to 100
     * @return the questions about it that the reader may view, newest first, and whether there are more
     */
    Questions about(UserId reader, PageId page, int limit);

    /**
     * Lists the questions that a person answered, including answers under imported names linked to the account.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param person the author of the answers
     * @param limit the maximum number of questions, 1 to 100
     * @return the questions that the reader may view, last answered first, and whether there are more
     */
    Questions answered(UserId reader, WikiId wiki, UserId person, int limit);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param questions ids, in any order
     * @return the summaries of the questions that the reader may view, by id
     */
    Map<PostId, QuestionSummary> summaries(UserId reader, WikiId wiki, Collection<PostId> questions);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param community restricts to this community, {@code null} for all
     * @param prefix the start of the tag, may be empty
     * @param limit the maximum number of tags, 1 to 200
     * @return tags with the number of questions that the reader may view, most used first
     */
    List<TagCount> tags(UserId reader, WikiId wiki, CommunityId community, String prefix, int limit);

    /** The order of a list of questions. */
    enum Order
    {
        /** Most recently asked first. */
        NEWEST,
        /** Most recent activity first. */
        ACTIVE,
        /** Highest hotness first: votes and answers weighed against age. */
        HOT,
        /** Only open questions without any answer, most recently asked first. */
        UNANSWERED,
        /** Highest score first. */
        VOTES,
        /** Only open questions without an accepted answer, those that most people have first. */
        WANTED
    }

    /** The order of answers. In {@link #SCORE}, accepted answers with the highest score come first. */
    enum AnswerOrder
    {
        /** Highest score first. */
        SCORE,
        /** Oldest first. */
        OLDEST,
        /** Most recently written or edited first. */
        ACTIVE
    }

    /** The state of a question. */
    enum State
    {
        /** Open for answers. */
        OPEN,
        /** Closed. */
        CLOSED,
        /** With an accepted answer. */
        SOLVED,
        /** Open and without any answer. Closed questions do not count. */
        UNANSWERED
    }

    /**
     * The filter, order and position of a list of questions.
     *
     * @param wiki the wiki
     * @param community restricts to this community, {@code null} for all
     * @param tag restricts to this tag, {@code null} for all
     * @param author restricts to this person, including imported names linked to the account; {@code null} for all
     * @param state restricts to this state, {@code null} for all
     * @param order the order
     * @param after the cursor of the previous list, {@code null} for the first one
     * @param limit the maximum number of questions, 1 to 100
     */
    record ListQuery(WikiId wiki, CommunityId community, String tag, UserId author, State state, Order order,
        String after, int limit)
    {
    }

    /**
     * A short list of questions.
     *
     * @param items the questions
     * @param more whether there are more than these
     */
    record Questions(List<QuestionSummary> items, boolean more)
    {
    }

    /**
     * A tag with its use.
     *
     * @param tag the tag
     * @param questions number of questions with the tag
     */
    record TagCount(String tag, int questions)
    {
    }

    /**
     * A post with its pages.
     *
     * @param id the post
     * @param question its question; the post itself for a question
     * @param wiki the wiki
     * @param page its page
     * @param questionPage the page of its question
     * @param community its community
     */
    record PostRef(PostId id, PostId question, WikiId wiki, PageId page, PageId questionPage, CommunityId community)
    {
        /** @return whether the post is a question */
        public boolean isQuestion()
        {
            return this.id.equals(this.question);
        }
    }

    /**
     * A question in a list.
     *
     * @param id its id
     * @param page its page
     * @param community its community
     * @param communityTitle the name of the community
     * @param title plain text
     * @param summary the first words of the text, plain, at most 200 characters
     * @param tags its tags
     * @param author the asker
     * @param created when it was asked
     * @param active time of the last activity
     * @param score up votes minus down votes
     * @param answers number of answers
     * @param accepted whether an answer is accepted
     * @param closed whether it is closed
     * @param views the view count
     * @param needed the number of people who have the same question
     */
    record QuestionSummary(PostId id, PageId page, CommunityId community, String communityTitle, String title,
        String summary, List<String> tags, Person author, Instant created, Instant active, int score, int answers,
        boolean accepted, boolean closed, int views, int needed)
    {
    }

    /**
     * A question as its page shows it.
     *
     * @param summary the question as in a list
     * @param post its text, votes and comments
     * @param answers the answers on this page of the thread, in the requested order
     * @param answerPage the position of this page of the thread
     * @param closing why it is closed, {@code null} if it is open
     * @param linked related and duplicate questions that the reader may view
     * @param about the page that it is about, {@code null} if there is none or the reader may not view it
     * @param may the actions that the reader may perform
     */
    record QuestionView(QuestionSummary summary, PostView post, List<PostView> answers, AnswerPage answerPage,
        Closing closing, List<QuestionSummary> linked, PageId about, QuestionMay may)
    {
    }

    /**
     * The part of a thread to show.
     *
     * @param order the order of the answers
     * @param after the answer after which the page of answers begins, {@code null} for the first page; an unknown
     *            answer means the first page
     * @param show an answer or a comment that the page must contain, takes precedence over {@code after}; {@code null}
     *            for none
     * @param comments the post of which more comments are shown, {@code null} for none
     * @param commentsAfter the cursor of those comments, {@code null} for the first ones
     */
    record ThreadQuery(AnswerOrder order, UUID after, UUID show, UUID comments, String commentsAfter)
    {
        /**
         * @param order the order of the answers
         * @return the first page
         */
        public static ThreadQuery of(AnswerOrder order)
        {
            return new ThreadQuery(order, null, null, null, null);
        }

        /**
         * @param order the order of the answers
         * @param after the last answer of the previous page, {@code null} for the first page
         * @return the page after that answer
         */
        public static ThreadQuery after(AnswerOrder order, UUID after)
        {
            return new ThreadQuery(order, after, null, null, null);
        }

        /**
         * @param show an answer or a comment
         * @return the page that contains it, answers ordered by score
         */
        public static ThreadQuery showing(UUID show)
        {
            return new ThreadQuery(AnswerOrder.SCORE, null, show, null, null);
        }
    }

    /**
     * The position of a page of answers in its thread.
     *
     * @param total number of answers that the reader may view
     * @param first the number of the first answer on the page, from 1; 0 if there are none
     * @param next the answer after which the next page begins, {@code null} on the last page
     * @param hasPrevious whether there is a previous page
     * @param previous the answer after which the previous page begins, {@code null} if that is the first page
     */
    record AnswerPage(int total, int first, UUID next, boolean hasPrevious, UUID previous)
    {
        /** The page of a question without answers. */
        public static final AnswerPage NONE = new AnswerPage(0, 0, null, false, null);
    }

    /**
     * A question or an answer as its page shows it.
     *
     * @param id its id
     * @param page its page
     * @param body xwiki/2.1
     * @param version the version of its page
     * @param author its author
     * @param created when it was written
     * @param edited when it was last edited, {@code null} if never
     * @param tally its votes, with the reader's own
     * @param accepted for an answer, whether it is accepted
     * @param comments the first comments or the requested ones, oldest first
     * @param commentCount number of all comments
     * @param moreComments the cursor of the comments that follow, {@code null} if all are shown
     * @param may the actions that the reader may perform
     */
    record PostView(PostId id, PageId page, String body, String version, Person author, Instant created, Instant edited,
        QuestionService.Tally tally, boolean accepted, List<CommentView> comments, int commentCount,
        String moreComments, PostMay may)
    {
    }

    /**
     * A post without the rest of its thread.
     *
     * @param ref its question and its pages
     * @param view the post
     */
    record SinglePost(PostRef ref, PostView view)
    {
    }

    /**
     * A comment.
     *
     * @param id its id
     * @param text xwiki/2.1
     * @param author its author
     * @param created when it was written
     * @param mayDelete whether the reader may delete it
     */
    record CommentView(UUID id, String text, Person author, Instant created, boolean mayDelete)
    {
    }

    /**
     * The closing of a question.
     *
     * @param reason the reason
     * @param by the person who closed it
     * @param at when
     * @param duplicateOf for a duplicate, the other question if the reader may view it, otherwise {@code null}
     */
    record Closing(QuestionService.ClosingReason reason, Person by, Instant at, QuestionSummary duplicateOf)
    {
    }

    /**
     * The actions that the reader may perform on a question.
     *
     * @param answer write an answer
     * @param close close it
     * @param reopen reopen it
     * @param own what only the asker may do
     */
    record QuestionMay(boolean answer, boolean close, boolean reopen, boolean own)
    {
    }

    /**
     * The actions that the reader may perform on a post.
     *
     * @param vote vote up, or withdraw a vote: the reader takes part there and is not the author
     * @param voteDown vote down
     * @param comment write a comment
     * @param edit change the text
     * @param accept for an answer, accept or unaccept it
     * @param delete delete it
     */
    record PostMay(boolean vote, boolean voteDown, boolean comment, boolean edit, boolean accept, boolean delete)
    {
    }
}
