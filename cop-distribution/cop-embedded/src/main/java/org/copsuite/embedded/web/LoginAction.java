/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.SignInAttempts;
import org.xwiki.component.annotation.Component;

/** Signs a person in. */
@Component
@Named("login")
@Singleton
public class LoginAction extends PageAction
{
    private static final int TOO_MANY = 429;

    /** The maximum length of a login that is checked; logins of accounts are shorter. */
    private static final int LENGTH = 300;

    @Inject
    private Accounts accounts;

    @Inject
    private SessionCookies cookies;

    @Inject
    private LoginThrottle throttle;

    @Inject
    private KnownDevices devices;

    @Inject
    private SignInAttempts attempts;

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        String to = local(exchange.parameter("to"));
        if (!exchange.isPost()) {
            form(exchange, 200, "", to, "");
            return;
        }
        String login = exchange.parameter("login").strip();
        String password = exchange.parameter("password");
        String address = exchange.request().getRemoteAddr();
        LoginThrottle.Attempt attempt =
            this.throttle.begin(login, address, this.devices.of(exchange.request(), login));
        if (attempt.retryAfter() > 0) {
            exchange.response().setHeader("Retry-After", Integer.toString(attempt.retryAfter()));
            form(exchange, TOO_MANY, login, to, text("embedded.login.throttled", attempt.retryAfter()));
            return;
        }
        Optional<Account> account = login.length() > LENGTH || password.length() > Accounts.PASSWORD_LONGEST ? Optional.empty()
            : this.accounts.authenticate(login, password);
        if (account.isEmpty()) {
            this.accounts.byLogin(login).ifPresent(owner -> this.attempts.failed(owner.id()));
            form(exchange, 401, login, to, text("embedded.login.failed"));
            return;
        }
        attempt.succeeded();
        this.cookies.open(exchange, account.get().id());
        this.devices.remember(exchange, login);
        this.layout.redirect(exchange, to, this.attempts.succeeded(account.get().id()) ? "attempts" : "");
    }

    private void form(Exchange exchange, int status, String login, String to, String error) throws IOException
    {
        Map<String, Object> values = new HashMap<>();
        values.put("login", login);
        values.put("to", to);
        values.put("error", error);
        values.put("token", this.requests.token());
        this.layout.send(exchange, View.of(text("embedded.login"), print("login", values)).with(status));
    }

    /**
     * Validates the URL to return to.
     *
     * @return the URL if it is local to this wiki, otherwise the URL of the start page
     */
    private String local(String to)
    {
        boolean ours = to.matches("/(?:[^/\\\\].*)?") && to.chars().noneMatch(c -> c < ' ' || c == '\\' || c > '~')
            && !to.startsWith("/bin/login") && !to.startsWith("/bin/logout") && to.length() < 2000;
        return ours ? to : this.layout.home();
    }
}
