/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.common.util.NamedList;
import org.apache.solr.core.CoreContainer;
import org.apache.solr.core.MetricsConfig;
import org.apache.solr.core.NodeConfig;
import org.apache.solr.core.SolrCore;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.search.IndexFields;
import org.copsuite.wiki.Index;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;
import org.xwiki.component.phase.Initializable;

/**
 * Runs Solr within this process, with one core in the data folder. An index folder that cannot be opened at the start
 * is deleted and replaced by an empty one; {@link #renew} does so on request of the suite.
 */
@Component
@Singleton
public class EmbeddedIndex implements Index, Initializable, Disposable
{
    /**
     * The free disk space required to reopen the core, in bytes: with less, the core could fail to open, and stays open
     * instead, because it may still answer queries.
     */
    static final long ROOM = 16L << 20;

    /** The time to wait for running requests before the core is closed, in seconds; then reopening fails. */
    private static final int CLOSE_TIMEOUT = 30;

    @Inject
    private WikiOptions options;

    @Inject
    private Logger logger;

    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

    private final SolrClient client = new Gate();

    private Path home;

    private volatile CoreContainer container;

    private volatile boolean opening;

    @Override
    public void initialize()
    {
        this.home = this.options.data().toAbsolutePath().resolve("solr");
        try {
            open();
            return;
        } catch (IOException e) {
            this.logger.warn("Failed to open the index: [{}]; creates an empty one.", e.getMessage(), e);
        }
        try {
            close();
            SolrHome.delete(this.home);
            open();
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
    }

    private void open() throws IOException
    {
        try {
            SolrHome.prepare(this.home);
            NodeConfig config = new NodeConfig.NodeConfigBuilder("cop", this.home)
                .setMetricsConfig(new MetricsConfig.MetricsConfigBuilder().setEnabled(false).build()).build();
            this.container = new CoreContainer(config);
            this.container.load();
            try (SolrCore core = this.container.getCore(IndexFields.CORE)) {
                if (core == null) {
                    throw new IOException("The index folder contains no core.");
                }
            }
        } catch (RuntimeException e) {
            // Solr reports everything that it cannot read by runtime exceptions.
            throw new IOException("Failed to open the core of the index (" + e.getClass().getSimpleName() + ").", e);
        }
    }

    private void close()
    {
        CoreContainer open = this.container;
        this.container = null;
        if (open != null && !open.isShutDown()) {
            open.shutdown();
        }
    }

    @Override
    public SolrClient client()
    {
        return this.client;
    }

    @Override
    public boolean reopen() throws IOException
    {
        restart(() -> { });
        return true;
    }

    @Override
    public boolean renew() throws IOException
    {
        restart(() -> SolrHome.delete(this.home));
        return true;
    }

    /** Waits until no request is running, closes the core, runs the given step and opens the core again. */
    private void restart(Between between) throws IOException
    {
        Path disk = Files.exists(this.home) ? this.home : this.home.getParent();
        if (Files.getFileStore(disk).getUsableSpace() < ROOM) {
            throw new IOException("The disk of the index has less than " + (ROOM >> 20) + " MB of free space.");
        }
        this.opening = true;
        try {
            if (!this.gate.writeLock().tryLock(CLOSE_TIMEOUT, TimeUnit.SECONDS)) {
                throw new IOException("A running request to the index does not end.");
            }
            try {
                closeQuietly();
                between.run();
                open();
            } finally {
                this.gate.writeLock().unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while opening the index.", e);
        } finally {
            this.opening = false;
        }
    }

    private void closeQuietly()
    {
        try {
            close();
        } catch (RuntimeException e) {
            this.logger.warn("Failed to close the core of the index: [{}]; opens it again.", e.getClass().getName());
        }
    }

    @Override
    public boolean isWhole() throws IOException
    {
        CoreContainer open = this.container;
        if (open == null || open.isShutDown()) {
            return true;
        }
        if (!this.gate.readLock().tryLock()) {
            throw new IOException("The index is being reopened.");
        }
        try (SolrCore core = open.getCore(IndexFields.CORE)) {
            return core == null || IndexChecksums.areIn(core);
        } finally {
            this.gate.readLock().unlock();
        }
    }

    @Override
    public void dispose()
    {
        close();
    }

    /** A step to run while the core is closed. */
    @FunctionalInterface
    private interface Between
    {
        void run() throws IOException;
    }

    /** Sends requests to the core that is open now, and rejects them while it is closed. */
    private final class Gate extends SolrClient
    {
        private static final long serialVersionUID = 1L;

        @Override
        public NamedList<Object> request(SolrRequest<?> request, String collection)
            throws SolrServerException, IOException
        {
            ReentrantReadWriteLock.ReadLock pass = EmbeddedIndex.this.gate.readLock();
            if (EmbeddedIndex.this.opening || !pass.tryLock()) {
                throw new SolrServerException("The index is being reopened.");
            }
            try {
                CoreContainer open = EmbeddedIndex.this.container;
                if (open == null) {
                    throw new SolrServerException("The index is closed.");
                }
                return request instanceof QueryRequest ? query(open, request.getParams())
                    : new EmbeddedSolrServer(open, IndexFields.CORE).request(request, collection);
            } finally {
                pass.unlock();
            }
        }

        private NamedList<Object> query(CoreContainer open, SolrParams params) throws SolrServerException, IOException
        {
            try (SolrCore core = open.getCore(IndexFields.CORE)) {
                if (core == null) {
                    throw new SolrServerException("The index is closed.");
                }
                return DirectQuery.run(core, params);
            }
        }

        @Override
        public void close()
        {
            // The component owns the core and closes it.
        }
    }
}
