/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting;

import java.util.function.Consumer;

import org.copsuite.CopException;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Switches the suite on and off in a wiki. It is on until an administrator switches it off. While it is off, the wiki
 * shows nothing of it and refuses its operations; pages and tables stay, and page synchronisation continues, so that it
 * can be switched on again at any time. Does not check permissions; the caller does.
 */
@Role
public interface Suite
{
    /** Name of the space of the suite's own pages. */
    String SPACE = "CoP";

    /** Whether the suite is on in a wiki. */
    Setting<Boolean> SETTING =
        Setting.of("suite", new SettingType.Flag("on", "off"), true, Setting.Scope.WIKI).withOwnForm();

    /**
     * @param wiki the wiki
     * @return whether the suite is on there
     */
    boolean isOn(WikiId wiki);

    /**
     * @param wiki the wiki
     * @param on whether to switch the suite on or off
     */
    void turn(WikiId wiki, boolean on);

    /**
     * Adds a listener that is called after the suite was switched on or off on this node of a cluster.
     *
     * @param listener receives the wiki
     */
    void onTurn(Consumer<WikiId> listener);

    /**
     * @param wiki the wiki
     * @throws CopException FORBIDDEN, with a message that says so, if the suite is off
     */
    default void check(WikiId wiki) throws CopException
    {
        if (!isOn(wiki)) {
            throw new CopException(CopException.Kind.FORBIDDEN, "cop.suite.off");
        }
    }
}
