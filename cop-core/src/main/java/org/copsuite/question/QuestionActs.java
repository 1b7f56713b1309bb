/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import org.copsuite.ledger.Act;

/** What people do with questions and answers, as the ledger says it. */
public final class QuestionActs
{
    /** Asked a question: subject the question. */
    public static final Act ASKED = new Act("asked");

    /** Answered: subject the answer, beneficiary the asker, detail the question's id. */
    public static final Act ANSWERED = new Act("answered");

    /** Commented: subject the comment, beneficiary the post's author, detail the post's id. */
    public static final Act COMMENTED = new Act("commented");

    /** Changed the text of a post: subject the post, beneficiary its author, detail the version. */
    public static final Act EDITED = new Act("edited");

    /** Voted on a post: weight +1 or -1, beneficiary the post's author. */
    public static final Act VOTED = new Act("voted");

    /**
     * Votes counted in another system, where nobody knows who cast them: weight the number of votes (positive),
     * detail {@code up} or {@code down}, actor the post's author, beneficiary the post's author.
     */
    public static final Act VOTES_IMPORTED = new Act("votes-imported");

    /** Accepted an answer: subject the answer, beneficiary its author, detail the question's id. Undone to unaccept. */
    public static final Act ACCEPTED = new Act("accepted");

    /** Closed a question: detail the reason, and for a duplicate a space and the other question's id. */
    public static final Act CLOSED = new Act("closed");

    /** Opened a closed question again. */
    public static final Act REOPENED = new Act("reopened");

    /** Linked a question to a related one: detail the other question's id. */
    public static final Act LINKED = new Act("linked");

    /** Deleted a post or a comment. */
    public static final Act DELETED = new Act("deleted");

    /** A deleted post is there again. */
    public static final Act RESTORED = new Act("restored");

    /** A post came to another community: community the new one, detail the old one's id. */
    public static final Act MOVED = new Act("moved");

    private QuestionActs()
    {
    }
}
