/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;

/** The administration shows the declared settings. */
@ComponentTest
@AllComponents
class SettingsMacroTest extends AbstractMacroTest
{
    @Test
    void showsTheDeclaredSettingsThatHaveNoFormOfTheirOwn() throws Exception
    {
        Document page = show("{{cop-administration/}}");

        assertThat(page.select("#cop-settings form").eachAttr("action")).hasSize(2)
            .containsOnly("/rest/wikis/xwiki/cop/settings");
        Element flag = page.selectFirst("#cop-setting-question-down-votes");
        assertThat(flag.select("h2").text()).isEqualTo("Votes down");
        assertThat(flag.select("p").first().text()).isEqualTo("Questions and answers can be voted up and down.");
        assertThat(flag.select("button[name=question.down-votes]").attr("value")).isEqualTo("false");
        Element number = page.selectFirst("label[for=cop-setting-test-number] ~ input[type=number][required]");
        assertThat(number.attr("name") + ' ' + number.attr("min") + ' ' + number.attr("max") + ' ' + number.val())
            .isEqualTo("test.number 1 50 5");
        assertThat(page.select("select[name=test.choice] option").eachAttr("value"))
            .containsExactly("none", "once", "daily");
        assertThat(page.select("select[name=test.choice] option[selected]").val()).isEqualTo("daily");
        assertThat(page.select("input[name=test.text]").attr("maxlength")).isEqualTo("1000");
        assertThat(page.select("#cop-settings [name=recognition.on]")).isEmpty();
    }
}
