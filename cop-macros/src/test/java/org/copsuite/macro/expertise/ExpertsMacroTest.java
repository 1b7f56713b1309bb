/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.expertise;

import org.copsuite.expertise.ExpertiseService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.AbstractMacroTest;
import org.copsuite.macro.fragment.Samples;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

@ComponentTest
@AllComponents
class ExpertsMacroTest extends AbstractMacroTest
{
    private String box() throws Exception
    {
        return show("{{cop-experts/}}").select("input[name=cop-q]").attr("value");
    }

    @Test
    void theBoxHoldsWhatIsAskedWhetherItWasTypedOrFollowed() throws Exception
    {
        assertThat(box()).isEmpty();
        ask("q", "Who has introduced a double check?");
        assertThat(box()).isEqualTo("Who has introduced a double check?");

        ask("topic", "c++ & \"care\"");
        assertThat(box()).isEqualTo("c++ & \"care\"");
        verify(get(ExpertiseService.class)).find(Samples.READER, new WikiId("xwiki"), "c++ & \"care\"",
            new CommunityId(Samples.COMMUNITY), 20);
    }
}
