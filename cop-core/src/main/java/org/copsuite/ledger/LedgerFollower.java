/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.List;

import org.xwiki.component.annotation.Role;

/** Comes after the ledger's commits, at its own pace, and keeps its own position: the index, badges, insight. */
@Role
public interface LedgerFollower
{
    /** @return its name, as the health page shows it */
    String name();

    /**
     * @return the place of the last row that it has taken for good, 0 at the start; asked after a start and after each
     *         {@link #take}, since it may have taken more than it was given
     */
    long position();

    /**
     * Takes rows. The position must be kept together with what was made of them: after a crash, rows since the kept
     * position come again.
     *
     * @param entries rows in order
     * @throws Exception where it cannot now: the same rows come again later, the delay doubling up to a minute
     */
    void take(List<LedgerEntry> entries) throws Exception;
}
