/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.founding;

import java.util.Map;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Something that a community needs before it goes live, computed from what is there. The hint of the component names
 * it: its text is {@code cop.launch.<hint>}. Each check costs its statements on every view of the home page of a
 * community in preparation, for those who run it, so it runs one or none.
 */
@Role
public interface LaunchCheck
{
    /** @return the position in the checklist, lower first; the suite's own are multiples of 100 */
    int order();

    /**
     * @param community a community in preparation
     * @return whether the community has what it needs
     */
    boolean isDone(CommunityView community);

    /**
     * @param reader who runs the community
     * @param community a community in preparation
     * @return the page on which this is done, and the parameters of its address
     */
    Target target(UserId reader, CommunityView community);

    /**
     * Where something is done.
     *
     * @param page a page
     * @param parameters the parameters of its address
     */
    record Target(PageId page, Map<String, String> parameters)
    {
    }
}
