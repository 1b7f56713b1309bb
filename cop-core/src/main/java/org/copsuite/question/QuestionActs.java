/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import org.copsuite.ledger.ActType;

/** What people do with questions and answers, as the ledger says it. */
public final class QuestionActs
{
    /** Asked a question: subject the question. */
    public static final ActType ASKED = new ActType("asked");

    /** Answered: subject the answer, beneficiary the asker, detail the question's id. */
    public static final ActType ANSWERED = new ActType("answered");

    /** Commented: subject the comment, beneficiary the post's author, detail the post's id. */
    public static final ActType COMMENTED = new ActType("commented");

    /** Changed the text of a post: subject the post, beneficiary its author, detail the version. */
    public static final ActType EDITED = new ActType("edited");

    /** Voted on a post: weight +1 or -1, beneficiary the post's author. */
    public static final ActType VOTED = new ActType("voted");

    /**
     * Votes counted in another system, where nobody knows who cast them: weight the number of votes (positive),
     * detail {@code up} or {@code down}, actor the post's author, beneficiary the post's author.
     */
    public static final ActType VOTES_IMPORTED = new ActType("votes-imported");

    /** Accepted an answer: subject the answer, beneficiary its author, detail the question's id. Undone to unaccept. */
    public static final ActType ACCEPTED = new ActType("accepted");

    /** Closed a question: detail the reason, and for a duplicate a space and the other question's id. */
    public static final ActType CLOSED = new ActType("closed");

    /** Opened a closed question again. */
    public static final ActType REOPENED = new ActType("reopened");

    /** Linked a question to a related one: detail the other question's id. */
    public static final ActType LINKED = new ActType("linked");

    /** Deleted a post or a comment. */
    public static final ActType DELETED = new ActType("deleted");

    /** A deleted post is there again. */
    public static final ActType RESTORED = new ActType("restored");

    /** A post came to another community: community the new one, detail the old one's id. */
    public static final ActType MOVED = new ActType("moved");

    private QuestionActs()
    {
    }
}
