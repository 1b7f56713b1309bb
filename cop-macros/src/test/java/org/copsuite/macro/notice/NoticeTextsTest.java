/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;

import org.copsuite.spi.NoticeType;
import org.copsuite.test.ContributedComponents;
import org.junit.jupiter.api.Test;

/** Each notice type has its texts. */
class NoticeTextsTest
{
    @Test
    void everyTypeHasItsTexts()
    {
        ResourceBundle texts = ResourceBundle.getBundle("ApplicationResources", Locale.ROOT);
        assertThat(ContributedComponents.of(NoticeType.class)).isNotEmpty().allSatisfy(type -> {
            String key = type.name().toLowerCase(Locale.ROOT);
            assertThat(texts.getString("cop.notice.letter." + key)).contains("{0}", "{1}");
            for (String text : new String[] {"cop.notice.kind.", "cop.xwiki.notice.title.",
                "cop.xwiki.notice.description."}) {
                assertThat(texts.getString(text + key)).as(text + key).isNotBlank();
            }
        });
    }
}
