/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * What people do with questions and answers. Each method asks {@code Access}, validates, writes page and ledger, done.
 * Refusals: SIGN_IN for the guest, NOT_FOUND for what is not there or may not be viewed, FORBIDDEN, INVALID with the
 * fields, CONFLICT with the page as it is now.
 */
@Role
public interface QuestionService
{
    /** The wiki's setting that switches votes down off with {@code false}. */
    String DOWN_VOTES = "question.down-votes";

    /** The longest title, in characters. */
    int TITLE_MAXIMUM = 200;

    /** The shortest title, in characters. */
    int TITLE_MINIMUM = 10;

    /** The longest text of a question or answer, in characters. */
    int TEXT_MAXIMUM = 60_000;

    /** The longest comment, in characters. */
    int COMMENT_MAXIMUM = 2_000;

    /** The most tags on a question. */
    int TAGS_MAXIMUM = 6;

    /**
     * Asks a question.
     *
     * @param actor who
     * @param ask what
     * @return the question; where the id was asked already by the same person, that one
     * @throws CopException as above; fields {@code title}, {@code body}, {@code tags}, {@code community}
     */
    Post ask(UserId actor, Ask ask) throws CopException;

    /**
     * Answers a question.
     *
     * @param actor who
     * @param question which
     * @param id the new answer's id, as the form carried it
     * @param body xwiki/2.1
     * @return the answer; where the id was answered already by the same person, that one
     * @throws CopException as above; field {@code body}; CONFLICT on a closed question
     */
    Post answer(UserId actor, PostId question, UUID id, String body) throws CopException;

    /**
     * Changes a question or an answer: its author, or who may edit there.
     *
     * @param actor who
     * @param post which
     * @param edit the new text
     * @return the post
     * @throws CopException as above; fields {@code title}, {@code body}, {@code tags}; CONFLICT if it is no longer at
     *             the version that was edited
     */
    Post edit(UserId actor, PostId post, Edit edit) throws CopException;

    /**
     * Comments a question or an answer.
     *
     * @param actor who
     * @param post which
     * @param id the new comment's id, as the form carried it
     * @param text xwiki/2.1, at most {@link #COMMENT_MAXIMUM} characters
     * @return the comment's id
     * @throws CopException as above; field {@code text}
     */
    UUID comment(UserId actor, PostId post, UUID id, String text) throws CopException;

    /**
     * Deletes a comment: its author, or who moderates there.
     *
     * @param actor who
     * @param comment which
     * @throws CopException as above
     */
    void deleteComment(UserId actor, UUID comment) throws CopException;

    /**
     * Votes, changes a vote, or withdraws it. Voting again as before changes nothing.
     *
     * @param actor who; not the post's author
     * @param post which
     * @param value +1, -1, or 0 to withdraw
     * @return the post's counts afterwards
     * @throws CopException as above; FORBIDDEN with {@code cop.question.vote.own} on one's own post; INVALID where
     *             down votes are off
     */
    Tally vote(UserId actor, PostId post, int value) throws CopException;

    /**
     * Accepts an answer or takes that back: the asker, or who moderates there. Several answers may be accepted.
     *
     * @param actor who
     * @param answer which
     * @param accepted whether it shall be accepted
     * @throws CopException as above
     */
    void accept(UserId actor, PostId answer, boolean accepted) throws CopException;

    /**
     * Closes a question: who moderates there, or the asker.
     *
     * @param actor who
     * @param question which
     * @param reason why
     * @param duplicateOf with {@link ClosingReason#DUPLICATE} the other question, otherwise {@code null}
     * @throws CopException as above; fields {@code reason}, {@code duplicateOf}
     */
    void close(UserId actor, PostId question, ClosingReason reason, PostId duplicateOf) throws CopException;

    /**
     * Opens a closed question again: who moderates there, or the asker where the asker closed it.
     *
     * @param actor who
     * @param question which
     * @throws CopException as above
     */
    void reopen(UserId actor, PostId question) throws CopException;

    /**
     * Deletes a post: who moderates there; its author while nobody answered it (a question) or accepted it (an answer).
     *
     * @param actor who
     * @param post which
     * @throws CopException as above
     */
    void delete(UserId actor, PostId post) throws CopException;

    /**
     * Counts that somebody looked at a question; many looks of one person within a quarter of an hour count once.
     * Written to the database later, several at once.
     *
     * @param reader who
     * @param visitor what tells guests apart, {@link org.copsuite.wiki.Requests#visitor()}; may be empty: then all of
     *            them together count as one person
     * @param question which
     */
    void viewed(UserId reader, String visitor, PostId question);

    /**
     * @param wiki the wiki
     * @return whether one may vote down there
     */
    boolean hasDownVotes(String wiki);

    /**
     * Switches votes down on or off. Those that were given stay and count; each may still be withdrawn.
     *
     * @param actor who: only an administrator of the wiki may
     * @param wiki the wiki
     * @param on whether one may vote down
     * @throws CopException SIGN_IN or FORBIDDEN
     */
    void setDownVotes(UserId actor, String wiki, boolean on) throws CopException;

    /** Why a question is closed. */
    enum ClosingReason
    {
        /** Another question asks the same. */
        DUPLICATE,
        /** It is not for this community. */
        OFF_TOPIC,
        /** It no longer matters. */
        OUTDATED,
        /** Nobody can tell what is asked. */
        UNCLEAR
    }

    /**
     * What is asked.
     *
     * @param id the new question's id, as the form carried it
     * @param community in which community
     * @param title plain text
     * @param body xwiki/2.1
     * @param tags tags as typed, not yet normalised
     * @param about the page of the wiki that it is about, {@code null} for none
     */
    record Ask(UUID id, UUID community, String title, String body, List<String> tags, PageId about)
    {
        /**
         * A question about no page.
         *
         * @param id the new question's id
         * @param community in which community
         * @param title plain text
         * @param body xwiki/2.1
         * @param tags tags as typed
         */
        public Ask(UUID id, UUID community, String title, String body, List<String> tags)
        {
            this(id, community, title, body, tags, null);
        }
    }

    /**
     * A new text.
     *
     * @param title a question's title; {@code null} for an answer
     * @param body xwiki/2.1
     * @param tags a question's tags; {@code null} for an answer
     * @param version the version that was edited
     * @param comment why, may be empty
     * @param minor whether it is a minor edit
     */
    record Edit(String title, String body, List<String> tags, String version, String comment, boolean minor)
    {
    }

    /**
     * A post that was written.
     *
     * @param id its id
     * @param question the question it belongs to; itself for a question
     * @param page where it stands
     * @param version its version
     */
    record Post(PostId id, PostId question, PageId page, String version)
    {
    }

    /**
     * How a post stands.
     *
     * @param up votes up
     * @param down votes down
     * @param mine the voter's vote: +1, -1 or 0
     */
    record Tally(int up, int down, int mine)
    {
        /** @return votes up less votes down */
        public int score()
        {
            return this.up - this.down;
        }
    }
}
