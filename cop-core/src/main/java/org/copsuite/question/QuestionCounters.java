/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import org.copsuite.ledger.Counter;

/** What is counted of people who ask and answer. */
public final class QuestionCounters
{
    /** Questions asked. */
    public static final Counter QUESTIONS = new Counter("questions");

    /** Answers given. */
    public static final Counter ANSWERS = new Counter("answers");

    /** Answers accepted. */
    public static final Counter ACCEPTED = new Counter("accepted");

    private QuestionCounters()
    {
    }
}
