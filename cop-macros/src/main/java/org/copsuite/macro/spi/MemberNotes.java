/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.spi;

import java.util.List;
import java.util.Map;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** Says something beside the members of a community in the list of its members. */
@Role
public interface MemberNotes
{
    /**
     * Prints the notes of all members of a page at once, in a number of statements that does not depend on their number.
     *
     * @param community a community that the reader may view
     * @param members members on one page
     * @return a note by member; no entry for a member without one
     */
    Map<UserId, Html> print(CommunityView community, List<UserId> members);
}
