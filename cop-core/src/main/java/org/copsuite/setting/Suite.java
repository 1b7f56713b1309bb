/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting;

import java.util.function.Consumer;

import org.copsuite.CopException;
import org.xwiki.component.annotation.Role;

/**
 * Whether the suite is on in a wiki. It is, until an administrator switches it off. Where it is off, nothing of it is
 * shown and nothing can be done with it; pages, tables and what is recorded stay as they are and go on following the
 * pages, so that it can be switched on again at any time. Rights are asked by the caller.
 */
@Role
public interface Suite
{
    /** The name of the space that holds the suite's own pages. */
    String SPACE = "CoP";

    /** The name of the setting that says so. */
    String SETTING = "suite";

    /**
     * @param wiki the wiki
     * @return whether the suite is on there
     */
    boolean isOn(String wiki);

    /**
     * @param wiki the wiki
     * @param on whether the suite shall be on there
     */
    void turn(String wiki, boolean on);

    /**
     * Calls back after the suite was switched on or off on this node of a cluster.
     *
     * @param listener gets the wiki
     */
    void onTurn(Consumer<String> listener);

    /**
     * @param wiki the wiki
     * @throws CopException FORBIDDEN, with the sentence that says so, where the suite is off
     */
    default void check(String wiki) throws CopException
    {
        if (!isOn(wiki)) {
            throw new CopException(CopException.Kind.FORBIDDEN, "cop.suite.off");
        }
    }
}
