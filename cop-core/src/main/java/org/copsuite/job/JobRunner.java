/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.job;

import java.util.UUID;
import java.util.function.Consumer;

import org.xwiki.component.annotation.Role;

/**
 * Runs jobs on this node. A runner claims a job for half a minute and extends the claim while it lives; when a claim
 * lapses, the runner of any node continues after the last committed step.
 */
@Role
public interface JobRunner
{
    /** Starts to run the jobs of all wikis in the background. The binding calls it when the wiki is up. */
    void start();

    /** Ends after the current step, and gives up the claims, so that another runner can continue at once. */
    void stop();

    /** Signals that there is a new job. Does nothing while the runner is stopped. */
    void wake();

    /**
     * Runs all jobs that are due, on the calling thread, until none is left; ends those of a command that is gone
     * ({@link org.copsuite.spi.JobType#isForeground}).
     */
    void runDue();

    /**
     * Runs one job on the calling thread, including the pauses after failures, until it ends or another runner has
     * claimed it. Extends the claim meanwhile, however long a step takes.
     *
     * @param id the job
     * @param listener is called after each step
     * @return the job at its end; still running if another runner has it
     */
    Job run(UUID id, Consumer<Job> listener);
}
