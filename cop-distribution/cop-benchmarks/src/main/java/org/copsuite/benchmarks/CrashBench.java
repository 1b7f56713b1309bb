/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.ledger.CommunityId;
import org.copsuite.page.PageSynchroniser;

/**
 * Kills the server repeatedly while clients ask, answer and vote. After the restarts and a reconciliation, everything
 * that the server acknowledged must exist exactly once, and nothing may exist twice.
 */
final class CrashBench
{
    private static final String REST = "/rest/wikis/xwiki/cop";

    private final Arguments arguments;

    private final Report report;

    private final Map<UUID, UUID> asked = new ConcurrentHashMap<>();

    /** The acknowledged answers: the UUID of the answer to the UUID of its question. */
    private final Map<UUID, UUID> answered = new ConcurrentHashMap<>();

    private final Map<String, Integer> votes = new ConcurrentHashMap<>();

    /** Votes that were sent but not acknowledged: the server may or may not have stored them. */
    private final Map<String, Integer> unsure = new ConcurrentHashMap<>();

    private final Set<String> failures = ConcurrentHashMap.newKeySet();

    CrashBench(Arguments arguments, Report report)
    {
        this.arguments = arguments;
        this.report = report;
    }

    void run() throws Exception
    {
        int rounds = this.arguments.number("rounds", 20);
        int clients = this.arguments.number("clients", 8);
        int seconds = this.arguments.number("seconds", 4);
        String database = this.arguments.option("db", null);
        try (Scratch scratch = new Scratch()) {
            WikiOptions options = new WikiOptions(WikiOptions.LOOPBACK, 0, scratch.folder(), database, true);
            List<Voters.Voter> voters;
            CommunityId community;
            try (CopServer wiki = CopServer.open(options)) {
                community = new Generator(wiki, new Generator.Size(10, 20, 50, 60, 1)).run().get(0).id();
                voters = Voters.signIn(wiki, clients);
            }
            Random random = new Random(3);
            for (int round = 1; round <= rounds; round++) {
                storm(scratch, database, voters, community, Duration.ofMillis(
                    seconds * 500L + random.nextInt(seconds * 1000)), round);
                if (round % 5 == 0 || round == rounds) {
                    try (CopServer wiki = CopServer.open(options)) {
                        wiki.get(PageSynchroniser.class).reconcile(WikiOptions.WIKI);
                        check(new Sql(wiki));
                    }
                    this.report.say("killed %d times: %d questions, %d answers, %d votes acknowledged, each there once",
                        round, this.asked.size(), this.answered.size(), this.votes.size());
                }
            }
        }
        this.report.put("kills", rounds);
        this.report.put("questions", this.asked.size());
        this.report.put("answers", this.answered.size());
        this.report.put("votes", this.votes.size());
    }

    private void storm(Scratch scratch, String database, List<Voters.Voter> voters, CommunityId community,
        Duration duration, int round) throws Exception
    {
        ServerProcess server = ServerProcess.start(scratch.folder(), database, this.arguments.number("port", 0));
        ExecutorService threads = Executors.newFixedThreadPool(voters.size());
        try {
            for (Voters.Voter voter : voters) {
                threads.submit(() -> act(server, voter, community, new Random(round * 1000L + voter.id().hashCode())));
            }
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } finally {
            server.kill();
            threads.shutdown();
            if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("A client still runs 2 minutes after the server was killed.");
            }
        }
    }

    private void act(ServerProcess server, Voters.Voter voter, CommunityId community, Random random)
    {
        List<UUID> questions = new ArrayList<>(this.asked.keySet());
        try (LeanClient client = new LeanClient(server.uri(), voter.cookie())) {
            while (true) {
                int what = random.nextInt(10);
                if (questions.isEmpty() || what == 0) {
                    questions.add(ask(client, voter, community));
                } else if (what < 4) {
                    answer(client, voter, questions.get(random.nextInt(questions.size())));
                } else {
                    vote(client, voter, questions.get(random.nextInt(questions.size())), random.nextInt(3) - 1);
                }
            }
        } catch (IOException e) {
            // The server was killed: a request without an acknowledgement may or may not have been stored.
            return;
        } catch (RuntimeException e) {
            this.failures.add(e.toString());
        }
    }

    private UUID ask(LeanClient client, Voters.Voter voter, CommunityId community) throws IOException
    {
        UUID id = UUID.randomUUID();
        client.post(REST + "/questions", Map.of("id", id.toString(), "community", community.toString(), "title",
            "What happens to question " + id + "?", "body", "Is it there once?", "tags", "storm kill", "form_token",
            voter.token())).expect(201);
        this.asked.put(id, id);
        return id;
    }

    private void answer(LeanClient client, Voters.Voter voter, UUID question) throws IOException
    {
        UUID id = UUID.randomUUID();
        client.post(REST + "/questions/" + question + "/answers", Map.of("id", id.toString(), "body",
            "This is answer " + id + ", which is there once.", "form_token", voter.token())).expect(201);
        this.answered.put(id, question);
    }

    private void vote(LeanClient client, Voters.Voter voter, UUID question, int value) throws IOException
    {
        String key = question + " " + voter.id().value();
        this.unsure.put(key, value);
        LeanClient.Answer answer = client.post(REST + "/questions/" + question + "/votes",
            Map.of("value", Integer.toString(value), "form_token", voter.token()));
        if (answer.status() != 403) {
            // The server answers 403 to a vote on the voter's own question.
            answer.expect(200);
            this.votes.put(key, value);
        }
        this.unsure.remove(key);
    }

    private void check(Sql sql) throws Exception
    {
        if (!this.failures.isEmpty()) {
            throw new WrongResultException("The server refused: " + this.failures);
        }
        once(sql, "cop_question", "asked", this.asked.keySet());
        once(sql, "cop_answer", "answered", this.answered.keySet());
        for (Map.Entry<String, Integer> vote : this.votes.entrySet()) {
            String[] key = vote.getKey().split(" ", 2);
            List<List<String>> rows =
                sql.rows("select vote_value from cop_vote where post = ? and voter = ?", key[0], key[1]);
            int found = rows.isEmpty() ? 0 : Integer.parseInt(rows.get(0).get(0));
            if (found != vote.getValue() && !Integer.valueOf(found).equals(this.unsure.get(vote.getKey()))) {
                throw new WrongResultException("Wrong vote [" + vote + "]; rows: " + rows);
            }
            this.votes.put(vote.getKey(), found);
            this.unsure.remove(vote.getKey());
        }
        VotesBench.counters(sql);
        VotesBench.equal("ledger rows of the same origin", sql.number("select count(*) from (select origin from cop_ledger "
            + "group by wiki, origin having count(*) > 1) d"), 0);
        VotesBench.equal("votes in the views, less those in the ledger", sql.number("select count(*) from cop_vote")
            - sql.number("select count(*) from cop_ledger where act = 'voted'")
            + sql.number("select count(*) from cop_ledger where act = 'undone' and detail = 'voted'"), 0);
        VotesBench.equal("questions whose answers are miscounted", sql.number("select count(*) from cop_question q "
            + "where q.answers <> (select count(*) from cop_answer a where a.wiki = q.wiki and a.question = q.id "
            + "and a.deleted = false)"), 0);
        VotesBench.equal("pages of posts that no view knows", sql.number("select count(*) from wiki_page p "
            + "where p.object_type = 'question' and not exists (select 1 from cop_question q where q.id = p.object_id) "
            + "or p.object_type = 'answer' and not exists (select 1 from cop_answer a where a.id = p.object_id)"), 0);
    }

    private static void once(Sql sql, String table, String act, Set<UUID> ids) throws Exception
    {
        Map<String, Integer> found = new HashMap<>();
        sql.rows("select id from " + table).forEach(row -> found.merge(row.get(0), 1, Integer::sum));
        Map<String, Integer> ledger = new HashMap<>();
        sql.rows("select subject from cop_ledger where act = ?", act)
            .forEach(row -> ledger.merge(row.get(0), 1, Integer::sum));
        Map<String, Integer> pages = new HashMap<>();
        sql.rows("select object_id from wiki_page where object_id is not null")
            .forEach(row -> pages.merge(row.get(0), 1, Integer::sum));
        Set<String> wrong = new HashSet<>();
        for (UUID id : ids) {
            String key = id.toString();
            if (found.getOrDefault(key, 0) != 1 || ledger.getOrDefault(key, 0) != 1 || pages.getOrDefault(key, 0) != 1) {
                wrong.add(key + " (rows " + found.get(key) + ", ledger " + ledger.get(key) + ", pages " + pages.get(key)
                    + ')');
            }
        }
        if (!wrong.isEmpty()) {
            throw new WrongResultException("Acknowledged posts of [" + table + "] that do not exist exactly once: "
                + wrong);
        }
    }
}
