/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.spi;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Role;

/**
 * Contributes a page about a community, which its home page shows in place of its usual content. The component's hint,
 * lower-case letters and dashes, is the value of the parameter {@code cop-view} in its address.
 */
@Role
public interface CommunitySubpage
{
    /**
     * @param community a community that the reader may view
     * @param after the cursor of its list from the address, {@code null} at the start
     * @return the page; it starts with a heading of level 2 and a link back to the community
     * @throws CopException if the service refuses, for instance FORBIDDEN; the page shows its message
     */
    Html print(CommunityView community, String after) throws CopException;
}
