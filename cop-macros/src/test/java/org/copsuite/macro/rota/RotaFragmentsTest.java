/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.rota;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.AbstractMacroTest;
import org.copsuite.macro.fragment.Samples;
import org.copsuite.rota.RotaService;
import org.copsuite.rota.RotaService.Rota;
import org.copsuite.rota.RotaService.Swap;
import org.copsuite.rota.RotaService.Turn;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

/** What pages show of a rota, whatever people write. */
@ComponentTest
@AllComponents
class RotaFragmentsTest extends AbstractMacroTest
{
    private static final LocalDate DAY = LocalDate.of(2031, 5, 1);

    private static final UUID SWAP = new UUID(8, 8);

    private static Rota rota(String text, boolean mayPlan)
    {
        Person anna = person("anna", text);
        Person bert = person("bert", text + " two");
        return new Rota(new UUID(7, 7), new CommunityId(Samples.COMMUNITY), text, DAY, 14, List.of(anna, bert), "17",
            List.of(new Turn(DAY, anna, null, true), new Turn(DAY.plusDays(14), bert, anna, false),
                new Turn(DAY.plusDays(28), null, anna, false)),
            List.of(new Swap(SWAP, bert, anna, DAY.plusDays(14), DAY, true, false),
                new Swap(new UUID(8, 9), anna, bert, DAY.plusDays(42), DAY.plusDays(14), false, true)), mayPlan);
    }

    private static Person person(String id, String name)
    {
        return new Person(new UserId(id), name, null, "/people/" + id, Locale.ENGLISH, ZoneOffset.UTC, true);
    }

    private Document show(Rota rota) throws Exception
    {
        when(get(RotaService.class).of(any(), any(), any())).thenReturn(Optional.ofNullable(rota));
        return show("{{cop-rota/}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>",
        "$cop.token ${cop.token} #parse('x')", "</select></form><form action=\"/evil\">", "{{velocity}}x{{/velocity}}"})
    void showsWhatPeopleWroteAsText(String text) throws Exception
    {
        Document page = show(rota(text, true));
        assertThat(page.select("script, img, form[action=/evil]")).isEmpty();
        assertThat(page.select("#cop-rota-title").text()).isEqualTo(text);
        assertThat(page.select(".cop-rota-turn").get(1).text()).contains(text + " two").contains("for " + text);
        assertThat(page.select("#cop-rota-name").attr("value")).isEqualTo(text);
    }

    @Test
    void offersWhatOneMayDo() throws Exception
    {
        Document page = show(rota("Readings", true));
        assertThat(page.select("form[action$='/rota/swaps/" + SWAP + "'] button").eachAttr("value"))
            .containsExactly("true", "false");
        assertThat(page.select("#cop-rota-swap option").eachAttr("value"))
            .containsExactly(DAY.toString(), DAY.plusDays(14).toString());
        assertThat(page.select("#cop-rota-form input[name=version]").attr("value")).isEqualTo("17");
        assertThat(page.select("#cop-rota-every").attr("value")).isEqualTo("2");
        assertThat(page.select("#cop-rota-unit option[selected]").attr("value")).isEqualTo("weeks");
        assertThat(page.select("#cop-rota-form select[name=people] option[selected]").eachAttr("value"))
            .containsExactly("anna", "bert");
        assertThat(show(rota("Readings", false)).select("#cop-rota-form, #cop-rota-end")).isEmpty();
    }

    @Test
    void saysWhereThereIsNone() throws Exception
    {
        assertThat(show((Rota) null).select("#cop-rota").text()).contains("Rota");
    }
}
