/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.spi;

import org.copsuite.CopException;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** Section of the profile of a person, who has an account or wrote in another system. */
@Role
public interface ProfileSection extends PagePart
{
    /**
     * @param person an existing account, or an imported person ({@link UserId#isImported()}); never the guest
     * @return a {@code <section>} with a heading of level 2; {@link Html#EMPTY} if the section has nothing for the
     *         reader
     * @throws CopException if the service refuses or is unavailable; the page shows its message in place of the section
     */
    Html print(UserId person) throws CopException;
}
