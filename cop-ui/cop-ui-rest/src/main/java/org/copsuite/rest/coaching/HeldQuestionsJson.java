/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.coaching;

import java.util.List;

import org.copsuite.coaching.CoachingService.HeldQuestions;

/** The first questions that are held back and that somebody sees, without comments. */
record HeldQuestionsJson(List<HeldQuestionJson> own, List<HeldQuestionJson> others)
{
    static HeldQuestionsJson of(HeldQuestions held)
    {
        return new HeldQuestionsJson(held.own().stream().map(HeldQuestionJson::of).toList(),
            held.others().stream().map(HeldQuestionJson::of).toList());
    }
}
