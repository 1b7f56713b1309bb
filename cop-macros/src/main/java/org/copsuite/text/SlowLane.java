/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.copsuite.text.TextLimitException.Reason;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Lets texts that take long wait for each other, so that one processor stays free for everybody else, however many such
 * texts are requested at once. Almost no text takes longer than a few milliseconds: those never wait. A longer one needs
 * one of as many turns as there are processors. A slow one needs the lane, which has half as many places; a text that
 * was slow before, or is very long, needs it from its beginning.
 */
final class SlowLane
{
    /** Processor time after which a text counts as slow, with the texts before it on the same page. */
    static final long AFTER_NANOS = Duration.ofMillis(150).toNanos();

    /** Processor time after which a text counts as slow while others wait for a turn. */
    static final long CROWDED_NANOS = Duration.ofMillis(50).toNanos();

    /** Processor time of a text that never waits, unless the texts before it on its page were slow together. */
    static final long SHORT_NANOS = Duration.ofMillis(10).toNanos();

    /** Maximum time that a slow text waits, and that all texts of a page wait. */
    static final long PATIENCE_NANOS = Duration.ofMillis(500).toNanos();

    /** Length above which a text counts as slow from its beginning. No post is so long, only a page. */
    static final int LONG = 50_000;

    /** Length up to which a text is rendered even on a page that may not wait any more: a millisecond or two. */
    static final int SHORT = 1_000;

    private static final int KNOWN = 10_000;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final Semaphore LANE = new Semaphore(Math.max(1, PROCESSORS / 2), true);

    private static final Semaphore TURNS = new Semaphore(PROCESSORS, true);

    /** Hashes of texts that were slow. Another text with the hash of one of them waits without need, no more. */
    private static final Cache<Long, Boolean> SLOW = Caffeine.newBuilder().maximumSize(KNOWN)
        .expireAfterWrite(Duration.ofHours(1)).build();

    private SlowLane()
    {
    }

    /** What a text holds. */
    enum Place
    {
        /** Nothing; it is short so far. */
        NONE,
        /** One of the turns. */
        TURN,
        /** A place in the lane. */
        LANE
    }

    /**
     * Waits until the text gets a place, and gives the one that it has back before.
     *
     * @param wanted the place
     * @param held the place that the text has
     * @param nanos the time that the text may still take
     * @throws TextLimitException if none becomes free in time; the text has no place then
     */
    static void enter(Place wanted, Place held, long nanos)
    {
        leave(held);
        try {
            if (semaphore(wanted).tryAcquire(Math.min(nanos, PATIENCE_NANOS), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new TextLimitException(Reason.BUSY);
    }

    static void leave(Place held)
    {
        if (held != Place.NONE) {
            semaphore(held).release();
        }
    }

    private static Semaphore semaphore(Place place)
    {
        return place == Place.LANE ? LANE : TURNS;
    }

    /** @return whether texts wait for a turn */
    static boolean isCrowded()
    {
        return TURNS.hasQueuedThreads();
    }

    /** @return whether the text was slow when it was rendered last */
    static boolean knows(String text)
    {
        return SLOW.getIfPresent(hash(text)) != null;
    }

    /**
     * Keeps for an hour whether a text is slow.
     *
     * @param text the text
     * @param nanos the processor time that it has used
     */
    static void note(String text, long nanos)
    {
        if (nanos > CROWDED_NANOS) {
            SLOW.put(hash(text), true);
        } else {
            SLOW.invalidate(hash(text));
        }
    }

    /** 64 bits, so that nobody meets another text by chance. */
    private static long hash(String text)
    {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }
}
