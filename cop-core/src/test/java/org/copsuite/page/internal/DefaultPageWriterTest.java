/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Named;

import org.copsuite.CopException;
import org.copsuite.ledger.WriteQueue;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.page.PageType;
import org.copsuite.spi.PageTextCheck;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.People;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

@ComponentTest
class DefaultPageWriterTest
{
    private static final String BROKEN = "[[[[";

    private static final UserId ANN = new UserId("xwiki:XWiki.ann");

    private static final PageId PAGE = PageId.parse("xwiki:A.B");

    private static final PageObject OBJECT = new PageObject("question", UUID.randomUUID(), Map.of());

    @MockComponent
    @Named("question")
    private PageType type;

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
            if (text.equals(BROKEN)) {
                throw CopException.invalid("body", "cop.error.invalid");
            }
        };
        manager.registerComponent(PageTextCheck.class, "strict", check);
    }

    @BeforeEach
    void writeAtOnce() throws Exception
    {
        when(this.queue.enter()).thenReturn(() -> { });
        when(this.synchroniser.suppressEvents(any()))
            .thenAnswer(call -> call.<People.Work<Object, Exception>>getArgument(0).run());
    }

    private static PageDraft draft(String text)
    {
        return new PageDraft(PAGE, "Title", text, ANN, null, OBJECT, false, "", false, null);
    }

    private static Page page(String version)
    {
        return new Page(PAGE, "Title", "Text", ANN, ANN, Instant.EPOCH, Instant.EPOCH, version, false, Optional.of(OBJECT));
    }

    /** What the wiki cannot store is refused before anything is written or a turn is taken. */
    @Test
    void refusesTheTextBeforeItTakesATurn()
    {
        assertThatThrownBy(() -> this.writer.save(draft(BROKEN))).isInstanceOf(CopException.class);
        verifyNoInteractions(this.pages, this.queue, this.synchroniser);
    }

    /** Each of two others saves, and may have synchronised, while ours is being synchronised. */
    @Test
    void synchronisesTheLastOfSeveralSavesLast() throws Exception
    {
        when(this.pages.save(any())).thenReturn(page("1"));
        when(this.pages.load(PAGE)).thenReturn(Optional.of(page("2")), Optional.of(page("3")));

        assertThat(this.writer.save(draft("Text")).version()).isEqualTo("1");
        assertSynchronised("1", "2", "3");
    }

    /** A double click: the page that the first click saved is changed while the second one synchronises it. */
    @Test
    void synchronisesTheLaterSaveLastWhereThePageWasThere() throws Exception
    {
        when(this.pages.save(any())).thenThrow(new StaleVersionException(page("1")));
        when(this.pages.load(PAGE)).thenReturn(Optional.of(page("2")));

        assertThat(this.writer.save(draft("Text")).version()).isEqualTo("1");
        assertSynchronised("1", "2");
    }

    private void assertSynchronised(String... versions) throws CopException
    {
        ArgumentCaptor<Page> pages = ArgumentCaptor.forClass(Page.class);
        verify(this.type, times(versions.length)).synchronise(pages.capture(), eq(ANN));
        assertThat(pages.getAllValues()).extracting(Page::version).containsExactly(versions);
    }
}
