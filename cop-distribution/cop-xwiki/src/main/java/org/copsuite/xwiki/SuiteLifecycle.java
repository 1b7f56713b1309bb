/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.job.JobRunner;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.notice.NoticeDelivery;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Requests;
import org.copsuite.xwiki.access.ModerateRight;
import org.copsuite.xwiki.ui.ExtensionRefresh;
import org.copsuite.xwiki.ui.NavigationExclusion;
import org.slf4j.Logger;
import org.xwiki.bridge.event.ApplicationReadyEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.annotation.DisposePriority;
import org.xwiki.component.phase.Disposable;
import org.xwiki.job.event.JobFinishedEvent;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.UnableToRegisterRightException;

/**
 * Starts the background work when XWiki is ready, or when the Extension Manager has installed the suite into a running
 * XWiki. Stops it when the extension is uninstalled or XWiki shuts down.
 */
@Component
@Named(SuiteLifecycle.NAME)
@Singleton
@DisposePriority(SuiteLifecycle.FIRST)
public class SuiteLifecycle extends AbstractEventListener implements Disposable
{
    static final String NAME = "org.copsuite.xwiki.SuiteLifecycle";

    /**
     * Disposes this component before the components that the background work uses, which have the default priority
     * 1000.
     */
    static final int FIRST = 500;

    /**
     * The type of the Extension Manager's job that installs extensions. When it finishes, all components of the suite
     * are registered.
     */
    private static final String INSTALL = "install";

    private static final String UNINSTALL = "uninstall";

    @Inject
    private Provider<LedgerConsumers> consumers;

    @Inject
    private Provider<PageSynchroniser> synchroniser;

    @Inject
    private Provider<NoticeDelivery> deliveries;

    @Inject
    private Provider<JobRunner> jobs;

    @Inject
    private Provider<AuthorizationManager> authorization;

    @Inject
    private Provider<Suite> suite;

    @Inject
    private Provider<ExtensionRefresh> entries;

    @Inject
    @Named(NavigationExclusion.HINT)
    private Provider<NavigationExclusion> navigation;

    @Inject
    private WikiContext wiki;

    @Inject
    private Provider<Requests> requests;

    @Inject
    private Logger logger;

    /**
     * Stops the background work; {@code null} while it is not running. Holds its collaborators, since no component can
     * be looked up while the extension is uninstalled.
     */
    private Runnable running;

    /** Listens to the start of XWiki and to finished jobs. */
    public SuiteLifecycle()
    {
        super(NAME, new ApplicationReadyEvent(), new JobFinishedEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        if (!(event instanceof JobFinishedEvent job) || INSTALL.equals(job.getJobType())) {
            start();
        } else if (UNINSTALL.equals(job.getJobType())) {
            refreshDisplay();
        }
    }

    /**
     * Refreshes the displayed UI extensions and the navigation exclusion, since the suite's pages may have been
     * installed in or removed from one wiki of a farm while the suite is running.
     */
    private synchronized void refreshDisplay()
    {
        if (this.running != null) {
            this.entries.get().refresh();
            this.navigation.get().run();
        }
    }

    private synchronized void start()
    {
        if (this.running != null) {
            refreshDisplay();
            return;
        }
        LedgerConsumers ledgerConsumers = this.consumers.get();
        PageSynchroniser pageSynchroniser = this.synchroniser.get();
        NoticeDelivery delivery = this.deliveries.get();
        JobRunner jobRunner = this.jobs.get();
        ExtensionRefresh entriesOnDisplay = this.entries.get();
        register();
        this.suite.get().onTurn(turned -> entriesOnDisplay.refresh());
        this.wiki.in(this.requests.get().wiki(), "Starting the suite", context -> {
            ledgerConsumers.start();
            pageSynchroniser.start();
            delivery.start();
            jobRunner.start();
            return null;
        });
        this.running = () -> {
            jobRunner.stop();
            delivery.stop();
            pageSynchroniser.stop();
            ledgerConsumers.stop();
        };
        this.logger.info("CoP Suite started.");
    }

    /**
     * Registers the right until XWiki stops, also across upgrades: XWiki identifies rights by their position in a list and
     * does not renumber them. When it removes one, those that it registered later, as the right to like pages, fail to be
     * evaluated, or coincide with the next one that is registered.
     */
    private void register()
    {
        try {
            this.authorization.get().register(new ModerateRight());
        } catch (UnableToRegisterRightException e) {
            this.logger.error("Failed to register the right [{}]; only administrators can moderate communities.",
                ModerateRight.NAME, e);
        }
    }

    @Override
    public synchronized void dispose()
    {
        if (this.running != null) {
            this.running.run();
            this.running = null;
        }
    }
}
