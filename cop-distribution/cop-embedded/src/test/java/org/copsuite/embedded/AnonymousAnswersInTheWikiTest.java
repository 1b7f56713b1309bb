/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.copsuite.feedback.PulseActs;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
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
 * Nobody can tell who answered what in a secret poll and in a round of the pulse survey, whatever they read of a running
 * wiki and however they join it. Two wikis have the same history, except for who gives which of the same answers: each
 * change of each table while people answer, and in the end all tables with all columns, the index, the log, the mails and
 * what REST tells others and the administrator are the same.
 */
class AnonymousAnswersInTheWikiTest
{
    private static final WikiId WIKI = WikiOptions.WIKI;

    private static final UserId BOSS = Account.idOf("boss");

    private static final CommunityId COMMUNITY = new CommunityId(UUID.nameUUIDFromBytes(new byte[] {1}));

    private static final UUID POLL = UUID.nameUUIDFromBytes(new byte[] {2});

    private static final UUID ROUND = UUID.nameUUIDFromBytes(new byte[] {3});

    private static final int PEOPLE = 6;

    /** Who gives which of the answers. */
    private static final List<Integer> ORDER = List.of(0, 1, 2, 3, 4, 5);

    private static final List<Integer> OTHER_ORDER = List.of(4, 2, 5, 0, 3, 1);

    private static final List<String> CHOICES = List.of("1", "3", "1", "2", "3", "3");

    private static final List<String> VALUES = List.of("12345", "54321", "11111", "55555", "33333", "24242");

    private static final List<String> LINES = List.of("More bread", "", "Fewer roses", "Speak plainly", "", "Rest well");

    @TempDir
    private Path folder;

    private CopServer wiki;

    private WikiReading reading;

    private final List<Session> sessions = new ArrayList<>();

    /** What changed with each step; then tables, index, log, mails and answers of REST. */
    private record Trace(List<Map<String, List<String>>> changes, Map<String, List<String>> rows, List<String> index,
        List<String> log, List<String> mails, List<String> told)
    {
    }

    private static UserId person(int number)
    {
        return Account.idOf("person" + number);
    }

    private Trace trace(List<Integer> order) throws Exception
    {
        Logger root = (Logger) LoggerFactory.getLogger("org.copsuite");
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        try (CopServer opened = CopServer.start(WikiOptions.at(this.folder.resolve(order.toString())))) {
            this.wiki = opened;
            this.reading = new WikiReading(opened);
            begin();
            root.addAppender(appender);
            root.setLevel(Level.ALL);
            List<Map<String, List<String>>> changes = answer(order);
            List<String> told = told();
            return new Trace(changes, this.reading.rows(), this.reading.index(),
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
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        this.reading.send(this.sessions.get(PEOPLE), "POST", "/polls", "id", POLL.toString(), "community",
            COMMUNITY.toString(), "question", "Do you dare?", "kind", "single", "secret", "true", "options",
            "Always\nSometimes\nNever", "closes", today.plusDays(3).toString());
        this.wiki.get(Ledger.class).update(tx -> tx.append(PulseActs.opened(WIKI, BOSS, COMMUNITY, ROUND,
            new PulseActs.Days(today, today.plusDays(3)))));
        this.reading.await();
        // How many notices these mails tell of depends on when they are sent.
        FileUtils.deleteDirectory(this.reading.outbox().toFile());
    }

    private List<Map<String, List<String>>> answer(List<Integer> order) throws Exception
    {
        List<Map<String, List<String>>> changes = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            int which = order.get(i);
            Session session = this.sessions.get(i);
            changes.add(post(session, "/polls/" + POLL + "/ballots", "choices", CHOICES.get(which)));
            String values = VALUES.get(which);
            changes.add(post(session, "/pulse/" + ROUND + "/answers", "value1", values.substring(0, 1), "value2",
                values.substring(1, 2), "value3", values.substring(2, 3), "value4", values.substring(3, 4), "value5",
                values.substring(4), "line", LINES.get(which)));
        }
        Session boss = this.sessions.get(PEOPLE);
        changes.add(post(boss, "/polls/" + POLL + "/closing"));
        changes.add(post(boss, "/pulse/" + ROUND + "/closing"));
        return changes;
    }

    private Map<String, List<String>> post(Session session, String path, String... fields) throws Exception
    {
        return this.reading.changes(() -> this.reading.send(session, "POST", path, fields));
    }

    /** What REST tells the administrator and members. */
    private List<String> told() throws Exception
    {
        List<String> told = new ArrayList<>();
        for (int reader : List.of(PEOPLE, 3, 0)) {
            for (String path : List.of("/polls/" + POLL, "/polls?community=" + COMMUNITY, "/pulse?community=" + COMMUNITY,
                "/activity?community=" + COMMUNITY, "/search?q=dare", "/leaderboard?community=" + COMMUNITY, "/notices")) {
                told.add(WikiReading.without(this.reading.send(this.sessions.get(reader), "GET", path)));
            }
        }
        return told;
    }

    @Test
    void nothingTellsWhoAnsweredWhat() throws Exception
    {
        Trace trace = trace(ORDER);
        Trace other = trace(OTHER_ORDER);

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
        assertThat(trace.changes()).as("each answer is stored").noneMatch(Map::isEmpty);
        assertThat(trace.told().toString()).contains("Fewer roses");
    }
}
