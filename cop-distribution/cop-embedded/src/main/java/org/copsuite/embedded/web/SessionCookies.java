/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

import org.copsuite.embedded.store.Sessions;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Stores the secret of a session in a cookie that scripts cannot read and that forms of other sites do not send. */
@Component(roles = SessionCookies.class)
@Singleton
public class SessionCookies
{
    private static final String NAME = "cop_session";

    /** The request attribute that caches the session, because the transport needs the session before the wiki does. */
    private static final String FOUND = SessionCookies.class.getName();

    @Inject
    private Sessions sessions;

    /**
     * @param request a request
     * @return its session, empty if it has none or the session has expired
     */
    public Optional<Session> find(HttpServletRequest request)
    {
        if (request.getAttribute(FOUND) instanceof Optional<?> found) {
            return found.map(Session.class::cast);
        }
        Optional<Session> session = read(request);
        request.setAttribute(FOUND, session);
        return session;
    }

    private Optional<Session> read(HttpServletRequest request)
    {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (NAME.equals(cookie.getName())) {
                Optional<Session> session = this.sessions.find(cookie.getValue());
                if (session.isPresent()) {
                    return session;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Opens a session and closes the previous one, so that the secret changes when a person signs in.
     *
     * @param exchange the exchange
     * @param user the person who has signed in, or the guest
     * @return the new session
     */
    Session open(Exchange exchange, UserId user)
    {
        exchange.session().ifPresent(before -> this.sessions.close(before.secret()));
        Session session = this.sessions.open(user);
        exchange.setSession(session);
        set(exchange, session.secret(), "");
        return session;
    }

    /**
     * Extends a session to its full lifetime, and sets the cookie if the secret changes.
     *
     * @param exchange the exchange
     * @param session the session of the exchange
     */
    void renew(Exchange exchange, Session session)
    {
        Session fresh = this.sessions.renew(session);
        if (!fresh.secret().equals(session.secret())) {
            exchange.setSession(fresh);
            set(exchange, fresh.secret(), "");
        }
    }

    /**
     * Closes the session of the exchange, if it has one, and deletes the cookie.
     *
     * @param exchange the exchange
     */
    void close(Exchange exchange)
    {
        exchange.session().ifPresent(before -> this.sessions.close(before.secret()));
        exchange.setSession(null);
        set(exchange, "", "; Max-Age=0");
    }

    private static void set(Exchange exchange, String value, String more)
    {
        String secure = exchange.request().isSecure() ? "; Secure" : "";
        exchange.response().setHeader("Set-Cookie",
            NAME + '=' + value + "; Path=/; HttpOnly; SameSite=Lax" + secure + more);
    }
}
