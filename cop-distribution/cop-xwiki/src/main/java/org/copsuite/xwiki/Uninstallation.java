/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrServerException;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.notice.NoticeDelivery;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.removal.Removal;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.Wikis;
import org.copsuite.xwiki.store.TablesFate;
import org.copsuite.xwiki.ui.NavigationExclusion;
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
 * Takes tables and index away with the extension, where administrators have decided so. XWiki tells of an uninstallation
 * before it unloads anything: what runs in the background is stopped and the index emptied then; the tables are dropped by
 * the database's component as the last thing that it does, since others may still write until they are disposed.
 * <p>
 * An upgrade is another event. A plan of an installation may uninstall an extension as well, to bring it back in another
 * namespace: that purges nothing either.
 */
@Component
@Named(Uninstallation.NAME)
@Singleton
public class Uninstallation extends AbstractEventListener
{
    static final String NAME = "org.copsuite.xwiki.Uninstallation";

    /** The extension that this class is in: with it go the listeners and the pool. */
    static final String EXTENSION = "org.copsuite:cop-xwiki";

    /** The extension with the suite's pages, which is installed in each wiki. */
    static final String PAGES = "org.copsuite:cop-ui-pages";

    /** What the namespace of a wiki begins with. */
    private static final String WIKI = "wiki:";

    /** The type of the Extension Manager's job. */
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
    private Provider<Wikis> wikis;

    @Inject
    @Named(NavigationExclusion.HINT)
    private Provider<NavigationExclusion> navigation;

    @Inject
    private TablesFate fate;

    @Inject
    private Provider<JobContext> jobs;

    @Inject
    private Logger logger;

    /** Listens to what the Extension Manager is about to do. */
    public Uninstallation()
    {
        super(NAME, new ExtensionUninstallingEvent(), new ExtensionUninstallFailedEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        ExtensionEvent about = (ExtensionEvent) event;
        if (event instanceof ExtensionUninstallingEvent && isUninstallation()) {
            pagesGo(about);
        }
        if (about.getExtensionId() == null || !EXTENSION.equals(about.getExtensionId().getId()) || about.getNamespace() != null) {
            return;
        }
        if (event instanceof ExtensionUninstallFailedEvent) {
            stay();
        } else if (isUninstallation() && this.removal.get().isPurging()) {
            go();
        }
    }

    /** The suite's pages go from one wiki, or from all. */
    private void pagesGo(ExtensionEvent about)
    {
        if (about.getExtensionId() == null || !PAGES.equals(about.getExtensionId().getId())) {
            return;
        }
        String namespace = about.getNamespace();
        List<String> left = namespace == null ? this.wikis.get().all()
            : Stream.of(namespace).filter(name -> name.startsWith(WIKI)).map(name -> name.substring(WIKI.length())).toList();
        for (String wiki : left) {
            try {
                this.navigation.get().restore(wiki);
            } catch (RuntimeException e) {
                this.logger.error("Failed to show the communities in the navigation panel of the wiki [{}] again; an "
                    + "administrator can include them there.", wiki, e);
            }
        }
    }

    private boolean isUninstallation()
    {
        return Optional.ofNullable(this.jobs.get().getCurrentJob()).map(Job::getType).filter(JOB::equals).isPresent();
    }

    private void go()
    {
        this.synchroniser.get().stop();
        this.consumers.get().stop();
        this.deliveries.get().stop();
        try {
            this.index.get().client().deleteByQuery("*:*");
            this.index.get().client().commit();
        } catch (SolrServerException | IOException | RuntimeException e) {
            // What a Solr elsewhere answers, or a core that cannot be opened, comes unchecked: the tables go all the same.
            this.logger.error("The suite's index could not be emptied; remove the core [cop] from Solr by hand.", e);
        }
        this.fate.setDropped(true);
        this.logger.info("The tables and the index of the CoP Suite go with it, as its administrators have decided.");
    }

    /** The extension is still there: it goes on, and the index is made again from the tables. */
    private void stay()
    {
        if (this.fate.isDropped()) {
            this.fate.setDropped(false);
            this.consumers.get().start();
            this.synchroniser.get().start();
            this.deliveries.get().start();
        }
    }
}
