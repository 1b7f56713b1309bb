/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.founding;

import java.util.List;

import org.copsuite.founding.CommunityTemplate;
import org.copsuite.wiki.PageId;

/** A template of a community. */
record TemplateJson(PageId url, String title, String about, String purpose, List<String> domains,
    List<RoleHintJson> roles, List<MilestoneHintJson> milestones, String welcome, List<String> questions,
    String guidelines)
{
    static TemplateJson of(CommunityTemplate template)
    {
        return new TemplateJson(template.page(), template.title(), template.about(), template.purpose(),
            template.domains(),
            template.roles().stream().map(role -> new RoleHintJson(role.name(), role.duties())).toList(),
            template.milestones().stream().map(one -> new MilestoneHintJson(one.title(), one.weeks())).toList(),
            template.welcome(), template.questions(), template.guidelines());
    }

    /** A role that such a community needs. */
    record RoleHintJson(String name, String duties)
    {
    }

    /** A milestone that such a community could have. */
    record MilestoneHintJson(String title, int weeks)
    {
    }
}
