/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.Visitors;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.embedded.store.Settings;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Implements access to the request of the current thread. A guest gets a session only when a form needs a token. */
@Component
@Singleton
public class EmbeddedRequests implements Requests
{
    /** The name of the form field with the form token. */
    static final String TOKEN = "form_token";

    private static final Set<Locale> KNOWN = Set.of(Locale.getAvailableLocales());

    private final Visitors visitors = new Visitors();

    @Inject
    private SessionCookies cookies;

    @Inject
    private People people;

    @Inject
    private Accounts accounts;

    @Inject
    private Settings settings;

    @Override
    public String token()
    {
        return Exchange.current().map(this::token).orElse("");
    }

    private String token(Exchange exchange)
    {
        Session session = exchange.session(() -> this.cookies.open(exchange, UserId.GUEST));
        this.cookies.renew(exchange, session);
        return session.token();
    }

    @Override
    public boolean isTokenValid(String token)
    {
        return isToken(Exchange.current().flatMap(Exchange::session), token);
    }

    /** @return whether the token is that of the session; compared in constant time */
    static boolean isToken(Optional<Session> session, String token)
    {
        if (token == null || token.isEmpty()) {
            return false;
        }
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        return session.map(Session::token)
            .map(expected -> MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given)).orElse(false);
    }

    @Override
    public Locale locale()
    {
        return this.accounts.find(this.people.current()).map(Account::locale)
            .or(() -> this.settings.get(Settings.LOCALE).map(Locale::forLanguageTag))
            .or(() -> Exchange.current().map(exchange -> known(exchange.request().getLocale()))).orElse(Locale.ENGLISH);
    }

    /** One of the locales that there are: a client may send any, and formats of each stay in memory. */
    private static Locale known(Locale sent)
    {
        Locale language = new Locale(sent.getLanguage());
        if (sent.getLanguage().isEmpty() || !KNOWN.contains(language)) {
            return Locale.ENGLISH;
        }
        return KNOWN.contains(sent) ? sent : language;
    }

    @Override
    public WikiId wiki()
    {
        return WikiOptions.WIKI;
    }

    @Override
    public Optional<PageId> page()
    {
        return Exchange.current().flatMap(Exchange::page);
    }

    @Override
    public Optional<String> parameter(String name)
    {
        return Exchange.current().map(exchange -> parameter(exchange, name));
    }

    /**
     * @return the value, {@code null} if it is missing or the body is not a valid form. The code that reads the body
     *         refuses such a body
     */
    private static String parameter(Exchange exchange, String name)
    {
        try {
            return exchange.request().getParameter(name);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return null;
        }
    }

    @Override
    public String visitor()
    {
        return Exchange.current().map(Exchange::request)
            .map(request -> this.visitors.name(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"),
                request.getHeader("User-Agent"), request.getHeader("Accept-Language")))
            .orElse("");
    }
}
