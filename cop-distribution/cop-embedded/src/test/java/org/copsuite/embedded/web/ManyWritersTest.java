/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.db.ConnectionGuard;
import org.copsuite.embedded.EmbeddedWiki;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestSchema;
import org.copsuite.test.TestServer;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Many members write at the same moment, more than there are connections: each is served, and who only reads is not kept
 * waiting.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnEveryDatabase
class ManyWritersTest
{
    private static final int WRITERS = 64;

    /** How often each of them writes. */
    private static final int ROUNDS = 2;

    /** Below that, a reader is not waiting for anybody. */
    private static final Duration FLOOR = Duration.ofMillis(500);

    /** No single read may take longer, unless the machine is as slow without writers. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    /** How often somebody comes again whom the wiki asks to. */
    private static final int TRIES = 3;

    /** How many reads are compared at least. */
    private static final int READS = 30;

    private static final int POOL = 15;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TestSchema schema;

    private EmbeddedWiki wiki;

    private CommunityId community;

    private UserId root;

    private final List<Session> writers = new ArrayList<>();

    @BeforeAll
    void start() throws Exception
    {
        this.schema = TestServer.chosen() == TestServer.HSQLDB ? null : new TestSchema();
        // HSQLDB: in the data folder.
        this.wiki = EmbeddedWiki.start(this.schema == null ? null : this.schema.url(), false);
        this.root = this.wiki.administrator("root");
        this.community = this.wiki.get(CommunityService.class).found(this.root,
            new CommunityDraft(new CommunityId(UUID.randomUUID()), new WikiId("xwiki"),
            "Busy people", "All at once.", List.of("writing"), Visibility.OPEN)).id();
        for (int i = 0; i < WRITERS; i++) {
            this.wiki.account("writer" + i, "Writer No. " + i);
            this.writers.add(this.wiki.signIn("writer" + i));
        }
    }

    @AfterAll
    void stop()
    {
        if (this.wiki != null) {
            this.wiki.close();
        }
        if (this.schema != null) {
            this.schema.close();
        }
    }

    private Post ask(String title) throws Exception
    {
        return this.wiki.get(QuestionService.class).ask(this.root,
            new Ask(UUID.randomUUID(), this.community, title, "It is **about** writing.", List.of("writing")));
    }

    private HttpResponse<String> write(Session writer, String path, String... fields) throws Exception
    {
        StringBuilder form = new StringBuilder("form_token=" + writer.token());
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return this.client.send(HttpRequest.newBuilder(this.wiki.uri().resolve("/rest/wikis/xwiki/cop" + path))
            .header("Cookie", "cop_session=" + writer.secret()).header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form.toString()))
            .build(), BodyHandlers.ofString());
    }

    /** One of many things that a member does, another one each time. */
    private HttpResponse<String> writeSomething(int writer, int round, PostId question, PostId answer) throws Exception
    {
        Session session = this.writers.get(writer);
        String text = "From writer " + writer + " in round " + round + ", as long as a sentence is.";
        return switch ((writer + round) % 5) {
            case 0 -> write(session, "/questions", "title", "Question of writer " + writer + " in round " + round, "body",
                text, "tags", "writing", "community", this.community.toString());
            case 1 -> write(session, "/questions/" + question + "/answers", "body", text);
            case 2 -> write(session, "/answers/" + answer + "/comments", "text", text);
            case 3 -> write(session, "/questions/" + question + "/votes", "value", round % 2 == 0 ? "1" : "-1");
            default -> write(session, "/questions/" + question + "/comments", "text", text);
        };
    }

    /** As much work for the server as a write, but nothing is written: the same text is formatted. */
    private HttpResponse<String> previewSomething(int writer, int round) throws Exception
    {
        return write(this.writers.get(writer), "/preview", "text",
            "From writer " + writer + " in round " + round + ", as long as a sentence is.");
    }

    /** On a machine that does less than 64 writes in twenty seconds, the wiki asks some to come again, with a sentence. */
    private static boolean isBusy(HttpResponse<String> answered)
    {
        return answered.statusCode() == 429 && answered.headers().firstValue("Retry-After").isPresent();
    }

    /** What one of many does in a round. */
    @FunctionalInterface
    private interface Doing
    {
        HttpResponse<String> run(int writer, int round) throws Exception;
    }

    /**
     * One reads again and again while sixty-four do something, at least {@link #ROUNDS} times each and until there are
     * enough reads to compare.
     *
     * @return how long each read took, in order
     */
    private List<Long> readWhile(URI page, Doing doing, Queue<String> refused) throws Exception
    {
        List<Long> reads = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger left = new AtomicInteger(WRITERS);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                ends.add(threads.submit(() -> {
                    go.await();
                    try {
                        for (int round = 0; round < ROUNDS || reads.size() < READS; round++) {
                            HttpResponse<String> answered = doing.run(writer, round);
                            for (int again = 0; again < TRIES && isBusy(answered); again++) {
                                answered = doing.run(writer, round);
                            }
                            if (answered.statusCode() >= 300) {
                                refused.add(answered.statusCode() + " " + answered.body());
                            }
                        }
                    } finally {
                        left.decrementAndGet();
                    }
                    return null;
                }));
            }
            ends.add(threads.submit(() -> {
                go.await();
                while (left.get() > 0) {
                    reads.add(read(page));
                }
                return null;
            }));
            go.countDown();
            for (Future<?> end : ends) {
                end.get(200, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        return reads.stream().sorted().toList();
    }

    @Test
    @Timeout(300)
    void allAreServedAndNoReaderIsSlowerThanTwiceItsTime() throws Exception
    {
        Post question = ask("What do many people write at once?");
        PostId answer = this.wiki.get(QuestionService.class)
            .answer(this.root, question.id(), UUID.randomUUID(), "Mostly comments.").id();
        Post quiet = ask("Which question does nobody write about?");
        URI page = this.wiki.uri().resolve(this.wiki.get(Links.class).view(quiet.page()));
        for (int i = 0; i < READS; i++) {
            read(page);
        }

        Queue<String> refused = new ConcurrentLinkedQueue<>();
        long seconds = ConnectionGuard.seconds();
        // The machine has as much to do either way: what differs is that somebody writes.
        List<Long> alone = readWhile(page, this::previewSomething, refused);
        List<Long> meanwhile = readWhile(page,
            (writer, round) -> writeSomething(writer, round, question.id(), answer), refused);

        String figures = String.format("reads without writers: median %d ms, nine of ten %d ms, slowest %d ms of %d; "
            + "with writers: %d ms, %d ms, %d ms of %d", millis(part(alone, 0.5)), millis(part(alone, 0.9)),
            millis(part(alone, 1)), alone.size(), millis(part(meanwhile, 0.5)), millis(part(meanwhile, 0.9)),
            millis(part(meanwhile, 1)), meanwhile.size());
        System.out.println(TestServer.chosen() + ": " + figures);
        assertThat(refused).as(figures).isEmpty();
        for (double part : new double[] {0.5, 0.9}) {
            assertThat(part(meanwhile, part)).as(figures)
                .isLessThan(Math.max(2 * part(alone, part), FLOOR.toNanos()));
        }
        assertThat(part(meanwhile, 1)).as(figures).isLessThan(Math.max(2 * part(alone, 1), LONGEST.toNanos()));
        assertThat(ConnectionGuard.seconds()).as("second connections").isEqualTo(seconds);
        assertThat(this.wiki.get(Database.class).connections().orElseThrow().maximum()).isEqualTo(POOL);
    }

    private long read(URI page) throws Exception
    {
        long start = System.nanoTime();
        assertThat(this.client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).statusCode())
            .isEqualTo(200);
        return System.nanoTime() - start;
    }

    /** The time within which a part of the reads ended, 1 for all of them. */
    private static long part(List<Long> sorted, double part)
    {
        return sorted.get((int) Math.min(sorted.size() - 1, part * sorted.size()));
    }

    private static long millis(long nanoseconds)
    {
        return TimeUnit.NANOSECONDS.toMillis(nanoseconds);
    }
}
