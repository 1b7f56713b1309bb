/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a password may be guessed. */
class LoginThrottleTest
{
    private static final String HOME = "192.0.2.1";

    private final AtomicLong now = new AtomicLong(1_000_000);

    private LoginThrottle throttle;

    @BeforeEach
    void start()
    {
        this.throttle = new LoginThrottle(new Clock()
        {
            @Override
            public long millis()
            {
                return LoginThrottleTest.this.now.get();
            }

            @Override
            public Instant instant()
            {
                return Instant.ofEpochMilli(millis());
            }

            @Override
            public ZoneId getZone()
            {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone)
            {
                return this;
            }
        });
    }

    private boolean tries(String login, String address)
    {
        return this.throttle.begin(login, address, "").retryAfter() == 0;
    }

    private int triesOf(int attempts, String login, String address)
    {
        int tried = 0;
        for (int i = 0; i < attempts; i++) {
            tried += tries(login, address) ? 1 : 0;
        }
        return tried;
    }

    @Test
    void countsAnAttemptBeforeItsPasswordIsChecked()
    {
        assertThat(triesOf(30, "ada", HOME)).isEqualTo(LoginThrottle.PER_ACCOUNT);
    }

    @Test
    void countsALoginHoweverItIsWritten()
    {
        assertThat(triesOf(5, " ADA ", HOME) + triesOf(30, "ada", HOME)).isEqualTo(LoginThrottle.PER_ACCOUNT);
        assertThat(tries("ben", HOME)).isTrue();
    }

    @Test
    void keepsTheOwnerOutNowhereElse()
    {
        triesOf(1000, "ada", HOME);

        assertThat(tries("ada", "192.0.2.2")).isTrue();
        assertThat(this.throttle.begin("ada", HOME, "a device of hers").retryAfter()).isZero();
        assertThat(tries("ben", HOME)).isTrue();
    }

    @Test
    void keepsTheOwnerOutNotEvenWhereAThousandNetworksGuess()
    {
        for (int i = 0; i < 1000; i++) {
            triesOf(20, "ada", "10.0." + i / 250 + '.' + i % 250);
        }

        assertThat(triesOf(20, "ada", "192.0.2.2")).as("a fresh network has few tries").isEqualTo(LoginThrottle.FEW);
        assertThat(this.throttle.begin("ada", "10.0.0.1", "a device of hers").retryAfter()).isZero();
    }

    @Test
    void doublesTheDelayUpToABound()
    {
        triesOf(20, "ada", HOME);
        int longest = 0;
        for (int i = 0; i < 20; i++) {
            int delay = this.throttle.begin("ada", HOME, "").retryAfter();
            assertThat(delay).isGreaterThanOrEqualTo(longest / 2).isLessThanOrEqualTo(LoginThrottle.LONGEST_DELAY);
            longest = Math.max(longest, delay);
            this.now.addAndGet(delay * 1000L);
            assertThat(tries("ada", HOME)).as("after the delay").isTrue();
            assertThat(tries("ada", HOME)).as("at once again").isFalse();
        }
        assertThat(longest).isEqualTo(LoginThrottle.LONGEST_DELAY);
    }

    @Test
    void allowsFewGuessesInADay()
    {
        int tried = 0;
        for (int second = 0; second < 86_400; second++) {
            tried += tries("ada", HOME) ? 1 : 0;
            this.now.addAndGet(1000);
        }
        assertThat(tried).isLessThan(350);
    }

    @Test
    void countsAllThatNobodyCanBeCalledAsOne()
    {
        int tried = 0;
        for (int i = 0; i < 100; i++) {
            tried += tries("a".repeat(1000 + i), HOME) ? 1 : 0;
        }
        assertThat(tried).isEqualTo(LoginThrottle.PER_ACCOUNT);
        assertThat(tries("b", HOME)).isTrue();
    }

    @Test
    void slowsDownANetworkThatTriesManyLogins()
    {
        int tried = 0;
        for (int i = 0; i < 1000; i++) {
            tried += tries("login" + i, HOME) ? 1 : 0;
        }
        assertThat(tried).isEqualTo(LoginThrottle.PER_NETWORK);
        assertThat(tries("ada", "192.0.2.2")).isTrue();
    }

    @Test
    void takesTheAddressesOfAnIpv6NetworkForOne()
    {
        int tried = 0;
        for (int i = 0; i < 1000; i++) {
            tried += tries("ada", "2001:db8:1:1::" + Integer.toHexString(i)) ? 1 : 0;
        }
        assertThat(tried).isEqualTo(LoginThrottle.PER_ACCOUNT);
        int site = 0;
        for (int i = 0; i < 10_000; i++) {
            site += tries("login" + i, "2001:db8:2:" + Integer.toHexString(i) + "::1") ? 1 : 0;
        }
        assertThat(site).as("the networks of one customer").isEqualTo(LoginThrottle.PER_SITE);
        assertThat(triesOf(30, "eve", "::ffff:198.51.100.7") + triesOf(30, "eve", "198.51.100.7"))
            .isEqualTo(LoginThrottle.PER_ACCOUNT);
    }

    @Test
    void forgetsFailuresWithTheRightPassword()
    {
        triesOf(LoginThrottle.PER_ACCOUNT - 1, "ada", HOME);
        this.throttle.begin("ada", HOME, "").succeeded();

        assertThat(triesOf(30, "ada", HOME)).isEqualTo(LoginThrottle.PER_ACCOUNT);
    }

    @Test
    void anAccountOfOnesOwnBuysNoGuessesAtOthers()
    {
        int tried = 0;
        for (int i = 0; i < 1000; i++) {
            this.throttle.begin("mallory", HOME, "a device of hers").succeeded();
            LoginThrottle.Attempt own = this.throttle.begin("mallory", HOME, "");
            if (own.retryAfter() == 0) {
                own.succeeded();
            }
            tried += tries("login" + i, HOME) ? 1 : 0;
        }
        assertThat(tried).isEqualTo(LoginThrottle.PER_NETWORK);
    }

    @Test
    void forgetsFailuresAfterAnHour()
    {
        triesOf(1000, "ada", HOME);
        this.now.addAndGet(3_600_001 + LoginThrottle.LONGEST_DELAY * 1000L);

        assertThat(triesOf(30, "ada", HOME)).isEqualTo(LoginThrottle.PER_ACCOUNT);
    }
}
