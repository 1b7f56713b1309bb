/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.job;

import java.time.Instant;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.wiki.UserId;

/**
 * A job and its progress.
 *
 * @param id its id
 * @param type the name of its type
 * @param state its state
 * @param phase what it works on, {@code ""} before the first step
 * @param done the number of units done
 * @param total the number of all units, {@code null} if it is not known
 * @param tries the number of failed tries of the current step
 * @param problem why the last try failed; {@code null} if it did not
 * @param startedBy who started it; {@code null} if the suite did
 * @param created when it was started
 * @param updated when it last changed
 */
public record Job(UUID id, String type, JobState state, String phase, long done, Long total, int tries,
    CopException.Message problem, UserId startedBy, Instant created, Instant updated)
{
}
