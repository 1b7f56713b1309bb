/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.copsuite.job.JobState;
import org.copsuite.ledger.internal.RebuildJob;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.SmallDump;
import org.copsuite.test.Snapshot;
import org.copsuite.test.TestWiki;
import org.copsuite.transfer.ImportCommand;
import org.copsuite.transfer.StackExchangeImport;
import org.copsuite.transfer.StackExchangeImport.Order;
import org.copsuite.transfer.StackExchangeImport.Result;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A whole dump into a database: all of it, once, with the scores that it tells, however often it was interrupted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnEveryDatabase
class ImportIntoDatabaseTest
{
    /** So many are written at once, a tenth of what is usual. */
    private static final int BATCH = 25;

    /** More than are written at once. */
    private static final SmallDump DUMP = new SmallDump(60);

    private static final int CLOSED = 6;

    private static final int DUPLICATES = 3;

    @TempDir
    private Path parent;

    private Path folder;

    private TestWiki wiki;

    private UserId admin;

    private Map<String, List<String>> expected;

    @BeforeEach
    void write() throws Exception
    {
        this.folder = DUMP.write(this.parent);
        this.wiki = new TestWiki();
        this.admin = this.wiki.administrator("admin");
    }

    @AfterEach
    void stop()
    {
        this.wiki.close();
    }

    private Order order()
    {
        return new Order(TestWiki.WIKI, this.admin, this.folder, null, null);
    }

    private static StackExchangeImport imports(TestWiki into)
    {
        DefaultStackExchangeImport imports = (DefaultStackExchangeImport) into.get(StackExchangeImport.class);
        imports.setBatch(BATCH);
        return imports;
    }

    private Result run(TestWiki into) throws Exception
    {
        return imports(into).run(order(), new StackExchangeImport.Progress()
        {
            @Override
            public void at(String step, double done)
            {
                assertThat(done).isBetween(0.0, 1.0);
            }

            @Override
            public void skipped(String file, long line, String reason)
            {
                assertThat(file).isIn("Posts.xml", "Comments.xml", "Votes.xml");
            }
        });
    }

    private static Map<String, Long> counts(Result result)
    {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("questions", result.questions());
        counts.put("answers", result.answers());
        counts.put("accepted", result.accepted());
        counts.put("users", result.users());
        counts.put("votesUp", result.votesUp());
        counts.put("votesDown", result.votesDown());
        counts.put("comments", result.comments());
        counts.put("links", result.links());
        counts.put("skipped", result.skipped());
        return counts;
    }

    /** All that was written: rows of the tables, and pages with their comments. */
    private static Map<String, List<String>> written(TestWiki in) throws SQLException
    {
        Map<String, List<String>> written = new HashMap<>(in.database().snapshot());
        List<Page> pages = List.of("community", "question", "answer").stream()
            .flatMap(type -> in.pages().list(TestWiki.WIKI, type, null, Integer.MAX_VALUE).stream()).toList();
        written.put("pages", pages.stream().map(page -> page.id() + " " + page.title() + page.content() + page.author()
            + page.version() + page.object() + in.pages().history(page.id()).size()
            + ("community".equals(page.object().orElseThrow().type()) ? "" : page.created())).toList());
        written.put("comments", pages.stream().map(page -> in.pages().comments(page.id()).toString()).toList());
        return written;
    }

    /** What a run comes to that nothing disturbs. */
    private Map<String, List<String>> undisturbed() throws Exception
    {
        if (this.expected == null) {
            try (TestWiki other = new TestWiki()) {
                other.administrator("admin");
                run(other);
                this.expected = written(other);
                assertThat(this.expected.get("cop_answer")).hasSize(DUMP.counts().get("answers").intValue());
            }
        }
        return this.expected;
    }

    private Map<UUID, Integer> column(String sql)
    {
        Map<UUID, Integer> values = new HashMap<>();
        this.wiki.database().query(sql).forEach(
            row -> values.put(UUID.fromString((String) row.get("ID")), ((Number) row.get("N")).intValue()));
        return values;
    }

    @Test
    void writesAllOfItWithTheScoresThatTheDumpTells() throws Exception
    {
        Result result = run(this.wiki);

        assertThat(counts(result)).isEqualTo(DUMP.counts());
        // A question that is closed as a duplicate is linked to the other by that.
        assertThat(result.added())
            .isEqualTo(result.questions() + result.answers() + result.comments() + result.links() - DUPLICATES);
        Map<UUID, Integer> scores = new HashMap<>();
        Site site = Site.of(this.folder);
        DUMP.scores().forEach((number, score) -> scores.put(site.post(number), score));
        Map<UUID, Integer> there = column("select id, score as n from cop_question");
        there.putAll(column("select id, votes_up - votes_down as n from cop_answer"));
        assertThat(there).isEqualTo(scores);
        assertThat(column("select id, 1 as n from cop_answer where accepted = true").keySet())
            .containsExactlyInAnyOrderElementsOf(DUMP.accepted().stream().map(site::post).toList());
        assertThat(total("select count(*) as n from cop_comment")).isEqualTo(result.comments());
        assertThat(total("select sum(comments) as n from cop_question") + total("select sum(comments) as n from cop_answer"))
            .isEqualTo(result.comments());
        assertThat(total("select count(*) as n from cop_link")).isEqualTo(result.links());
        assertThat(total("select count(*) as n from cop_question where closed = true")).isEqualTo(CLOSED);
        assertThat(total("select count(*) as n from cop_question where duplicate_of is not null")).isEqualTo(DUPLICATES);
        assertThat(total("select sum(weight) as n from cop_ledger where act = 'votes-imported' and detail = 'up'"))
            .isEqualTo(result.votesUp());
        assertThat(total("select questions + answers as n from cop_community"))
            .isEqualTo(result.questions() + result.answers());
    }

    private long total(String sql)
    {
        return ((Number) this.wiki.database().query(sql).get(0).get("N")).longValue();
    }

    @Test
    void aRebuildGivesTheSameProjections() throws Exception
    {
        run(this.wiki);
        this.wiki.database().execute("delete from cop_question_tag");
        this.wiki.database().execute("update cop_question set votes_up = 0, score = 0, answers = 0, closed = false");
        this.wiki.database().execute("update cop_answer set accepted = false, votes_down = 77");
        assertThat(this.wiki.run(RebuildJob.NAME).state()).isEqualTo(JobState.DONE);
        assertEqual(written(this.wiki), undisturbed());
    }

    @Test
    void aSecondRunAddsNothing() throws Exception
    {
        run(this.wiki);

        Result second = run(this.wiki.afterItWasKilled());

        assertThat(second.added()).isZero();
        assertThat(counts(second)).isEqualTo(DUMP.counts());
        assertEqual(written(this.wiki), undisturbed());
    }

    /** The process is gone. */
    private static final class Killed extends Error
    {
        private static final long serialVersionUID = 1L;
    }

    /** Pages whose process dies with a certain call, before it is done or as soon as it is done. */
    private static Pages dying(Pages pages, String method, int call, boolean done)
    {
        AtomicInteger calls = new AtomicInteger();
        return (Pages) Proxy.newProxyInstance(Pages.class.getClassLoader(), new Class<?>[] {Pages.class},
            (self, called, arguments) -> {
                boolean last = called.getName().equals(method) && calls.incrementAndGet() == call;
                if (last && !done) {
                    throw new Killed();
                }
                try {
                    Object result = called.invoke(pages, arguments);
                    if (last) {
                        throw new Killed();
                    }
                    return result;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
    }

    @ParameterizedTest
    @CsvSource({
        // The community's page; the first one after those written at once; an answer.
        "save, 1, true", "save, 27, true", "save, 71, false",
        // One in the midst of a batch, when others stand; a comment.
        "save, 96, true", "comment, 26, false"})
    void killedAndStartedAgainItComesToTheSame(String method, int call, boolean done) throws Exception
    {
        Map<String, List<String>> undisturbed = undisturbed();
        this.wiki.with(Pages.class, dying(this.wiki.pages(), method, call, done));
        assertThatThrownBy(() -> run(this.wiki)).isInstanceOf(Killed.class);

        TestWiki again = this.wiki.afterItWasKilled();
        this.wiki = again;
        // As at every start: what stands on pages only is looked at meanwhile.
        again.get(PageSynchroniser.class).start();
        Result resumed = run(again);

        assertThat(again.get(PageSynchroniser.class).await(Duration.ofMinutes(1))).isTrue();
        assertThat(counts(resumed)).isEqualTo(DUMP.counts());
        assertEqual(written(again), undisturbed);
        assertThat(run(again).added()).isZero();
        assertEqual(written(again), undisturbed);
    }

    private static void assertEqual(Map<String, List<String>> written, Map<String, List<String>> expected)
    {
        assertThat(Snapshot.differences(expected, written)).isEmpty();
    }

    @Test
    void theLastLineOfTheCommandHoldsTheCounts() throws Exception
    {
        this.wiki.with(Pages.class, dying(this.wiki.pages(), "save", 71, true));
        assertThatThrownBy(() -> run(this.wiki)).isInstanceOf(Killed.class);
        this.wiki = this.wiki.afterItWasKilled();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        imports(this.wiki);
        int status = this.wiki.get(ImportCommand.class).run(order(), new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8), false);

        assertThat(status).as("rows were passed over").isEqualTo(3);
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
        JsonNode json = new ObjectMapper().readTree(lines[lines.length - 1]);
        DUMP.counts().forEach((name, count) -> assertThat(json.path(name).asLong()).as(name).isEqualTo(count));
        assertThat(json.path("added").asLong()).isBetween(1L, DUMP.counts().values().stream().mapToLong(n -> n).sum());
        assertThat(json.path("seconds").isNumber()).isTrue();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Posts.xml:", "Votes.xml:", "Comments.xml:")
            .doesNotContain("\tat ");
    }
}
