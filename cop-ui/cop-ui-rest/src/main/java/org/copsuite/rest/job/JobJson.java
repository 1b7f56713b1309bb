/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.job;

import java.time.Instant;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.job.Job;
import org.copsuite.job.JobState;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.UserId;

/** A job and its progress. */
record JobJson(UUID id, String type, JobState state, String phase, long done, @Nullable Long total, int tries,
    @Nullable String problem, @Nullable UserId startedBy, Instant created, Instant updated)
{
    static JobJson of(Job job, Printer printer)
    {
        CopException.Message problem = job.problem();
        return new JobJson(job.id(), job.type(), job.state(), job.phase(), job.done(), job.total(), job.tries(),
            problem == null ? null : printer.text(problem.key(), problem.arguments()), job.startedBy(), job.created(),
            job.updated());
    }
}
