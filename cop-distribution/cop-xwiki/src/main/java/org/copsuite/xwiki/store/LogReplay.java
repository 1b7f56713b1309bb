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
 * Waits until a core of an embedded Solr has replayed its update log. Solr replays it in the background when it opens a
 * core with uncommitted changes. A schema change during the replay reloads the core; the replay and the new core then
 * deadlock while holding the lock under which XWiki opens its cores. A remote Solr does not start with XWiki, so there
 * is nothing to wait for.
 */
final class LogReplay
{
    private static final long TIMEOUT = TimeUnit.SECONDS.toNanos(60);

    private static final long INTERVAL = 50;

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
            if (System.nanoTime() - start > TIMEOUT) {
                throw new SolrException("Timed out waiting for Solr to replay the log of the index.",
                    new TimeoutException());
            }
            try {
                Thread.sleep(INTERVAL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SolrException("Interrupted while waiting for Solr to replay the log of the index.", e);
            }
        }
    }

    private boolean isRunning()
    {
        if (!(this.client instanceof EmbeddedSolrServer)) {
            return false;
        }
        // Closing decrements the reference count that getCore incremented.
        try (SolrCore open = ((EmbeddedSolrServer) this.client).getCoreContainer().getCore(this.core)) {
            UpdateLog log = open == null ? null : open.getUpdateHandler().getUpdateLog();
            return log != null && log.getState() != UpdateLog.State.ACTIVE;
        }
    }
}
