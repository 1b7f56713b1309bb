/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.job;

/** State of a job. The names are stored. */
public enum JobState
{
    /** Waits for a runner, or for the next try after a failure. */
    QUEUED,
    /** A runner does its steps. */
    RUNNING,
    /** Ends after the current step. */
    CANCELLING,
    /** All steps are done. */
    DONE,
    /** A step failed too often, or refused. Can be resumed. */
    FAILED,
    /** Ended by a person before it was done. Can be resumed. */
    CANCELLED;

    /** @return whether more steps follow without anybody's help */
    public boolean isLive()
    {
        return this == QUEUED || this == RUNNING || this == CANCELLING;
    }

    /** @return whether a person may let the job continue where it ended */
    public boolean isResumable()
    {
        return this == FAILED || this == CANCELLED;
    }
}
