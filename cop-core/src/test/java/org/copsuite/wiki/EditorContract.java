/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

/** The contract of {@link Editor}, tested on every binding. */
public abstract class EditorContract
{
    /** @return the binding under test */
    protected abstract Editor editor();

    @Test
    void printsALabelableField()
    {
        String html = editor().field(new Editor.Field("body-1", "body", "**bold**", 12, 30000,
            SpaceId.of(new WikiId("xwiki"), "Main").home(), true, "help-1")).value();
        assertThat(html).contains("id=\"body-1\"").contains("name=\"body\"").contains("**bold**").contains("help-1");
        assertThat(html).doesNotContain("<script").doesNotContain("style=");
    }

    @Test
    void printsHostileTextHarmlessly()
    {
        String html = editor().field(new Editor.Field("i", "n", "</textarea><script>alert(1)</script>\n\"'&amp;", 3, 100,
            null, false, null)).value();
        assertThat(html).doesNotContain("<script>").doesNotContain("</textarea><");
        assertThat(html).contains("&amp;amp;");
    }

    @Test
    void givesBackWikiText()
    {
        assertThat(editor().text("body", "= Heading =\n\n**text** }}} {{/html}}", Map.of()))
            .contains("= Heading =\n\n**text** }}} {{/html}}");
        assertThat(editor().text("body", "", Map.of())).contains("");
    }
}
