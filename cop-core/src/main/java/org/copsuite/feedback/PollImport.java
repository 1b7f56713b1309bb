/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.copsuite.CopException;
import org.copsuite.feedback.PollService.Draft;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Writes polls of the past that are closed, with their ballots. NOT permission-filtered: only an import calls it. Repeating
 * a call changes nothing. Of a secret poll only the sum is stored, as of any other.
 */
@Role
public interface PollImport
{
    /**
     * @param poll the poll
     * @throws CopException UNAVAILABLE if the sum of a secret poll cannot be sealed
     */
    void write(Closed poll) throws CopException;

    /**
     * A poll that is closed.
     *
     * @param draft what it asks; {@code closes} is the day on which it was closed
     * @param author who started it
     * @param started when
     * @param ballots the choices of each person, as {@link PollService#vote} takes them
     * @param closed when it was closed
     */
    record Closed(Draft draft, UserId author, Instant started, Map<UserId, List<Integer>> ballots, Instant closed)
    {
    }
}
