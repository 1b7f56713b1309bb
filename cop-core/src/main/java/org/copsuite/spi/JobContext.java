/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.UUID;

import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/**
 * A job as its next step finds it.
 *
 * @param id the id of the job
 * @param wiki the wiki
 * @param startedBy who started it; {@code null} if the suite did
 * @param argument what it was started with, which its type understands; {@code ""} for none
 * @param phase the phase that the last step reported, {@code ""} before the first step
 * @param position the position that the last step reached, {@code ""} before the first step
 * @param done the number of units done
 */
public record JobContext(UUID id, WikiId wiki, UserId startedBy, String argument, String phase, String position,
    long done)
{
}
