/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.coaching;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.copsuite.coaching.CoachingService;
import org.copsuite.coaching.CoachingService.Coaching;
import org.copsuite.coaching.CoachingService.Figures;
import org.copsuite.coaching.CoachingService.Group;
import org.copsuite.coaching.CoachingService.HeldComment;
import org.copsuite.coaching.CoachingService.HeldQuestion;
import org.copsuite.coaching.CoachingService.HeldQuestions;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.AbstractMacroTest;
import org.copsuite.macro.fragment.Samples;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

/** What pages show of first questions that are not published, whatever people write. */
@ComponentTest
@AllComponents
class CoachingFragmentsTest extends AbstractMacroTest
{
    private static final UUID ID = new UUID(5, 5);

    private static HeldQuestion held(String text, boolean own, boolean due)
    {
        Person anna = new Person(new UserId("anna"), text, null, "/people/anna", Locale.ENGLISH, ZoneOffset.UTC, true);
        return new HeldQuestion(ID, new UUID(6, 6), new CommunityLocation(new CommunityId(Samples.COMMUNITY), text,
            Samples.PAGE), anna, text, text, List.of(text), Samples.PAGE, Instant.EPOCH, "3", false, due, own,
            List.of(new HeldComment(new UUID(7, 7), anna, Instant.EPOCH, text)));
    }

    private CoachingService service() throws Exception
    {
        return get(CoachingService.class);
    }

    private Document held(HeldQuestion question) throws Exception
    {
        show("{{cop-first-questions/}}");
        when(service().get(any(), any(), any())).thenReturn(question);
        return Jsoup.parse(get(CoachingFragments.class).held(ID).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>",
        "$cop.token ${cop.token} #parse('x')", "</textarea></form><form action=\"/evil\">", "{{velocity}}x{{/velocity}}"})
    void showsWhatPeopleWroteAsText(String text) throws Exception
    {
        when(service().list(any(), any())).thenReturn(new HeldQuestions(List.of(held(text, true, false)),
            List.of(held(text, false, true))));
        Document list = show("{{cop-first-questions/}}");
        assertThat(list.select("script, img, form[action=/evil]")).isEmpty();
        assertThat(list.select(".cop-held-title").eachText()).containsExactly(text, text);

        Document one = held(held(text, true, false));
        assertThat(one.select("script, img, form[action=/evil]")).isEmpty();
        assertThat(one.select("#cop-held-heading").text()).isEqualTo(text);
        assertThat(one.select("#cop-held-edit-title").attr("value")).isEqualTo(text);
        assertThat(one.select(".cop-tags").text()).isEqualTo(text);
        assertThat(one.select(".cop-comment .cop-text").text()).isEqualTo(text);
    }

    @Test
    void offersWhatOneMayDo() throws Exception
    {
        Document own = held(held("Why is it so?", true, true));
        assertThat(own.select("form").eachAttr("action")).contains("/rest/wikis/xwiki/cop/first-questions/" + ID,
            "/rest/wikis/xwiki/cop/first-questions/" + ID + "/publication",
            "/rest/wikis/xwiki/cop/first-questions/" + ID + "/comments");
        assertThat(own.select("form[data-cop-method=DELETE]")).hasSize(1);
        assertThat(own.select("form input[name=form_token]")).hasSameSizeAs(own.select("form"));
        assertThat(own.select("#cop-held-publish [name=version]").attr("value")).isEqualTo("3");
        assertThat(own.text()).contains("There is nothing to wait for");

        Document coached = held(held("Why is it so?", false, false));
        assertThat(coached.select("form").eachAttr("action"))
            .containsExactly("/rest/wikis/xwiki/cop/first-questions/" + ID + "/comments");
        assertThat(coached.text()).doesNotContain("nothing to wait for");
    }

    @Test
    void showsFiguresOfGroupsThatAreLargeEnough() throws Exception
    {
        show("{{cop-first-questions/}}");
        when(service().isOn(any(), any())).thenReturn(true);
        when(service().of(any(), any())).thenReturn(new Coaching(true, true, true, true, 2,
            new Figures(new Group(6, 4, 2), null)));
        Document panel =
            Jsoup.parse(get(CoachingFragments.class).coaching(new CommunityId(Samples.COMMUNITY)).value());
        assertThat(panel.select("dd").eachText())
            .containsExactly("6 asked, 4 answered (67 %), 2 still open (33 %)", "fewer than 5");
        assertThat(panel.text()).contains("2 first questions wait");
        assertThat(panel.select("#cop-coaching-volunteer").attr("value")).isEqualTo("false");

        when(service().isOn(any(), any())).thenReturn(false);
        assertThat(get(CoachingFragments.class).coaching(new CommunityId(Samples.COMMUNITY)).value()).isBlank();
    }
}
