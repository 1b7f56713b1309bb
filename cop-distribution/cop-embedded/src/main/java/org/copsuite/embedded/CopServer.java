/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.copsuite.embedded.store.Settings;
import org.copsuite.embedded.store.StoreException;
import org.copsuite.embedded.store.WikiDatabase;
import org.copsuite.job.JobRunner;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.notice.NoticeDelivery;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xwiki.component.embed.EmbeddableComponentManager;
import org.xwiki.component.manager.ComponentManager;

import com.zaxxer.hikari.pool.HikariPool;

/**
 * Runs the whole wiki in this process: data folder, database, index, services, web server. Closing it stops all of them
 * and unlocks the data folder.
 */
public final class CopServer implements AutoCloseable
{
    private static final Logger LOGGER = LoggerFactory.getLogger(CopServer.class);

    private final WikiOptions options;

    /** The parts that run, the last started first. */
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    private EmbeddableComponentManager components;

    private WebServer web;

    private Optional<String> password = Optional.empty();

    /** Logs how long each part of the start takes, in milliseconds; {@code -Dcop.log=DEBUG} shows it. */
    private static final class Stopwatch
    {
        private long last = System.nanoTime();

        void lap(String part)
        {
            long now = System.nanoTime();
            LOGGER.debug("{}: {} ms", part, TimeUnit.NANOSECONDS.toMillis(now - this.last));
            this.last = now;
        }
    }

    private CopServer(WikiOptions options)
    {
        this.options = options;
    }

    /**
     * Starts a wiki and returns when it answers requests.
     *
     * @param options the options of the wiki
     * @return the running wiki
     * @throws StartException if it cannot start; the parts that were started are stopped again
     */
    public static CopServer start(WikiOptions options) throws StartException
    {
        return start(options, true);
    }

    /**
     * Starts all parts except the web server and the delivery of notices, for a command that works on the data.
     *
     * @param options the options of the wiki
     * @return the wiki without a URL
     * @throws StartException if it cannot start; the parts that were started are stopped again
     */
    public static CopServer open(WikiOptions options) throws StartException
    {
        return start(options, false);
    }

    private static CopServer start(WikiOptions options, boolean serve) throws StartException
    {
        CopServer server = new CopServer(options);
        boolean done = false;
        try {
            server.startAll(serve);
            done = true;
            return server;
        } finally {
            if (!done) {
                server.close();
            }
        }
    }

    private void startAll(boolean serve) throws StartException
    {
        if (serve) {
            // Bind first: if the port is in use, the start fails before it creates the data folder.
            this.web = new WebServer(this.options);
            this.started.push(this.web);
            this.web.bind();
        }
        this.started.push(DataFolder.open(this.options.data()));
        Stopwatch watch = new Stopwatch();
        this.components = Components.load(this.options);
        this.started.push(this.components::dispose);
        watch.lap("Components");
        startData();
        watch.lap("Database and index");
        startServices();
        startMail(serve);
        watch.lap("Services");
        this.password = FirstStart.run(this.components, this.options);
        watch.lap("Pages and samples");
        if (serve) {
            this.web.serve(this.components);
            watch.lap("Web server");
        }
    }

    private void startData() throws StartException
    {
        CompletableFuture<Index> index = CompletableFuture.supplyAsync(() -> get(Index.class));
        try {
            get(WikiDatabase.class);
            get(Database.class);
        } catch (IllegalStateException e) {
            // Wait for the index: it must not open while close() stops the wiki.
            index.handle((started, failure) -> started).join();
            throw explain(e);
        }
        try {
            index.join();
        } catch (CompletionException e) {
            throw new StartException("The index in the data folder " + this.options.data() + " cannot be opened: "
                + "delete its folder solr, the next start rebuilds it.", e);
        }
    }

    private StartException explain(IllegalStateException e)
    {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException) {
                return new StartException(cause.getMessage(), e);
            }
            if (cause instanceof HikariPool.PoolInitializationException) {
                return new StartException(this.options.databaseUrl() == null
                    ? "The database in the data folder " + this.options.data() + " cannot be opened."
                    : "The database that --db names cannot be reached: check that it runs, and its URL, user and "
                        + "password.", e);
            }
            if (cause instanceof StoreException) {
                return new StartException(cause.getMessage(), e);
            }
        }
        throw e;
    }

    private void startServices()
    {
        LedgerConsumers consumers = get(LedgerConsumers.class);
        consumers.start();
        this.started.push(consumers::stop);
        PageSynchroniser synchroniser = get(PageSynchroniser.class);
        synchroniser.start();
        this.started.push(synchroniser::stop);
    }

    /**
     * Starts mail, and the delivery of notices and the jobs if the wiki serves requests. A command that works on the data
     * delivers no notices and runs only jobs of its own; the next start of the server does the rest.
     */
    private void startMail(boolean serve) throws StartException
    {
        try {
            get(Mail.class);
        } catch (IllegalStateException e) {
            throw explain(e);
        }
        if (serve) {
            NoticeDelivery delivery = get(NoticeDelivery.class);
            delivery.start();
            this.started.push(delivery::stop);
            JobRunner jobs = get(JobRunner.class);
            jobs.start();
            this.started.push(jobs::stop);
        }
    }

    /**
     * @param role the role of a component
     * @param <T> the role
     * @return the component
     */
    public <T> T get(Class<T> role)
    {
        return Components.get(this.components, role);
    }

    /** @return all components */
    public ComponentManager components()
    {
        return this.components;
    }

    /** @return the options of the wiki */
    public WikiOptions options()
    {
        return this.options;
    }

    /** @return the address of the wiki, without a slash at the end */
    public URI uri()
    {
        return this.web.uri();
    }

    /**
     * @return the password of the administrator if this start created a wiki without samples; it is stored only as a
     *         digest
     */
    public Optional<String> newPassword()
    {
        return this.password;
    }

    /** @return whether the samples are installed */
    public boolean hasSamples()
    {
        return FirstStart.hasSamples(get(Settings.class));
    }

    /** Stops all parts in reverse order, even if some of them fail to stop. May be called more than once. */
    @Override
    public synchronized void close()
    {
        while (!this.started.isEmpty()) {
            AutoCloseable part = this.started.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOGGER.error("Failed to stop a part of the wiki; the other parts are stopped.", e);
            }
        }
    }
}
