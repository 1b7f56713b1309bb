/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.founding.internal;

import java.time.Instant;
import java.util.Optional;

import org.copsuite.founding.CommunityTemplate;
import org.copsuite.founding.CommunityTemplate.MilestoneHint;
import org.copsuite.founding.CommunityTemplate.RoleHint;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateTextTest
{
    private static CommunityTemplate read(String text)
    {
        return TemplateText.read(new Page(SpaceId.of(new WikiId("xwiki"), "CoP").page("TemplateBlank"), "Blank", text,
            UserId.GUEST, UserId.GUEST, Instant.EPOCH, Instant.EPOCH, "1.1", true, Optional.empty()));
    }

    @Test
    void readsItsSections()
    {
        CommunityTemplate template = read("""
            For people who **care**.

            == Purpose ==

            We care.

            * Together.

            = topics =
            Wounds, //pain// & joy
            === Roles
            * **Facilitator**: leads: us
            * Sponsor
            no item
            == Milestones ==
            1. In 2 weeks: we begin
            * in 1 week: sooner
            * we end
            == Welcome ==
            Hello.
            == First questions ==
            * Why?
            * How?
            == Guidelines ==
            * Be kind.
            == Anything else ==
            Left out.
            """);
        assertThat(template.about()).isEqualTo("For people who care.");
        assertThat(template.purpose()).isEqualTo("We care.\n\n* Together.");
        assertThat(template.domains()).contains("wounds").doesNotContain("&");
        assertThat(template.roles()).containsExactly(new RoleHint("Facilitator", "leads: us"),
            new RoleHint("Sponsor", ""));
        assertThat(template.milestones()).containsExactly(new MilestoneHint("we begin", 2),
            new MilestoneHint("sooner", 1), new MilestoneHint("we end", 0));
        assertThat(template.welcome()).isEqualTo("Hello.");
        assertThat(template.questions()).containsExactly("Why?", "How?");
        assertThat(template.guidelines()).isEqualTo("* Be kind.");
    }

    @Test
    void leavesOutWhatExceedsTheLimits()
    {
        CommunityTemplate template = read("x".repeat(1000) + "\n== Purpose ==\n" + "y".repeat(6000)
            + "\n== First questions ==\n" + "* Why?\n".repeat(30));
        assertThat(template.about()).hasSizeLessThanOrEqualTo(201);
        assertThat(template.purpose()).hasSizeLessThanOrEqualTo(4001);
        assertThat(template.questions()).hasSize(20);
    }

    @Test
    void anEmptyPageIsATemplateToo()
    {
        CommunityTemplate template = read("");
        assertThat(template.title()).isEqualTo("Blank");
        assertThat(template.purpose()).isEmpty();
        assertThat(template.roles()).isEmpty();
    }
}
