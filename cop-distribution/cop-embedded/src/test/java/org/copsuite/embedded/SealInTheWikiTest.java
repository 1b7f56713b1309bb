/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.commons.io.FileUtils;
import org.assertj.core.api.SoftAssertions;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.community.CommunityWatch;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.Sessions;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.ledger.CommunityId;
import org.copsuite.notice.WatchService;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

/**
 * Nobody can tell who asked anonymously, whatever they read of a running wiki and however they join it. Two wikis have the
 * same history, except for who of two members asks: each change of each table, and in the end all tables with all columns,
 * the index, the log, the mails and what REST tells others are the same, but for the table of the seals.
 */
class SealInTheWikiTest
{
    private static final WikiId WIKI = WikiOptions.WIKI;

    private static final UserId BOSS = Account.idOf("boss");

    private static final CommunityId COMMUNITY = new CommunityId(UUID.nameUUIDFromBytes(new byte[] {1}));

    private static final UUID QUESTION = UUID.nameUUIDFromBytes(new byte[] {2});

    private static final UUID ANSWER = UUID.nameUUIDFromBytes(new byte[] {3});

    private static final String SEALS = "COP_SEAL";

    private static final int PEOPLE = 4;

    @TempDir
    private Path folder;

    private CopServer wiki;

    private WikiReading reading;

    private final List<Session> sessions = new ArrayList<>();

    /** What changed with each step; then tables, index, log, mails and answers of REST. */
    private record Trace(List<Map<String, List<String>>> changes, Map<String, List<String>> rows, List<String> seals,
        List<String> index, List<String> log, List<String> mails, List<String> told)
    {
    }

    private static UserId person(int number)
    {
        return Account.idOf("person" + number);
    }

    private Trace trace(int asker) throws Exception
    {
        Logger root = (Logger) LoggerFactory.getLogger("org.copsuite");
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        try (CopServer opened = CopServer.start(WikiOptions.at(this.folder.resolve("asked by " + asker)))) {
            this.wiki = opened;
            this.reading = new WikiReading(opened);
            begin();
            root.addAppender(appender);
            root.setLevel(Level.ALL);
            List<Map<String, List<String>>> changes = live(asker);
            List<String> told = told();
            Map<String, List<String>> rows = this.reading.rows();
            return new Trace(changes, rows, rows.remove(SEALS), this.reading.index(),
                appender.list.stream().map(event -> WikiReading.without(event.getFormattedMessage())).sorted().toList(),
                this.reading.mails(PEOPLE), told);
        } finally {
            root.detachAppender(appender);
            root.setLevel(before);
        }
    }

    private void begin() throws Exception
    {
        this.wiki.get(org.copsuite.embedded.store.Settings.class).set("wiki.address", "https://wiki.example.org");
        Decision.account(this.wiki, BOSS);
        this.wiki.get(Groups.class).add(GroupDirectory.ADMINISTRATORS, BOSS);
        CommunityService communities = this.wiki.get(CommunityService.class);
        communities.found(BOSS, new CommunityDraft(COMMUNITY, WIKI, "Secrets", "Which are kept.", List.of(), Visibility.OPEN));
        this.sessions.clear();
        for (int i = 0; i < PEOPLE; i++) {
            Decision.account(this.wiki, person(i));
            communities.appoint(BOSS, COMMUNITY, person(i), Role.MEMBER);
            this.wiki.get(WatchService.class).watch(person(i), CommunityWatch.of(WIKI, COMMUNITY), true);
            this.sessions.add(this.wiki.get(Sessions.class).open(person(i)));
        }
        this.sessions.add(this.wiki.get(Sessions.class).open(BOSS));
        this.reading.await();
        // How many notices these mails tell of depends on when they are sent.
        FileUtils.deleteDirectory(this.reading.outbox().toFile());
    }

    private String version(Session session) throws Exception
    {
        return this.reading.send(session, "GET", "/questions/" + QUESTION).replaceAll("(?s).*?\"version\":\"([0-9.]+)\".*", "$1");
    }

    private List<Map<String, List<String>>> live(int asker) throws Exception
    {
        Session mine = this.sessions.get(asker);
        Session other = this.sessions.get(2);
        String question = "/questions/" + QUESTION;
        List<Map<String, List<String>>> changes = new ArrayList<>();
        changes.add(this.reading.changes(() -> upload(mine)));
        changes.add(post(mine, "/questions", "id", QUESTION.toString(), "community", COMMUNITY.toString(), "title",
            "Whom may I ask about my salary?", "body", "I do not dare.", "tags", "money", "anonymous", "true"));
        changes.add(post(other, question + "/answers", "id", ANSWER.toString(), "body", "The council of workers."));
        changes.add(post(mine, "/answers/" + ANSWER + "/comments", "id", UUID.randomUUID().toString(), "text", "Where?"));
        changes.add(post(mine, question, "title", "Whom may I ask about my salary and hours?", "body", "I do not dare.",
            "tags", "money", "version", version(mine)));
        changes.add(this.reading.changes(() -> upload(mine)));
        changes.add(post(mine, question + "/answers", "id", UUID.nameUUIDFromBytes(new byte[] {4}).toString(),
            "body", "I have asked the council."));
        changes.add(post(other, question + "/votes", "value", "1"));
        changes.add(post(mine, "/answers/" + ANSWER + "/acceptance"));
        changes.add(post(mine, question + "/closing", "reason", "outdated"));
        changes.add(this.reading.changes(() -> this.reading.send(mine, "DELETE", question + "/closing")));
        changes.add(post(mine, question + "/anonymity/seen"));
        changes.add(post(this.sessions.get(PEOPLE), question + "/reveals", "reason", "A threat."));
        changes.add(this.reading.changes(() -> {
            for (String path : List.of(question, question + "/anonymity", "/anonymous-questions", "/notices")) {
                this.reading.send(mine, "GET", path);
            }
        }));
        changes.forEach(change -> change.remove(SEALS));
        return changes;
    }

    private Map<String, List<String>> post(Session session, String path, String... fields) throws Exception
    {
        return this.reading.changes(() -> this.reading.send(session, "POST", path, fields));
    }

    private void upload(Session session) throws Exception
    {
        URI address = this.wiki.uri().resolve("/rest/wikis/xwiki/cop/files");
        HttpRequest request = HttpRequest.newBuilder(address).header("Accept", "application/json")
            .header("Cookie", "cop_session=" + session.secret()).header("Cop-Form-Token", session.token())
            .header("Content-Type", "application/octet-stream").header("Cop-File-Name", "payslip.txt")
            .header("Cop-Post", QUESTION.toString()).header("Cop-Anonymous", "true")
            .POST(BodyPublishers.ofString("Not enough.")).build();
        assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    /** What REST tells the administrator and somebody else. */
    private List<String> told() throws Exception
    {
        List<String> told = new ArrayList<>();
        for (int reader : List.of(PEOPLE, 3)) {
            for (String path : List.of("/questions/" + QUESTION, "/questions?community=" + COMMUNITY,
                "/activity?community=" + COMMUNITY, "/questions/" + QUESTION + "/anonymity", "/search?q=salary",
                "/questions/" + QUESTION + "/asked", "/leaderboard?community=" + COMMUNITY, "/notices")) {
                told.add(WikiReading.without(this.reading.send(this.sessions.get(reader), "GET", path)));
            }
        }
        return told;
    }

    @Test
    void onlyTheSealTellsWhoAsked() throws Exception
    {
        Trace trace = trace(0);
        Trace other = trace(1);

        assertThat(trace.seals()).singleElement().asString().contains("person0");
        assertThat(other.seals()).singleElement().asString().contains("person1");
        SoftAssertions equal = new SoftAssertions();
        for (int step = 0; step < trace.changes().size(); step++) {
            equal.assertThat(other.changes().get(step)).as("step " + step).isEqualTo(trace.changes().get(step));
        }
        trace.rows().forEach((table, rows) -> equal.assertThat(other.rows().get(table)).as(table).isEqualTo(rows));
        equal.assertThat(other.index()).as("index").isEqualTo(trace.index());
        equal.assertThat(other.log()).as("log").isEqualTo(trace.log());
        equal.assertThat(other.mails()).as("mails").isEqualTo(trace.mails());
        equal.assertThat(other.told()).as("REST").isEqualTo(trace.told());
        equal.assertAll();
        assertThat(trace.told().toString()).contains("salary and hours").contains("Anonymous member");
        assertThat(trace.mails().toString()).contains("Anonymous member");
    }
}
