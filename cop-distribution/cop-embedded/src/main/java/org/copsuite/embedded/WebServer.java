/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.copsuite.embedded.http.Transport;
import org.copsuite.embedded.web.WikiRequestPolicy;
import org.copsuite.embedded.web.WikiServlets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;

/** The web server: REST and the wiki's own servlets. */
final class WebServer implements AutoCloseable
{
    private static final int GZIP_FROM = 1024;

    private final WikiOptions options;

    private final Server server;

    private final ServerConnector connector;

    private final Transport transport;

    WebServer(WikiOptions options)
    {
        this.options = options;
        QueuedThreadPool threads = new QueuedThreadPool(Transport.threads(), 4);
        threads.setName("web");
        this.server = new Server(threads);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        // A request is refused by its head; it need not send a part of its body first.
        configuration.setDelayDispatchUntilContent(false);
        if (options.proxied()) {
            configuration.addCustomizer((connection, settings, request) -> believeProxy(request));
        }
        this.connector = new ServerConnector(this.server, 1, 1, new HttpConnectionFactory(configuration));
        this.connector.setHost(options.host());
        this.connector.setPort(options.port());
        this.connector.setIdleTimeout(TimeUnit.SECONDS.toMillis(30));
        this.server.addConnector(this.connector);
        this.transport = new Transport(this.connector, options.proxied());
        this.server.setStopTimeout(TimeUnit.SECONDS.toMillis(2));
    }

    /**
     * Of all that proxies say, only that it was HTTPS (the cookie of a session is never sent without it then) and whom the
     * nearest one answered: who guesses passwords would else close the login for all who come through it.
     */
    private static void believeProxy(Request request)
    {
        List<String> addresses = request.getHttpFields().getCSV(HttpHeader.X_FORWARDED_FOR, false);
        // Those before the last one came with the request, and may be anybody's invention.
        String nearest = addresses.isEmpty() ? "" : addresses.get(addresses.size() - 1);
        if (nearest.matches("[0-9A-Fa-f.:]{2,45}")) {
            request.setRemoteAddr(InetSocketAddress.createUnresolved(nearest, 0));
        }
        if (HttpScheme.HTTPS.is(request.getHeader("X-Forwarded-Proto"))) {
            request.setHttpURI(HttpURI.build(request.getHttpURI()).scheme(HttpScheme.HTTPS));
            request.setSecure(true);
        }
    }

    /** Takes the port; a request waits until {@link #serve}. */
    void bind() throws StartException
    {
        try {
            this.connector.open();
        } catch (IOException | UnresolvedAddressException e) {
            throw explain(e);
        }
    }

    private StartException explain(Exception e)
    {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
                return new StartException("Port " + this.options.port() + " of " + this.options.host()
                    + " is taken: stop what listens there, or name another with --port.", e);
            }
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return new StartException("There is no host named " + this.options.host() + '.', e);
            }
        }
        return new StartException("Port " + this.options.port() + " of " + this.options.host()
            + " cannot be listened on: name another with --port, or another address with --host.", e);
    }

    void serve(ComponentManager components) throws StartException
    {
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.setContextPath("/");
        context.addServlet(new ServletHolder("rest", RestServlet.of(components)), "/rest/*");
        install(context, components);
        GzipHandler gzip = new GzipHandler();
        gzip.setMinGzipSize(GZIP_FROM);
        gzip.setHandler(context);
        // Counts requests under way, so that stopping lets them end.
        StatisticsHandler statistics = new StatisticsHandler();
        statistics.setHandler(limited(gzip, components));
        context.setErrorHandler(this.server.getErrorHandler());
        this.server.setHandler(statistics);
        try {
            this.server.start();
        } catch (Exception e) {
            // Jetty declares no more than this.
            throw new StartException("The web server could not be started.", e);
        }
    }

    private Handler limited(Handler wiki, ComponentManager components) throws StartException
    {
        try {
            return this.transport.around(components.getInstance(WikiRequestPolicy.class),
                this.options.data().toAbsolutePath().resolve("tmp").resolve("bodies"), wiki);
        } catch (ComponentLookupException | IOException e) {
            throw new StartException("The folder tmp of the data folder " + this.options.data() + " cannot be used.", e);
        }
    }

    private static void install(ServletContextHandler context, ComponentManager components) throws StartException
    {
        try {
            WikiServlets.install(context, components);
        } catch (ComponentLookupException e) {
            throw new StartException("The pages of the wiki could not be made.", e);
        }
    }

    URI uri()
    {
        String host = this.options.host().contains(":") ? '[' + this.options.host() + ']' : this.options.host();
        return URI.create("http://" + host + ':' + this.connector.getLocalPort());
    }

    @Override
    public void close() throws Exception
    {
        this.server.stop();
        this.connector.close();
        this.server.destroy();
    }
}
