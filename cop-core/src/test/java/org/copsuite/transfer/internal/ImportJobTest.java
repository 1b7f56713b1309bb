/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.job.Job;
import org.copsuite.job.JobRunner;
import org.copsuite.job.JobState;
import org.copsuite.job.Jobs;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.SmallDump;
import org.copsuite.test.TestWiki;
import org.copsuite.transfer.ImportCommand;
import org.copsuite.transfer.StackExchangeImport;
import org.copsuite.transfer.StackExchangeImport.Order;
import org.copsuite.transfer.StackExchangeImport.Progress;
import org.copsuite.transfer.StackExchangeImport.Result;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job of an import: its progress, its end before all is done, and what another process does meanwhile. */
@OnEveryDatabase
class ImportJobTest
{
    private static final String WAITING = "waiting";

    private static final SmallDump DUMP = new SmallDump(60);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path parent;

    private Path folder;

    private TestWiki wiki;

    private UserId admin;

    private final CountDownLatch gate = new CountDownLatch(1);

    @BeforeEach
    void start() throws Exception
    {
        this.folder = DUMP.write(this.parent);
        this.wiki = new TestWiki();
        this.admin = this.wiki.administrator("admin");
    }

    @AfterEach
    void stop()
    {
        this.gate.countDown();
        this.wiki.close();
    }

    /** Calls a listener for each row, with the name of the file. */
    private record Rows(Consumer<String> listener) implements Progress
    {
        @Override
        public void at(String step, double done)
        {
            this.listener.accept(step);
        }

        @Override
        public void skipped(String file, long line, String reason)
        {
            assertThat(reason).isNotBlank();
        }

        @Override
        public void waiting()
        {
            this.listener.accept(WAITING);
        }
    }

    private Order order()
    {
        return new Order(TestWiki.WIKI, this.admin, this.folder, null, null);
    }

    private Result run(TestWiki into, Consumer<String> listener) throws Exception
    {
        DefaultStackExchangeImport imports = (DefaultStackExchangeImport) into.get(StackExchangeImport.class);
        imports.setBatch(25);
        return imports.run(order(), new Rows(listener));
    }

    private List<Job> jobs()
    {
        return this.wiki.get(Jobs.class).list(this.admin, TestWiki.WIKI).stream()
            .filter(job -> ImportJob.NAME.equals(job.type())).toList();
    }

    private Job job()
    {
        assertThat(jobs()).hasSize(1);
        return jobs().get(0);
    }

    private long questions()
    {
        return ((Number) this.wiki.database().query("select count(*) as n from cop_question").get(0).get("N"))
            .longValue();
    }

    private static long threads()
    {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> "cop-import".equals(thread.getName()))
            .count();
    }

    /** Starts an import on a thread of its own that stands still in a row of the comments. */
    private FutureTask<Result> standing() throws Exception
    {
        CountDownLatch stands = new CountDownLatch(1);
        FutureTask<Result> task = new FutureTask<>(() -> run(this.wiki, file -> {
            if (file.equals("Comments.xml")) {
                stands.countDown();
                stand();
            }
        }));
        Thread thread = new Thread(task, "command");
        thread.setDaemon(true);
        thread.start();
        assertThat(stands.await(30, TimeUnit.SECONDS)).isTrue();
        return task;
    }

    /** The claim of a command that was killed: the one that stands still would extend its own. */
    private void letClaimLapse()
    {
        this.wiki.database().execute("update cop_job set claimed_by = 'killed', claimed_until = 1");
    }

    private void stand()
    {
        try {
            this.gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(ThrowingCallable call, String key)
    {
        assertThatThrownBy(call).isInstanceOfSatisfying(CopException.class,
            e -> assertThat(e.getText().key()).isEqualTo(key));
    }

    @Test
    void showsHowFarItIsUntilItIsDone() throws Exception
    {
        List<Job> seen = new ArrayList<>();
        run(this.wiki, file -> seen.add(job()));

        assertThat(seen).allMatch(job -> job.state() == JobState.RUNNING && job.problem() == null);
        assertThat(seen).extracting(Job::done).isSorted();
        assertThat(seen).extracting(Job::phase).contains("Posts.xml", "Comments.xml");
        assertThat(seen.stream().map(Job::done).distinct().count()).isGreaterThan(3);
        Job end = job();
        assertThat(seen.get(seen.size() - 1).done()).isLessThanOrEqualTo(end.total());
        assertThat(end.state()).isEqualTo(JobState.DONE);
        assertThat(end.done()).isEqualTo(end.total()).isPositive();
        assertThat(this.wiki.get(Jobs.class).latest(this.admin, TestWiki.WIKI)).extracting(Jobs.Latest::type)
            .doesNotContain(ImportJob.NAME);
        await().atMost(PATIENCE).until(() -> threads() == 0);
    }

    @Test
    void anImportThatIsCancelledEndsBehindItsBatchAndTheNextOneCompletesIt() throws Exception
    {
        boolean[] cancelled = new boolean[1];
        Progress cancelling = new Rows(file -> {
            if (!cancelled[0] && questions() > 0) {
                cancelled[0] = true;
                cancel();
            }
        });
        ((DefaultStackExchangeImport) this.wiki.get(StackExchangeImport.class)).setBatch(25);
        refused(() -> this.wiki.get(StackExchangeImport.class).run(order(), cancelling), "cop.transfer.error.cancelled");
        assertThat(job().state()).isEqualTo(JobState.CANCELLED);
        assertThat(questions()).isBetween(1L, 59L);
        await().atMost(PATIENCE).until(() -> threads() == 0);
        assertThat(this.wiki.get(Jobs.class).isResumable(ImportJob.NAME)).isFalse();
        refused(() -> this.wiki.get(Jobs.class).resume(this.admin, TestWiki.WIKI, job().id()),
            "cop.job.error.foreground");
        this.wiki.get(JobRunner.class).runDue();
        assertThat(job().state()).isEqualTo(JobState.CANCELLED);

        Result next = run(this.wiki, file -> { });

        assertThat(next.questions()).isEqualTo(DUMP.counts().get("questions")).isEqualTo(questions());
        assertThat(next.added()).isPositive();
        assertThat(jobs()).extracting(Job::state).containsExactly(JobState.DONE, JobState.CANCELLED);
    }

    private void cancel()
    {
        try {
            this.wiki.get(Jobs.class).cancel(this.admin, TestWiki.WIKI, job().id());
        } catch (CopException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFailureEndsTheCommandAtOnceWithItsSentence() throws Exception
    {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Files.writeString(this.folder.resolve("Posts.xml"), "<posts>\n<row/>\n</posts>\n");
        assertThat(this.wiki.get(ImportCommand.class).run(order(), stream, stream, false)).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ").contains(
            this.wiki.get(Texts.class).text(Locale.ENGLISH, "cop.transfer.error.unusable", "Posts.xml"));
        Job failed = job();
        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.tries()).as("at once").isEqualTo(1);
        assertThat(failed.problem().key()).isEqualTo("cop.transfer.error.unusable");
    }

    @Test
    void anotherProcessLeavesAnImportAloneWhoseCommandLives() throws Exception
    {
        FutureTask<Result> first = standing();
        TestWiki other = new TestWiki(this.wiki.database());
        other.get(JobRunner.class).runDue();
        assertThat(job().state()).isEqualTo(JobState.RUNNING);
        this.gate.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS).questions()).isEqualTo(questions());
        assertThat(job().state()).isEqualTo(JobState.DONE);
    }

    @Test
    void anotherProcessEndsTheJobOfACommandThatIsGone() throws Exception
    {
        FutureTask<Result> first = standing();
        TestWiki other = new TestWiki(this.wiki.database());
        letClaimLapse();
        other.get(JobRunner.class).runDue();
        assertThat(job().state()).isEqualTo(JobState.FAILED);
        assertThat(job().problem().key()).isEqualTo("cop.job.error.abandoned");
        // If it lives nevertheless, it stops.
        this.gate.countDown();
        assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS)).cause().isInstanceOfSatisfying(CopException.class,
            e -> assertThat(e.getText().key()).isEqualTo("cop.job.error.abandoned"));
        assertThat(job().state()).isEqualTo(JobState.FAILED);
        await().atMost(PATIENCE).until(() -> threads() == 0);
    }

    @Test
    void whatIsCancelledWhileItsCommandIsGoneIsCancelledByAnotherProcess() throws Exception
    {
        standing();
        cancel();
        assertThat(job().state()).isEqualTo(JobState.CANCELLING);
        letClaimLapse();
        new TestWiki(this.wiki.database()).get(JobRunner.class).runDue();
        assertThat(job().state()).isEqualTo(JobState.CANCELLED);
        assertThat(job().problem()).isNull();
    }

    @Test
    void aCommandContinuesTheJobOfOneThatWasKilled() throws Exception
    {
        standing();
        Job before = job();
        assertThat(before.done()).isPositive();
        TestWiki next = this.wiki.afterItWasKilled();
        letClaimLapse();
        List<Job> seen = new ArrayList<>();

        Result result = run(next, file -> seen.add(job()));

        assertThat(seen.stream().mapToLong(Job::done).filter(done -> done < before.done()).count())
            .as("it reads the dump from the beginning").isPositive();
        assertThat(job().id()).isEqualTo(before.id());
        assertThat(job().state()).isEqualTo(JobState.DONE);
        assertThat(job().done()).isEqualTo(job().total());
        assertThat(result.questions()).isEqualTo(DUMP.counts().get("questions")).isEqualTo(questions());
        assertThat(run(next, file -> { }).added()).isZero();
    }

    @Test
    void aSecondCommandIsRefusedWhileTheFirstOneLives() throws Exception
    {
        FutureTask<Result> first = standing();
        refused(() -> run(this.wiki, file -> { }), "cop.transfer.error.underWay");
        TestWiki other = this.wiki.afterItWasKilled();
        List<String> heard = new CopyOnWriteArrayList<>();
        FutureTask<Result> second = new FutureTask<>(() -> run(other, heard::add));
        Thread thread = new Thread(second, "second command");
        thread.setDaemon(true);
        thread.start();
        // It waits for a first one that may have been killed, until that moves on.
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> !second.isDone());
        this.wiki.database().execute("update cop_job set updated_at = updated_at + 1");
        assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS)).cause().isInstanceOfSatisfying(CopException.class,
            e -> assertThat(e.getText().key()).isEqualTo("cop.transfer.error.underWay"));
        assertThat(heard).containsExactly(WAITING);
        this.gate.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS).questions()).isEqualTo(questions());
        assertThat(jobs()).hasSize(1);
    }
}
