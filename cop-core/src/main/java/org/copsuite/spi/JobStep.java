/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.function.Consumer;

import org.hibernate.Session;

/**
 * The outcome of a step of a job.
 *
 * @param phase names what the job works on, at most 100 characters; shown to people
 * @param position where the next step continues, at most 2,000 characters
 * @param done the number of units that this step did; negative if the job begins again
 * @param last whether the job is done
 * @param work writes the effect of the step, {@code null} for none
 */
public record JobStep(String phase, String position, long done, boolean last, Consumer<Session> work)
{
    /**
     * @param phase names what the job works on, at most 100 characters; shown to people
     * @param position where the next step continues, at most 2,000 characters
     * @param done the number of units that this step did
     * @return a step after which another one follows
     */
    public static JobStep to(String phase, String position, long done)
    {
        return new JobStep(phase, position, done, false, null);
    }

    /**
     * @param job the job
     * @return the last step, which leaves phase and position as they are
     */
    public static JobStep last(JobContext job)
    {
        return new JobStep(job.phase(), job.position(), 0, true, null);
    }

    /**
     * Adds an effect that is written exactly once: in one transaction with the position, while the head of the ledger is
     * locked. The transaction may be repeated after a conflict in the database, so the work changes nothing but rows.
     *
     * @param effect writes the effect
     * @return the step with the effect
     */
    public JobStep writing(Consumer<Session> effect)
    {
        return new JobStep(this.phase, this.position, this.done, this.last, effect);
    }
}
