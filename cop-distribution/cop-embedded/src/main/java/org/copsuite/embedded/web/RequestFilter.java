/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.wiki.People;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;

/**
 * Filters all requests, including REST: sets the security headers, finds the session, and runs the rest of the chain as
 * the person who has signed in.
 */
@Component(roles = RequestFilter.class)
@Singleton
public class RequestFilter implements Filter
{
    @Inject
    private SessionCookies cookies;

    @Inject
    private People people;

    @Inject
    private Accounts accounts;

    @Inject
    private Execution execution;

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
        throws IOException, ServletException
    {
        HttpServletRequest request = (HttpServletRequest) anyRequest;
        HttpServletResponse response = (HttpServletResponse) anyResponse;
        SecurityHeaders.set(response);
        if (request.getRequestURI().startsWith(Resources.ROOT)) {
            chain.doFilter(request, response);
            return;
        }
        request.setCharacterEncoding("UTF-8");
        Session session = this.cookies.find(request).orElse(null);
        UserId user = session == null ? UserId.GUEST : active(session.user());
        response.setHeader("Cache-Control", user.isGuest() ? "private, no-cache" : "no-store");
        Exchange.begin(request, response, session);
        this.execution.setContext(new ExecutionContext());
        try {
            this.people.as(user, () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        } finally {
            this.execution.removeContext();
            Exchange.end();
        }
    }

    private UserId active(UserId user)
    {
        return this.accounts.find(user).filter(Account::active).map(Account::id).orElse(UserId.GUEST);
    }
}
