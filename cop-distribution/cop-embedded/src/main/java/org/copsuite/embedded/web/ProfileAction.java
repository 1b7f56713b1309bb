/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import javax.servlet.http.HttpServletResponse;

import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.AccountDraft;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.PageEdit;
import org.copsuite.embedded.store.RefusedException;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.StaleVersionException;
import org.xwiki.component.annotation.Component;

/** Shows and changes a person's own profile: name, about, avatar, password. */
@Component
@Named("profile")
@Singleton
public class ProfileAction extends PageAction
{
    private static final int ABOUT = 20_000;

    private static final int ROWS = 8;

    @Inject
    private Accounts accounts;

    @Inject
    private LoginThrottle throttle;

    @Inject
    private KnownDevices devices;

    @Inject
    private SessionCookies cookies;

    @Inject
    private Editor editor;

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        Account account = this.accounts.find(this.guard.user()).orElseThrow(WebException::forbidden);
        if (!exchange.isPost()) {
            show(exchange, account, AccountForms.Typed.of(account), about(account), "", 200);
            return;
        }
        AccountForms.Typed typed = AccountForms.Typed.of(exchange);
        String about = exchange.parameter("about").replace("\r\n", "\n");
        try {
            switch (exchange.parameter("do")) {
                case "password" -> password(exchange, account);
                case "avatar" -> avatar(exchange, account, false);
                case "avatar-remove" -> avatar(exchange, account, true);
                default -> profile(exchange, account, typed, about);
            }
        } catch (RefusedException e) {
            boolean profile = exchange.parameter("do").equals("profile");
            show(exchange, account, profile ? typed : AccountForms.Typed.of(account),
                profile ? about : about(account), text(e.getKey(), e.getArguments()), 400);
        }
    }

    private String about(Account account)
    {
        return this.pages.load(account.profile()).map(Page::content).orElse("");
    }

    private void profile(Exchange exchange, Account account, AccountForms.Typed typed, String about)
        throws RefusedException, IOException
    {
        if (about.length() > ABOUT) {
            throw new RefusedException("embedded.profile.about.long", ABOUT);
        }
        AccountDraft draft = AccountForms.draft(typed, true);
        Page page = this.pages.load(account.profile()).orElse(null);
        Account changed = this.accounts.update(account.id(), draft);
        Page fresh = this.pages.load(account.profile()).orElse(page);
        try {
            if (fresh == null || !fresh.content().equals(about)) {
                String expected = exchange.parameter("version");
                boolean renamed = page != null && page.version().equals(expected);
                this.store.edit(new PageEdit(account.profile(), changed.name(), about, account.id(), null, "", false,
                    renamed && fresh != null ? fresh.version() : expected.isEmpty() ? null : expected));
            }
        } catch (StaleVersionException e) {
            show(exchange, changed, typed, about, text("embedded.profile.conflict"),
                HttpServletResponse.SC_CONFLICT);
            return;
        }
        this.layout.redirect(exchange, this.links.view(account.profile()), "profile");
    }

    private void password(Exchange exchange, Account account) throws RefusedException
    {
        String address = exchange.request().getRemoteAddr();
        LoginThrottle.Attempt attempt =
            this.throttle.begin(account.login(), address, this.devices.of(exchange.request(), account.login()));
        if (attempt.retryAfter() > 0) {
            throw new RefusedException("embedded.login.throttled", attempt.retryAfter());
        }
        if (this.accounts.authenticate(account.login(), exchange.parameter("current")).isEmpty()) {
            throw new RefusedException("embedded.profile.password.wrong");
        }
        attempt.succeeded();
        if (!exchange.parameter("password").equals(exchange.parameter("again"))) {
            throw new RefusedException("embedded.profile.password.differ");
        }
        this.accounts.setPassword(account.id(), exchange.parameter("password"));
        this.cookies.open(exchange, account.id());
        this.layout.redirect(exchange, "/bin/profile", "password");
    }

    private void avatar(Exchange exchange, Account account, boolean remove)
        throws RefusedException, WebException, IOException
    {
        byte[] picture = null;
        if (!remove) {
            try (InputStream stream = UploadAction.file(exchange).getInputStream()) {
                picture = stream.readNBytes(Accounts.AVATAR_SIZE + 1);
            }
        }
        this.accounts.setAvatar(account.id(), picture);
        this.layout.redirect(exchange, "/bin/profile", "avatar");
    }

    private void show(Exchange exchange, Account account, AccountForms.Typed typed, String about, String error,
        int status) throws IOException
    {
        Map<String, Object> values = new HashMap<>();
        values.put("error", error);
        values.put("typed", typed);
        values.put("account", account);
        values.put("version", this.pages.load(account.profile()).map(Page::version).orElse(""));
        values.put("field", this.editor.field(new Editor.Field("wiki-about", "about", about, ROWS, ABOUT,
            account.profile(), false, "wiki-about-help")));
        values.put("token", this.requests.token());
        values.put("locales", AccountForms.locales());
        values.put("zones", AccountForms.zones());
        values.put("avatarSize", Accounts.AVATAR_SIZE / 1024);
        values.put("passwordLength", Accounts.PASSWORD_LENGTH);
        values.put("back", this.links.view(account.profile()));
        this.layout.send(exchange,
            View.of(text("embedded.profile.title"), print("profile", values)).with(status));
    }
}
