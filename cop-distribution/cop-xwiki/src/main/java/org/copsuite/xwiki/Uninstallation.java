/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrServerException;
import org.copsuite.job.JobRunner;
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
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.extension.event.ExtensionEvent;
import org.xwiki.extension.event.ExtensionUninstallFailedEvent;
import org.xwiki.extension.event.ExtensionUninstallingEvent;
import org.xwiki.job.Job;
import org.xwiki.job.JobContext;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;

/**
 * Removes what leads to the suite from the wikis when the extension is uninstalled: the pages that offer it and its
 * exclusion from the navigation panel. Deletes the tables and the index if administrators have enabled that. XWiki sends
 * the event before it unloads anything: this listener stops the background work and empties the index. The database
 * component drops the tables as the last step of its disposal, since other components may write until they are
 * disposed.
 * <p>
 * An upgrade sends another event. An installation job may also uninstall an extension in order to install it in another
 * namespace: that deletes nothing either.
 */
@Component
@Named(Uninstallation.NAME)
@Singleton
public class Uninstallation extends AbstractEventListener
{
    static final String NAME = "org.copsuite.xwiki.Uninstallation";

    /** The extension that contains this class, the listeners and the connection pool. */
    static final String EXTENSION = "org.copsuite:cop-xwiki";

    /** The extension that contains the suite's pages and is installed in each wiki. */
    static final String PAGES = "org.copsuite:cop-ui-pages";

    /** The prefix of the namespace of a wiki. */
    private static final String WIKI = "wiki:";

    /** The type of the Extension Manager's job that uninstalls extensions. */
    private static final String JOB = "uninstall";

    @Inject
    private Provider<Removal> removal;

    @Inject
    private Provider<Index> index;

    @Inject
    private Provider<PageSynchroniser> synchroniser;

    @Inject
    private Provider<LedgerConsumers> consumers;

    @Inject
    private Provider<NoticeDelivery> deliveries;

    @Inject
    private Provider<JobRunner> jobRunner;

    @Inject
    private Provider<Wikis> wikis;

    @Inject
    @Named(NavigationExclusion.HINT)
    private Provider<NavigationExclusion> navigation;

    @Inject
    private Provider<OfferingPages> offering;

    @Inject
    private PurgeSetting purgeSetting;

    @Inject
    private Provider<JobContext> jobs;

    @Inject
    private Logger logger;

    /** Listens to extensions that are about to be uninstalled and to failed uninstallations. */
    public Uninstallation()
    {
        super(NAME, new ExtensionUninstallingEvent(), new ExtensionUninstallFailedEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        ExtensionEvent extensionEvent = (ExtensionEvent) event;
        if (event instanceof ExtensionUninstallingEvent && isUninstallation()) {
            restoreNavigation(extensionEvent);
        }
        if (extensionEvent.getExtensionId() == null || !EXTENSION.equals(extensionEvent.getExtensionId().getId())
            || extensionEvent.getNamespace() != null) {
            return;
        }
        if (event instanceof ExtensionUninstallFailedEvent) {
            resume();
        } else if (isUninstallation()) {
            inEach(this.wikis.get().all(), wiki -> this.offering.get().delete(wiki),
                "Failed to delete the pages that offer CoP Suite in wiki [{}]; an administrator can delete them.");
            if (this.removal.get().isPurging()) {
                purge();
            }
        }
    }

    /**
     * Restores the navigation panel of each wiki from which the suite's pages are uninstalled: one wiki, or all of
     * them.
     */
    private void restoreNavigation(ExtensionEvent extensionEvent)
    {
        if (extensionEvent.getExtensionId() == null || !PAGES.equals(extensionEvent.getExtensionId().getId())) {
            return;
        }
        String namespace = extensionEvent.getNamespace();
        List<WikiId> left = namespace == null ? this.wikis.get().all()
            : Stream.of(namespace).filter(name -> name.startsWith(WIKI))
                .map(name -> new WikiId(name.substring(WIKI.length()))).toList();
        inEach(left, wiki -> this.navigation.get().restore(wiki), "Failed to show communities in the navigation panel"
            + " of wiki [{}] again; an administrator can include them there.");
    }

    /** Does work in each wiki; logs where it fails. */
    private void inEach(List<WikiId> in, Consumer<WikiId> work, String failure)
    {
        for (WikiId wiki : in) {
            try {
                work.accept(wiki);
            } catch (RuntimeException e) {
                this.logger.error(failure, wiki, e);
            }
        }
    }

    private boolean isUninstallation()
    {
        return Optional.ofNullable(this.jobs.get().getCurrentJob()).map(Job::getType).filter(JOB::equals).isPresent();
    }

    private void purge()
    {
        this.jobRunner.get().stop();
        this.synchroniser.get().stop();
        this.consumers.get().stop();
        this.deliveries.get().stop();
        try {
            this.index.get().client().deleteByQuery("*:*");
            this.index.get().client().commit();
        } catch (SolrServerException | IOException | RuntimeException e) {
            // A remote Solr or a core that fails to open throws unchecked exceptions. The tables are dropped in any
            // case.
            this.logger.error("Failed to empty the index; remove the Solr core [cop] by hand.", e);
        }
        this.purgeSetting.setDropped(true);
        this.logger.info("The tables and the index of CoP Suite are deleted with the extension, as configured.");
    }

    /** Starts the background work again after a failed uninstallation. The index is rebuilt from the tables. */
    private void resume()
    {
        if (this.purgeSetting.isDropped()) {
            this.purgeSetting.setDropped(false);
            this.consumers.get().start();
            this.synchroniser.get().start();
            this.deliveries.get().start();
            this.jobRunner.get().start();
        }
    }
}
