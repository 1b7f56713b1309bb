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
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.Access;
import org.copsuite.community.CommunityService.Found;
import org.copsuite.db.ConnectionGuard;
import org.copsuite.embedded.EmbeddedWiki;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.UserId;
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
class ManyWritersTest
{
    private static final int WRITERS = 64;

    /** How often each of them writes. */
    private static final int ROUNDS = 2;

    /** Below that, a reader is not waiting for anybody. */
    private static final Duration FLOOR = Duration.ofMillis(250);

    private static final Duration SLOWEST_READ = Duration.ofSeconds(5);

    private static final int POOL = 15;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private EmbeddedWiki wiki;

    private UUID community;

    private UserId root;

    private final List<Session> writers = new ArrayList<>();

    EmbeddedWiki startWiki() throws Exception
    {
        return EmbeddedWiki.start(null, false);
    }

    @BeforeAll
    void start() throws Exception
    {
        this.wiki = startWiki();
        this.root = this.wiki.administrator("root");
        this.community = this.wiki.get(CommunityService.class).found(this.root, new Found(UUID.randomUUID(), "xwiki",
            "Busy people", "All at once.", List.of("writing"), Access.OPEN)).id();
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

    @Test
    @Timeout(120)
    void allAreServedAndReadersAreNotKeptWaiting() throws Exception
    {
        Post question = ask("What do many people write at once?");
        PostId answer = this.wiki.get(QuestionService.class)
            .answer(this.root, question.id(), UUID.randomUUID(), "Mostly comments.").id();
        Post quiet = ask("Which question does nobody write about?");
        URI page = this.wiki.uri().resolve(this.wiki.get(Links.class).view(quiet.page()));
        List<Long> alone = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            alone.add(read(page));
        }

        ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
        List<Long> meanwhile = Collections.synchronizedList(new ArrayList<>());
        ConcurrentLinkedQueue<Long> writes = new ConcurrentLinkedQueue<>();
        AtomicBoolean writing = new AtomicBoolean(true);
        long seconds = ConnectionGuard.seconds();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                ends.add(threads.submit(() -> {
                    go.await();
                    for (int round = 0; round < ROUNDS; round++) {
                        long start = System.nanoTime();
                        HttpResponse<String> answered = writeSomething(writer, round, question.id(), answer);
                        writes.add(System.nanoTime() - start);
                        if (answered.statusCode() >= 300) {
                            refused.add(answered.statusCode() + " " + answered.body());
                        }
                    }
                    return null;
                }));
            }
            Future<?> reader = threads.submit(() -> {
                go.await();
                while (writing.get()) {
                    meanwhile.add(read(page));
                }
                return null;
            });
            go.countDown();
            for (Future<?> end : ends) {
                end.get(100, TimeUnit.SECONDS);
            }
            writing.set(false);
            reader.get(30, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }

        String figures = String.format("reads alone %d ms, meanwhile %d ms, slowest %d ms of %d; slowest write %d ms",
            millis(median(alone)), millis(median(meanwhile)), millis(Collections.max(meanwhile)), meanwhile.size(),
            millis(Collections.max(writes)));
        System.out.println(getClass().getSimpleName() + ": " + figures);
        assertThat(refused).as(figures).isEmpty();
        assertThat(median(meanwhile)).as(figures).isLessThan(Math.max(2 * median(alone), FLOOR.toNanos()));
        assertThat(Collections.max(meanwhile)).as(figures).isLessThan(SLOWEST_READ.toNanos());
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

    private static long median(List<Long> times)
    {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static long millis(long nanoseconds)
    {
        return TimeUnit.NANOSECONDS.toMillis(nanoseconds);
    }
}
