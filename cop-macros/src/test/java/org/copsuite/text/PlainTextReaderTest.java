/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import org.copsuite.syntax.MacroCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;

/** The words of a text, as summaries show them. */
@ComponentTest
@AllComponents
class PlainTextReaderTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    private PlainTextReader reader;

    @BeforeEach
    void setUp() throws Exception
    {
        MacroCatalog macros = this.components.registerMockComponent(MacroCatalog.class);
        when(macros.content("content")).thenReturn(MacroCatalog.Content.WIKI);
        this.reader = this.components.getInstance(PlainTextReader.class);
    }

    private static String nested(int depth)
    {
        return depth == 0 ? "deep" : "{{content}}level" + depth + ' ' + nested(depth - 1) + "{{/content}}";
    }

    @Test
    void readsMacrosWithinMacrosFiveDeep()
    {
        assertThat(this.reader.read("**Two** words")).isEqualTo("Two words");
        assertThat(this.reader.read(nested(5))).contains("level5", "level1", "deep");
        assertThat(this.reader.read(nested(6))).contains("level6", "level2").doesNotContain("deep");
    }
}
