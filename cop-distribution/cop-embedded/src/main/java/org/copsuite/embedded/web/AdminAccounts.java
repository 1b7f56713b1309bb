/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.embedded.render.PageUrls;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.AccountDraft;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.RefusedException;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.Requests;
import org.xwiki.component.annotation.Component;

/** Creates, changes and disables accounts, and sets passwords. */
@Component
@Named("accounts")
@Singleton
public class AdminAccounts implements AdminSection
{
    private static final int SHOWN = 50;

    private static final String HERE = "/bin/admin?section=accounts";

    @Inject
    private Accounts accounts;

    @Inject
    private Layout layout;

    @Inject
    private Guard guard;

    @Inject
    private Links links;

    @Inject
    private Requests requests;

    /**
     * An account in the list.
     *
     * @param account the account
     * @param profile the URL of its profile page
     * @param edit the URL of its form
     */
    public record Line(Account account, String profile, String edit)
    {
    }

    @Override
    public Html show(Exchange exchange, String error) throws WebException
    {
        Map<String, Object> values = new HashMap<>();
        String login = exchange.parameter("login");
        boolean creating = "create".equals(exchange.parameter("do"));
        values.put("token", this.requests.token());
        values.put("locales", AccountForms.locales());
        values.put("zones", AccountForms.zones());
        values.put("passwordLength", Accounts.PASSWORD_LENGTH);
        if (!login.isEmpty() && !creating) {
            Account account = this.accounts.byLogin(login).orElseThrow(WebException::notFound);
            boolean typed = !error.isEmpty() && "update".equals(exchange.parameter("do"));
            values.put("account", account);
            values.put("typed", typed ? AccountForms.Typed.of(exchange) : AccountForms.Typed.of(account));
            values.put("own", account.id().equals(this.guard.user()));
            return this.layout.print("admin-account", values);
        }
        values.put("login", creating ? login : "");
        values.put("typed", creating ? AccountForms.Typed.of(exchange) : new AccountForms.Typed("", "", "en", "UTC"));
        List<Account> found = this.accounts.list(exchange.parameter("after"), SHOWN + 1);
        boolean more = found.size() > SHOWN;
        List<Account> shown = more ? found.subList(0, SHOWN) : found;
        values.put("accounts", shown.stream().map(account -> new Line(account, this.links.view(account.profile()),
            HERE + "&login=" + PageUrls.encode(account.login()))).toList());
        values.put("next", more ? HERE + "&after=" + PageUrls.encode(shown.get(SHOWN - 1).login()) : "");
        values.put("count", this.accounts.count());
        return this.layout.print("admin-accounts", values);
    }

    @Override
    public String act(Exchange exchange) throws RefusedException, WebException
    {
        String login = exchange.parameter("login").strip();
        if ("create".equals(exchange.parameter("do"))) {
            String password = exchange.parameter("password");
            this.accounts.create(login, password.isEmpty() ? null : password,
                AccountForms.draft(AccountForms.Typed.of(exchange), true));
            return "account";
        }
        Account account = this.accounts.byLogin(login).orElseThrow(WebException::notFound);
        switch (exchange.parameter("do")) {
            case "update" -> this.accounts.update(account.id(),
                AccountForms.draft(AccountForms.Typed.of(exchange), account.active()));
            case "disable", "enable" -> activate(account, "enable".equals(exchange.parameter("do")));
            case "password" -> {
                this.accounts.setPassword(account.id(), exchange.parameter("password"));
                return "password";
            }
            default -> throw WebException.wrong("embedded.error.request");
        }
        return "account";
    }

    /** Enables or disables an account. Administrators cannot disable their own account. */
    private void activate(Account account, boolean active) throws RefusedException
    {
        if (!active && account.id().equals(this.guard.user())) {
            throw new RefusedException("embedded.admin.accounts.own");
        }
        this.accounts.update(account.id(),
            new AccountDraft(account.name(), account.email(), account.locale(), account.zone(), active));
    }

    @Override
    public String after(Exchange exchange)
    {
        boolean creating = "create".equals(exchange.parameter("do"));
        return creating ? HERE : HERE + "&login=" + PageUrls.encode(exchange.parameter("login").strip());
    }
}
