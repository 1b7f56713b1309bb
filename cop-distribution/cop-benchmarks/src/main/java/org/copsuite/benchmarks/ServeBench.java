/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.ledger.LedgerConsumers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Measures how many pages a second the wiki serves after the import of a dump, to four clients and to one. */
final class ServeBench
{
    private static final int CLIENTS = 4;

    /** The group of searches that nobody has made before, so that no cache has their result. */
    private static final String NEW = "newSearch";

    /** The delay between two votes, in milliseconds. */
    private static final long BETWEEN_VOTES = 500;

    private final Arguments arguments;

    private final Report report;

    private List<List<String>> posts;

    ServeBench(Arguments arguments, Report report)
    {
        this.arguments = arguments;
        this.report = report;
    }

    void run() throws Exception
    {
        try (Scratch scratch = new Scratch()) {
            Path kept = this.arguments.folder("data");
            Path data = kept == null ? scratch.folder() : kept;
            if (this.arguments.options().containsKey("dump")) {
                importDump(data);
            } else if (kept == null) {
                try (CopServer wiki = CopServer.open(WikiOptions.at(data))) {
                    new Generator(wiki, Generator.Size.of(600)).run();
                }
            }
            Map<String, List<String>> kinds = new LinkedHashMap<>();
            Pages pages;
            Voters.Voter voter;
            try (CopServer wiki = CopServer.open(WikiOptions.at(data))) {
                wiki.get(LedgerConsumers.class).await(Duration.ofMinutes(5));
                pages = Pages.of(wiki);
                voter = Voters.signIn(wiki, 1).get(0);
                this.posts = new Sql(wiki).rows("select 'questions', id from cop_question where deleted = false");
            }
            kinds.put("list", pages.lists());
            kinds.put("question", pages.questions());
            kinds.put("search", pages.searches());
            kinds.put(NEW, pages.newSearches());
            kinds.keySet().retainAll(List.of(this.arguments.option("pages", "list,question,search," + NEW).split(",")));
            try (ServerProcess server = ServerProcess.start(data, null, this.arguments.number("port", 0))) {
                Map<String, List<String>> shown = new LinkedHashMap<>(kinds);
                shown.remove(NEW);
                Pages.check(server, shown);
                measure(server, kinds, voter);
            }
        }
    }

    private void measure(ServerProcess server, Map<String, List<String>> kinds, Voters.Voter voter)
        throws InterruptedException
    {
        int seconds = this.arguments.number("seconds", 20);
        Map<String, Supplier<String>> addresses = new LinkedHashMap<>();
        kinds.forEach((kind, all) -> addresses.put(kind, NEW.equals(kind) ? Pages.inTurn(all) : Pages.any(all)));
        for (Supplier<String> address : addresses.values()) {
            Pages.read(server, CLIENTS, address, Duration.ofSeconds(seconds));
        }
        this.report.say("%-10s %14s %14s %14s %26s", "page", "4 clients", "4 clients", "1 client", "4 clients, while one votes");
        for (Map.Entry<String, Supplier<String>> kind : addresses.entrySet()) {
            Load many = Pages.read(server, CLIENTS, kind.getValue(), Duration.ofSeconds(seconds));
            Load one = Pages.read(server, 1, kind.getValue(), Duration.ofSeconds(seconds));
            Load voting = whileVoting(server, kind.getValue(), seconds, voter);
            this.report.say("%-10s %11.0f /s %11.1f ms %11.1f ms %23.0f /s", kind.getKey(), many.perSecond(),
                many.median(), one.median(), voting.perSecond());
            this.report.put(kind.getKey() + "PerSecond", many.perSecond());
            this.report.put(kind.getKey() + "Milliseconds", one.median());
            this.report.put(kind.getKey() + "PerSecondWhileVoting", voting.perSecond());
        }
    }

    /** Reads pages while somebody votes: each vote invalidates the cached lists and questions. */
    private Load whileVoting(ServerProcess server, Supplier<String> address, int seconds, Voters.Voter voter)
        throws InterruptedException
    {
        VotesBench.VotingClient votes = new VotesBench.VotingClient(server, voter, this.posts, seconds);
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        try {
            ScheduledFuture<?> voting = thread.scheduleWithFixedDelay(() -> vote(votes), 0, BETWEEN_VOTES,
                TimeUnit.MILLISECONDS);
            Load load = Pages.read(server, CLIENTS, address, Duration.ofSeconds(seconds));
            if (voting.isDone()) {
                throw new WrongResultException("A vote failed.");
            }
            return load;
        } finally {
            thread.shutdown();
            thread.awaitTermination(1, TimeUnit.MINUTES);
            votes.close();
        }
    }

    private static void vote(VotesBench.VotingClient votes)
    {
        try {
            votes.act();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void importDump(Path data) throws Exception
    {
        String last = ServerProcess.command(data, List.of("import", "stackexchange", this.arguments.option("dump", null),
            "--data", data.toString()));
        JsonNode counts = new ObjectMapper().readTree(last);
        this.report.say("imported %d questions and %d answers in %.1f s", counts.get("questions").asInt(),
            counts.get("answers").asInt(), counts.get("seconds").asDouble());
        this.report.put("importSeconds", counts.get("seconds").asDouble());
    }
}
