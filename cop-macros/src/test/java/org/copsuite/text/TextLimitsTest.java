/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.copsuite.text.TextLimitException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextLimitsTest
{
    /** Read before a text begins: its first use takes longer than a short text. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final int LANES = Math.max(1, PROCESSORS / 2);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end()
    {
        this.threads.shutdownNow();
    }

    /** Uses the processor until the limits say no, or so long. */
    private static Reason work(TextLimits limits, Duration time)
    {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (System.nanoTime() < end) {
                limits.checkTime();
            }
            return null;
        } catch (TextLimitException e) {
            return e.getReason();
        }
    }

    /** Uses so much processor time, however long that takes, or until the limits say no. */
    private static Reason use(TextLimits limits, Duration time)
    {
        long end = CLOCK.getCurrentThreadCpuTime() + time.toNanos();
        try {
            while (CLOCK.getCurrentThreadCpuTime() < end) {
                limits.checkTime();
            }
            return null;
        } catch (TextLimitException e) {
            return e.getReason();
        }
    }

    private static void lane(Duration time)
    {
        SlowLane.enter(SlowLane.Place.LANE, SlowLane.Place.NONE, time.toNanos());
    }

    private static void turn()
    {
        SlowLane.enter(SlowLane.Place.TURN, SlowLane.Place.NONE, Duration.ofSeconds(1).toNanos());
    }

    @Test
    void aTextWithinATextEndsWithIt()
    {
        try (TextLimits.Scope outer = TextLimits.within(Duration.ofMillis(40)).open()) {
            TextLimits inner = TextLimits.within(Duration.ofMinutes(1));
            try (TextLimits.Scope scope = inner.open()) {
                assertThat(work(inner, Duration.ofSeconds(20))).isNotNull();
            }
        }
        assertThat(TextLimits.areOpen()).isFalse();
    }

    @Test
    void theTextsOfAPageShareItsTime()
    {
        List<Reason> reasons = new ArrayList<>();
        try (TextLimits.Scope page = TextLimits.ofPage(Duration.ofMinutes(1)).open()) {
            for (int i = 0; i < 10; i++) {
                TextLimits text = TextLimits.within(Duration.ofMinutes(1));
                try (TextLimits.Scope scope = text.open()) {
                    reasons.add(work(text, TextLimits.PAGE.dividedBy(4)));
                }
            }
        }
        assertThat(reasons.subList(0, 2)).as("the first have their time").containsOnlyNulls();
        assertThat(reasons.subList(6, 10)).as("the last have none left").doesNotContainNull();
    }

    @Test
    void onlyAFewSlowTextsGoOnAtOnce() throws Exception
    {
        int lanes = LANES;
        CountDownLatch full = new CountDownLatch(lanes);
        CountDownLatch end = new CountDownLatch(1);
        List<Future<?>> slow = new ArrayList<>();
        for (int i = 0; i < lanes; i++) {
            slow.add(this.threads.submit(() -> {
                TextLimits limits = TextLimits.within(Duration.ofMinutes(1));
                try (TextLimits.Scope scope = limits.open()) {
                    work(limits, Duration.ofSeconds(5));
                    full.countDown();
                    end.await();
                }
                return null;
            }));
        }
        full.await();
        try {
            TextLimits late = TextLimits.within(Duration.ofMinutes(1));
            try (TextLimits.Scope scope = late.open()) {
                assertThat(work(late, Duration.ofSeconds(20))).isEqualTo(Reason.BUSY);
            }
            long start = System.nanoTime();
            assertThatThrownBy(() -> lane(Duration.ofMinutes(1))).isInstanceOf(TextLimitException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as("waits half a second, not a minute")
                .isBetween(Duration.ofMillis(450), Duration.ofSeconds(10));
            TextLimits quick = TextLimits.within(Duration.ofMinutes(1));
            try (TextLimits.Scope scope = quick.open()) {
                assertThatCode(quick::checkTime).as("others do not wait").doesNotThrowAnyException();
            }
        } finally {
            end.countDown();
        }
        for (Future<?> one : slow) {
            one.get();
        }
        TextLimits next = TextLimits.within(Duration.ofMinutes(1));
        try (TextLimits.Scope scope = next.open()) {
            assertThat(work(next, Duration.ofSeconds(3))).as("the lane is free again").isNull();
        }
    }

    @Test
    void theTextsOfAPageAreSlowAndWaitTogether() throws Exception
    {
        int lanes = LANES;
        for (int i = 0; i < lanes; i++) {
            lane(Duration.ofSeconds(1));
        }
        List<Reason> reasons = new ArrayList<>();
        List<Duration> times = new ArrayList<>();
        try (TextLimits.Scope page = TextLimits.ofPage(Duration.ofMinutes(1)).open()) {
            for (int i = 0; i < 12; i++) {
                // As a macro of the suite on that page.
                try (TextLimits.Scope macro = TextLimits.ofPage(Duration.ofMinutes(1)).open()) {
                    TextLimits text = TextLimits.within(Duration.ofMinutes(1));
                    try (TextLimits.Scope scope = text.open()) {
                        long began = System.nanoTime();
                        reasons.add(use(text, Duration.ofMillis(60)));
                        times.add(Duration.ofNanos(System.nanoTime() - began));
                    }
                }
            }
            TextLimits small = TextLimits.within(Duration.ofMinutes(1));
            try (TextLimits.Scope scope = small.open()) {
                assertThatCode(small::checkTime).as("short texts are shown").doesNotThrowAnyException();
            }
        } finally {
            for (int i = 0; i < lanes; i++) {
                SlowLane.leave(SlowLane.Place.LANE);
            }
        }
        assertThat(reasons.subList(0, 2)).as("the first are not slow").containsOnlyNulls();
        assertThat(reasons.subList(2, 12)).as("together they are").containsOnly(Reason.BUSY);
        assertThat(times.get(2)).as("one waits").isGreaterThan(Duration.ofMillis(450));
        assertThat(times.subList(3, 12)).as("for all").allMatch(time -> time.toMillis() < 450);
    }

    @Test
    void aTextThatWasSlowWaitsBeforeItUsesTheProcessor()
    {
        for (int i = 0; i < LANES; i++) {
            lane(Duration.ofSeconds(1));
        }
        try {
            TextLimits first = TextLimits.within(Duration.ofMinutes(1));
            try (TextLimits.Scope scope = first.open()) {
                assertThat(first.awaitTurnOf("a slow text")).as("nobody knows it yet").isFalse();
                assertThat(use(first, Duration.ofSeconds(20))).isEqualTo(Reason.BUSY);
            }
            TextLimits again = TextLimits.within(Duration.ofMinutes(1));
            try (TextLimits.Scope scope = again.open()) {
                assertThatThrownBy(() -> again.awaitTurnOf("a slow text")).hasMessage("BUSY");
            }
            TextLimits large = TextLimits.ofMembersPage(Duration.ofMinutes(1));
            try (TextLimits.Scope scope = large.open()) {
                assertThatThrownBy(() -> large.awaitTurnOf("x".repeat(SlowLane.LONG + 1))).hasMessage("BUSY");
            }
            TextLimits other = TextLimits.within(Duration.ofMinutes(1));
            try (TextLimits.Scope scope = other.open()) {
                assertThat(other.awaitTurnOf("another text")).isFalse();
                assertThat(use(other, Duration.ofMillis(50))).isNull();
            }
        } finally {
            for (int i = 0; i < LANES; i++) {
                SlowLane.leave(SlowLane.Place.LANE);
            }
        }
        TextLimits rendered = TextLimits.within(Duration.ofMinutes(1));
        try (TextLimits.Scope scope = rendered.open()) {
            assertThat(rendered.awaitTurnOf("a slow text")).as("somebody else may have rendered it meanwhile").isTrue();
        }
        TextLimits quick = TextLimits.within(Duration.ofMinutes(1));
        try (TextLimits.Scope scope = quick.open()) {
            assertThat(quick.awaitTurnOf("a slow text")).as("it was quick the last time").isFalse();
        }
    }

    @Test
    void aPageThatHasWaitedRendersLongerTextsOnlyIfNobodyElseWantsTo()
    {
        String longer = "x".repeat(SlowLane.SHORT + 1);
        for (int i = 0; i < LANES; i++) {
            lane(Duration.ofSeconds(1));
        }
        try (TextLimits.Scope page = TextLimits.ofPage(Duration.ofMinutes(1)).open()) {
            TextLimits slow = TextLimits.within(Duration.ofMinutes(1));
            try (TextLimits.Scope scope = slow.open()) {
                assertThat(slow.awaitTurnOf(longer)).as("the page has not waited yet").isFalse();
                assertThat(use(slow, Duration.ofSeconds(20))).isEqualTo(Reason.BUSY);
            }
            TextLimits next = TextLimits.within(Duration.ofMinutes(1));
            try (TextLimits.Scope scope = next.open()) {
                assertThatThrownBy(() -> next.awaitTurnOf(longer + '.')).as("before it is parsed").hasMessage("BUSY");
            }
            TextLimits brief = TextLimits.within(Duration.ofMinutes(1));
            try (TextLimits.Scope scope = brief.open()) {
                assertThat(brief.awaitTurnOf("a short text")).isFalse();
            }
            SlowLane.leave(SlowLane.Place.LANE);
            TextLimits last = TextLimits.within(Duration.ofMinutes(1));
            try (TextLimits.Scope scope = last.open()) {
                assertThat(last.awaitTurnOf(longer + "..")).as("nobody else is in the lane").isTrue();
            }
        } finally {
            for (int i = 1; i < LANES; i++) {
                SlowLane.leave(SlowLane.Place.LANE);
            }
        }
    }

    @Test
    void asManyLongerTextsGoOnAtOnceAsThereAreProcessors()
    {
        for (int i = 0; i < PROCESSORS; i++) {
            turn();
        }
        try {
            TextLimits quick = TextLimits.within(Duration.ofMinutes(1));
            try (TextLimits.Scope scope = quick.open()) {
                assertThat(use(quick, Duration.ofMillis(5))).as("a short one never waits").isNull();
            }
            TextLimits longer = TextLimits.within(Duration.ofMinutes(1));
            try (TextLimits.Scope scope = longer.open()) {
                assertThat(use(longer, Duration.ofSeconds(20))).isEqualTo(Reason.BUSY);
            }
        } finally {
            for (int i = 0; i < PROCESSORS; i++) {
                SlowLane.leave(SlowLane.Place.TURN);
            }
        }
    }

    @Test
    void aLongerTextGivesItsTurnToOneThatWaits() throws Exception
    {
        for (int i = 1; i < PROCESSORS; i++) {
            turn();
        }
        TextLimits longer = TextLimits.within(Duration.ofMinutes(1));
        try (TextLimits.Scope scope = longer.open()) {
            assertThat(use(longer, Duration.ofMillis(30))).as("takes the last turn").isNull();
            Future<Reason> other = this.threads.submit(() -> {
                TextLimits limits = TextLimits.within(Duration.ofMinutes(1));
                try (TextLimits.Scope own = limits.open()) {
                    return use(limits, Duration.ofMillis(20));
                }
            });
            while (!SlowLane.isCrowded() && !other.isDone()) {
                Thread.onSpinWait();
            }
            assertThat(use(longer, Duration.ofMillis(40))).isNull();
            assertThat(other.get()).isNull();
        } finally {
            for (int i = 1; i < PROCESSORS; i++) {
                SlowLane.leave(SlowLane.Place.TURN);
            }
        }
    }

    @Test
    void theShortTextsOfAPageTakeTurnsOnceTheyWereSlowTogether()
    {
        List<Reason> reasons = new ArrayList<>();
        try (TextLimits.Scope page = TextLimits.ofPage(Duration.ofMinutes(1)).open()) {
            for (int i = 0; i < 40; i++) {
                if (i == 30) {
                    for (int turn = 0; turn < PROCESSORS; turn++) {
                        turn();
                    }
                }
                TextLimits text = TextLimits.within(Duration.ofMinutes(1));
                try (TextLimits.Scope scope = text.open()) {
                    reasons.add(use(text, Duration.ofMillis(6)));
                }
            }
        } finally {
            for (int turn = 0; turn < PROCESSORS; turn++) {
                SlowLane.leave(SlowLane.Place.TURN);
            }
        }
        assertThat(reasons.subList(0, 30)).containsOnlyNulls();
        assertThat(reasons.subList(30, 40)).containsOnly(Reason.BUSY);
    }

    @Test
    void boundsLengthAndOutput()
    {
        TextLimits limits = TextLimits.within(Duration.ofMinutes(1));

        assertThatThrownBy(() -> limits.checkText("x".repeat(TextLimits.CHARACTERS + 1)))
            .isInstanceOf(TextLimitException.class).hasMessage("LENGTH");
        assertThatThrownBy(() -> limits.checkOutput(TextLimits.OUTPUT + 1L)).hasMessage("OUTPUT");
        assertThatCode(() -> limits.checkOutput(TextLimits.OUTPUT)).doesNotThrowAnyException();
    }

    @Test
    void givesTheSameIdsAsXWikiInOneStep()
    {
        TextIds ids = new TextIds();

        assertThat(List.of(ids.generateUniqueId("H", "a b"), ids.generateUniqueId("H", "a b"),
            ids.generateUniqueId("H", "a b"), ids.generateUniqueId("I", "a b"))).containsExactly("Hab", "Hab-1", "Hab-2", "Iab");
    }

    /** What may be counted so often, and no more often, and why not. */
    static Stream<Arguments> counted()
    {
        return Stream.of(Arguments.of("ELEMENTS", TextLimits.EVENTS, (Consumer<TextLimits>) TextLimits::found),
            Arguments.of("LINKS", TextLimits.LINKS, (Consumer<TextLimits>) TextLimits::foundLink),
            Arguments.of("LINKS", TextLimits.LINKS, (Consumer<TextLimits>) TextLimits::link),
            Arguments.of("HEADINGS", TextLimits.HEADINGS, (Consumer<TextLimits>) TextLimits::heading),
            Arguments.of("DEPTH", TextLimits.DEPTH, (Consumer<TextLimits>) TextLimits::enter),
            Arguments.of("MACROS", MacroBudget.MACROS, (Consumer<TextLimits>) limits -> limits.macros().add()),
            Arguments.of("MARKUP", TextLimits.FREE_READS, (Consumer<TextLimits>) limits -> limits.read(1)));
    }

    @ParameterizedTest
    @MethodSource("counted")
    void takesWhatTheLimitSaysAndNoMore(String reason, int most, Consumer<TextLimits> one)
    {
        TextLimits limits = TextLimits.within(Duration.ofMinutes(1));
        for (int i = 0; i < most; i++) {
            one.accept(limits);
        }

        assertThatThrownBy(() -> one.accept(limits)).isInstanceOf(TextLimitException.class).hasMessage(reason);
    }

    @Test
    void countsEventsAsElements()
    {
        TextLimits limits = TextLimits.within(Duration.ofMinutes(1));
        limits.checkText("x".repeat(TextLimits.CHARACTERS));
        for (int i = 0; i < TextLimits.EVENTS; i++) {
            limits.event();
        }

        assertThatThrownBy(limits::event).hasMessage("ELEMENTS");
    }

    @Test
    void readsMoreOfALongerText()
    {
        TextLimits limits = TextLimits.within(Duration.ofMinutes(1));
        limits.checkText("x".repeat(TextLimits.CHARACTERS));

        limits.read(TextLimits.FREE_READS + TextLimits.READS * TextLimits.CHARACTERS);
        assertThatThrownBy(() -> limits.read(1)).hasMessage("MARKUP");
    }

    @Test
    void boundsTheMacrosOfAText()
    {
        MacroBudget budget = TextLimits.within(Duration.ofMinutes(1)).macros();

        for (int i = 0; i < MacroBudget.OWN; i++) {
            assertThat(budget.addOwn()).isTrue();
        }
        assertThat(budget.addOwn()).as("of the suite").isFalse();
        assertThat(budget.addWhole("toc") && budget.addWhole("toc") && budget.addWhole("putFootnotes")).isTrue();
        assertThat(budget.addWhole("toc")).as("a third table of contents").isFalse();
        assertThat(budget.addColoured(9_999, 10_000) && budget.addColoured(1, 10_000)).isTrue();
        assertThat(budget.addColoured(1, 10_000)).as("colours").isFalse();
        assertThat(budget.addOutput(MacroBudget.OUTPUT)).isTrue();
        assertThat(budget.addOutput(1)).as("output").isFalse();
    }
}
