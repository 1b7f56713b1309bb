/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

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
import org.copsuite.embedded.store.Settings;
import org.copsuite.ledger.CommunityId;
import org.copsuite.notice.WatchService;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

/**
 * Compares two running wikis with the same history, but for a secret: each change of each table while people write, and in
 * the end all tables with all columns, the index, the log, the mails and what REST tells others and the administrator.
 */
abstract class AbstractTwinWikisTest
{
    static final WikiId WIKI = WikiOptions.WIKI;

    static final UserId BOSS = Account.idOf("boss");

    static final CommunityId COMMUNITY = new CommunityId(UUID.nameUUIDFromBytes(new byte[] {1}));

    @TempDir
    private Path folder;

    private CopServer wiki;

    private WikiReading reading;

    private final List<Session> sessions = new ArrayList<>();

    private final int people;

    /** @param people the number of members who watch the community */
    AbstractTwinWikisTest(int people)
    {
        this.people = people;
    }

    /** What changed with each step; then tables, index, log, mails and answers of REST. */
    record Trace(List<Map<String, List<String>>> changes, Map<String, List<String>> rows, List<String> index,
        List<String> log, List<String> mails, List<String> told)
    {
    }

    /** One of the two histories. */
    @FunctionalInterface
    interface History
    {
        /** @return what changed with each step */
        List<Map<String, List<String>>> live() throws Exception;
    }

    /** Writes what both histories begin with. */
    void prepare() throws Exception
    {
        // Nothing but the community and its members.
    }

    /** @return the requests that {@link #readers} send in the end */
    abstract List<String> paths();

    /** @return who reads in the end, by number; the administrator follows the members */
    abstract List<Integer> readers();

    CopServer wiki()
    {
        return this.wiki;
    }

    WikiReading reading()
    {
        return this.reading;
    }

    /** @return the session of a member, or after them of the administrator */
    Session session(int number)
    {
        return this.sessions.get(number);
    }

    Session boss()
    {
        return session(this.people);
    }

    private static UserId person(int number)
    {
        return Account.idOf("person" + number);
    }

    Trace trace(String name, History history) throws Exception
    {
        Logger root = (Logger) LoggerFactory.getLogger("org.copsuite");
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        try (CopServer opened = CopServer.start(WikiOptions.at(this.folder.resolve(name)))) {
            this.wiki = opened;
            this.reading = new WikiReading(opened);
            begin();
            root.addAppender(appender);
            root.setLevel(Level.ALL);
            List<Map<String, List<String>>> changes = history.live();
            List<String> told = told();
            return new Trace(changes, this.reading.rows(), this.reading.index(),
                appender.list.stream().map(event -> WikiReading.without(event.getFormattedMessage())).sorted().toList(),
                this.reading.mails(this.people), told);
        } finally {
            root.detachAppender(appender);
            root.setLevel(before);
        }
    }

    private void begin() throws Exception
    {
        this.wiki.get(Settings.class).set("wiki.address", "https://wiki.example.org");
        Decision.account(this.wiki, BOSS);
        this.wiki.get(Groups.class).add(GroupDirectory.ADMINISTRATORS, BOSS);
        CommunityService communities = this.wiki.get(CommunityService.class);
        communities.found(BOSS, new CommunityDraft(COMMUNITY, WIKI, "Secrets", "Which are kept.", List.of(), Visibility.OPEN));
        this.sessions.clear();
        for (int i = 0; i < this.people; i++) {
            Decision.account(this.wiki, person(i));
            communities.appoint(BOSS, COMMUNITY, person(i), Role.MEMBER);
            this.wiki.get(WatchService.class).watch(person(i), CommunityWatch.of(WIKI, COMMUNITY), true);
            this.sessions.add(this.wiki.get(Sessions.class).open(person(i)));
        }
        this.sessions.add(this.wiki.get(Sessions.class).open(BOSS));
        prepare();
        this.reading.await();
        // How many notices these mails tell of depends on when they are sent.
        FileUtils.deleteDirectory(this.reading.outbox().toFile());
    }

    Map<String, List<String>> post(Session session, String path, String... fields) throws Exception
    {
        return this.reading.changes(() -> this.reading.send(session, "POST", path, fields));
    }

    private List<String> told() throws Exception
    {
        List<String> told = new ArrayList<>();
        for (int reader : readers()) {
            for (String path : paths()) {
                told.add(WikiReading.without(this.reading.send(session(reader), "GET", path)));
            }
        }
        return told;
    }

    static void assertSame(Trace one, Trace other)
    {
        SoftAssertions equal = new SoftAssertions();
        equal.assertThat(other.changes()).as("steps").hasSameSizeAs(one.changes());
        for (int step = 0; step < one.changes().size(); step++) {
            equal.assertThat(other.changes().get(step)).as("step " + step).isEqualTo(one.changes().get(step));
        }
        equal.assertThat(other.rows().keySet()).as("tables").isEqualTo(one.rows().keySet());
        one.rows().forEach((table, rows) -> equal.assertThat(other.rows().get(table)).as(table).isEqualTo(rows));
        equal.assertThat(other.index()).as("index").isEqualTo(one.index());
        equal.assertThat(other.log()).as("log").isEqualTo(one.log());
        equal.assertThat(other.mails()).as("mails").isEqualTo(one.mails());
        equal.assertThat(other.told()).as("REST").isEqualTo(one.told());
        equal.assertAll();
    }
}
