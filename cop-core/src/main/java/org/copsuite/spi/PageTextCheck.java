/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import org.copsuite.CopException;
import org.xwiki.component.annotation.Role;

/**
 * Checks the text of a page before a person's write saves it. A binding contributes a check if its wiki cannot store
 * every text that the suite can show. All checks of the wiki apply; without any, every text is saved.
 */
@Role
public interface PageTextCheck
{
    /**
     * @param text xwiki/2.1, as the page would store it
     * @throws CopException INVALID, with the error of the field {@code body}, if the wiki cannot store the text;
     *             UNAVAILABLE if the check cannot decide at the moment
     */
    void check(String text) throws CopException;
}
