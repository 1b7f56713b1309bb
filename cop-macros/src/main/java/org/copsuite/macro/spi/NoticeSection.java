/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.spi;

import org.copsuite.CopException;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Role;

/** Section above the notices of the reader, for news that are no stored notices. */
@Role
public interface NoticeSection extends PagePart
{
    /**
     * @return a {@code <section>} with a heading of level 2; {@link Html#EMPTY} if there is nothing for the reader, who is
     *         signed in
     * @throws CopException if the service refuses or is unavailable; the page shows its message in place of the section
     */
    Html print() throws CopException;
}
