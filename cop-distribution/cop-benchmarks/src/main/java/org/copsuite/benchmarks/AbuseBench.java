/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.commons.io.FileUtils;
import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.AccountDraft;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.ledger.CommunityId;

/**
 * Runs each {@link Attack} against a fresh wiki with the default heap size, while a bystander reads pages. It attacks
 * only a server that it starts on this machine.
 */
final class AbuseBench
{
    private static final int MEMBERS = 64;

    private static final int PATIENCE = 2000;

    private final Arguments arguments;

    private final Report report;

    private List<Voters.Voter> members;

    private CommunityId community;

    private List<String> pages;

    private UUID question;

    AbuseBench(Arguments arguments, Report report)
    {
        this.arguments = arguments;
        this.report = report;
    }

    /**
     * The result of one attack.
     *
     * @param survived whether the process still runs and answers, and the attack found no wrong result
     * @param slowest the duration of the bystander's slowest read, in milliseconds
     * @param failures the number of the bystander's reads that failed
     * @param memory the peak memory of the process in MiB, -1 if the system does not report it
     * @param note what went wrong; empty if nothing did
     */
    private record Result(boolean survived, double slowest, int failures, long memory, String note)
    {
    }

    void run() throws Exception
    {
        List<Attack> attacks = chosen();
        int seconds = this.arguments.number("seconds", 10);
        Map<String, Object> results = new LinkedHashMap<>();
        int survived = 0;
        int patient = 0;
        try (Scratch scratch = new Scratch()) {
            Path prepared = scratch.folder().resolveSibling("prepared");
            prepare(prepared);
            this.report.say("%-16s %-9s %12s %9s %9s  %s", "attack", "survived", "slowest read", "failures", "memory", "");
            for (Attack attack : attacks) {
                Path data = scratch.folder().resolveSibling(attack.name());
                FileUtils.copyDirectory(prepared.toFile(), data.toFile());
                try (CopServer wiki = CopServer.open(new WikiOptions(WikiOptions.LOOPBACK, 0, data, null, true))) {
                    attack.prepare(wiki, this.community, this.question);
                }
                Result result = run(attack, data, seconds);
                FileUtils.deleteDirectory(data.toFile());
                survived += result.survived() ? 1 : 0;
                patient += result.slowest() < PATIENCE && result.failures() == 0 ? 1 : 0;
                this.report.say("%-16s %-9s %9.0f ms %9d %5d MiB  %s", attack.name(), result.survived() ? "yes" : "NO",
                    result.slowest(), result.failures(), result.memory(), result.note());
                results.put(attack.name(), Map.of("survived", result.survived(), "slowestReadMilliseconds",
                    Math.round(result.slowest()), "failures", result.failures(), "memoryMiB", result.memory()));
            }
        }
        this.report.put("attacks", results);
        this.report.put("survived", survived);
        this.report.put("bystanderServedWithin2s", patient);
        if (survived < attacks.size()) {
            throw new WrongResultException("Survived " + survived + " of " + attacks.size() + " attacks.");
        }
    }

    private List<Attack> chosen()
    {
        String kinds = this.arguments.option("kinds", "");
        List<Attack> all = Attacks.all();
        if (kinds.isEmpty()) {
            return all;
        }
        List<String> names = Arrays.asList(kinds.split(","));
        List<Attack> some = all.stream().filter(attack -> names.contains(attack.name())).toList();
        if (some.size() < names.size()) {
            throw new IllegalArgumentException("Unknown attack; available attacks: "
                + all.stream().map(Attack::name).toList());
        }
        return some;
    }

    private void prepare(Path data) throws Exception
    {
        WikiOptions options = new WikiOptions(WikiOptions.LOOPBACK, 0, data, null, true);
        try (CopServer wiki = CopServer.open(options)) {
            this.community = new Generator(wiki, new Generator.Size(30, 60, 100, 60, 1)).run().get(0).id();
            this.members = Voters.signIn(wiki, MEMBERS);
            wiki.get(Accounts.class).create("victim", "a password of some length", AccountDraft.of("Victim"));
            Pages all = Pages.of(wiki);
            this.pages = new ArrayList<>(all.lists().subList(0, 2));
            this.pages.add(all.questions().get(0));
            this.pages.add("/bin/login");
            this.question = UUID.fromString(new Sql(wiki).rows("select id from cop_question order by id").get(1).get(0));
        }
    }

    private Result run(Attack attack, Path data, int seconds) throws Exception
    {
        try (ServerProcess server = ServerProcess.start(data, null, this.arguments.number("port", 0))) {
            warm(server);
            String note = "";
            Bystander bystander = new Bystander(server.uri(), this.pages).start();
            try (AttackTarget target = new AttackTarget(server.uri(), this.members, this.community, this.question,
                seconds)) {
                attack.run(target);
            } catch (WrongResultException | IllegalStateException | IOException e) {
                note = e.getMessage() == null ? e.toString() : e.getMessage();
            } finally {
                bystander.close();
            }
            boolean wrong = !note.isEmpty();
            if (!server.isAlive()) {
                note = "the process ended";
            } else if (!answers(server)) {
                note = "it does not answer any more";
            }
            boolean survived = note.isEmpty() || !wrong && server.isAlive() && answers(server);
            return new Result(survived, bystander.slowestMilliseconds(), bystander.failures(), server.peakMemory(),
                note.isEmpty() ? told(bystander) : note);
        }
    }

    private static String told(Bystander bystander)
    {
        return bystander.failures() > 0 ? bystander.failure() : bystander.slowestRead();
    }

    private void warm(ServerProcess server) throws IOException
    {
        try (LeanClient client = new LeanClient(server.uri(), null)) {
            for (int i = 0; i < 10; i++) {
                for (String page : this.pages) {
                    client.get(page).expect(200);
                }
            }
        }
    }

    private boolean answers(ServerProcess server)
    {
        try (LeanClient client = new LeanClient(server.uri(), null)) {
            return client.get(this.pages.get(0)).status() == 200;
        } catch (IOException | RuntimeException e) {
            // The server closed the connection.
            return false;
        }
    }
}
