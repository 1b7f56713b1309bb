/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.io.EndPoint;
import org.junit.jupiter.api.Test;

/** Which transfers are ended. */
class TransfersTest
{
    private static final long NOW = System.nanoTime();

    private final List<Transfer> ended = new ArrayList<>();

    /** A transfer of any age. */
    private final class Fake extends Transfer
    {
        private final int seconds;

        Fake(int seconds, int bytes)
        {
            super(mock(EndPoint.class), 10, 2048);
            this.seconds = seconds;
            moved(bytes);
        }

        @Override
        long age(long now)
        {
            return TimeUnit.SECONDS.toNanos(this.seconds);
        }

        @Override
        void abort()
        {
            TransfersTest.this.ended.add(this);
        }
    }

    @Test
    void givesEachATimeOfGraceAndThenARate()
    {
        assertThat(new Fake(9, 0).isTooSlow(NOW)).isFalse();
        assertThat(new Fake(11, 10).isTooSlow(NOW)).isTrue();
        assertThat(new Fake(60, 2048 * 51).isTooSlow(NOW)).isFalse();
        assertThat(new Fake(60, 2048 * 49).isTooSlow(NOW)).isTrue();
    }

    @Test
    void endsWhatIsTooSlow()
    {
        Transfers all = new Transfers(10);
        Fake slow = new Fake(60, 60);
        all.add(slow);
        all.add(new Fake(60, 10_000_000));
        all.add(new Fake(1, 0));

        all.sweep();

        assertThat(this.ended).containsExactly(slow);
    }

    @Test
    void makesRoomByEndingTheSlowest()
    {
        Transfers all = new Transfers(2);
        Fake slow = new Fake(5, 100);
        all.add(slow);
        all.add(new Fake(5, 100_000));

        assertThat(all.add(new Fake(0, 0))).isTrue();
        assertThat(this.ended).containsExactly(slow);
        assertThat(all.size()).isEqualTo(2);
    }

    @Test
    void refusesWhereAllHaveJustBegun()
    {
        Transfers all = new Transfers(1);
        all.add(new Fake(1, 0));

        assertThat(all.add(new Fake(0, 0))).isFalse();
        assertThat(this.ended).isEmpty();
    }

    @Test
    void endsTheSlowestOfTooMany()
    {
        Transfers all = new Transfers(10, 2);
        Fake slow = new Fake(5, 100_000);
        Fake slowest = new Fake(5, 90_000);
        List.of(new Fake(5, 200_000), slow, slowest, new Fake(1, 0)).forEach(all::add);

        all.sweep();

        assertThat(this.ended).containsExactly(slowest, slow);
    }

    @Test
    void endsOneToMakeRoomForAnother()
    {
        Transfers all = new Transfers(10);
        Fake slow = new Fake(5, 100);
        List.of(new Fake(5, 100_000), slow, new Fake(1, 0)).forEach(all::add);

        assertThat(all.endSlowest(endPoint -> endPoint != slow.endPoint(), 6_000_000_000L)).as("none is so old").isFalse();
        assertThat(all.endSlowest(endPoint -> true, 2_000_000_000L)).isTrue();
        assertThat(this.ended).containsExactly(slow);
        all.endSlowest(endPoint -> true, 2_000_000_000L);
        assertThat(all.endSlowest(endPoint -> true, 2_000_000_000L)).as("the last one has just begun").isFalse();
        assertThat(all.endSlowest(endPoint -> false, 0)).as("of nobody").isFalse();
        assertThat(all.endSlowest(endPoint -> true, 0)).isTrue();
    }
}
