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
import org.xwiki.component.annotation.Component;

/** Signs in. */
@Component
@Named("login")
@Singleton
public class LoginAction extends PageAction
{
    private static final int TOO_MANY = 429;

    private static final int LENGTH = 300;

    @Inject
    private Accounts accounts;

    @Inject
    private SessionCookies cookies;

    @Inject
    private LoginThrottle throttle;

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
        if (!this.throttle.mayTry(login, address)) {
            form(exchange, TOO_MANY, login, to, text("embedded.login.throttled", LoginThrottle.MINUTES));
            return;
        }
        Optional<Account> account = login.length() > LENGTH || password.length() > LENGTH ? Optional.empty()
            : this.accounts.authenticate(login, password);
        if (account.isEmpty()) {
            this.throttle.failed(login, address);
            form(exchange, 401, login, to, text("embedded.login.failed"));
            return;
        }
        this.throttle.succeeded(login);
        this.cookies.open(exchange, account.get().id());
        this.layout.redirect(exchange, to, "");
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

    /** Where to go afterwards: a place of ours, whatever the link said. */
    private String local(String to)
    {
        boolean ours = to.matches("/(?:[^/\\\\].*)?") && to.chars().noneMatch(c -> c < ' ' || c == '\\' || c > '~')
            && !to.startsWith("/bin/login") && !to.startsWith("/bin/logout") && to.length() < 2000;
        return ours ? to : this.layout.home();
    }
}
