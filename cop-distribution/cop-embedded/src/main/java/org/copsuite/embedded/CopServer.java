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
 * The whole wiki in this process: data folder, database, index, services, web server. Closing it stops all of it and
 * leaves the data folder free.
 */
public final class CopServer implements AutoCloseable
{
    private static final Logger LOGGER = LoggerFactory.getLogger(CopServer.class);

    private final WikiOptions options;

    /** What has been started, the last first. */
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    private EmbeddableComponentManager components;

    private WebServer web;

    private Optional<String> password = Optional.empty();

    /** Tells how long the parts of a start take; {@code -Dcop.log=DEBUG} shows it. */
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
     * Starts a wiki and waits until it answers.
     *
     * @param options how it is run
     * @return the running wiki
     * @throws StartException if it cannot start; nothing is left running
     */
    public static CopServer start(WikiOptions options) throws StartException
    {
        return start(options, true);
    }

    /**
     * Starts all but the web server, for a command that works on the data.
     *
     * @param options how it is run
     * @return the wiki without a URL
     * @throws StartException if it cannot start; nothing is left running
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
            // A taken port is told before anything is made, the folder too.
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
            // Whatever it was, the index must not start into a wiki that is being stopped.
            index.handle((started, failure) -> started).join();
            throw explain(e);
        }
        try {
            index.join();
        } catch (CompletionException e) {
            throw new StartException("The index in the data folder " + this.options.data() + " cannot be opened: "
                + "delete its folder solr, it is made again.", e);
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
        LedgerConsumers followers = get(LedgerConsumers.class);
        followers.start();
        this.started.push(followers::stop);
        PageSynchroniser synchroniser = get(PageSynchroniser.class);
        synchroniser.start();
        this.started.push(synchroniser::stop);
    }

    /** A command that works on the data brings nobody notices: the next start does. */
    private void startMail(boolean serve) throws StartException
    {
        try {
            get(Mail.class);
        } catch (IllegalStateException e) {
            throw explain(e);
        }
        if (serve) {
            NoticeDelivery deliveries = get(NoticeDelivery.class);
            deliveries.start();
            this.started.push(deliveries::stop);
        }
    }

    /**
     * @param role a component's role
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

    /** @return how the wiki is run */
    public WikiOptions options()
    {
        return this.options;
    }

    /** @return where the wiki answers, without a slash at the end */
    public URI uri()
    {
        return this.web.uri();
    }

    /** @return the password of the administrator of a new wiki without samples, which is told only once */
    public Optional<String> newPassword()
    {
        return this.password;
    }

    /** @return whether the wiki was started with the samples */
    public boolean hasSamples()
    {
        return FirstStart.hasSamples(get(Settings.class));
    }

    /** Stops everything, whatever fails on the way; safe to be called twice. */
    @Override
    public synchronized void close()
    {
        while (!this.started.isEmpty()) {
            AutoCloseable part = this.started.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOGGER.error("A part of the wiki did not stop as it should.", e);
            }
        }
    }
}
