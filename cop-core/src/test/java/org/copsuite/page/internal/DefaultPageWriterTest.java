/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page.internal;

import java.util.Map;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.ledger.WriteQueue;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.spi.PageTextCheck;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verifyNoInteractions;

/** What the wiki cannot store is refused before anything is written or a turn is taken. */
@ComponentTest
class DefaultPageWriterTest
{
    @MockComponent
    private Pages pages;

    @MockComponent
    private PageSynchroniser synchroniser;

    @MockComponent
    private WriteQueue queue;

    @InjectMockComponents
    private DefaultPageWriter writer;

    @BeforeComponent
    void check(MockitoComponentManager manager) throws Exception
    {
        PageTextCheck check = text -> {
            throw CopException.invalid("body", "cop.error.invalid");
        };
        manager.registerComponent(PageTextCheck.class, "strict", check);
    }

    @Test
    void refusesTheTextBeforeItTakesATurn()
    {
        PageDraft draft = new PageDraft(PageId.parse("xwiki:A.B"), "Title", "[[[[", new UserId("xwiki:XWiki.ann"), null,
            new PageObject("question", UUID.randomUUID(), Map.of()), false, "", false, null);

        assertThatThrownBy(() -> this.writer.save(draft)).isInstanceOf(CopException.class);
        verifyNoInteractions(this.pages, this.queue, this.synchroniser);
    }
}
