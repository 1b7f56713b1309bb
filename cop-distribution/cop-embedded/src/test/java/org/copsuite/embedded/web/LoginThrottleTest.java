/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How often a password may be guessed. */
class LoginThrottleTest
{
    private final LoginThrottle throttle = new LoginThrottle();

    @Test
    void closesALoginHoweverItIsWritten()
    {
        for (int i = 0; i < 10; i++) {
            assertThat(this.throttle.mayTry("ada", "192.0.2." + i)).isTrue();
            this.throttle.failed(i % 2 == 0 ? "ada" : " ADA ", "192.0.2." + i);
        }

        assertThat(this.throttle.mayTry("Ada", "192.0.2.99")).isFalse();
        assertThat(this.throttle.mayTry("ben", "192.0.2.99")).isTrue();
    }

    @Test
    void countsAllThatNobodyCanBeCalledAsOne()
    {
        for (int i = 0; i < 10; i++) {
            this.throttle.failed("a".repeat(1000 + i), "192.0.2." + i);
        }

        assertThat(this.throttle.mayTry("b".repeat(5000), "192.0.2.99")).isFalse();
        assertThat(this.throttle.mayTry("b", "192.0.2.99")).isTrue();
    }

    @Test
    void closesAnAddressFromWhichManyLoginsAreTried()
    {
        for (int i = 0; i < 50; i++) {
            this.throttle.failed("login" + i, "192.0.2.1");
        }

        assertThat(this.throttle.mayTry("ada", "192.0.2.1")).isFalse();
        assertThat(this.throttle.mayTry("ada", "192.0.2.2")).isTrue();
    }
}
