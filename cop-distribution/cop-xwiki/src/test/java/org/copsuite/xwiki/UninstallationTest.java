/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.util.List;

import javax.inject.Named;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.notice.NoticeDelivery;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.removal.Removal;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.copsuite.xwiki.store.PurgeSetting;
import org.copsuite.xwiki.ui.NavigationExclusion;
import org.copsuite.xwiki.ui.OfferingPages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;
import org.xwiki.extension.ExtensionId;
import org.xwiki.extension.event.ExtensionUninstallFailedEvent;
import org.xwiki.extension.event.ExtensionUninstallingEvent;
import org.xwiki.extension.event.ExtensionUpgradingEvent;
import org.xwiki.job.Job;
import org.xwiki.job.JobContext;
import org.xwiki.observation.event.Event;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.ignoreStubs;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

/** What goes with the extension is what administrators decided; an upgrade takes nothing. */
@ComponentTest
@ComponentList(PurgeSetting.class)
class UninstallationTest
{
    private static final String OURS = "org.copsuite:cop-xwiki";

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.WARN);

    @MockComponent
    private Removal removal;

    @MockComponent
    private Index index;

    @MockComponent
    private PageSynchroniser synchroniser;

    @MockComponent
    private LedgerConsumers consumers;

    @MockComponent
    private NoticeDelivery deliveries;

    @MockComponent
    private Wikis wikis;

    @MockComponent
    @Named("navigation")
    private NavigationExclusion navigation;

    @MockComponent
    private OfferingPages offering;

    @MockComponent
    private JobContext jobs;

    @InjectComponentManager
    private MockitoComponentManager components;

    private PurgeSetting purgeSetting;

    @InjectMockComponents
    private Uninstallation uninstallation;

    private final SolrClient solr = mock(SolrClient.class);

    @BeforeEach
    void start() throws Exception
    {
        this.purgeSetting = this.components.getInstance(PurgeSetting.class);
        when(this.index.client()).thenReturn(this.solr);
        job("uninstall");
        when(this.removal.isPurging()).thenReturn(true);
    }

    private void job(String type)
    {
        Job job = mock(Job.class);
        when(job.getType()).thenReturn(type);
        when(this.jobs.getCurrentJob()).thenReturn(job);
    }

    private static Event uninstalling(String extension, String namespace)
    {
        return new ExtensionUninstallingEvent(new ExtensionId(extension, "1.0"), namespace);
    }

    private boolean hears(Event event)
    {
        return this.uninstallation.getEvents().stream().anyMatch(listened -> listened.matches(event));
    }

    @Test
    void tablesAndIndexGoWhereItWasDecidedSo() throws Exception
    {
        Event event = uninstalling(OURS, null);
        assertThat(hears(event)).isTrue();
        this.uninstallation.onEvent(event, null, null);

        InOrder order = inOrder(this.synchroniser, this.consumers, this.deliveries, this.solr);
        order.verify(this.synchroniser).stop();
        order.verify(this.consumers).stop();
        order.verify(this.deliveries).stop();
        order.verify(this.solr).deleteByQuery("*:*");
        order.verify(this.solr).commit();
        assertThat(this.purgeSetting.isDropped()).isTrue();
    }

    @Test
    void tablesGoAlsoWhereTheIndexRefuses() throws Exception
    {
        when(this.solr.deleteByQuery(anyString()))
            .thenThrow(new SolrException(ErrorCode.SERVICE_UNAVAILABLE, "A test's own failure."));
        this.uninstallation.onEvent(uninstalling(OURS, null), null, null);

        assertThat(this.purgeSetting.isDropped()).isTrue();
        assertThat(this.logs.getMessage(0)).contains("Failed to empty the index");
    }

    @Test
    void allStaysWhereNothingWasDecided() throws Exception
    {
        when(this.removal.isPurging()).thenReturn(false);
        this.uninstallation.onEvent(uninstalling(OURS, null), null, null);
        assertThat(this.purgeSetting.isDropped()).isFalse();
        verify(this.solr, never()).deleteByQuery(anyString());
    }

    @Test
    void anUpgradeTakesNothing()
    {
        assertThat(hears(new ExtensionUpgradingEvent(new ExtensionId(OURS, "1.1"), null))).isFalse();
        job("install");
        this.uninstallation.onEvent(uninstalling(OURS, null), null, null);
        when(this.jobs.getCurrentJob()).thenReturn(null);
        this.uninstallation.onEvent(uninstalling(OURS, null), null, null);
        assertThat(this.purgeSetting.isDropped()).isFalse();
        verifyNoInteractions(this.synchroniser, this.consumers, this.index);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.copsuite:cop-ui-pages", "org.copsuite:cop-core", "org.xwiki.platform:something"})
    void otherExtensionsTakeNothing(String extension)
    {
        this.uninstallation.onEvent(uninstalling(extension, null), null, null);
        this.uninstallation.onEvent(uninstalling(OURS, "wiki:sub"), null, null);
        assertThat(this.purgeSetting.isDropped()).isFalse();
    }

    @Test
    void theNavigationIsGivenBackWhereThePagesGo()
    {
        this.uninstallation.onEvent(uninstalling("org.copsuite:cop-ui-pages", "wiki:sub"), null, null);
        verify(this.navigation).restore(new WikiId("sub"));

        when(this.wikis.all()).thenReturn(List.of(new WikiId("broken"), new WikiId("other")));
        doThrow(new IllegalStateException("A test's own failure.")).when(this.navigation).restore(new WikiId("broken"));
        this.uninstallation.onEvent(uninstalling("org.copsuite:cop-ui-pages", null), null, null);
        verify(this.navigation).restore(new WikiId("other"));
        assertThat(this.logs.getMessage(0)).contains("Failed to show communities");
        verifyNoMoreInteractions(ignoreStubs(this.navigation));
    }

    @Test
    void theNavigationStaysAsItIsWhereOthersGoOrPagesAreUpgraded()
    {
        this.uninstallation.onEvent(uninstalling("org.copsuite:cop-core", "wiki:sub"), null, null);
        this.uninstallation.onEvent(new ExtensionUninstallFailedEvent(new ExtensionId("org.copsuite:cop-ui-pages", "1.0"),
            "wiki:sub"), null, null);
        job("install");
        this.uninstallation.onEvent(uninstalling("org.copsuite:cop-ui-pages", "wiki:sub"), null, null);
        verifyNoInteractions(this.navigation);
    }

    @Test
    void thePagesThatOfferTheSuiteGoFromEachWiki()
    {
        when(this.removal.isPurging()).thenReturn(false);
        when(this.wikis.all()).thenReturn(List.of(new WikiId("broken"), new WikiId("other")));
        doThrow(new IllegalStateException("A test's own failure.")).when(this.offering).delete(new WikiId("broken"));
        this.uninstallation.onEvent(uninstalling(OURS, null), null, null);
        verify(this.offering).delete(new WikiId("other"));
        assertThat(this.logs.getMessage(0)).contains("Failed to delete the pages");
    }

    @Test
    void thePagesThatOfferTheSuiteStayWithIt()
    {
        this.uninstallation.onEvent(uninstalling("org.copsuite:cop-ui-pages", "wiki:sub"), null, null);
        job("install");
        this.uninstallation.onEvent(uninstalling(OURS, null), null, null);
        verifyNoInteractions(this.offering);
    }

    @Test
    void anUninstallationThatFailedTakesNothingAndTheSuiteGoesOn()
    {
        this.uninstallation.onEvent(uninstalling(OURS, null), null, null);
        Event failed = new ExtensionUninstallFailedEvent(new ExtensionId(OURS, "1.0"), null);
        assertThat(hears(failed)).isTrue();
        this.uninstallation.onEvent(failed, null, null);

        assertThat(this.purgeSetting.isDropped()).isFalse();
        verify(this.consumers).start();
        verify(this.synchroniser).start();
        verify(this.deliveries).start();
    }
}
