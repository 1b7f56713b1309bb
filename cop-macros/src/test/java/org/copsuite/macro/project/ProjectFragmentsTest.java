/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.project;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.AbstractMacroTest;
import org.copsuite.macro.fragment.Samples;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.project.ProjectService;
import org.copsuite.project.ProjectService.Owner;
import org.copsuite.project.ProjectService.Project;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;

/** What pages show of projects, whatever people write. */
@ComponentTest
@AllComponents
class ProjectFragmentsTest extends AbstractMacroTest
{
    private static final UUID ID = new UUID(8, 8);

    private static final CommunityId OTHER = new CommunityId(new UUID(8, 9));

    @BeforeEach
    void milestones() throws Exception
    {
        when(get(MilestoneService.class).list(any(), any())).thenReturn(new Slice<>(List.of(), null));
    }

    private static Project project(String text, boolean may, boolean asked)
    {
        Person who = new Person(new UserId("bert"), text, null, "/people/bert", Locale.ENGLISH, ZoneOffset.UTC, true);
        CommunityLocation lead = new CommunityLocation(new CommunityId(Samples.COMMUNITY), text, Samples.PAGE);
        return new Project(ID, Samples.PAGE, "1.1", text, text,
            List.of(new Owner(lead, true, false, false, false),
                new Owner(new CommunityLocation(OTHER, text + " two", Samples.PAGE), false, asked, asked && may, may)),
            List.of(who), !asked, who, Instant.now(), may, may);
    }

    private Document page(Project project) throws Exception
    {
        ProjectService service = get(ProjectService.class);
        when(service.get(any(), any(), any())).thenReturn(project);
        when(service.at(any(), any())).thenReturn(Optional.of(ID));
        return show("{{cop-project/}}");
    }

    private Document list(Project... projects) throws Exception
    {
        when(get(ProjectService.class).list(any(), any(), any(), any(), anyInt()))
            .thenReturn(new Slice<>(List.of(projects), "next"));
        when(get(ProjectService.class).latest(any(), any(), any(), anyInt())).thenReturn(List.of(projects));
        return show("{{cop-projects/}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>",
        "$cop.token ${cop.token} #parse('x')", "</textarea></form><form action=\"/evil\">", "{{velocity}}x{{/velocity}}"})
    void showsWhatPeopleWroteAsText(String text) throws Exception
    {
        Document page = page(project(text, true, true));
        assertThat(page.select("script, img, form[action=/evil]")).isEmpty();
        assertThat(page.select(".cop-project-owners li").get(1).text()).contains(text + " two");
        assertThat(list(project(text, true, false)).select(".cop-item-title").text()).isEqualTo(text);
        ask("view", "edit");
        Document form = page(project(text, true, true));
        assertThat(form.select("script, img, form[action=/evil]")).isEmpty();
        assertThat(form.select("#cop-project-title").attr("value")).isEqualTo(text);
        assertThat(form.select("input[type=checkbox][name=people]").attr("value")).isEqualTo("bert");
    }

    @Test
    void offersWhatOneMayDo() throws Exception
    {
        Document all = page(project("One", true, true));
        assertThat(all.select("form[action$='/owners/" + OTHER + "'] button").eachAttr("value"))
            .containsExactly("true", "false");
        assertThat(all.select("#cop-delete-" + ID)).hasSize(1);
        assertThat(all.select("#cop-end-" + ID).attr("value")).isEqualTo("true");
        Document owned = page(project("One", true, false));
        assertThat(owned.select("form[data-cop-method=DELETE][action$='/owners/" + OTHER + "']")).hasSize(1);
        assertThat(owned.text()).contains("ended");
        assertThat(page(project("One", false, true)).select("form, button")).isEmpty();
        ask("view", "edit");
        assertThat(page(project("One", false, true)).select("form")).isEmpty();
    }

    @Test
    void listsProjectsWithTheirCommunities() throws Exception
    {
        Document list = list(project("One", false, false));
        assertThat(list.select(".cop-hit").text()).contains("One", "One two", "ended");
        assertThat(list.select(".cop-paging a").attr("href")).contains("cop-after=next");
        Element panel = show("{{cop-community/}}").selectFirst(".cop-shorts li:has(a:containsOwn(One))");
        assertThat(panel.text()).contains("with One two");
    }

    @Test
    void theFormOfANewOneIsForWhoMayStartIt() throws Exception
    {
        list();
        ask("new", "true");
        assertThat(show("{{cop-projects/}}").select("#cop-project-new input[name=people]")).hasSize(4);
    }
}
