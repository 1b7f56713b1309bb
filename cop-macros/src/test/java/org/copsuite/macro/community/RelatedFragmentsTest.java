/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import java.util.List;
import java.util.UUID;

import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityRelations;
import org.copsuite.community.CommunityRelations.Related;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.AbstractMacroTest;
import org.copsuite.macro.fragment.Samples;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;

/** What pages show of related communities, whatever people write. */
@ComponentTest
@AllComponents
class RelatedFragmentsTest extends AbstractMacroTest
{
    private Document show(Related... related) throws Exception
    {
        when(get(CommunityRelations.class).related(any(), any(), any(), anyInt())).thenReturn(List.of(related));
        return show("{{cop-related-communities/}}");
    }

    private static CommunityLocation community(String title)
    {
        return new CommunityLocation(new CommunityId(new UUID(8, 8)), title, Samples.PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>",
        "$cop.token ${cop.token} #parse('x')", "{{velocity}}x{{/velocity}}"})
    void showsWhatPeopleWroteAsText(String text) throws Exception
    {
        Document page = show(new Related(community(text), 5, List.of("water", text)));
        assertThat(page.select("script, img, form")).isEmpty();
        assertThat(page.select(".cop-shorts li").text()).isEqualTo(text + " 5 people in common, topics: water, " + text);
    }

    @Test
    void saysWhatIsInCommon() throws Exception
    {
        assertThat(show(new Related(community("Sea"), 1, List.of())).select(".cop-shorts li").text())
            .isEqualTo("Sea 1 person in common");
        assertThat(show(new Related(community("Sea"), 0, List.of("water"))).select(".cop-shorts li").text())
            .isEqualTo("Sea topics: water");
        assertThat(show().text()).contains("No other community");
    }
}
