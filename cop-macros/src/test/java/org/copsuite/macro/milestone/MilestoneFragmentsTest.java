/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.milestone;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.copsuite.milestone.MilestoneService.Item;
import org.copsuite.milestone.MilestoneService.May;
import org.copsuite.milestone.MilestoneService.Milestone;
import org.copsuite.milestone.MilestoneService.Progress;
import org.copsuite.milestone.MilestoneService.Query;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** What pages show of milestones, whatever people write. */
@ComponentTest
@AllComponents
class MilestoneFragmentsTest extends AbstractMacroTest
{
    private static final UUID ID = new UUID(7, 7);

    private static final Person ANNA = person("anna", "Anna");

    private static Person person(String id, String name)
    {
        return new Person(new UserId(id), name, null, "/people/" + id, Locale.ENGLISH, ZoneOffset.UTC, true);
    }

    private static Milestone milestone(String text, State state, LocalDate due, Instant since, May may)
    {
        return new Milestone(ID, Samples.PAGE, "1.1",
            new CommunityLocation(new CommunityId(Samples.COMMUNITY), text, Samples.PAGE), null, text, text, due, ANNA,
            List.of(person("bert", text)), state, state.needsReason() ? text : "", since,
            List.of(new Item(text + " one", ANNA, since, null, null, false),
                new Item(text + " two", null, null, person("cleo", text), LocalDate.of(2020, 1, 1), may.work()),
                new Item(text + " three", null, null, null, null, false)),
            new Progress(BigDecimal.ONE, BigDecimal.valueOf(2), "", false), ANNA, since, may);
    }

    private static Milestone milestone(String text, State state)
    {
        return milestone(text, state, LocalDate.of(2027, 3, 31), Instant.now(), new May(true, true, true));
    }

    private Document page(Milestone milestone) throws Exception
    {
        MilestoneService service = get(MilestoneService.class);
        when(service.get(any(), any(), any())).thenReturn(milestone);
        when(service.at(any(), any())).thenReturn(Optional.of(ID));
        return show("{{cop-milestone/}}");
    }

    private Document list(Milestone... milestones) throws Exception
    {
        when(get(MilestoneService.class).list(any(), any())).thenReturn(new Slice<>(List.of(milestones), "next"));
        return show("{{cop-milestones/}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>",
        "$cop.token ${cop.token} #parse('x')", "</textarea></form><form action=\"/evil\">", "{{velocity}}x{{/velocity}}"})
    void showsWhatPeopleWroteAsText(String text) throws Exception
    {
        for (State state : State.values()) {
            Document page = page(milestone(text, state));
            assertThat(page.select("script, img, form[action=/evil]")).isEmpty();
            assertThat(page.select(".cop-mile-tick").first().text()).contains(text + " one");
            assertThat(list(milestone(text, state)).select(".cop-timeline h3").text()).isEqualTo(text);
        }
        ask("view", "edit");
        Document form = page(milestone(text, State.PLANNED));
        assertThat(form.select("script, img, form[action=/evil]")).isEmpty();
        assertThat(form.select("#cop-milestone-title").attr("value")).isEqualTo(text);
        assertThat(form.select("#cop-milestone-items").text()).contains(text);
    }

    @Test
    void isAnOrderedListWithDatesThatPeopleAndProgramsRead() throws Exception
    {
        Document list = list(milestone("Sooner", State.DELAYED), milestone("Done", State.REACHED));
        assertThat(list.select("ol.cop-timeline > li")).hasSize(2);
        Element first = list.selectFirst("ol.cop-timeline > li");
        assertThat(first.select("time").attr("datetime")).isEqualTo("2027-03-31");
        assertThat(first.select(".cop-mile-when").text()).contains("2027");
        assertThat(first.select(".cop-mile-state").text()).isEqualTo("delayed");
        assertThat(first.select(".cop-mile-reason").text()).isEqualTo("Sooner");
        assertThat(first.select("progress").attr("value")).isEqualTo("50");
        assertThat(first.select(".cop-mile-progress").text()).contains("1 of 2 items are done");
        assertThat(list.select(".cop-paging a").attr("href")).contains("cop-after=next");
    }

    @Test
    void offersWhatOneMayDo() throws Exception
    {
        Document all = page(milestone("One", State.PLANNED));
        assertThat(all.select("form[action$='/milestones/" + ID + "/state']")).hasSize(2);
        assertThat(all.select("form[data-cop-method=DELETE]")).hasSize(1);
        assertThat(all.select(".cop-mile-tick[aria-pressed=true]").text()).contains("One one");
        assertThat(all.select(".cop-mile-tick[aria-pressed=false]").attr("value")).isEqualTo("true");
        assertThat(page(milestone("One", State.REACHED)).select("#cop-reach-" + ID)).isEmpty();

        Milestone read = milestone("One", State.PLANNED, null, Instant.now(), new May(false, false, false));
        Document none = page(read);
        assertThat(none.select("form, button")).isEmpty();
        assertThat(none.select(".cop-mile-item").text()).contains("not done yet");
        assertThat(none.text()).contains("no date yet");
        ask("view", "edit");
        assertThat(page(read).select("form")).isEmpty();
    }

    @Test
    void saysWhoDoesAnItemAndByWhen() throws Exception
    {
        Document page = page(milestone("One", State.PLANNED));
        Element given = page.select(".cop-mile-items > li").get(1);
        assertThat(given.select(".cop-mile-given time").attr("datetime")).isEqualTo("2020-01-01");
        assertThat(given.select(".cop-mile-given").text()).contains("for One", "overdue");
        assertThat(given.select("#cop-return-" + ID + "-1")).hasSize(1);
        assertThat(given.select("#cop-take-" + ID + "-1")).isEmpty();
        assertThat(given.select("select[name=owner] option[selected]").attr("value")).isEqualTo("cleo");
        assertThat(given.select(".cop-mile-give input[name=seen]").attr("value")).isEqualTo("cleo");
        assertThat(page.select("#cop-take-" + ID + "-2")).hasSize(1);
        assertThat(page.select(".cop-mile-items > li").first().select("form[action$=/items/owner]")).as("done").isEmpty();

        Document work = page(milestone("One", State.PLANNED, null, Instant.now(), new May(false, true, false)));
        assertThat(work.select("select[name=owner]")).isEmpty();
        assertThat(work.select("form[action$=/items/owner]")).hasSize(2);
        Document reached = page(milestone("One", State.REACHED));
        assertThat(reached.select("form[action$=/items/owner]")).isEmpty();
        assertThat(reached.select(".cop-mile-given").text()).contains("for One").doesNotContain("overdue");
    }

    @Test
    void saysThatItIsOverdueAndCelebratesForAWeek() throws Exception
    {
        LocalDate past = LocalDate.of(2020, 1, 1);
        May may = new May(true, true, true);
        assertThat(list(milestone("Late", State.UNDERWAY, past, Instant.now(), may)).text()).contains("overdue");
        assertThat(list(milestone("Done", State.REACHED, past, Instant.now(), may)).text()).doesNotContain("overdue");
        assertThat(page(milestone("Done", State.REACHED)).select(".cop-mile-celebrated")).hasSize(1);
        Instant before = Instant.now().minus(Duration.ofDays(8));
        assertThat(page(milestone("Done", State.REACHED, past, before, may)).select(".cop-mile-celebrated")).isEmpty();
    }

    @Test
    void theHomePageShowsTheNextOneAndWhatIsCelebrated() throws Exception
    {
        when(get(MilestoneService.class).highlights(any(), any(), any()))
            .thenReturn(List.of(milestone("Next one", State.PLANNED), milestone("Reached one", State.REACHED)));
        Element panel = show("{{cop-community/}}").selectFirst(".cop-mile-panel");
        assertThat(panel.select(".cop-mile-next").text()).contains("Next one");
        assertThat(panel.select(".cop-mile-celebrated").text()).contains("Reached one", "Anna", "Reached one");

        when(get(MilestoneService.class).highlights(any(), any(), any())).thenReturn(List.of());
        assertThat(show("{{cop-community/}}").select(".cop-mile-panel a").attr("href")).contains("cop-new");
    }

    @Test
    void theFormOfANewOneIsForWhoMaySetIt() throws Exception
    {
        ask("new", "true");
        assertThat(show("{{cop-milestones/}}").select("form")).isEmpty();
        when(get(MilestoneService.class).mayManage(any(), any(), any(), any())).thenReturn(true);
        Element form = show("{{cop-milestones/}}").selectFirst("#cop-milestone-new");
        assertThat(form.select("input[name=id]").attr("value")).isNotBlank();
        assertThat(form.select("input[name=people]")).hasSize(3);
        assertThat(form.select("input[type=date]").attr("value")).isEmpty();
    }

    @Test
    void listsTheStatesThatTheParametersName() throws Exception
    {
        when(get(MilestoneService.class).list(any(), any())).thenReturn(new Slice<>(List.of(), null));
        show("{{cop-milestones state=\"open dropped\" limit=\"3\"/}}");
        ArgumentCaptor<Query> asked = ArgumentCaptor.forClass(Query.class);
        verify(get(MilestoneService.class)).list(any(), asked.capture());
        assertThat(asked.getValue().states()).containsExactlyInAnyOrder(State.PLANNED, State.UNDERWAY, State.DELAYED,
            State.DROPPED);
        assertThat(asked.getValue().limit()).isEqualTo(3);
        assertThat(show("{{cop-milestones state=\"soon\"/}}").text()).contains("planned, underway");
    }
}
