/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.People;

/**
 * Measures pages about communities in a wiki with many of them, every tenth private, as a guest and as a member: home
 * pages, the directory with its filters, the page of the suite, members and the leaderboard; then how long joining and
 * leaving the largest community take.
 */
final class CommunitiesBench
{
    private static final int PRIVATE = 10;

    private static final int WARM = 3;

    /** Warming up takes this part of the time of a measurement, each time. */
    private static final int SHORTER = 4;

    private static final String REST = "/rest/wikis/xwiki/cop/";

    private final Arguments arguments;

    private final Report report;

    CommunitiesBench(Arguments arguments, Report report)
    {
        this.arguments = arguments;
        this.report = report;
    }

    void run() throws Exception
    {
        int people = this.arguments.number("people", 50_000);
        int count = this.arguments.number("communities", 2_000);
        int questions = this.arguments.number("questions", 10 * count);
        String database = this.arguments.option("db", null);
        try (Scratch scratch = new Scratch()) {
            Path data = this.arguments.options().containsKey("data") ? this.arguments.folder("data") : scratch.folder();
            Map<String, List<String>> kinds = new LinkedHashMap<>();
            Voters.Voter member;
            String largest;
            try (CopServer wiki = CopServer.open(new WikiOptions(WikiOptions.LOOPBACK, 0, data, database, true))) {
                List<CommunityView> communities = new Generator(wiki,
                    new Generator.Size(questions, questions * 2, questions * 4, Math.max(60, people / 50), count)).run();
                hide(wiki, communities);
                int memberships = new Memberships(wiki).generate(people, communities);
                if (!wiki.get(LedgerConsumers.class).await(Duration.ofMinutes(20))) {
                    throw new IllegalStateException("The index did not process all entries within 20 minutes.");
                }
                this.report.say("%d communities, %d people, %d memberships, %d questions", count, people, memberships,
                    questions);
                member = Voters.signIn(wiki, 1).get(0);
                largest = communities.get(0).id().toString();
                kinds = addresses(wiki, communities);
            }
            try (ServerProcess server = ServerProcess.start(data, database, this.arguments.number("port", 0))) {
                measure(server, kinds, member);
                join(server, member, REST + "communities/" + largest + "/members");
            }
        }
    }

    private static void hide(CopServer wiki, List<CommunityView> communities) throws CopException
    {
        for (int i = PRIVATE - 1; i < communities.size(); i += PRIVATE) {
            CommunityView one = communities.get(i);
            wiki.get(CommunityService.class).change(wiki.get(People.class).service(), one.id(),
                new CommunityDraft(one.id(), WikiOptions.WIKI, one.title(), one.purpose(), one.domains(),
                    Visibility.PRIVATE), one.version());
        }
    }

    private static Map<String, List<String>> addresses(CopServer wiki, List<CommunityView> communities)
    {
        Links links = wiki.get(Links.class);
        List<String> homes = new ArrayList<>();
        for (int i = 0; i < communities.size(); i++) {
            if (i % PRIVATE != PRIVATE - 1) {
                homes.add(links.view(communities.get(i).page()));
            }
        }
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("home", homes);
        kinds.put("largest", List.of(homes.get(0)));
        kinds.put("directory", List.of("/bin/view/CoP/Communities", "/bin/view/CoP/Communities?cop-joining=open",
            "/bin/view/CoP/Communities?cop-q=community+2"));
        kinds.put("suite", List.of("/bin/view/CoP/WebHome"));
        kinds.put("find", List.of(REST + "communities?q=1", REST + "communities?q=community+2"));
        kinds.put("members", List.of(REST + "communities/" + communities.get(0).id() + "/members"));
        kinds.put("leaderboard", List.of(REST + "leaderboard"));
        kinds.put("list", List.of("/bin/view/CoP/Questions?cop-order=newest", "/bin/view/CoP/Questions?cop-order=hot"));
        return kinds;
    }

    private void measure(ServerProcess server, Map<String, List<String>> kinds, Voters.Voter member) throws Exception
    {
        int seconds = this.arguments.number("seconds", 20);
        this.report.say("%-12s %10s %10s", "median ms", "guest", "member");
        for (int round = 0; round <= WARM; round++) {
            for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
                Supplier<String> address = Pages.any(kind.getValue());
                boolean last = round == WARM;
                Duration time = Duration.ofSeconds(seconds).dividedBy(last ? 1 : SHORTER);
                double guest = read(server, null, address, time);
                double account = read(server, member, address, time);
                if (last) {
                    this.report.say("%-12s %10.2f %10.2f", kind.getKey(), guest, account);
                    this.report.put(kind.getKey() + "GuestMilliseconds", guest);
                    this.report.put(kind.getKey() + "MemberMilliseconds", account);
                }
            }
        }
    }

    private static double read(ServerProcess server, Voters.Voter member, Supplier<String> address, Duration duration)
        throws InterruptedException
    {
        LeanClient client = new LeanClient(server.uri(), member == null ? null : member.cookie());
        try {
            Load.Client reader = () -> client.get(address.get()).expect(200);
            return Load.run(List.of(reader), duration).median();
        } finally {
            client.close();
        }
    }

    private void join(ServerProcess server, Voters.Voter member, String members) throws IOException
    {
        LeanClient client = new LeanClient(server.uri(), member.cookie());
        List<Double> joins = new ArrayList<>();
        List<Double> leaves = new ArrayList<>();
        try {
            for (int i = 0; i < 10 * this.arguments.number("seconds", 20); i++) {
                long start = System.nanoTime();
                client.post(members, Map.of("form_token", member.token())).expect(200);
                long joined = System.nanoTime();
                client.delete(members, member.token()).expect(204);
                joins.add((joined - start) / 1e6);
                leaves.add((System.nanoTime() - joined) / 1e6);
            }
        } finally {
            client.close();
        }
        double join = median(joins);
        double leave = median(leaves);
        this.report.say("%-12s %10s %10.2f%n%-12s %10s %10.2f", "join", "", join, "leave", "", leave);
        this.report.put("joinMilliseconds", join);
        this.report.put("leaveMilliseconds", leave);
    }

    private static double median(List<Double> times)
    {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElse(Double.NaN);
    }
}
