/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractMacroTest;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;

/** The section of the administration that turns a space into a community. */
@ComponentTest
@AllComponents
class AdoptionSectionTest extends AbstractMacroTest
{
    @Test
    void offersAdministratorsToTurnASpaceIntoACommunity() throws Exception
    {
        Document page = show("{{cop-administration/}}");
        assertThat(page.select("#cop-adopt form[action$=/administration/communities] [name]").eachAttr("name"))
            .contains("form_token", "id", "space", "title", "purpose", "domains", "access", "joining",
            "facilitator");
        assertThat(page.select("#cop-suite button[value=false]")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"Projects.Care, Projects Care", "xwiki:Projects.Care, Projects Care", "Projects.Care.WebHome, Projects Care",
        "'Projects.A\\.B', Projects A.B"})
    void findsASpaceByItsReference(String typed, String path) throws Exception
    {
        SpaceId space = get(CommunityFragments.class).space(typed);
        assertThat(String.join(" ", space.path())).isEqualTo(path);
        assertThat(space.wiki()).isEqualTo(new WikiId("xwiki"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "WebHome", "A..B", "/nowhere", "http://elsewhere/"})
    void findsNoSpaceByAnythingElse(String typed)
    {
        assertThatThrownBy(() -> get(CommunityFragments.class).space(typed)).isInstanceOf(CopException.class);
    }
}
