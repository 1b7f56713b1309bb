/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.Optional;

import org.xwiki.component.annotation.Role;

/**
 * Rebuilds every view from the ledger and from the pages. It runs in the background, keeps how far it is in the
 * database, and goes on from there after an interruption or a crash.
 */
@Role
public interface Rebuild
{
    /**
     * Starts, or goes on where it was interrupted.
     *
     * @param wiki the wiki
     * @return whether it runs now because of this call (false if it was running)
     */
    boolean start(String wiki);

    /**
     * Interrupts it after the key at hand; {@link #start} goes on from there.
     *
     * @param wiki the wiki
     */
    void interrupt(String wiki);

    /**
     * @param wiki the wiki
     * @return how far the last rebuild is, if there ever was one
     */
    Optional<Progress> progress(String wiki);

    /**
     * How far a rebuild is.
     *
     * @param state {@code running}, {@code interrupted}, {@code done} or {@code failed}
     * @param projection the view at hand
     * @param done keys rebuilt
     * @param total keys in all, as counted at the start
     */
    record Progress(String state, String projection, long done, long total)
    {
    }
}
