/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.copsuite.macro.founding.FoundingFragments;
import org.copsuite.macro.fragment.FragmentFixture;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.fragment.Samples;
import org.copsuite.recognition.RecognitionService.Period;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;

/** The macros of the library print each of their options, whatever was printed before, and escape every value. */
@ComponentTest
@AllComponents
class FormMacrosTest
{
    private static final String HOSTILE = "\"><script>'&amp;";

    @InjectComponentManager
    private MockitoComponentManager components;

    private Document page;

    @BeforeEach
    void print() throws Exception
    {
        new FragmentFixture(this.components, "plain").register(Samples.READER);
        this.page = Jsoup.parseBodyFragment(this.components.<Printer>getInstance(Printer.class).print("test/form", "value",
            HOSTILE, "choices", List.of(Period.WEEK, Period.YEAR)).value());
    }

    private Element one(String selector)
    {
        assertThat(this.page.select(selector)).as(selector).hasSize(1);
        return this.page.selectFirst(selector);
    }

    @Test
    void aFormHasItsTokenAndItsOptions()
    {
        Element plain = one("form[action$=/plain]");
        assertThat(plain.attributes().asList()).extracting("key").containsExactlyInAnyOrder("class", "method", "action",
            "data-cop-done");
        assertThat(plain.select("input").eachAttr("name")).containsExactly("form_token");

        Element full = one("form#full.cop-form.more[method=post][aria-label=Tags]");
        assertThat(full.select("[name=form_token]").attr("value")).isEqualTo("token");
        assertThat(full.dataset()).containsEntry("cop-method", "DELETE").containsEntry("cop-target", "to")
            .containsEntry("cop-draft", HOSTILE).containsEntry("cop-beside", "live").containsEntry("cop-created", "new-")
            .containsEntry("cop-focus", "at").containsEntry("cop-clear", "true").containsEntry("cop-plain", "true");
        assertThat(full.attr("data-cop-done")).contains(HOSTILE);
        assertThat(one("[name=secret]").attr("value")).isEqualTo(HOSTILE);
        assertThat(full.select(".cop-buttons a").attr("href")).isEqualTo(HOSTILE);
        assertThat(this.page.select("script")).isEmpty();
    }

    @Test
    void aFieldHasItsLabelAndItsOptions()
    {
        Element plain = one("#f1[name=title][maxlength=60]");
        assertThat(plain.hasAttr("required") || plain.hasAttr("value") || plain.hasAttr("aria-describedby")).isFalse();
        assertThat(one("label[for=f1]:not(.sr-only)").text()).isEqualTo("Tags");

        Element full = one("#f2.input-lg[name=name][required][minlength=3][maxlength=80][placeholder=Tags]");
        assertThat(full.attr("value")).isEqualTo(HOSTILE);
        assertThat(one("label[for=f2].sr-only").text()).contains(HOSTILE);
        assertThat(one("#" + full.attr("aria-describedby")).text()).isNotBlank();

        assertThat(one("#a1[name=message][rows=3][maxlength=500]").hasAttr("required")).isFalse();
        Element area = one("#a2[name=body][rows=4][maxlength=600][required][placeholder=Tags]");
        assertThat(area.wholeText()).isEqualTo(HOSTILE);
        assertThat(one("label[for=a2].sr-only").text()).contains(HOSTILE);
        assertThat(one("#" + area.attr("aria-describedby")).text()).isNotBlank();
    }

    @Test
    void textsOfACommunityMayBeLeftEmpty() throws Exception
    {
        Document form = Jsoup.parseBodyFragment(
            this.components.<FoundingFragments>getInstance(FoundingFragments.class).begin(Samples.ABOUT, "").value());

        assertThat(form.select("textarea").eachAttr("name")).containsExactly("purpose", "welcome", "guidelines");
        assertThat(form.select("textarea")).allSatisfy(text -> {
            assertThat(text.hasAttr("required")).isFalse();
            assertThat(form.getElementById(text.attr("aria-describedby")).text()).isNotBlank();
        });
    }

    @Test
    void aChoiceIsAmongConstantsOrWords()
    {
        assertThat(this.page.select("#s1 option").eachAttr("value")).containsExactly("week", "year");
        assertThat(one("#s1 option[selected]").attr("value")).isEqualTo("year");
        assertThat(this.page.select("[name=time]").eachAttr("value")).containsExactly("week", "year");
        assertThat(one("[name=time][checked]").attr("value")).isEqualTo("year");
        assertThat(one("fieldset legend").text()).isEqualTo("Tags");
        assertThat(one("label > [type=checkbox][name=minor][value=true]").hasAttr("checked")).isFalse();
    }

    @Test
    void whatIsClosedOpens()
    {
        assertThat(this.page.select("details.all[open] > summary#opener.btn .sr-only").text()).isEqualTo(HOSTILE);
        assertThat(this.page.select("details:not([open])").eachText()).anyMatch("Tags shut"::equals);
    }

    @Test
    void buttonsSwitchAndAskOnceMore()
    {
        assertThat(one("form[action$=/switch][data-cop-target=to] button#off[name=on]").attr("value")).isEqualTo("false");
        assertThat(one("details > form.cop-sure[action$=/gone][data-cop-method=DELETE] button.btn-danger").text())
            .isNotBlank();
        assertThat(one("details > summary#asked").text()).isNotBlank();
    }

    @Test
    void boxesAndTabsHaveNames()
    {
        Element box = one("section#box.cop-box");
        assertThat(one("#" + box.attr("aria-labelledby")).text()).isEqualTo("Tags");
        Element tabs = one("nav.cop-tabs[aria-label=Tags]");
        assertThat(tabs.select("li > a").eachAttr("href")).containsExactly(HOSTILE, "/b");
        assertThat(tabs.select("a[aria-current=page]")).hasSize(1);
    }
}
