/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.job.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.job.Job;
import org.copsuite.job.JobRunner;
import org.copsuite.job.JobState;
import org.copsuite.job.Jobs;
import org.copsuite.ledger.Ledger;
import org.copsuite.spi.JobType;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class DefaultJobRunnerTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private static final String TYPE = "count";

    private static final int TOTAL = CountingJob.STEPS;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** In milliseconds. */
    private static final int LONG_CLAIM = 3000;

    private TestWiki wiki;

    private UserId admin;

    private Jobs jobs;

    private final CountingJob counting = new CountingJob();

    @BeforeEach
    void start()
    {
        this.wiki = new TestWiki().with(JobType.class, TYPE, this.counting);
        this.admin = this.wiki.administrator("root");
        this.jobs = this.wiki.get(Jobs.class);
        runner(this.wiki).setTimes(30_000, 1);
    }

    @AfterEach
    void stop()
    {
        this.wiki.get(JobRunner.class).stop();
        this.wiki.close();
    }

    private static DefaultJobRunner runner(TestWiki wiki)
    {
        return (DefaultJobRunner) wiki.get(JobRunner.class);
    }

    private Job started() throws CopException
    {
        return this.jobs.start(this.admin, WIKI, TYPE, "");
    }

    private Job now(Job job) throws CopException
    {
        return this.jobs.get(this.admin, WIKI, job.id());
    }

    /** Every step writes a row whose key is its number: a step that is written twice would fail. */
    private List<String> written()
    {
        return this.wiki.get(Ledger.class).read(session -> session
            .createQuery("select name from SettingRow where wiki = :wiki order by name", String.class)
            .setParameter("wiki", WIKI.value()).getResultList());
    }

    private static List<String> steps(int count)
    {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "step" + i).toList();
    }

    @Test
    void doesAllStepsAndSaysHowFarItIs() throws Exception
    {
        Job job = started();
        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        assertThat(job.total()).isNull();
        assertThat(job.startedBy()).isEqualTo(this.admin);
        AtomicInteger seen = new AtomicInteger();
        this.wiki.get(JobRunner.class).run(job.id(), progress -> {
            assertThat(progress.state()).isEqualTo(JobState.RUNNING);
            seen.set((int) progress.done());
        });
        Job end = now(job);
        assertThat(seen).hasValue(TOTAL);
        assertThat(end.state()).isEqualTo(JobState.DONE);
        assertThat(end.done()).isEqualTo(TOTAL);
        assertThat(end.total()).isEqualTo(TOTAL);
        assertThat(end.phase()).isEqualTo("counting");
        assertThat(end.problem()).isNull();
        assertThat(written()).isEqualTo(steps(TOTAL));
    }

    @Test
    void runsInTheBackgroundOnceItIsStarted() throws Exception
    {
        this.wiki.get(JobRunner.class).start();
        Job job = started();
        await().atMost(PATIENCE).until(() -> now(job).state() == JobState.DONE);
        assertThat(written()).isEqualTo(steps(TOTAL));
    }

    @Test
    void aProcessThatIsKilledBetweenTwoStepsIsContinuedByTheNext() throws Exception
    {
        Job job = started();
        assertThatThrownBy(() -> this.wiki.get(JobRunner.class).run(job.id(), progress -> {
            if (progress.done() == 3) {
                throw new IllegalStateException("killed");
            }
        })).hasMessage("killed");
        assertThat(written()).isEqualTo(steps(3));
        this.wiki = this.wiki.afterItWasKilled().with(JobType.class, TYPE, this.counting);
        this.jobs = this.wiki.get(Jobs.class);

        this.wiki.get(JobRunner.class).runDue();
        assertThat(now(job).state()).as("the claim has not lapsed").isEqualTo(JobState.RUNNING);
        assertThat(now(job).done()).isEqualTo(3);
        this.wiki.database().execute("update cop_job set claimed_until = 1");
        this.wiki.get(JobRunner.class).runDue();

        assertThat(now(job).state()).isEqualTo(JobState.DONE);
        assertThat(written()).isEqualTo(steps(TOTAL));
        assertThat(this.counting.positions).containsExactly("", "1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void aProcessThatIsKilledInsideAStepLeavesNothingOfIt() throws Exception
    {
        Job job = started();
        this.counting.failures = 1;
        this.wiki.get(JobRunner.class).run(job.id(), progress -> { });
        assertThat(now(job).state()).isEqualTo(JobState.DONE);
        assertThat(now(job).tries()).isZero();
        assertThat(written()).isEqualTo(steps(TOTAL));
    }

    @Test
    void ofSeveralRunnersAtOnceOneDoesEachStep() throws Exception
    {
        TestWiki other = new TestWiki(this.wiki.database()).with(JobType.class, TYPE, this.counting);
        runner(other).setTimes(30_000, 1);
        this.wiki.get(JobRunner.class).start();
        other.get(JobRunner.class).start();
        try {
            for (int i = 0; i < 5; i++) {
                this.wiki.database().execute("delete from cop_setting");
                this.counting.positions.clear();
                Job job = started();
                other.get(JobRunner.class).wake();
                await().atMost(PATIENCE).until(() -> now(job).state() == JobState.DONE);
                assertThat(written()).isEqualTo(steps(TOTAL));
                assertThat(this.counting.positions).containsExactly("", "1", "2", "3", "4", "5", "6", "7");
            }
        } finally {
            other.get(JobRunner.class).stop();
        }
    }

    @Test
    void aRunnerWhoseClaimLapsedInsideAStepWritesNothing() throws Exception
    {
        Job job = started();
        this.counting.gate = new CountDownLatch(1);
        JobRunner slow = this.wiki.get(JobRunner.class);
        Thread thread = new Thread(slow::runDue);
        thread.start();
        await().atMost(PATIENCE).until(() -> !this.counting.positions.isEmpty());
        CountDownLatch gate = this.counting.gate;
        this.counting.gate = new CountDownLatch(0);
        this.wiki.database().execute("update cop_job set claimed_until = 1");
        TestWiki other = new TestWiki(this.wiki.database()).with(JobType.class, TYPE, this.counting);
        other.get(JobRunner.class).runDue();
        assertThat(now(job).state()).isEqualTo(JobState.DONE);

        gate.countDown();
        thread.join(PATIENCE.toMillis());

        assertThat(thread.isAlive()).isFalse();
        assertThat(now(job).state()).isEqualTo(JobState.DONE);
        assertThat(now(job).done()).isEqualTo(TOTAL);
        assertThat(written()).isEqualTo(steps(TOTAL));
    }

    @Test
    void aRunnerThatStopsGivesItsClaimUp() throws Exception
    {
        Job job = started();
        JobRunner first = this.wiki.get(JobRunner.class);
        this.counting.gate = new CountDownLatch(1);
        first.start();
        await().atMost(PATIENCE).until(() -> !this.counting.positions.isEmpty());
        new Thread(this.counting.gate::countDown).start();
        first.stop();
        int before = (int) now(job).done();

        TestWiki other = new TestWiki(this.wiki.database()).with(JobType.class, TYPE, this.counting);
        other.get(JobRunner.class).runDue();

        assertThat(before).isLessThanOrEqualTo(TOTAL);
        assertThat(now(job).state()).isEqualTo(JobState.DONE);
        assertThat(written()).isEqualTo(steps(TOTAL));
    }

    @Test
    void aRunnerExtendsItsClaimDuringALongStep() throws Exception
    {
        Job job = started();
        // Long enough that a busy machine does not let it lapse between two extensions.
        runner(this.wiki).setTimes(LONG_CLAIM, 1);
        this.counting.gate = new CountDownLatch(1);
        this.wiki.get(JobRunner.class).start();
        await().atMost(PATIENCE).until(() -> !this.counting.positions.isEmpty());
        long first = number("claimed_until");
        await().atMost(PATIENCE).until(() -> number("claimed_until") > first + LONG_CLAIM);
        TestWiki other = new TestWiki(this.wiki.database()).with(JobType.class, TYPE, new CountingJob());
        other.get(JobRunner.class).runDue();
        assertThat(now(job).state()).isEqualTo(JobState.RUNNING);
        assertThat(written()).isEmpty();
        this.counting.gate.countDown();
        await().atMost(PATIENCE).until(() -> now(job).state() == JobState.DONE);
    }

    @Test
    void whatIsCancelledEndsAfterItsStepAndContinuesWhereItEnded() throws Exception
    {
        Job job = started();
        this.wiki.get(JobRunner.class).run(job.id(), progress -> {
            if (progress.done() == 2) {
                cancel(job);
                assertThat(this.jobs.list(this.admin, WIKI).get(0).state()).isEqualTo(JobState.CANCELLING);
            }
        });
        assertThat(now(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(written()).isEqualTo(steps(3));
        this.wiki.get(JobRunner.class).runDue();
        assertThat(written()).as("nobody goes on").isEqualTo(steps(3));

        this.jobs.resume(this.admin, WIKI, job.id());
        this.wiki.get(JobRunner.class).runDue();

        assertThat(now(job).state()).isEqualTo(JobState.DONE);
        assertThat(written()).isEqualTo(steps(TOTAL));
    }

    private void cancel(Job job)
    {
        try {
            this.jobs.cancel(this.admin, WIKI, job.id());
        } catch (CopException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWaitsIsCancelledAtOnceAndWhatEndedStaysAsItIs() throws Exception
    {
        Job job = started();
        cancel(job);
        assertThat(now(job).state()).isEqualTo(JobState.CANCELLED);
        cancel(job);
        assertThat(now(job).state()).isEqualTo(JobState.CANCELLED);
        Job next = started();
        this.jobs.resume(this.admin, WIKI, job.id());
        assertThat(now(job).state()).as("another one is under way").isEqualTo(JobState.CANCELLED);
        this.wiki.get(JobRunner.class).runDue();
        this.jobs.resume(this.admin, WIKI, next.id());
        assertThat(now(next).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void whatIsCancelledWhileItsRunnerIsGoneIsCancelledByAnother() throws Exception
    {
        Job job = started();
        assertThatThrownBy(() -> this.wiki.get(JobRunner.class).run(job.id(), progress -> {
            throw new IllegalStateException("killed");
        })).hasMessage("killed");
        cancel(job);
        assertThat(now(job).state()).isEqualTo(JobState.CANCELLING);
        this.wiki.database().execute("update cop_job set claimed_until = 1");
        new TestWiki(this.wiki.database()).with(JobType.class, TYPE, this.counting).get(JobRunner.class).runDue();
        assertThat(now(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(written()).isEmpty();
    }

    @Test
    void aStepThatFailsIsTriedAgainWithGrowingPauses() throws Exception
    {
        runner(this.wiki).setTimes(30_000, 60_000);
        Job job = started();
        this.counting.failures = 1;
        this.wiki.get(JobRunner.class).runDue();
        assertThat(now(job).state()).isEqualTo(JobState.QUEUED);
        assertThat(now(job).tries()).isEqualTo(1);
        assertThat(now(job).problem()).usingRecursiveComparison().isEqualTo(
            new CopException.Message("cop.job.error.unexpected", "java.lang.IllegalStateException"));
        this.wiki.get(JobRunner.class).runDue();
        assertThat(now(job).tries()).as("not before the pause is over").isEqualTo(1);
        assertThat(number("not_before")).isBetween(System.currentTimeMillis() + 30_000, System.currentTimeMillis()
            + 60_000);

        this.wiki.database().execute("update cop_job set not_before = 0");
        this.wiki.get(JobRunner.class).runDue();
        assertThat(now(job).state()).isEqualTo(JobState.DONE);
        assertThat(now(job).problem()).isNull();
    }

    private long number(String column)
    {
        List<Map<String, Object>> rows = this.wiki.database().query("select " + column + " as number_of from cop_job");
        return ((Number) rows.get(0).get("NUMBER_OF")).longValue();
    }

    @Test
    void aStepThatNeverSucceedsFailsTheJobWithASentenceUntilSomebodyResumesIt() throws Exception
    {
        Job job = started();
        this.counting.failures = DefaultJobRunner.TRIES;
        Job end = this.wiki.get(JobRunner.class).run(job.id(), progress -> { });
        assertThat(end.state()).isEqualTo(JobState.FAILED);
        assertThat(end.tries()).isEqualTo(DefaultJobRunner.TRIES);
        assertThat(this.jobs.counts(WIKI)).isEqualTo(new Jobs.JobCounts(0, 1));

        this.jobs.resume(this.admin, WIKI, job.id());
        assertThat(this.jobs.counts(WIKI)).isEqualTo(new Jobs.JobCounts(1, 0));
        this.wiki.get(JobRunner.class).runDue();
        assertThat(now(job).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void aRefusalFailsTheJobAtOnceAndAnOutageIsTriedAgain() throws Exception
    {
        Job job = started();
        this.counting.refusal = new CopException(Kind.UNAVAILABLE, "cop.knowledge.error.unavailable");
        this.wiki.get(JobRunner.class).runDue();
        assertThat(now(job).problem().key()).isEqualTo("cop.knowledge.error.unavailable");
        assertThat(now(job).state()).isNotEqualTo(JobState.FAILED);

        this.counting.refusal = new CopException(Kind.INVALID, "cop.transfer.error.unusable", "Posts.xml", 3);
        Job end = this.wiki.get(JobRunner.class).run(job.id(), progress -> { });
        assertThat(end.state()).isEqualTo(JobState.FAILED);
        assertThat(end.problem().arguments()).containsExactly("Posts.xml", 3);
    }

    @Test
    void aJobOfATypeThatIsGoneWaitsForItsReturn() throws Exception
    {
        Job job = this.jobs.require(WIKI, "elsewhere", "");
        this.wiki.get(JobRunner.class).runDue();
        assertThatThrownBy(() -> now(job)).isInstanceOf(CopException.class);
        this.wiki.with(JobType.class, "elsewhere", this.counting);
        this.wiki.get(JobRunner.class).runDue();
        assertThat(now(job).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void ofOneTypeAndArgumentOneJobIsUnderWay() throws Exception
    {
        Job job = started();
        assertThat(started().id()).isEqualTo(job.id());
        Job other = this.jobs.start(this.admin, WIKI, TYPE, "other");
        assertThat(other.id()).isNotEqualTo(job.id());
        assertThat(this.jobs.list(this.admin, WIKI)).extracting(Job::id).containsExactly(other.id(), job.id());
        cancel(job);
        assertThat(started().id()).isNotEqualTo(job.id());
    }

    @Test
    void argumentsListsAndPositionsHaveALimit() throws Exception
    {
        String longest = "x".repeat(JobRow.ARGUMENT_MAXIMUM);
        assertThat(this.jobs.start(this.admin, WIKI, TYPE, longest).state()).isEqualTo(JobState.QUEUED);
        assertThatThrownBy(() -> this.jobs.start(this.admin, WIKI, TYPE, longest + "x")).isInstanceOfSatisfying(
            CopException.class, e -> assertThat(e.getFields()).containsOnlyKeys("argument"));
        for (int i = 0; i < Jobs.LISTED; i++) {
            this.jobs.require(WIKI, TYPE, "" + i);
        }
        assertThat(this.jobs.list(this.admin, WIKI)).hasSize(Jobs.LISTED).extracting(Job::id).doesNotHaveDuplicates();
        this.wiki.database().execute("delete from cop_job");
        runner(this.wiki).setTimes(30_000, 60_000);
        Job job = started();
        this.counting.suffix = longest;
        this.wiki.get(JobRunner.class).runDue();
        assertThat(now(job).tries()).as("refused by the database").isEqualTo(1);
        assertThat(now(job).done()).isZero();
    }

    @Test
    void jobsThatEndedLongAgoAreDeletedWhenTheNextOneStarts() throws Exception
    {
        Job old = started();
        cancel(old);
        this.wiki.database().execute("update cop_job set updated_at = "
            + (System.currentTimeMillis() - DefaultJobs.KEPT.toMillis() - 1));
        Job job = started();
        assertThat(this.jobs.list(this.admin, WIKI)).extracting(Job::id).containsExactly(job.id());
    }

    @Test
    void whoHasNotTheRightFindsNone() throws Exception
    {
        Job job = started();
        for (UserId other : List.of(this.wiki.account("anna"), UserId.GUEST)) {
            assertThat(this.jobs.list(other, WIKI)).isEmpty();
            assertThat(this.jobs.latest(other, WIKI)).isEmpty();
            for (UUID id : List.of(job.id(), UUID.randomUUID())) {
                notFound(() -> this.jobs.get(other, WIKI, id));
                notFound(() -> this.jobs.cancel(other, WIKI, id));
                notFound(() -> this.jobs.resume(other, WIKI, id));
            }
            notFound(() -> this.jobs.start(other, WIKI, TYPE, ""));
        }
        notFound(() -> this.jobs.get(this.admin, new WikiId("other"), job.id()));
        notFound(() -> this.jobs.start(this.admin, WIKI, "none", ""));
        notFound(() -> this.jobs.start(this.admin, WIKI, "recount", ""));
        assertThat(now(job).state()).isEqualTo(JobState.QUEUED);
    }

    private static void notFound(ThrowingCallable call)
    {
        assertThatThrownBy(call).isInstanceOfSatisfying(CopException.class,
            e -> assertThat(e.getKind()).isEqualTo(Kind.NOT_FOUND));
    }

    @Test
    void typesThatTheSuiteStartsAreShownWhileTheyAreUnderWayOrFailed() throws Exception
    {
        this.counting.offered = false;
        assertThat(this.jobs.latest(this.admin, WIKI)).extracting(Jobs.Latest::type).doesNotContain(TYPE)
            .contains("rebuild");
        Job job = this.jobs.require(WIKI, TYPE, "");
        assertThat(this.jobs.latest(this.admin, WIKI)).contains(new Jobs.Latest(TYPE, false, now(job)));
        this.wiki.get(JobRunner.class).runDue();
        assertThat(this.jobs.latest(this.admin, WIKI)).extracting(Jobs.Latest::type).doesNotContain(TYPE);
    }
}
