/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.job;

import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * The jobs of a wiki. Whoever lacks the right of a job's type ({@link org.copsuite.spi.JobType#right}) learns nothing of
 * it: all methods answer NOT_FOUND, as for a job that does not exist.
 */
@Role
public interface Jobs
{
    /** The maximum number of jobs in a list. */
    int LISTED = 50;

    /**
     * Starts a job, unless one of this type with this argument is already under way.
     *
     * @param actor who starts it
     * @param wiki the wiki
     * @param type the name of a type that people start
     * @param argument what the type needs to know, at most 2,000 characters; {@code ""} for nothing
     * @return the job that is now under way
     * @throws CopException NOT_FOUND if there is no such type, or it is not for this person
     */
    Job start(UserId actor, WikiId wiki, String type, String argument) throws CopException;

    /**
     * Starts a job of the suite itself, unless one of this type with this argument is already under way. Checks no right.
     *
     * @param wiki the wiki
     * @param type the name of a type
     * @param argument what the type needs to know, at most 2,000 characters; {@code ""} for nothing
     * @return the job that is now under way
     */
    Job require(WikiId wiki, String type, String argument);

    /**
     * Ends a job after its current step; does nothing if it has ended.
     *
     * @param actor who cancels it
     * @param wiki the wiki
     * @param id the job
     * @throws CopException NOT_FOUND
     */
    void cancel(UserId actor, WikiId wiki, UUID id) throws CopException;

    /**
     * Continues a failed or cancelled job where it ended; does nothing in another state, or if another job of this type
     * with this argument is under way.
     *
     * @param actor who resumes it
     * @param wiki the wiki
     * @param id the job
     * @throws CopException NOT_FOUND; INVALID if a command does it ({@link org.copsuite.spi.JobType#isForeground})
     */
    void resume(UserId actor, WikiId wiki, UUID id) throws CopException;

    /**
     * @param type the name of a type
     * @return whether people resume jobs of the type; false if a command does them, or if there is no such type
     */
    boolean isResumable(String type);

    /**
     * @param reader who reads
     * @param wiki the wiki
     * @param id the job
     * @return the job
     * @throws CopException NOT_FOUND
     */
    Job get(UserId reader, WikiId wiki, UUID id) throws CopException;

    /**
     * @param reader who reads
     * @param wiki the wiki
     * @return the newest jobs that the reader may view, newest first, at most {@link #LISTED}
     */
    List<Job> list(UserId reader, WikiId wiki);

    /**
     * @param reader who reads
     * @param wiki the wiki
     * @return the types that the reader may start or that have a job the reader should know of: one that is under way, or
     *         failed. In the order of their names
     */
    List<Latest> latest(UserId reader, WikiId wiki);

    /**
     * Counts the types of a wiki by the state of their newest job. NOT permission-filtered: for health.
     *
     * @param wiki the wiki
     * @return the counts
     */
    JobCounts counts(WikiId wiki);

    /**
     * A type and its newest job.
     *
     * @param type the name of the type
     * @param offered whether people start jobs of the type
     * @param job the newest job, {@code null} if there is none
     */
    record Latest(String type, boolean offered, Job job)
    {
    }

    /**
     * Types by the state of their newest job.
     *
     * @param running the number of those under way
     * @param failed the number of those that failed
     */
    record JobCounts(int running, int failed)
    {
    }
}
