/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import org.copsuite.question.QuestionService.Tally;

/** The votes on a post. */
record TallyJson(int up, int down, int score, int mine)
{
    static TallyJson of(Tally tally)
    {
        return new TallyJson(tally.up(), tally.down(), tally.score(), tally.mine());
    }
}
