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

/** One request and what is known of it; bound to the thread that answers it. */
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

    /** @return the exchange of this thread, if it answers a request */
    static Optional<Exchange> current()
    {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * @param request the request
     * @param response the response
     * @param session the session, or {@code null}
     * @return a new exchange, bound to this thread
     */
    static Exchange begin(HttpServletRequest request, HttpServletResponse response, Session session)
    {
        Exchange exchange = new Exchange(request, response, session);
        CURRENT.set(exchange);
        return exchange;
    }

    /** Frees the thread. */
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

    /** @return the session, if there is one */
    Optional<Session> session()
    {
        return Optional.ofNullable(this.session);
    }

    /**
     * @param opener opens a session where there is none
     * @return the session
     */
    Session session(Supplier<Session> opener)
    {
        if (this.session == null) {
            this.session = opener.get();
        }
        return this.session;
    }

    /**
     * @param replacement the session from now on, or {@code null}
     */
    void setSession(Session replacement)
    {
        this.session = replacement;
    }

    /** @return the page that is shown, if a page is */
    Optional<PageId> page()
    {
        return Optional.ofNullable(this.page);
    }

    /**
     * @param shown the page that is shown
     */
    void setPage(PageId shown)
    {
        this.page = shown;
    }

    /** @return the files of the suite's webjar that the page asked for, in that order */
    Set<String> resources()
    {
        return this.resources;
    }

    /**
     * @param name a parameter of the query or of a form
     * @return its value, empty where it has none
     */
    String parameter(String name)
    {
        String value = this.request.getParameter(name);
        return value == null ? "" : value;
    }

    /** @return whether the request asks for a change */
    boolean isPost()
    {
        return "POST".equals(this.request.getMethod());
    }
}
