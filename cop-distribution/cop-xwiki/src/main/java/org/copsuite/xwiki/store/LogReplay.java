/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.apache.solr.core.SolrCore;
import org.apache.solr.update.UpdateLog;
import org.xwiki.search.solr.SolrException;

/**
 * Waits until a core of an embedded Solr has replayed its log of updates. Solr replays it in the background when it opens a
 * core that was not committed. A change of the schema meanwhile opens the core again, and the replay and the new core then
 * wait for each other for ever, with the lock under which XWiki opens its cores. A Solr elsewhere does not start with XWiki.
 */
final class LogReplay
{
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

    private static final long STEP = 50;

    private final SolrClient client;

    private final String core;

    LogReplay(SolrClient client, String core)
    {
        this.client = client;
        this.core = core;
    }

    /** @throws SolrException if the replay takes longer than a minute, or the thread is interrupted */
    void await() throws SolrException
    {
        long start = System.nanoTime();
        while (isRunning()) {
            if (System.nanoTime() - start > LONGEST) {
                throw new SolrException("Solr still replays the log of the suite's index.", new TimeoutException());
            }
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SolrException("Waiting for Solr was interrupted.", e);
            }
        }
    }

    private boolean isRunning()
    {
        if (!(this.client instanceof EmbeddedSolrServer)) {
            return false;
        }
        // Closing gives back what was counted when the core was handed out.
        try (SolrCore open = ((EmbeddedSolrServer) this.client).getCoreContainer().getCore(this.core)) {
            UpdateLog log = open == null ? null : open.getUpdateHandler().getUpdateLog();
            return log != null && log.getState() != UpdateLog.State.ACTIVE;
        }
    }
}
