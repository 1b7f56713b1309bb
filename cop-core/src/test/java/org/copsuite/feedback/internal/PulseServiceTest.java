/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.copsuite.CopException.Kind;
import org.copsuite.feedback.PollService;
import org.copsuite.feedback.PulseActs;
import org.copsuite.feedback.PulseImport;
import org.copsuite.feedback.PulseService;
import org.copsuite.feedback.PulseService.Interval;
import org.copsuite.feedback.PulseService.PulseView;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copsuite.feedback.internal.FeedbackFixture.WIKI;
import static org.copsuite.feedback.internal.FeedbackFixture.assertField;
import static org.copsuite.feedback.internal.FeedbackFixture.assertKind;

@OnEveryDatabase
class PulseServiceTest
{
    private static final List<Integer> FINE = List.of(5, 4, 3, 2, 1);

    private final FeedbackFixture fixture = new FeedbackFixture();

    private final PulseService service = this.fixture.wiki.get(PulseService.class);

    private final List<UserId> members = this.fixture.members;

    private final UserId anna = this.fixture.anna();

    @AfterEach
    void close()
    {
        this.fixture.close();
    }

    private void every(Interval interval)
    {
        this.fixture.wiki.get(Settings.class).set(PulseSettings.INTERVAL,
            SettingTarget.community(WIKI, this.fixture.open), interval);
    }

    private PulseView pulse(UserId reader) throws Exception
    {
        return this.service.get(reader, WIKI, this.fixture.open);
    }

    private UUID openRound() throws Exception
    {
        this.fixture.runTask();
        return pulse(this.anna).round().id();
    }

    private void answer(int member, UUID round, List<Integer> values, String line) throws Exception
    {
        this.service.answer(this.members.get(member), WIKI, round, values, line);
    }

    /** Moves all rounds into the past. */
    private void pass(int days)
    {
        this.fixture.wiki.database().execute("update cop_pulse_round set opens_on = opens_on - " + days
            + ", closes_on = closes_on - " + days);
    }

    private List<LedgerEntry> entries()
    {
        return this.fixture.wiki.get(Ledger.class).after(0, 500).stream()
            .filter(entry -> entry.getActName().startsWith("pulse-")).toList();
    }

    @Test
    void aRoundOpensOnceForEachIntervalAndMembersAreNotified() throws Exception
    {
        this.fixture.runTask();
        assertThat(entries()).isEmpty();
        every(Interval.MONTHLY);
        this.fixture.expectNotices();
        UUID first = openRound();
        this.fixture.wiki.afterItWasKilled().get(MaintenanceTask.class, "feedback").run();
        assertThat(entries()).hasSize(1);
        assertThat(this.fixture.notices(this.members.get(3))).singleElement().satisfies(notice -> {
            assertThat(notice.key()).isEqualTo("pulse");
            assertThat(notice.title()).isEqualTo("Databases");
            assertThat(notice.anchor()).isEqualTo("cop-pulse");
        });
        assertThat(this.fixture.notices(this.fixture.stranger)).isEmpty();

        pass(20);
        this.fixture.runTask();
        this.fixture.runTask();
        assertThat(pulse(this.anna).round()).as("twenty days later").isNull();
        assertThat(entries()).extracting(LedgerEntry::getActName).containsExactly("pulse-opened", "pulse-closed");
        assertThat(this.fixture.notices(this.members.get(3))).isEmpty();
        pass(12);
        assertThat(openRound()).isNotEqualTo(first);
        every(Interval.QUARTERLY);
        pass(40);
        this.fixture.runTask();
        assertThat(pulse(this.anna).round()).as("forty days later").isNull();
        every(Interval.OFF);
        pass(90);
        this.fixture.runTask();
        assertThat(pulse(this.anna).round()).isNull();
    }

    @Test
    void roundsOfThePastAreWrittenOnceWithNoTimeButTheirDays() throws Exception
    {
        LocalDate first = LocalDate.parse("2026-05-04");
        List<PulseImport.Answer> answers = IntStream.range(0, PollService.SHOWN_FROM)
            .mapToObj(i -> new PulseImport.Answer(this.members.get(i), FINE, i == 0 ? "Meet" : "")).toList();
        PulseImport past = this.fixture.wiki.get(PulseImport.class);
        PulseImport.Closed shown = new PulseImport.Closed(UUID.randomUUID(), WIKI, this.fixture.open, this.anna, first,
            first.plusDays(13), answers);
        past.write(shown);
        past.write(shown);
        past.write(new PulseImport.Closed(UUID.randomUUID(), WIKI, this.fixture.open, this.anna, first.plusMonths(1),
            first.plusMonths(1).plusDays(13), answers.subList(0, PollService.SHOWN_FROM - 1)));

        PulseView pulse = pulse(this.anna);
        assertThat(pulse.round()).isNull();
        assertThat(pulse.results()).extracting(PulseService.Result::first).containsExactly(first, first.plusMonths(1));
        assertThat(pulse.results()).extracting(PulseService.Result::averages)
            .containsExactly(List.of(5.0, 4.0, 3.0, 2.0, 1.0), List.of());
        assertThat(pulse.lines()).containsExactly("Meet");
        assertThat(entries()).extracting(entry -> entry.getActName() + ' ' + entry.getAt()).containsExactly(
            "pulse-opened 2026-05-04T00:00:00Z", "pulse-closed 2026-05-18T00:00:00Z",
            "pulse-opened 2026-06-04T00:00:00Z", "pulse-closed 2026-06-18T00:00:00Z");
        assertThat(this.fixture.wiki.database().query("select person from cop_answered")).isEmpty();
    }

    @Test
    void showsAveragesAndLinesOfClosedRoundsWithFiveAnswers() throws Exception
    {
        every(Interval.MONTHLY);
        UUID first = openRound();
        for (int i = 0; i < 6; i++) {
            answer(i, first, i < 3 ? FINE : List.of(3, 4, 3, 2, 5), List.of("m", "", "a", "k", "", "z").get(i));
            assertThat(pulse(this.fixture.boss).results()).isEmpty();
            assertThat(pulse(this.fixture.boss).lines()).isEmpty();
        }
        answer(0, first, List.of(1, 1, 1, 1, 1), "again");
        assertThat(pulse(this.anna).round().answers()).isEqualTo(6);
        assertThat(pulse(this.anna).round().answered()).isTrue();
        assertThat(pulse(this.members.get(6)).round().mayAnswer()).isTrue();
        this.service.close(this.fixture.boss, WIKI, first);

        PulseView pulse = pulse(this.anna);
        assertThat(pulse.round()).isNull();
        assertThat(pulse.results()).singleElement().satisfies(result -> {
            assertThat(result.answers()).isEqualTo(6);
            assertThat(result.averages()).containsExactly(4.0, 4.0, 3.0, 2.0, 3.0);
            assertThat(result.first()).isEqualTo(LocalDate.now(ZoneOffset.UTC));
        });
        assertThat(pulse.lines()).containsExactly("a", "k", "m", "z");

        pass(31);
        UUID second = openRound();
        for (int i = 0; i < 4; i++) {
            answer(i, second, FINE, "secret");
        }
        this.service.close(this.fixture.boss, WIKI, second);
        assertThat(pulse(this.anna).results()).hasSize(2);
        assertThat(pulse(this.anna).results().get(1).averages()).isEmpty();
        assertThat(pulse(this.anna).results().get(1).answers()).isZero();
        assertThat(pulse(this.anna).lines()).containsExactly("a", "k", "m", "z");
        assertThat(this.fixture.wiki.database().query("select * from cop_tally")).hasSize(1);
        assertThat(this.fixture.wiki.database().query("select * from cop_answered")).isEmpty();
    }

    @Test
    void refusesWhatIsNoAnswer() throws Exception
    {
        every(Interval.MONTHLY);
        UUID round = openRound();
        assertField("value5", "cop.pulse.error.value", () -> answer(1, round, List.of(1, 2, 3, 4), ""));
        assertField("value1", "cop.pulse.error.value", () -> answer(1, round, List.of(0, 2, 3, 4, 5), ""));
        assertField("value2", "cop.pulse.error.value", () -> answer(1, round, List.of(1, 6, 3, 4, 5), ""));
        assertField("line", "cop.pulse.error.line.long", () -> answer(1, round, FINE, "x".repeat(201)));
        assertKind(Kind.SIGN_IN, () -> this.service.answer(UserId.GUEST, WIKI, round, FINE, ""));
        assertKind(Kind.FORBIDDEN, () -> this.service.answer(this.fixture.stranger, WIKI, round, FINE, ""));
        assertKind(Kind.NOT_FOUND, () -> answer(1, UUID.randomUUID(), FINE, ""));
        assertKind(Kind.FORBIDDEN, () -> pulse(this.fixture.stranger));
        assertKind(Kind.FORBIDDEN, () -> this.service.close(this.anna, WIKI, round));
        assertKind(Kind.NOT_FOUND, () -> this.service.get(this.fixture.stranger, WIKI, this.fixture.hidden));
        assertThat(this.service.isShown(this.fixture.view(this.fixture.stranger))).isFalse();
        assertThat(this.service.isShown(this.fixture.view(this.anna))).isTrue();
        every(Interval.OFF);
        assertThat(this.service.isShown(this.fixture.view(this.anna))).isFalse();
        assertThat(this.service.isShown(this.fixture.view(this.fixture.boss))).isTrue();
        pass(15);
        assertKind(Kind.CONFLICT, () -> answer(1, round, FINE, ""));
    }

    @Test
    void aRebuildGivesTheSameRows() throws Exception
    {
        every(Interval.MONTHLY);
        UUID round = openRound();
        for (int i = 0; i < 5; i++) {
            answer(i, round, FINE, "");
        }
        this.service.close(this.fixture.boss, WIKI, round);
        PulseView before = pulse(this.anna);
        this.fixture.wiki.database().execute("update cop_pulse_round set closed = false, opens_on = 7");
        Projection projection = this.fixture.wiki.get(Projection.class, "pulse");
        this.fixture.wiki.get(Ledger.class)
            .write(tx -> projection.rebuild(tx.session(), WIKI, round.toString()));
        assertThat(pulse(this.anna)).isEqualTo(before);
        assertThat(entries()).extracting(LedgerEntry::getActName)
            .containsExactly(PulseActs.OPENED.name(), PulseActs.CLOSED.name());
    }

    @Test
    void aSurveyCostsTheSameStatementsHoweverManyRoundsItHas() throws Exception
    {
        every(Interval.MONTHLY);
        openRound();
        long few = statements();
        for (int i = 0; i < 3; i++) {
            pass(40);
            UUID round = openRound();
            for (int member = 0; member < 5; member++) {
                answer(member, round, FINE, "");
            }
        }
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(6);
    }

    private long statements() throws Exception
    {
        this.fixture.wiki.database().startCounting();
        pulse(this.anna);
        return this.fixture.wiki.database().statements();
    }
}
