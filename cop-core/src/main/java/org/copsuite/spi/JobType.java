/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import org.copsuite.wiki.Right;
import org.xwiki.component.annotation.Role;

/**
 * Long work on a wiki in steps: a rebuild, an import. The component's hint, at most 40 lower-case letters and dashes, is
 * the name of the type; it is stored with each job, and the texts {@code cop.job.<name>} and
 * {@code cop.job.<name>.what} say to people what the job does. The runner calls the methods on a background thread of
 * one node at a time; see {@link #isForeground} for the exception.
 */
@Role
public interface JobType
{
    /** The total of a job whose end is not known. */
    long UNKNOWN = -1;

    /**
     * Does one step, in a few seconds at most: cancelling, stopping the wiki and other jobs wait for it.
     * <p>
     * The step returns the position at which the next one continues. What must happen exactly once belongs into
     * {@link JobStep#writing}, which is committed together with the position. Everything else may happen again after a
     * crash, so doing it twice must have the effect of doing it once.
     *
     * @param job the job, with the position that the last step returned
     * @return the position reached
     * @throws Exception on a failure; the step is tried again with growing pauses, several times. A
     *             {@link org.copsuite.CopException} other than UNAVAILABLE fails the job at once with its message
     */
    JobStep step(JobContext job) throws Exception;

    /**
     * Counts the units of a job, once before its first step.
     *
     * @param job the job
     * @return the total number of units that the steps will report as done, {@link #UNKNOWN} if it is not known
     * @throws Exception as {@link #step}
     */
    default long total(JobContext job) throws Exception
    {
        return UNKNOWN;
    }

    /** @return the right on the wiki as a whole that a person needs to view, start,
        cancel and resume jobs of this type */
    default Right right()
    {
        return Right.ADMINISTER;
    }

    /** @return whether people start jobs of this type; false if only the suite does */
    default boolean isOffered()
    {
        return true;
    }

    /**
     * Tells whether a command does the jobs of this type itself, with {@link org.copsuite.job.JobRunner#run}, because
     * only its process has what they need. The background runners of all nodes leave such a job alone while its command
     * lives, and end it as failed (or cancelled) when its claim has lapsed. A failed step ends it at once, since the
     * command reports the failure. Nobody resumes it: the command is given again.
     *
     * @return whether only a command does jobs of this type
     */
    default boolean isForeground()
    {
        return false;
    }
}
