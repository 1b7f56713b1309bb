/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.charter;

import java.util.UUID;

import org.copsuite.charter.Objective;
import org.copsuite.rest.Nullable;

/** An objective of a community. */
record ObjectiveJson(UUID id, String title, String measure, double start, double target, double now,
    @Nullable String due, int percent, boolean reached, boolean overdue, String version)
{
    static ObjectiveJson of(Objective objective)
    {
        return new ObjectiveJson(objective.id(), objective.title(), objective.measure(),
            objective.start().doubleValue(), objective.target().doubleValue(), objective.now().doubleValue(),
            objective.due() == null ? null : objective.due().toString(),
            objective.percent(), objective.isReached(), objective.isOverdue(), objective.version());
    }
}
