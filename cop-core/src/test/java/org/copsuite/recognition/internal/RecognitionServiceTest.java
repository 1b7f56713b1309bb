/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.person.Persons;
import org.copsuite.job.Job;
import org.copsuite.job.JobRunner;
import org.copsuite.job.JobState;
import org.copsuite.job.Jobs;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.QuestionService;
import org.copsuite.recognition.PointRulesSource;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.recognition.RecognitionService.Period;
import org.copsuite.recognition.RecognitionService.Recent;
import org.copsuite.recognition.RecognitionService.Standing;
import org.copsuite.recognition.RecognitionService.Thanks;
import org.copsuite.recognition.RecognitionService.ThanksView;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestDatabase;
import org.copsuite.test.TestServer;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OnEveryDatabase
class RecognitionServiceTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private RecognitionFixture f;

    private RecognitionService service;

    @BeforeEach
    void start()
    {
        this.f = new RecognitionFixture();
        this.service = this.f.wiki.get(RecognitionService.class);
    }

    @AfterEach
    void stop()
    {
        this.f.close();
    }

    @Test
    void thanksOfTheSameMomentStandInTheOrderInWhichTheyWereSaid() throws Exception
    {
        this.service.setOn(this.f.boss, WIKI, true);
        List<UUID> said = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            said.add(UUID.randomUUID());
            this.service.thank(this.f.anna, new Thanks(said.get(i), WIKI, this.f.bert, "For patience "
                + i, new CommunityId(this.f.open), null));
        }
        TestDatabase database = this.f.wiki.database();
        database.execute("update cop_thanks set thanked_at = 7");
        List<String> newestFirst = IntStream.range(0, 8).mapToObj(i -> "For patience " + (7 - i)).toList();
        assertThat(messages()).isEqualTo(newestFirst);

        for (String index : List.of("at", "thanked", "community")) {
            database.execute("drop index cop_thanks_" + index
                + (TestServer.chosen() == TestServer.MARIADB ? " on cop_thanks" : ""));
        }
        database.execute("alter table cop_thanks drop column place");
        for (String index : List.of("at", "thanked", "community")) {
            database.execute("create index cop_thanks_" + index + " on cop_thanks (id)");
        }
        database.upgrade("recognition-2");
        assertThat(messages()).as("after an upgrade").isEqualTo(newestFirst);
    }

    private List<String> messages() throws CopException
    {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Slice<ThanksView> page = this.service.thanks(UserId.GUEST, WIKI, null, null, after, 3);
            page.items().forEach(thanks -> seen.add(thanks.message()));
            after = page.next();
        } while (after != null);
        return seen;
    }

    private void thank(UserId from, UserId to, CommunityId community) throws CopException
    {
        this.service.thank(from, new Thanks(UUID.randomUUID(), WIKI, to, "For your patience", community, null));
    }

    /** Somebody earns so many times ten points. */
    private void earn(UserId person, int times, CommunityId community, Instant at) throws CopException
    {
        UUID post = this.f.asked(person, community, at);
        for (int i = 0; i < times; i++) {
            this.f.voted(new UserId("voter" + i), post, person, community, 1, at);
        }
    }

    private List<String> names(UserId reader, CommunityId community, Period period)
    {
        return this.service.leaderboard(reader, WIKI, community, period, 10).stream()
            .map(standing -> standing.person().name() + ' ' + standing.points()).toList();
    }

    @Test
    void theHighestStandFirstAndOfEqualsWhoGotThereFirst() throws Exception
    {
        Instant now = Instant.now();
        earn(this.f.anna, 1, new CommunityId(this.f.open), now);
        earn(this.f.bert, 2, new CommunityId(this.f.open), now);
        earn(this.f.cleo, 2, new CommunityId(this.f.open), now);

        assertThat(names(UserId.GUEST, null, Period.ALL)).containsExactly("Bert 20", "Cleo 20", "Anna 10");
        assertThat(names(UserId.GUEST, new CommunityId(this.f.open), Period.WEEK)).containsExactly("Bert 20", "Cleo 20",
            "Anna 10");
    }

    @Test
    void aPeriodCountsOnlyItsOwnDays() throws Exception
    {
        earn(this.f.anna, 3, new CommunityId(this.f.open), Instant.now().minus(Duration.ofDays(800)));
        earn(this.f.bert, 1, new CommunityId(this.f.open), Instant.now());

        assertThat(names(UserId.GUEST, null, Period.ALL)).containsExactly("Anna 30", "Bert 10");
        for (Period period : List.of(Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR)) {
            assertThat(names(UserId.GUEST, null, period)).as(period.name()).containsExactly("Bert 10");
        }
    }

    @Test
    void whatIsEarnedBehindADoorIsNotEvenCountedForOthers() throws Exception
    {
        earn(this.f.anna, 5, new CommunityId(this.f.secret), Instant.now());
        earn(this.f.anna, 1, new CommunityId(this.f.open), Instant.now());
        thank(this.f.boss, this.f.anna, new CommunityId(this.f.secret));

        for (UserId outsider : List.of(UserId.GUEST, this.f.bert)) {
            assertThat(names(outsider, null, Period.ALL)).containsExactly("Anna 10");
            assertThat(names(outsider, new CommunityId(this.f.secret), Period.ALL)).isEmpty();
            assertThat(this.service.leaderboard(outsider, WIKI, null, Period.ALL, 10)).extracting(Standing::thanks)
                .containsExactly(0);
            assertThat(this.service.thanks(outsider, WIKI, null, null, null, 10).items()).isEmpty();
            assertThat(this.service.thanks(outsider, WIKI, new CommunityId(this.f.secret), null, null, 10).items())
                .isEmpty();
        }
        assertThat(names(this.f.boss, null, Period.ALL)).containsExactly("Anna 65");
        assertThat(this.service.thanks(this.f.boss, WIKI, new CommunityId(this.f.secret), null, null, 10).items())
            .hasSize(1);
    }

    @Test
    void aLeaderboardCostsThreeStatementsHoweverManyPeople() throws Exception
    {
        for (int i = 0; i < 30; i++) {
            earn(this.f.wiki.account("person" + i), 1, new CommunityId(this.f.open), Instant.now());
        }
        names(UserId.GUEST, null, Period.ALL);
        this.f.wiki.database().startCounting();
        assertThat(names(UserId.GUEST, null, Period.MONTH)).hasSize(10);
        assertThat(this.f.wiki.database().statements()).isLessThanOrEqualTo(3);
    }

    @Test
    void whoLeftOrIsNoMoreOrOnlyImportedStandsOnNoLeaderboard() throws Exception
    {
        UserId imported = Persons.Imported.idOf("elsewhere", "7");
        this.f.wiki.get(Persons.class).addImported(WIKI,
            List.of(new Persons.Imported(imported, "Ida", "", Instant.EPOCH, null)));
        for (UserId person : List.of(this.f.anna, this.f.bert, this.f.cleo, imported)) {
            earn(person, 1, new CommunityId(this.f.open), Instant.now());
        }
        this.service.setTakesPart(this.f.anna, WIKI, false);
        this.f.wiki.people().remove(this.f.bert);
        assertThat(names(UserId.GUEST, null, Period.ALL)).containsExactly("Cleo 10");
        assertThat(this.service.contributions(this.f.anna, WIKI).points()).isNull();

        this.service.setTakesPart(this.f.anna, WIKI, true);
        assertThat(names(UserId.GUEST, null, Period.ALL)).containsExactly("Anna 10", "Cleo 10");
    }

    @Test
    void whatAnImportedPersonEarnedIsTheLinkedAccountsOwn() throws Exception
    {
        UserId imported = Persons.Imported.idOf("elsewhere", "7");
        Persons persons = this.f.wiki.get(Persons.class);
        persons.addImported(WIKI, List.of(new Persons.Imported(imported, "Ida", "", Instant.EPOCH, null)));
        earn(imported, 2, new CommunityId(this.f.open), Instant.now());
        earn(this.f.anna, 1, new CommunityId(this.f.open), Instant.now());
        persons.link(this.f.boss, WIKI, imported, this.f.anna);

        assertThat(names(UserId.GUEST, null, Period.ALL)).containsExactly("Anna 30");
        assertThat(this.service.contributions(this.f.anna, WIKI).points()).isEqualTo(30);
    }

    @Test
    void whereRecognitionIsOffNothingIsShownButEverythingIsKept() throws Exception
    {
        earn(this.f.anna, 1, new CommunityId(this.f.open), Instant.now());
        thank(this.f.anna, this.f.bert, null);
        assertThatThrownBy(() -> this.service.setOn(this.f.anna, WIKI, false)).isInstanceOf(CopException.class);
        this.service.setOn(this.f.boss, WIKI, false);

        assertThat(names(UserId.GUEST, null, Period.ALL)).isEmpty();
        assertThat(this.service.contributions(this.f.anna, WIKI).points()).isNull();
        assertThatThrownBy(() -> thank(this.f.bert, this.f.anna, null))
            .isInstanceOfSatisfying(CopException.class,
                e -> assertThat(e.getText().key()).isEqualTo("cop.recognition.error.off"));
        assertThat(this.service.thanks(UserId.GUEST, WIKI, null, null, null, 10).items()).isEmpty();
        earn(this.f.anna, 1, new CommunityId(this.f.open), Instant.now());

        this.service.setOn(this.f.boss, WIKI, true);
        assertThat(names(UserId.GUEST, null, Period.ALL)).containsExactly("Anna 20", "Bert 5");
        assertThat(this.service.thanks(UserId.GUEST, WIKI, null, null, null, 10).items()).hasSize(1);
    }

    @Test
    void thanksAreListedNewestFirstInPagesAndEarnPoints() throws Exception
    {
        thank(this.f.anna, this.f.bert, new CommunityId(this.f.open));
        thank(this.f.anna, this.f.cleo, null);
        thank(this.f.cleo, this.f.bert, null);

        Slice<ThanksView> first = this.service.thanks(UserId.GUEST, WIKI, null, null, null, 2);
        assertThat(first.items()).hasSize(2);
        Slice<ThanksView> second = this.service.thanks(UserId.GUEST, WIKI, null, null, first.next(), 2);
        assertThat(second.items()).hasSize(1).allMatch(thanks -> thanks.to().id().equals(this.f.bert));
        assertThat(second.next()).isNull();
        assertThat(this.service.thanks(UserId.GUEST, WIKI, null, this.f.bert, null, 10).items()).hasSize(2);
        assertThatThrownBy(() -> this.service.thanks(UserId.GUEST, WIKI, null, this.f.bert, first.next(), 2))
            .isInstanceOf(CopException.class);
        assertThat(this.service.contributions(this.f.bert, WIKI).points()).isEqualTo(10);
        assertThat(this.service.contributions(this.f.anna, WIKI).thanksGiven()).isEqualTo(2);
        assertThat(this.service.contributions(this.f.bert, WIKI).thanksReceived()).isEqualTo(2);
    }

    @Test
    void thanksTakenBackAreGoneWithTheirPoints() throws Exception
    {
        UUID id = UUID.randomUUID();
        this.service.thank(this.f.anna, new Thanks(id, WIKI, this.f.bert, "Thanks", null, null));
        assertThatThrownBy(() -> this.service.withdrawThanks(this.f.cleo, WIKI, id)).isInstanceOf(CopException.class);
        this.service.withdrawThanks(this.f.anna, WIKI, id);
        this.service.withdrawThanks(this.f.anna, WIKI, id);

        assertThat(this.service.thanks(UserId.GUEST, WIKI, null, null, null, 10).items()).isEmpty();
        assertThat(this.service.contributions(this.f.bert, WIKI).points()).isZero();
    }

    @Test
    void thanksAreCheckedFieldByField()
    {
        assertRefused(this.f.anna, "", "message", "cop.thanks.error.message.blank");
        assertRefused(this.f.bert, " \u0000\n", "message", "cop.thanks.error.message.blank");
        assertRefused(this.f.bert, "x".repeat(501), "message", "cop.thanks.error.message.long");
        assertRefused(this.f.anna, "Me", "to", "cop.thanks.error.self");
        assertRefused(new UserId("nobody"), "You", "to", "cop.thanks.error.to");
        assertRefused(UserId.GUEST, "You", "to", "cop.thanks.error.to");
        assertRefused(null, "You", "to", "cop.thanks.error.to");
        assertThatThrownBy(() -> thank(UserId.GUEST, this.f.anna, null)).isInstanceOfSatisfying(CopException.class,
            e -> assertThat(e.getKind()).isEqualTo(CopException.Kind.SIGN_IN));
        assertThatThrownBy(() -> thank(this.f.anna, this.f.bert, new CommunityId(this.f.secret)))
            .isInstanceOfSatisfying(CopException.class,
                e -> assertThat(e.getKind()).isEqualTo(CopException.Kind.NOT_FOUND));
    }

    private void assertRefused(UserId to, String message, String field, String key)
    {
        assertThatThrownBy(() -> this.service.thank(this.f.anna,
            new Thanks(UUID.randomUUID(), WIKI, to, message, null, null))).isInstanceOfSatisfying(CopException.class,
                e -> assertThat(e.getFields().get(field).key()).isEqualTo(key));
    }

    @Test
    void aDoubleClickThanksOnceAndNobodyElseCanUseTheSameForm() throws Exception
    {
        Thanks form = new Thanks(UUID.randomUUID(), WIKI, this.f.bert, "Thanks", null, null);
        assertThat(atOnce(4, i -> {
            this.service.thank(this.f.anna, form);
            return true;
        })).isEqualTo(4);
        assertThat(this.service.thanks(UserId.GUEST, WIKI, null, null, null, 10).items()).hasSize(1);
        assertThatThrownBy(() -> this.service.thank(this.f.cleo, form)).isInstanceOfSatisfying(CopException.class,
            e -> assertThat(e.getKind()).isEqualTo(CopException.Kind.NOT_FOUND));
    }

    @Test
    void manyWindowsAtOnceThankNoMoreOftenThanTheRulesSay() throws Exception
    {
        int limit = this.service.rules().thanksAWeek();
        int said = atOnce(limit + 4, i -> {
            try {
                thank(this.f.anna, this.f.bert, null);
                return true;
            } catch (CopException e) {
                assertThat(e.getText().key()).isEqualTo("cop.thanks.limit");
                return false;
            }
        });
        assertThat(said).isEqualTo(limit);
        assertThat(this.service.contributions(this.f.anna, WIKI).thanksGiven()).isEqualTo(limit);
    }

    private static int atOnce(int times, Window window) throws Exception
    {
        ExecutorService windows = Executors.newFixedThreadPool(times);
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                all.add(() -> window.click(number));
            }
            int done = 0;
            for (Future<Boolean> one : windows.invokeAll(all)) {
                done += one.get() ? 1 : 0;
            }
            return done;
        } finally {
            windows.shutdownNow();
        }
    }

    @Test
    void otherRulesAtTheNextStartMakeAllPointsAnewInTheBackground() throws Exception
    {
        earn(this.f.anna, 2, new CommunityId(this.f.open), Instant.now());
        earn(this.f.bert, 30, new CommunityId(this.f.open), Instant.now());
        this.service.contributions(this.f.anna, WIKI);
        assertThat(this.f.wiki.get(Jobs.class).counts(WIKI).running()).as("nothing to recount").isZero();
        TestWiki restarted = restarted("3", "40");
        RecognitionService points = restarted.get(RecognitionService.class);
        assertThat(points.rules().of("question-voted-up")).isEqualTo(3);

        points.contributions(this.f.anna, WIKI);
        assertThat(restarted.get(Jobs.class).counts(WIKI).running()).isEqualTo(1);
        restarted.get(JobRunner.class).runDue();

        assertThat(restarted.get(Jobs.class).counts(WIKI)).isEqualTo(new Jobs.JobCounts(0, 0));
        assertThat(points.contributions(this.f.anna, WIKI).points()).isEqualTo(6);
        assertThat(points.contributions(this.f.bert, WIKI).points()).isEqualTo(40);
        assertThat(madeBy()).isEqualTo(points.rules().fingerprint());
    }

    @Test
    void aRecountThatContinuesUnderOtherRulesBeginsAgain() throws Exception
    {
        for (int i = 0; i < 25; i++) {
            earn(this.f.wiki.account(String.format("person%02d", i)), 1, new CommunityId(this.f.open), Instant.now());
        }
        TestWiki killed = restarted("3", "40");
        killed.get(RecognitionService.class).contributions(this.f.anna, WIKI);
        UUID job = killed.get(Jobs.class).require(WIKI, RecountJob.NAME, "").id();
        assertThatThrownBy(() -> killed.get(JobRunner.class).run(job, now -> {
            if (now.done() > 0) {
                throw new IllegalStateException("killed");
            }
        })).hasMessage("killed");
        assertThat(madeBy()).isEmpty();
        this.f.wiki.database().execute("update cop_job set claimed_until = 0");

        TestWiki last = restarted("4", "40");
        Job done = last.get(JobRunner.class).run(job, now -> { });

        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.done()).isEqualTo(done.total());
        assertThat(madeBy()).isEqualTo(last.get(RecognitionService.class).rules().fingerprint());
        assertThat(this.f.wiki.database().query("select distinct points from cop_points"))
            .extracting(row -> ((Number) row.get("POINTS")).intValue()).containsExactly(4);
    }

    /** The wiki after a restart with other rules. */
    private TestWiki restarted(String questionVotedUp, String cap)
    {
        Properties own = new Properties();
        own.setProperty("points.question-voted-up", questionVotedUp);
        own.setProperty("cap.daily", cap);
        return new TestWiki(this.f.wiki.database()).with(PointRulesSource.class, () -> own);
    }

    private String madeBy()
    {
        return this.f.ledger.read(session -> session.get(RecountRow.class, WIKI.value()).madeBy);
    }

    @Test
    void contributionsTellWhatOneDid() throws Exception
    {
        UUID question = this.f.asked(this.f.anna, new CommunityId(this.f.open), Instant.now());
        UUID answer = this.f.answered(this.f.bert, question, this.f.anna, new CommunityId(this.f.open), Instant.now());
        this.f.answered(this.f.anna, question, this.f.anna, new CommunityId(this.f.open), Instant.now());
        this.f.accepted(this.f.anna, answer, question, this.f.bert, new CommunityId(this.f.open), Instant.now());
        String vote = this.f.voted(this.f.bert, question, this.f.anna, new CommunityId(this.f.open), 1, Instant.now());
        this.f.reversed(vote, this.f.bert);
        this.f.voted(this.f.bert, question, this.f.anna, new CommunityId(this.f.open), 1, Instant.now());

        RecognitionService.Contributions bert = this.service.contributions(this.f.bert, WIKI);
        assertThat(List.of(bert.questions(), bert.answers(), bert.accepted(), bert.votes(), bert.helped()))
            .containsExactly(0, 1, 1, 1, 1);
        assertThat(bert.points()).isEqualTo(15);
        assertThat(bert.pointsThisWeek()).isEqualTo(15);
        RecognitionService.Contributions anna = this.service.contributions(this.f.anna, WIKI);
        assertThat(List.of(anna.questions(), anna.answers(), anna.accepted(), anna.helped()))
            .as("one helps others, not oneself").containsExactly(1, 1, 0, 0);
        assertThatThrownBy(() -> this.service.contributions(UserId.GUEST, WIKI)).isInstanceOf(CopException.class);
    }

    @Test
    void whatOneDidLastStandsByItsTimeNotByWhenItWasRecorded() throws Exception
    {
        UUID question = this.f.wiki.get(QuestionService.class).ask(this.f.anna, new QuestionService.Ask(UUID.randomUUID(),
            new CommunityId(this.f.open), "How do you keep a record?", "What was found later is entered later.",
                List.of())).id().value();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<Instant> recorded = List.of(now.minusSeconds(10), now.minusSeconds(90), now.minusSeconds(50));
        for (Instant at : recorded) {
            this.f.answered(this.f.bert, question, this.f.anna, new CommunityId(this.f.open), at);
        }

        assertThat(this.service.contributions(this.f.bert, WIKI).recent()).extracting(Recent::at)
            .containsExactly(recorded.get(0), recorded.get(2), recorded.get(1));
    }

    /** Somebody clicks. */
    @FunctionalInterface
    private interface Window
    {
        boolean click(int number) throws Exception;
    }
}
