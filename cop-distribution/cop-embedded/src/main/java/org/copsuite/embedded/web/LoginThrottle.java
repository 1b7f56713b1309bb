/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.inject.Singleton;

import org.copsuite.embedded.http.ClientAddress;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Slows down password guessing. It counts an attempt before the password is checked: per account and network, per
 * network, and on a known device of the owner per device. After a number of failures each further failure doubles the
 * delay until the next attempt is allowed. No account is ever locked: while somebody guesses, its owner can sign in
 * from another network or from a known device. Thread-safe; counts are in memory.
 */
@Component(roles = LoginThrottle.class)
@Singleton
public class LoginThrottle
{
    /** The number of failures of one network or known device on one account that cause no delay. */
    static final int PER_ACCOUNT = 10;

    /** The number of failures of one network on all accounts that cause no delay. */
    static final int PER_NETWORK = 50;

    /** The same for all IPv6 networks of one site; one customer of a provider has 65,536 networks. */
    static final int PER_SITE = 200;

    /** The number of failures of all networks on one account from which {@link #FEW} replaces {@link #PER_ACCOUNT}. */
    static final int MANY = 100;

    /** The number of failures of one network on such an account that cause no delay. */
    static final int FEW = 2;

    /** The maximum delay, in seconds. */
    static final int LONGEST_DELAY = 300;

    /** The time without an attempt after which failures are forgotten. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private static final int KEYS = 200_000;

    private static final int LONGEST_LOGIN = 100;

    private static final int DOUBLINGS = 20;

    private final Clock clock;

    private final Cache<String, Count> counts;

    /** Creates a throttle that uses the system clock. */
    public LoginThrottle()
    {
        this(Clock.systemUTC());
    }

    LoginThrottle(Clock clock)
    {
        this.clock = clock;
        this.counts = Caffeine.newBuilder().maximumSize(KEYS).expireAfterAccess(MEMORY)
            .ticker(() -> Duration.ofMillis(clock.millis()).toNanos()).build();
    }

    /** A counter of failures, including running attempts. */
    private static final class Count
    {
        private int failures;

        private long notBefore;
    }

    /**
     * A counter that an attempt increments.
     *
     * @param count the counter
     * @param free the number of failures that cause no delay
     * @param own whether a success resets the counter; otherwise it only takes back this attempt
     */
    private record Share(Count count, int free, boolean own)
    {
    }

    /** An attempt to sign in. It counts as a failure until {@link #succeeded} is called. */
    final class Attempt
    {
        private final List<Share> shares;

        private final int retryAfter;

        Attempt(List<Share> shares, int retryAfter)
        {
            this.shares = shares;
            this.retryAfter = retryAfter;
        }

        /** @return 0 if the password may be checked now, otherwise seconds until the next attempt is allowed */
        int retryAfter()
        {
            return this.retryAfter;
        }

        /** Takes the failure back: the password is correct. */
        void succeeded()
        {
            synchronized (LoginThrottle.this) {
                for (Share share : this.shares) {
                    share.count().failures = share.own() ? 0 : Math.max(0, share.count().failures - 1);
                    if (share.count().failures < share.free()) {
                        share.count().notBefore = 0;
                    }
                }
            }
        }
    }

    /**
     * Counts an attempt before its password is checked.
     *
     * @param login the submitted login
     * @param address the address of the client
     * @param device the name of a known device of the owner of this login, empty if there is none
     * @return the attempt; if it is not allowed, no counter was incremented
     */
    synchronized Attempt begin(String login, String address, String device)
    {
        List<Share> shares = shares(key(login), address, device);
        long now = this.clock.millis();
        long until = shares.stream().mapToLong(share -> share.count().notBefore).max().orElse(0);
        if (until > now) {
            return new Attempt(List.of(), (int) Math.min(LONGEST_DELAY, 1 + (until - now) / 1000));
        }
        for (Share share : shares) {
            share.count().failures++;
            int beyond = share.count().failures - share.free();
            if (beyond >= 0) {
                long delay = Math.min(LONGEST_DELAY, 2L << Math.min(DOUBLINGS, beyond));
                share.count().notBefore = now + delay * 1000;
            }
        }
        return new Attempt(shares, 0);
    }

    private List<Share> shares(String login, String address, String device)
    {
        if (!device.isEmpty()) {
            return List.of(new Share(count("device " + device + ' ' + login), PER_ACCOUNT, true));
        }
        String network = ClientAddress.network(address);
        String site = ClientAddress.site(address);
        List<Share> shares = new ArrayList<>();
        Count account = count("account " + login);
        shares.add(new Share(account, Integer.MAX_VALUE, false));
        shares.add(new Share(count("pair " + network + ' ' + login), account.failures < MANY ? PER_ACCOUNT : FEW, true));
        shares.add(new Share(count("network " + network), PER_NETWORK, false));
        if (!site.equals(network)) {
            shares.add(new Share(count("site " + site), PER_SITE, false));
        }
        return shares;
    }

    private Count count(String key)
    {
        return this.counts.get(key, name -> new Count());
    }

    /**
     * All logins that are longer than any valid login share one counter; otherwise a few long ones would fill the
     * memory.
     */
    private static String key(String login)
    {
        String typed = login.strip();
        return typed.length() > LONGEST_LOGIN ? "" : typed.toLowerCase(Locale.ROOT);
    }
}
