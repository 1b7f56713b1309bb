/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.handover;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.gap.GapService.HeldTopic;
import org.copsuite.handover.HandoverService;
import org.copsuite.handover.HandoverService.Asked;
import org.copsuite.handover.HandoverService.Checklist;
import org.copsuite.handover.HandoverService.Handover;
import org.copsuite.handover.HandoverService.Kind;
import org.copsuite.handover.HandoverService.Thing;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.AbstractMacroTest;
import org.copsuite.macro.fragment.Samples;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

/** The form that makes a checklist, what is left of those that were made, and the request for one. */
@ComponentTest
@AllComponents
class HandoverFragmentsTest extends AbstractMacroTest
{
    private static final String HOSTILE = "\"'><script>alert(1)</script>";

    private static final Person BERT = person("bert", "Bert");

    private static final Person CLEO = person("cleo", HOSTILE);

    private static final Person EMIL = person("emil", "Emil");

    private static Person person(String id, String name)
    {
        return new Person(new UserId(id), name, null, null, Locale.ENGLISH, ZoneOffset.UTC, true);
    }

    /** Bert's handover. */
    private Document handover(boolean plans, boolean asks, boolean asked, Checklist... checklists) throws Exception
    {
        when(get(HandoverService.class).get(any(), any(), any(), any())).thenReturn(new Handover(
            new CommunityId(Samples.COMMUNITY), BERT,
            List.of(new HeldTopic(HOSTILE, 4, 3, true, CLEO), new HeldTopic("ovens", 0, 0, true, null)),
            List.of(new Thing(Kind.PAGE, "For all", Samples.PAGE, "", null, true),
                new Thing(Kind.PAGE, "For a few", Samples.PAGE, "", null, false)),
            List.of(checklists), List.of(EMIL, CLEO), plans, asks, asked));
        return show("{{cop-handover user=\"bert\"/}}");
    }

    @Test
    void eachThingIsARowWithAnHeirAndADate() throws Exception
    {
        Document page = handover(true, false, false);
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("input[name=items]").eachAttr("value"))
            .containsExactly("Topic " + HOSTILE, "Topic ovens", "Page: For all");
        assertThat(page.select("input[name=included][type=checkbox]").eachAttr("value")).containsExactly("0", "1", "2");
        assertThat(page.select("input[name=included][type=hidden]")).hasSize(1);
        Element first = page.select("select[name=owners]").first();
        assertThat(first.select("option").eachAttr("value")).containsExactly("cleo", "emil", "");
        assertThat(first.select("option[selected]").eachAttr("value")).containsExactly("cleo");
        assertThat(page.select("select[name=owners]").get(1).select("option[selected]").eachAttr("value")).containsExactly("");
        assertThat(page.select("input[name=dates]").eachAttr("value")).hasSize(3)
            .allMatch(date -> LocalDate.parse(date).isAfter(LocalDate.now(ZoneOffset.UTC)));
        assertThat(page.select("#cop-handover-ask")).isEmpty();
    }

    @Test
    void saysWhatIsPassedOn() throws Exception
    {
        LocalDate next = LocalDate.of(2031, 2, 1);
        Document page = handover(false, true, false,
            new Checklist(new UUID(1, 1), Samples.PAGE, HOSTILE, 7, 12, next, State.UNDERWAY),
            new Checklist(new UUID(1, 2), Samples.PAGE, "Reached", 2, 2, null, State.REACHED));
        assertThat(page.select("script")).isEmpty();
        Element open = page.select("#cop-handover-checklists li").first();
        assertThat(open.text()).contains("7 of 12 passed on", "Next due");
        assertThat(open.select("time").attr("datetime")).isEqualTo("2031-02-01");
        assertThat(page.select("#cop-handover-checklists li").last().text()).contains("All done").doesNotContain("Next");
    }

    @Test
    void whoMayNotMakeOneAsksForIt() throws Exception
    {
        assertThat(handover(false, true, false).select("form[action$=/handover/requests]")).hasSize(1);
        Document asked = handover(false, true, true);
        assertThat(asked.select("form[action$=/handover/requests]")).isEmpty();
        assertThat(asked.select("#cop-handover-asked").text()).contains("today");
        assertThat(handover(false, false, false).select("form")).filteredOn(form -> "post".equals(form.attr("method")))
            .isEmpty();
    }

    @Test
    void aNoticeLeadsToTheHandoverByItsId() throws Exception
    {
        handover(true, false, false);
        UUID id = new UUID(5, 5);
        HandoverFragments fragments = get(HandoverFragments.class);
        when(get(HandoverService.class).asked(any(), any(), eq(id)))
            .thenReturn(new Asked(new CommunityId(Samples.COMMUNITY), BERT.id()));
        assertThat(fragments.asked(id).value()).contains("What hangs on Bert");
        when(get(HandoverService.class).asked(any(), any(), eq(id))).thenThrow(CopException.notFound());
        assertThatThrownBy(() -> fragments.asked(id)).isInstanceOf(CopException.class);
    }
}
