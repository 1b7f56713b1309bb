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

/** The web server, with the REST resources and the servlets of the wiki. */
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
        // Dispatch a request when its head has arrived: it can be refused before it sends a part of its body.
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
     * Reads two facts from the headers of proxies: that the request came over HTTPS, which makes the session cookie
     * {@code Secure}, and the address of the client of the nearest proxy. Without that address, one person who guesses
     * passwords would slow down the login for everybody behind the proxy.
     */
    private static void believeProxy(Request request)
    {
        List<String> addresses = request.getHttpFields().getCSV(HttpHeader.X_FORWARDED_FOR, false);
        // The client may have sent all addresses before the last one, and may have invented them.
        String nearest = addresses.isEmpty() ? "" : addresses.get(addresses.size() - 1);
        if (nearest.matches("[0-9A-Fa-f.:]{2,45}")) {
            request.setRemoteAddr(InetSocketAddress.createUnresolved(nearest, 0));
        }
        if (HttpScheme.HTTPS.is(request.getHeader("X-Forwarded-Proto"))) {
            request.setHttpURI(HttpURI.build(request.getHttpURI()).scheme(HttpScheme.HTTPS));
            request.setSecure(true);
        }
    }

    /** Binds the port; requests wait until {@link #serve} starts the server. */
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
                    + " is in use: stop the program that listens there, or choose another port with --port.", e);
            }
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return new StartException("There is no host named " + this.options.host() + '.', e);
            }
        }
        return new StartException("The server cannot listen on port " + this.options.port() + " of "
            + this.options.host() + ": choose another port with --port, or another address with --host.", e);
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
        // Counts the running requests, so that a stop waits for them.
        StatisticsHandler statistics = new StatisticsHandler();
        statistics.setHandler(limited(gzip, components));
        context.setErrorHandler(this.server.getErrorHandler());
        this.server.setHandler(statistics);
        try {
            this.server.start();
        } catch (Exception e) {
            // Jetty declares only Exception.
            throw new StartException("Failed to start the web server.", e);
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
            throw new StartException("Failed to create the pages of the wiki.", e);
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
