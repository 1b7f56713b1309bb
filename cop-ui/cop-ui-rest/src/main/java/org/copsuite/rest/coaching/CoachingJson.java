/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.coaching;

import org.copsuite.coaching.CoachingService.Coaching;
import org.copsuite.coaching.CoachingService.Group;
import org.copsuite.rest.Nullable;

/** Coaching in a community. */
record CoachingJson(boolean on, boolean coach, boolean volunteer, boolean mayVolunteer, int waiting,
    @Nullable CoachingFiguresJson figures)
{
    static CoachingJson of(Coaching coaching)
    {
        return new CoachingJson(coaching.on(), coaching.coach(), coaching.volunteer(), coaching.mayVolunteer(),
            coaching.waiting(), coaching.figures() == null ? null : new CoachingFiguresJson(
                CoachingGroupJson.of(coaching.figures().coached()), CoachingGroupJson.of(coaching.figures().others())));
    }

    /** What became of first questions. */
    record CoachingFiguresJson(@Nullable CoachingGroupJson coached, @Nullable CoachingGroupJson others)
    {
    }

    /** A group of first questions. */
    record CoachingGroupJson(int questions, int answered, int open)
    {
        static CoachingGroupJson of(Group group)
        {
            return group == null ? null : new CoachingGroupJson(group.questions(), group.answered(), group.open());
        }
    }
}
