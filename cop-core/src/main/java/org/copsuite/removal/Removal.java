/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.removal;

import org.copsuite.CopException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/** Deletes recorded data; all pages stay. */
@Role
public interface Removal
{
    /**
     * Deletes all rows and index documents of a wiki in which the suite is off: votes, acceptance, memberships, points,
     * thanks, settings. If it is switched on again, the suite starts from the pages.
     *
     * @param actor an administrator of the wiki
     * @param wiki the wiki
     * @param confirmation the wiki's id, typed by the actor
     * @throws CopException CONFLICT if the suite is on; field {@code confirmation}
     */
    void forget(UserId actor, WikiId wiki, String confirmation) throws CopException;

    /**
     * @param actor a person
     * @param wiki the current wiki
     * @return whether that person decides there what an uninstallation leaves: an administrator, in the main wiki,
     *         since the decision applies to the whole farm, and only if the suite can be uninstalled at all
     */
    boolean mayDecide(UserId actor, WikiId wiki);

    /** @return whether an uninstallation deletes the tables and the index; false until so decided */
    boolean isPurging();

    /**
     * Decides what an uninstallation leaves. An upgrade deletes nothing in either case.
     *
     * @param actor who decides
     * @param wiki the current wiki
     * @param purge whether an uninstallation deletes tables and index
     * @param confirmation required for a purge: the wiki's id, typed by the actor
     * @throws CopException FORBIDDEN; field {@code confirmation}
     */
    void decide(UserId actor, WikiId wiki, boolean purge, String confirmation) throws CopException;
}
