/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.founding;

import java.util.List;

import org.copsuite.wiki.PageId;

/**
 * What a new community can begin with, as a page of the wiki says it.
 *
 * @param page its page
 * @param title its name
 * @param about whom it is for, plain text, may be empty
 * @param purpose a first purpose, xwiki/2.1
 * @param domains topics, as tags
 * @param roles the roles that such a community needs
 * @param milestones what such a community does first
 * @param welcome words for new members, xwiki/2.1
 * @param questions titles of first questions, plain text
 * @param guidelines what is safe to ask, xwiki/2.1
 */
public record CommunityTemplate(PageId page, String title, String about, String purpose, List<String> domains,
    List<RoleHint> roles, List<MilestoneHint> milestones, String welcome, List<String> questions, String guidelines)
{
    /**
     * A role that such a community needs.
     *
     * @param name its name, plain text
     * @param duties what whoever has it does, plain text, may be empty
     */
    public record RoleHint(String name, String duties)
    {
    }

    /**
     * A milestone that such a community could have.
     *
     * @param title what is reached, plain text
     * @param weeks after how many weeks, 0 if the template does not say it
     */
    public record MilestoneHint(String title, int weeks)
    {
    }
}
