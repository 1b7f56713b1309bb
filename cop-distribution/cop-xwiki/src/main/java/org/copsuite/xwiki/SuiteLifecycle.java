/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.notice.NoticeDelivery;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Requests;
import org.copsuite.xwiki.access.ModerateRight;
import org.copsuite.xwiki.ui.EntriesOnDisplay;
import org.copsuite.xwiki.ui.NavigationExclusion;
import org.slf4j.Logger;
import org.xwiki.bridge.event.ApplicationReadyEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.annotation.DisposePriority;
import org.xwiki.component.phase.Disposable;
import org.xwiki.job.event.JobFinishedEvent;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;
import org.xwiki.security.authorization.AuthorizationException;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.Right;
import org.xwiki.security.authorization.UnableToRegisterRightException;

/**
 * Starts what runs in the background when XWiki is up, or when the Extension Manager has installed the suite into an
 * XWiki that runs; stops it when the extension is uninstalled.
 */
@Component
@Named(SuiteLifecycle.NAME)
@Singleton
@DisposePriority(SuiteLifecycle.FIRST)
public class SuiteLifecycle extends AbstractEventListener implements Disposable
{
    static final String NAME = "org.copsuite.xwiki.SuiteLifecycle";

    /** When XWiki ends, what runs is stopped before what it works with; without a number a component has 1000. */
    static final int FIRST = 500;

    /** The Extension Manager's job, in which all components of the suite came. */
    private static final String INSTALL = "install";

    private static final String UNINSTALL = "uninstall";

    @Inject
    private Provider<LedgerConsumers> consumers;

    @Inject
    private Provider<PageSynchroniser> synchroniser;

    @Inject
    private Provider<NoticeDelivery> deliveries;

    @Inject
    private Provider<AuthorizationManager> authorization;

    @Inject
    private Provider<Suite> suite;

    @Inject
    private Provider<EntriesOnDisplay> entries;

    @Inject
    @Named(NavigationExclusion.HINT)
    private Provider<NavigationExclusion> navigation;

    @Inject
    private WikiContext wiki;

    @Inject
    private Provider<Requests> requests;

    @Inject
    private Logger logger;

    /** What runs now, {@code null} before the start: when the extension goes, nothing can be looked up any more. */
    private Runnable running;

    /** Listens to XWiki's start and to installations. */
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
            displayAnew();
        }
    }

    /** The suite's pages may have come to a wiki of the farm, or gone from one, while the suite runs for others. */
    private synchronized void displayAnew()
    {
        if (this.running != null) {
            this.entries.get().refresh();
            this.navigation.get().run();
        }
    }

    private synchronized void start()
    {
        if (this.running != null) {
            displayAnew();
            return;
        }
        AuthorizationManager rights = this.authorization.get();
        LedgerConsumers following = this.consumers.get();
        PageSynchroniser taking = this.synchroniser.get();
        NoticeDelivery delivering = this.deliveries.get();
        EntriesOnDisplay displayed = this.entries.get();
        register(rights);
        this.suite.get().onTurn(turned -> displayed.refresh());
        this.wiki.in(this.requests.get().wiki(), "Starting the suite", context -> {
            following.start();
            taking.start();
            delivering.start();
            return null;
        });
        this.running = () -> {
            delivering.stop();
            taking.stop();
            following.stop();
            unregister(rights);
        };
        this.logger.info("The CoP Suite runs.");
    }

    private void register(AuthorizationManager rights)
    {
        try {
            rights.register(new ModerateRight());
        } catch (UnableToRegisterRightException e) {
            this.logger.error("The right [{}] could not be made; administrators run communities.", ModerateRight.NAME, e);
        }
    }

    private void unregister(AuthorizationManager rights)
    {
        Right right = Right.toRight(ModerateRight.NAME);
        if (right != null && !right.equals(Right.ILLEGAL)) {
            try {
                rights.unregister(right);
            } catch (AuthorizationException e) {
                this.logger.error("The right [{}] could not be taken away.", ModerateRight.NAME, e);
            }
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
