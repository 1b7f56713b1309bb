/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.Optional;

import org.xwiki.component.annotation.Role;

/**
 * Rebuilds every projection from the ledger and from the pages, in the background. Its progress is stored in the
 * database; an interrupted rebuild resumes, also after a crash.
 */
@Role
public interface Rebuild
{
    /**
     * Starts a rebuild, or resumes an interrupted one.
     *
     * @param wiki the wiki
     * @return whether this call started it; false if it was running
     */
    boolean start(String wiki);

    /**
     * Interrupts the rebuild after the current step; {@link #start} resumes it.
     *
     * @param wiki the wiki
     */
    void interrupt(String wiki);

    /**
     * @param wiki the wiki
     * @return the progress of the last rebuild, empty if there was none
     */
    Optional<Progress> progress(String wiki);

    /**
     * Progress of a rebuild.
     *
     * @param state {@code running}, {@code interrupted}, {@code done} or {@code failed}
     * @param projection the hint of the current projection
     * @param done the number of keys rebuilt
     * @param total the number of all keys, counted at the start
     */
    record Progress(String state, String projection, long done, long total)
    {
    }
}
