/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.util.List;

import javax.inject.Named;

import org.copsuite.job.JobRunner;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.notice.NoticeDelivery;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.access.ModerateRight;
import org.copsuite.xwiki.ui.ExtensionRefresh;
import org.copsuite.xwiki.ui.NavigationExclusion;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.xwiki.bridge.event.ApplicationReadyEvent;
import org.xwiki.job.DefaultRequest;
import org.xwiki.job.event.JobFinishedEvent;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

/** The suite starts with XWiki or with its installation, once, and stops when the extension goes. */
@ComponentTest
@ComponentList(WikiContext.class)
class SuiteLifecycleTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private LedgerConsumers consumers;

    @MockComponent
    private PageSynchroniser synchroniser;

    @MockComponent
    private NoticeDelivery deliveries;

    @MockComponent
    private JobRunner jobs;

    @MockComponent
    private AuthorizationManager authorization;

    @MockComponent
    private Requests requests;

    @MockComponent
    private ExtensionRefresh entries;

    @MockComponent
    @Named("navigation")
    private NavigationExclusion navigation;

    @InjectMockComponents
    private SuiteLifecycle lifecycle;

    @BeforeComponent
    void platform() throws Exception
    {
        new FakePlatform(this.components);
    }

    @Test
    void startsWithXWiki() throws Exception
    {
        lenient().when(this.requests.wiki()).thenReturn(new WikiId("xwiki"));
        this.lifecycle.onEvent(new ApplicationReadyEvent(), null, null);

        verify(this.consumers).start();
        verify(this.synchroniser).start();
        verify(this.deliveries).start();
        verify(this.jobs).start();
        verify(this.authorization).register(any(ModerateRight.class));
    }

    @Test
    void startsOnceAfterAnInstallation()
    {
        lenient().when(this.requests.wiki()).thenReturn(new WikiId("xwiki"));
        JobFinishedEvent install = job("install");
        assertThat(this.lifecycle.getEvents()).filteredOn(JobFinishedEvent.class::isInstance)
            .anyMatch(event -> event.matches(install));
        this.lifecycle.onEvent(job("refactoring/rename"), null, null);
        verify(this.synchroniser, never()).start();
        this.lifecycle.onEvent(install, null, null);
        this.lifecycle.onEvent(new ApplicationReadyEvent(), null, null);

        verify(this.synchroniser, times(1)).start();
    }

    @Test
    void hasItsEntriesPrintedAnewWherePagesComeOrGoWhileItRuns()
    {
        lenient().when(this.requests.wiki()).thenReturn(new WikiId("xwiki"));
        this.lifecycle.onEvent(job("uninstall"), null, null);
        this.lifecycle.onEvent(job("install"), null, null);
        verify(this.entries, never()).refresh();
        this.lifecycle.onEvent(job("install"), null, null);
        verify(this.entries, times(1)).refresh();
        verify(this.navigation, times(1)).run();
        this.lifecycle.onEvent(job("uninstall"), null, null);
        verify(this.entries, times(2)).refresh();
        this.lifecycle.onEvent(job("refactoring/rename"), null, null);
        this.lifecycle.dispose();
        this.lifecycle.onEvent(job("uninstall"), null, null);
        verify(this.entries, times(2)).refresh();
    }

    private static JobFinishedEvent job(String type)
    {
        return new JobFinishedEvent(List.of("any"), type, new DefaultRequest());
    }

    /** XWiki does not renumber its rights when it removes one: others would not be evaluated any more. */
    @Test
    void keepsTheRightRegisteredWhenItStops() throws Exception
    {
        lenient().when(this.requests.wiki()).thenReturn(new WikiId("xwiki"));
        this.lifecycle.onEvent(new ApplicationReadyEvent(), null, null);
        this.lifecycle.dispose();

        verify(this.authorization).register(any(ModerateRight.class));
        verifyNoMoreInteractions(this.authorization);
    }

    @Test
    void stopsWithTheExtension()
    {
        lenient().when(this.requests.wiki()).thenReturn(new WikiId("xwiki"));
        this.lifecycle.onEvent(new ApplicationReadyEvent(), null, null);
        this.lifecycle.dispose();
        this.lifecycle.dispose();

        InOrder order = inOrder(this.jobs, this.deliveries, this.synchroniser, this.consumers);
        order.verify(this.jobs, times(1)).stop();
        order.verify(this.deliveries, times(1)).stop();
        order.verify(this.synchroniser, times(1)).stop();
        order.verify(this.consumers, times(1)).stop();
    }

    @Test
    void stopsNothingThatDidNotStart()
    {
        this.lifecycle.dispose();

        verifyNoInteractions(this.deliveries, this.synchroniser, this.consumers, this.authorization);
    }
}
