/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.wiki.PageId;

/** One request with its response, session and page. It is bound to the thread that processes the request. */
final class Exchange
{
    private static final ThreadLocal<Exchange> CURRENT = new ThreadLocal<>();

    private final HttpServletRequest request;

    private final HttpServletResponse response;

    private Session session;

    private PageId page;

    private final Set<String> resources = new LinkedHashSet<>();

    private Exchange(HttpServletRequest request, HttpServletResponse response, Session session)
    {
        this.request = request;
        this.response = response;
        this.session = session;
    }

    /** @return the exchange of the current thread, empty if it processes no request */
    static Optional<Exchange> current()
    {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * Creates an exchange and binds it to the current thread.
     *
     * @param request the request
     * @param response the response
     * @param session the session, may be {@code null}
     * @return the new exchange
     */
    static Exchange begin(HttpServletRequest request, HttpServletResponse response, Session session)
    {
        Exchange exchange = new Exchange(request, response, session);
        CURRENT.set(exchange);
        return exchange;
    }

    /** Removes the exchange from the current thread. */
    static void end()
    {
        CURRENT.remove();
    }

    HttpServletRequest request()
    {
        return this.request;
    }

    HttpServletResponse response()
    {
        return this.response;
    }

    /** @return the session, empty if there is none */
    Optional<Session> session()
    {
        return Optional.ofNullable(this.session);
    }

    /**
     * @param opener opens a session; called only if there is none
     * @return the session
     */
    Session session(Supplier<Session> opener)
    {
        if (this.session == null) {
            this.session = opener.get();
        }
        return this.session;
    }

    /** @param replacement the new session, {@code null} for none */
    void setSession(Session replacement)
    {
        this.session = replacement;
    }

    /** @return the page that is shown, empty if the request shows no page */
    Optional<PageId> page()
    {
        return Optional.ofNullable(this.page);
    }

    /** @param shown the page that is shown */
    void setPage(PageId shown)
    {
        this.page = shown;
    }

    /** @return the files of the suite's webjar that the page uses, in the order of their first use */
    Set<String> resources()
    {
        return this.resources;
    }

    /**
     * @param name the name of a parameter of the query or of a form
     * @return its value, empty if it is missing
     */
    String parameter(String name)
    {
        String value = this.request.getParameter(name);
        return value == null ? "" : value;
    }

    /** @return whether the request is a POST, which may change data */
    boolean isPost()
    {
        return "POST".equals(this.request.getMethod());
    }
}
