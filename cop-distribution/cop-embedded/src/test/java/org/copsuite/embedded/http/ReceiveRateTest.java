/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** How long those who send large bodies wait for each other. */
class ReceiveRateTest
{
    private static final int RATE = 1024 * 1024;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ReceiveRate receiveRate = new ReceiveRate(RATE);

    private final long now = System.nanoTime();

    @Test
    void oneFileOfUsualSizeDoesNotWait()
    {
        assertThat(this.receiveRate.received(ReceiveRate.BURST, this.now)).isZero();
    }

    @Test
    void whatComesAheadOfTheRateWaits()
    {
        this.receiveRate.received(ReceiveRate.BURST, this.now);
        assertThat(this.receiveRate.received(RATE, this.now)).isEqualTo(SECOND);
        assertThat(this.receiveRate.received(RATE, this.now)).as("everybody waits in turn").isEqualTo(2 * SECOND);
        assertThat(this.receiveRate.received(RATE, this.now + 2 * SECOND)).isEqualTo(SECOND);
    }

    @Test
    void whatWasNotUsedIsNotSavedUp()
    {
        this.receiveRate.received(RATE, this.now);
        long later = this.now + 1000 * SECOND;
        assertThat(this.receiveRate.received(ReceiveRate.BURST, later)).isZero();
        assertThat(this.receiveRate.received(RATE, later)).isEqualTo(SECOND);
    }
}
