/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.removal;

import org.copsuite.CopException;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** Forgets what is recorded; all pages stay. */
@Role
public interface Removal
{
    /**
     * Deletes for good what tables and index hold of a wiki in which the suite is off: votes, acceptance, memberships,
     * points, thanks, settings. Switched on again, the suite begins anew with the pages that are there.
     *
     * @param actor who: an administrator of the wiki
     * @param wiki the wiki
     * @param confirmation the wiki's id once more, as somebody typed it
     * @throws CopException CONFLICT where the suite is on; field {@code confirmation}
     */
    void forget(UserId actor, String wiki, String confirmation) throws CopException;

    /**
     * @param actor who
     * @param wiki the wiki that is asked
     * @return whether that person decides there what an uninstallation leaves: an administrator, in the main wiki, whose
     *         decision is that of the whole farm, and where the suite can be uninstalled at all
     */
    boolean mayDecide(UserId actor, String wiki);

    /** @return whether the tables and the index go with the extension when it is uninstalled; they stay until so decided */
    boolean isPurging();

    /**
     * Decides what an uninstallation leaves. An upgrade leaves all, whatever was decided.
     *
     * @param actor who may decide
     * @param wiki the wiki that is asked
     * @param purge whether tables and index go with the extension
     * @param confirmation to have them go, the wiki's id once more, as somebody typed it
     * @throws CopException FORBIDDEN; field {@code confirmation}
     */
    void decide(UserId actor, String wiki, boolean purge, String confirmation) throws CopException;
}
