/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.apache.commons.lang3.exception.ExceptionUtils;
import org.copsuite.db.Outage;
import org.copsuite.embedded.render.PageUrls;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Requests;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/** Finds the action and the page of a URL, checks the form token of every POST, and shows failures. */
@Component(roles = ActionServlet.class)
@Singleton
public class ActionServlet extends HttpServlet
{
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Map<String, Action> actions;

    @Inject
    private transient Requests requests;

    @Inject
    private transient Guard guard;

    @Inject
    private transient Layout layout;

    @Inject
    private transient Logger logger;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException
    {
        Exchange exchange = Exchange.current().orElseThrow(() -> new ServletException("RequestFilter is missing"));
        try {
            answer(exchange);
        } catch (WebException e) {
            this.layout.refuse(exchange, e);
        } catch (IOException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            fail(exchange, e);
        }
    }

    private void fail(Exchange exchange, Throwable e) throws IOException
    {
        if (Outage.is(e)) {
            this.logger.warn("Failed to serve a request to [{}] for now: [{}]; the client is asked to try again.",
                exchange.request().getServletPath(), e.getClass().getName());
            throw e instanceof RuntimeException outage ? outage : new IllegalStateException(e);
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        this.logger.error("Failed to process the request [{}] for [{}]; the client gets the number of the request.",
            number, exchange.request().getServletPath(), e);
        if (!exchange.response().isCommitted()) {
            this.layout.refuse(exchange,
                new WebException(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "embedded.error.internal", number));
        }
    }

    private void answer(Exchange exchange) throws WebException, IOException
    {
        HttpServletRequest request = exchange.request();
        String path = request.getRequestURI();
        if (!path.startsWith(PageUrls.ROOT)) {
            if (path.length() > 1) {
                throw WebException.notFound();
            }
            this.layout.redirect(exchange, this.layout.home(), "");
            return;
        }
        String rest = path.substring(PageUrls.ROOT.length());
        int slash = rest.indexOf('/');
        String name = slash < 0 ? rest : rest.substring(0, slash);
        Action action = this.actions.get(name);
        if (action == null) {
            throw WebException.notFound();
        }
        boolean post = exchange.isPost();
        if (!post && !"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
            exchange.response().setHeader("Allow", "GET, HEAD, POST");
            throw new WebException(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "embedded.error.method");
        }
        if (!"download".equals(name)) {
            exchange.setPage(page(slash < 0 ? "" : decode(rest.substring(slash + 1))));
        }
        String token = token(exchange);
        if (post && !this.requests.isTokenValid(token)) {
            if (action instanceof SaveAction save) {
                save.again(exchange);
                return;
            }
            throw new WebException(HttpServletResponse.SC_FORBIDDEN, "embedded.error.token");
        }
        try {
            action.run(exchange);
        } catch (MovedException e) {
            if (post) {
                throw WebException.notFound();
            }
            this.layout.redirect(exchange, moved(request, name, e.target()), "");
        }
    }

    /** @return the URL of the same action for the current page id of a moved page */
    private static String moved(HttpServletRequest request, String action, PageId target) throws WebException
    {
        String query = request.getQueryString() == null ? "" : '?' + request.getQueryString();
        if ("download".equals(action)) {
            String path = request.getRequestURI();
            return PageUrls.file(target, PageUrls.name(decode(path.substring(path.lastIndexOf('/') + 1)))) + query;
        }
        return PageUrls.of(target, action, Map.of()) + query;
    }

    /**
     * Reads the form token, which parses the query and the body. Refuses a request with an invalid encoding or too many
     * bytes here, before an action reads a parameter.
     *
     * @return the token, may be {@code null}
     */
    private static String token(Exchange exchange) throws WebException
    {
        try {
            return exchange.request().getParameter(EmbeddedRequests.TOKEN);
        } catch (RuntimeException e) {
            if (ExceptionUtils.indexOfType(e, IllegalStateException.class) >= 0) {
                throw new WebException(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "embedded.error.large");
            }
            throw WebException.wrong("embedded.error.request");
        }
    }

    /**
     * @param path a path or a segment of a path, percent-encoded
     * @return the decoded path
     * @throws WebException if the encoding is invalid
     */
    static String decode(String path) throws WebException
    {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw WebException.wrong("embedded.error.request");
        }
    }

    private PageId page(String path) throws WebException
    {
        if (path.isEmpty()) {
            return Layout.MAIN;
        }
        Optional<PageId> page = PageUrls.page(path);
        return page.map(this::existing).orElseThrow(WebException::notFound);
    }

    /** A path without a slash at the end may name a page or a space. The page takes precedence if both exist. */
    private PageId existing(PageId page)
    {
        if (page.isHome() || this.guard.isKnown(page)) {
            return page;
        }
        PageId home = page.space().child(page.name()).home();
        return this.guard.isKnown(home) ? home : page;
    }
}
