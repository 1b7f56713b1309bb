/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;

/**
 * Lets clients vote on the same posts over HTTP: no vote may be lost or doubled, and the counters must equal the rows.
 */
final class VotesBench
{
    private static final int POSTS = 100;

    private final Arguments arguments;

    private final Report report;

    VotesBench(Arguments arguments, Report report)
    {
        this.arguments = arguments;
        this.report = report;
    }

    void run() throws Exception
    {
        int clients = this.arguments.number("clients", 16);
        try (Scratch scratch = new Scratch()) {
            WikiOptions options = new WikiOptions(WikiOptions.LOOPBACK, 0, scratch.folder(),
                this.arguments.option("db", null), true);
            List<VotingClient> voting = new ArrayList<>();
            List<Voters.Voter> voters;
            List<List<String>> posts;
            Map<String, Long> before = new HashMap<>();
            try (CopServer wiki = CopServer.open(options)) {
                new Generator(wiki, new Generator.Size(POSTS / 2, POSTS, POSTS * 5, 60, 1)).run();
                voters = Voters.signIn(wiki, clients);
                posts = new Sql(wiki).rows("select 'questions', id from cop_question order by id").subList(0, POSTS / 2);
                posts = new ArrayList<>(posts);
                posts.addAll(new Sql(wiki).rows("select 'answers', id from cop_answer order by id").subList(0, POSTS / 2));
                before.put("ledger", new Sql(wiki).number("select count(*) from cop_ledger where act in ('voted', 'undone')"));
                before.put("votes", new Sql(wiki).number("select count(*) from cop_vote"));
            }
            Load load;
            try (ServerProcess server = ServerProcess.start(scratch.folder(), this.arguments.option("db", null),
                this.arguments.number("port", 0)))
            {
                for (Voters.Voter voter : voters) {
                    voting.add(new VotingClient(server, voter, posts, voting.size()));
                }
                load = Load.run(voting, Duration.ofSeconds(this.arguments.number("seconds", 30)));
                voting.forEach(VotingClient::close);
            }
            try (CopServer wiki = CopServer.open(options)) {
                check(new Sql(wiki), voting, before);
            }
            this.report.say("%d clients, %d posts: %.0f votes/s, median %.1f ms, 95 %% below %.1f ms; none lost, none doubled",
                clients, POSTS, load.perSecond(), load.median(), load.quantile(0.95));
            this.report.put("clients", clients);
            this.report.put("votes", load.times().length);
            this.report.put("votesPerSecond", load.perSecond());
            this.report.put("medianMilliseconds", load.median());
        }
    }

    private static void check(Sql sql, List<VotingClient> clients, Map<String, Long> before) throws Exception
    {
        long rows = before.get("ledger");
        long votes = before.get("votes");
        for (VotingClient client : clients) {
            rows += client.ledgerRows;
            for (Map.Entry<String, Integer> vote : client.cast.entrySet()) {
                List<List<String>> row = sql.rows("select vote_value from cop_vote where post = ? and voter = ?",
                    vote.getKey(), client.voter.id().value());
                String found = row.isEmpty() ? "0" : row.get(0).get(0);
                votes += vote.getValue() == 0 ? 0 : 1;
                if (row.size() > 1 || Integer.parseInt(found) != vote.getValue()) {
                    throw new WrongResultException("Wrong vote of [" + client.voter.id() + "] on [" + vote.getKey()
                        + "]: expected " + vote.getValue() + ", found " + row);
                }
            }
        }
        equal("entries of votes in the ledger", sql.number("select count(*) from cop_ledger where act in ('voted', 'undone')"), rows);
        equal("votes", sql.number("select count(*) from cop_vote"), votes);
        counters(sql);
    }

    /** Checks that the counters of each post equal the number of its rows. */
    static void counters(Sql sql) throws Exception
    {
        for (String table : List.of("cop_question", "cop_answer")) {
            long wrong = sql.number("select count(*) from " + table + " p where p.score <> p.votes_up - p.votes_down "
                + "or p.votes_up <> (select count(*) from cop_vote v where v.wiki = p.wiki and v.post = p.id "
                + "and v.vote_value > 0) or p.votes_down <> (select count(*) from cop_vote v where v.wiki = p.wiki "
                + "and v.post = p.id and v.vote_value < 0)");
            equal(table + " whose counters are not its rows", wrong, 0);
        }
    }

    static void equal(String what, long found, long expected)
    {
        if (found != expected) {
            throw new WrongResultException(what + ": " + found + " instead of " + expected);
        }
    }

    /** Votes on random posts and records the votes and the number of entries that must result. */
    static final class VotingClient implements Load.Client
    {
        private final LeanClient client;

        private final Voters.Voter voter;

        private final List<List<String>> posts;

        private final Random random;

        private final Map<String, Integer> cast = new HashMap<>();

        private long ledgerRows;

        VotingClient(ServerProcess server, Voters.Voter voter, List<List<String>> posts, int seed)
        {
            this.client = new LeanClient(server.uri(), voter.cookie());
            this.voter = voter;
            this.posts = posts;
            this.random = new Random(seed);
        }

        @Override
        public void act() throws IOException
        {
            List<String> post = this.posts.get(this.random.nextInt(this.posts.size()));
            int value = this.random.nextInt(3) - 1;
            this.client.post("/rest/wikis/xwiki/cop/" + post.get(0) + '/' + post.get(1) + "/votes",
                Map.of("value", Integer.toString(value), "form_token", this.voter.token())).expect(200);
            int old = this.cast.getOrDefault(post.get(1), 0);
            this.cast.put(post.get(1), value);
            if (old != value) {
                // Taking back the old vote is one entry, casting the new one is another; 0 means no vote.
                this.ledgerRows += (old == 0 ? 0 : 1) + (value == 0 ? 0 : 1);
            }
        }

        void close()
        {
            this.client.close();
        }
    }
}
