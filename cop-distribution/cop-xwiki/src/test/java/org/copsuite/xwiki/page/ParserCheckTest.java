/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.text.SafeParser;
import org.copsuite.text.TextLimitException;
import org.copsuite.text.TextLimitException.Reason;
import org.junit.jupiter.api.Test;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.doThrow;

/** What XWiki would parse for minutes is not saved, and whoever wrote it learns why. */
@ComponentTest
class ParserCheckTest
{
    @MockComponent
    private SafeParser parser;

    @InjectMockComponents
    private ParserCheck check;

    private CopException refused(Reason reason)
    {
        doThrow(new TextLimitException(reason)).when(this.parser).checkStored("[[[[");
        return catchThrowableOfType(() -> this.check.check("[[[["), CopException.class);
    }

    @Test
    void refusesTheTextInItsField()
    {
        CopException refusal = refused(Reason.MARKUP);
        assertThat(refusal.getKind()).isEqualTo(Kind.INVALID);
        assertThat(refusal.getFields()).containsOnlyKeys("body");
    }

    @Test
    void asksToTryAgainWhereTheWikiIsBusy()
    {
        assertThat(refused(Reason.BUSY).getKind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void letsEverythingElsePass()
    {
        assertThatCode(() -> this.check.check("A text.")).doesNotThrowAnyException();
    }
}
