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
 * Slows down who guesses passwords. Attempts are counted before the password is checked, by account and network, by
 * network, and for devices on which the owner has signed in by device. After some failures each further one doubles the
 * time that passes until the next attempt is allowed. No account is ever closed: its owner signs in from another network,
 * or from a known device, while somebody guesses.
 */
@Component(roles = LoginThrottle.class)
@Singleton
public class LoginThrottle
{
    /** How many attempts of one network, or one known device, on one account fail without a delay. */
    static final int PER_ACCOUNT = 10;

    /** How many attempts of one network on all accounts fail without a delay. */
    static final int PER_NETWORK = 50;

    /** The same for the IPv6 networks of one site, of which one customer has 65,536. */
    static final int PER_SITE = 200;

    /** From this many failures of all networks on one account a network has few attempts without a delay. */
    static final int MANY = 100;

    /** How many it has then. */
    static final int FEW = 2;

    /** The longest delay in seconds. */
    static final int LONGEST_DELAY = 300;

    /** After how much time without an attempt the failures are forgotten. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private static final int KEYS = 200_000;

    private static final int LONGEST_LOGIN = 100;

    private static final int DOUBLINGS = 20;

    private final Clock clock;

    private final Cache<String, Count> counts;

    /** Counts by the clock of the system. */
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

    /** Failures, and attempts under way. */
    private static final class Count
    {
        private int failures;

        private long notBefore;
    }

    /**
     * A count that an attempt moves.
     *
     * @param count the count
     * @param free how many failures cause no delay
     * @param own whether a success forgets all failures, not only this attempt
     */
    private record Share(Count count, int free, boolean own)
    {
    }

    /** An attempt, counted as a failure until it succeeds. */
    final class Attempt
    {
        private final List<Share> shares;

        private final int retryAfter;

        Attempt(List<Share> shares, int retryAfter)
        {
            this.shares = shares;
            this.retryAfter = retryAfter;
        }

        /** @return 0 where the password may be checked now; else after how many seconds the next attempt is allowed */
        int retryAfter()
        {
            return this.retryAfter;
        }

        /** Takes the attempt out of the failures: the password was right. */
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
     * @param login what was typed
     * @param address where from
     * @param device the name of a device on which the owner of this login has signed in before, empty for none
     * @return the attempt; it moved no count where it is not allowed
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

    /** What nobody can be called is counted as one: else a few long ones would fill the memory. */
    private static String key(String login)
    {
        String typed = login.strip();
        return typed.length() > LONGEST_LOGIN ? "" : typed.toLowerCase(Locale.ROOT);
    }
}
