/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Slows down who guesses passwords: a login is closed after ten failures, an address after fifty, for a while. */
@Component(roles = LoginThrottle.class)
@Singleton
public class LoginThrottle
{
    /** How long it stays closed, in minutes. */
    static final int MINUTES = 10;

    private static final int PER_LOGIN = 10;

    private static final int PER_ADDRESS = 50;

    private static final int KEYS = 100_000;

    private static final int LONGEST = 100;

    private final Cache<String, AtomicInteger> failures =
        Caffeine.newBuilder().maximumSize(KEYS).expireAfterWrite(Duration.ofMinutes(MINUTES)).build();

    /**
     * @param login what was typed
     * @param address where from
     * @return whether it may be tried now
     */
    boolean mayTry(String login, String address)
    {
        return count(login(login)) < PER_LOGIN && count(address(address)) < PER_ADDRESS;
    }

    /**
     * @param login what was typed
     * @param address where from
     */
    void failed(String login, String address)
    {
        this.failures.get(login(login), key -> new AtomicInteger()).incrementAndGet();
        this.failures.get(address(address), key -> new AtomicInteger()).incrementAndGet();
    }

    /**
     * @param login who signed in
     */
    void succeeded(String login)
    {
        this.failures.invalidate(login(login));
    }

    private int count(String key)
    {
        AtomicInteger count = this.failures.getIfPresent(key);
        return count == null ? 0 : count.get();
    }

    /** What nobody can be called is counted as one: else a few long ones would fill the memory. */
    private static String login(String login)
    {
        String typed = login.strip();
        return "login:" + (typed.length() > LONGEST ? "" : typed.toLowerCase(Locale.ROOT));
    }

    private static String address(String address)
    {
        return "address:" + address;
    }
}
