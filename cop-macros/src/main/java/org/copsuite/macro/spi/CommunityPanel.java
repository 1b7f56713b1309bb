/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.spi;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Role;

/**
 * Panel of a community's home page. Each panel costs its statements on every view of a home page, so
 * it runs one or two.
 */
@Role
public interface CommunityPanel extends PagePart
{
    /**
     * @param community a community that the reader may view
     * @return a {@code <section class="cop-box">} with a heading of level 2; {@link Html#EMPTY} if the panel has nothing
     *         for the reader
     * @throws CopException if the service refuses or is unavailable; the page shows its message in place of the panel
     */
    Html print(CommunityView community) throws CopException;

    /**
     * @return whether the panel stands below the questions, where charts and longer texts have room, in place of the side
     *         column
     */
    default boolean isWide()
    {
        return false;
    }
}
