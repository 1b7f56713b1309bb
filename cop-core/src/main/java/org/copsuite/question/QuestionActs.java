/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import org.copsuite.ledger.ActType;

/** The act types of questions and answers. */
public final class QuestionActs
{
    /** Asked a question. Subject: the question. */
    public static final ActType ASKED = new ActType("asked");

    /** Answered a question. Subject: the answer; beneficiary: the asker; detail: the question's id. */
    public static final ActType ANSWERED = new ActType("answered");

    /** Commented on a post. Subject: the comment; beneficiary: the post's author; detail: the post's id. */
    public static final ActType COMMENTED = new ActType("commented");

    /**
     * Edited the text of a post. Subject: the post; beneficiary: its author; detail: the new version. Weight 0 for a
     * minor edit.
     */
    public static final ActType EDITED = new ActType("edited");

    /** Voted on a post. Weight: +1 or -1; beneficiary: the post's author. */
    public static final ActType VOTED = new ActType("voted");

    /**
     * Votes imported from another system without their voters. Weight: the number of votes (positive); detail:
     * {@code up} or {@code down}; actor and beneficiary: the post's author.
     */
    public static final ActType VOTES_IMPORTED = new ActType("votes-imported");

    /**
     * Accepted an answer. Subject: the answer; beneficiary: its author; detail: the question's id. A reversing entry
     * unaccepts the answer.
     */
    public static final ActType ACCEPTED = new ActType("accepted");

    /** Closed a question. Detail: the reason, for a duplicate followed by a blank and the other question's id. */
    public static final ActType CLOSED = new ActType("closed");

    /** Reopened a closed question. */
    public static final ActType REOPENED = new ActType("reopened");

    /** Linked a question to a related one. Detail: the other question's id. */
    public static final ActType LINKED = new ActType("linked");

    /** Deleted a post or a comment. */
    public static final ActType DELETED = new ActType("deleted");

    /** Restored a deleted post or comment. */
    public static final ActType RESTORED = new ActType("restored");

    /**
     * Moved a question to another community or an answer to another question. Community: the new one; detail: the id of
     * the old community or the old question.
     */
    public static final ActType MOVED = new ActType("moved");

    private QuestionActs()
    {
    }
}
