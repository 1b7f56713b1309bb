/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Changes questions and answers. Each method checks permissions, validates its arguments, and writes page and ledger.
 * All methods throw SIGN_IN for a guest, NOT_FOUND for a post that does not exist or that the actor may not view,
 * FORBIDDEN for a missing permission, INVALID with the invalid fields, and CONFLICT with the current page.
 */
@Role
public interface QuestionService
{
    /** The longest title, in characters. */
    int TITLE_MAXIMUM = 200;

    /** The shortest title, in characters. */
    int TITLE_MINIMUM = 10;

    /** The longest text of a question or answer, in characters. */
    int TEXT_MAXIMUM = FormCheck.TEXT_MAXIMUM;

    /** The longest comment, in characters. */
    int COMMENT_MAXIMUM = 2_000;

    /** The maximum number of tags of a question. */
    int TAGS_MAXIMUM = 6;

    /**
     * Asks a question. Repeating the call with the same id changes nothing. Whoever asks anonymously acts as
     * {@link UserId#ANONYMOUS} in the whole thread, except for votes, until they give their name.
     *
     * @param actor the asker
     * @param ask the question
     * @return the question; the existing one if the same person has asked it with that id before
     * @throws CopException as above; fields {@code title}, {@code body}, {@code tags}, {@code community}, {@code about},
     *             {@code anonymous}
     */
    Post ask(UserId actor, Ask ask) throws CopException;

    /**
     * Asks a question as {@link #ask} does, unless an {@link AskGate} holds it back: what the form and the API call.
     *
     * @param actor the asker
     * @param ask the question
     * @return the question, or where it is held back
     * @throws CopException as {@link #ask}, or as a gate refuses
     */
    Submission submit(UserId actor, Ask ask) throws CopException;

    /**
     * Checks a question as {@link #ask} does, and writes nothing.
     *
     * @param actor the asker
     * @param ask the question
     * @return the question with its values as they would be stored
     * @throws CopException as {@link #ask}
     */
    Ask check(UserId actor, Ask ask) throws CopException;

    /**
     * Answers a question. Repeating the call with the same id changes nothing.
     *
     * @param actor the author
     * @param question the question
     * @param id the id of the new answer, from the form
     * @param body xwiki/2.1
     * @return the answer; the existing one if the same person has answered with that id before
     * @throws CopException as above; field {@code body}; CONFLICT on a closed question
     */
    Post answer(UserId actor, PostId question, UUID id, String body) throws CopException;

    /**
     * Edits a question or an answer. Permitted to its author and to whoever may edit its page.
     *
     * @param actor the editor
     * @param post the post
     * @param edit the new text
     * @return the post
     * @throws CopException as above; fields {@code title}, {@code body}, {@code tags}; CONFLICT if the page has a newer
     *            version than the edited one
     */
    Post edit(UserId actor, PostId post, Edit edit) throws CopException;

    /**
     * Comments on a question or an answer. Repeating the call with the same id changes nothing.
     *
     * @param actor the author
     * @param post the post
     * @param id the id of the new comment, from the form
     * @param text xwiki/2.1, at most {@link #COMMENT_MAXIMUM} characters
     * @return the id of the comment
     * @throws CopException as above; field {@code text}
     */
    UUID comment(UserId actor, PostId post, UUID id, String text) throws CopException;

    /**
     * Deletes a comment. Permitted to its author and to moderators of the post.
     *
     * @param actor the person who deletes
     * @param comment the id of the comment
     * @throws CopException as above
     */
    void deleteComment(UserId actor, UUID comment) throws CopException;

    /**
     * Casts, changes or withdraws a vote. Repeating the same vote changes nothing.
     *
     * @param actor the voter; must not be the post's author
     * @param post the post
     * @param value +1, -1, or 0 to withdraw
     * @return the post's vote counts afterwards
     * @throws CopException as above; FORBIDDEN with {@code cop.question.vote.own} for the voter's own post; INVALID
     *            with field {@code value}, also for a down vote where down votes are disabled
     */
    Tally vote(UserId actor, PostId post, int value) throws CopException;

    /**
     * Accepts or unaccepts an answer. Permitted to the asker and to moderators of the question. A question can have
     * several accepted answers.
     *
     * @param actor the person
     * @param answer the answer
     * @param accepted {@code true} to accept, {@code false} to unaccept
     * @throws CopException as above
     */
    void accept(UserId actor, PostId answer, boolean accepted) throws CopException;

    /**
     * Closes a question. Permitted to the asker and to moderators.
     *
     * @param actor the person
     * @param question the question
     * @param reason the reason
     * @param duplicateOf the other question for {@link ClosingReason#DUPLICATE}, otherwise {@code null}
     * @throws CopException as above; fields {@code reason}, {@code duplicateOf}; CONFLICT if the question is closed
     *            already
     */
    void close(UserId actor, PostId question, ClosingReason reason, PostId duplicateOf) throws CopException;

    /**
     * Reopens a closed question. Permitted to moderators, and to the asker if the asker closed it.
     *
     * @param actor the person
     * @param question the question
     * @throws CopException as above
     */
    void reopen(UserId actor, PostId question) throws CopException;

    /**
     * Deletes a post, a question together with its answers. Permitted to moderators, and to the author of a question
     * without answers or of an answer that is not accepted.
     *
     * @param actor the person
     * @param post the post
     * @throws CopException as above
     */
    void delete(UserId actor, PostId post) throws CopException;

    /**
     * Counts a view of a question. Several views by one person within 15 minutes count once. Counts are flushed to the
     * database later, in batches.
     *
     * @param reader the reader
     * @param visitor the value that distinguishes guests, {@link org.copsuite.wiki.Requests#visitor()}; if empty, all
     *            guests count as one person
     * @param question the question
     */
    void viewed(UserId reader, String visitor, PostId question);

    /**
     * @param wiki the wiki
     * @return whether down votes are enabled
     */
    boolean hasDownVotes(WikiId wiki);

    /** The reason for closing a question. */
    enum ClosingReason
    {
        /** Another question asks the same. */
        DUPLICATE,
        /** It does not belong in this community. */
        OFF_TOPIC,
        /** It is no longer relevant. */
        OUTDATED,
        /** It is not clear what the asker wants to know. */
        UNCLEAR
    }

    /**
     * A new question.
     *
     * @param id the id of the new question, from the form
     * @param community the community
     * @param title plain text
     * @param body xwiki/2.1
     * @param tags tags as typed, not yet normalised
     * @param about the page of the wiki that the question is about, {@code null} for none
     * @param anonymous whether nobody may see who asks; the community has to offer that
     */
    record Ask(UUID id, CommunityId community, String title, String body, List<String> tags, PageId about,
        boolean anonymous)
    {
        /**
         * Creates a question under the name of its asker.
         *
         * @param id the id of the new question
         * @param community the community
         * @param title plain text
         * @param body xwiki/2.1
         * @param tags tags as typed
         * @param about the page of the wiki that the question is about, {@code null} for none
         */
        public Ask(UUID id, CommunityId community, String title, String body, List<String> tags, PageId about)
        {
            this(id, community, title, body, tags, about, false);
        }

        /**
         * Creates a question that is not about a page.
         *
         * @param id the id of the new question
         * @param community the community
         * @param title plain text
         * @param body xwiki/2.1
         * @param tags tags as typed
         */
        public Ask(UUID id, CommunityId community, String title, String body, List<String> tags)
        {
            this(id, community, title, body, tags, null, false);
        }
    }

    /**
     * What became of a question that somebody submitted: one of the two is {@code null}.
     *
     * @param post the question that was asked
     * @param held where it is held back
     */
    record Submission(Post post, AskGate.Held held)
    {
    }

    /**
     * A new text of a post.
     *
     * @param title the title of a question; {@code null} for an answer
     * @param body xwiki/2.1
     * @param tags the tags of a question; {@code null} for an answer
     * @param version the edited version
     * @param comment the edit summary, may be empty
     * @param minor whether it is a minor edit
     */
    record Edit(String title, String body, List<String> tags, String version, String comment, boolean minor)
    {
    }

    /**
     * A saved post.
     *
     * @param id its id
     * @param question its question; the post itself for a question
     * @param page its page
     * @param version the version of its page
     */
    record Post(PostId id, PostId question, PageId page, String version)
    {
    }

    /**
     * The votes on a post.
     *
     * @param up number of up votes
     * @param down number of down votes
     * @param mine the current user's vote: +1, -1 or 0
     */
    record Tally(int up, int down, int mine)
    {
        /** @return up votes minus down votes */
        public int score()
        {
            return this.up - this.down;
        }
    }
}
