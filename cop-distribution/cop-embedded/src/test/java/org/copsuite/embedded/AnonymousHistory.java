/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.commons.io.FileUtils;
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
import org.copsuite.feedback.PollService;
import org.copsuite.feedback.PulseService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.notice.WatchService;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.setting.SettingTarget;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

/** A wiki in which people answer a secret poll and a round of the pulse survey, and all that can be read of it. */
final class AnonymousHistory
{
    private static final WikiId WIKI = WikiOptions.WIKI;

    private static final UserId FACILITATOR = Account.idOf("facilitator");

    private static final UserId ADMINISTRATOR = Account.idOf("boss");

    private static final CommunityId COMMUNITY = new CommunityId(UUID.nameUUIDFromBytes(new byte[] {1}));

    private static final UUID POLL = UUID.nameUUIDFromBytes(new byte[] {2});

    private final CopServer wiki;

    private final List<Ballot> ballots;

    private final WikiReading reading;

    private UUID round;

    private AnonymousHistory(CopServer wiki, List<Ballot> ballots)
    {
        this.wiki = wiki;
        this.ballots = ballots;
        this.reading = new WikiReading(wiki);
    }

    /** What one person answers: an option of the poll; the values of the statements and the line of the survey. */
    record Ballot(int option, String values, String line)
    {
    }

    /** What one answer changes: rows that went, with a minus, and rows that came, with a plus, by table. */
    record Change(Map<String, List<String>> tables)
    {
    }

    /** All that can be read: what changed with each answer; then tables, index, log, mails and answers of REST. */
    record Trace(List<Change> changes, Map<String, List<String>> rows, List<String> index, List<String> log,
        List<String> mails, List<String> told)
    {
    }

    static Trace run(Path data, List<Ballot> ballots, boolean closed) throws Exception
    {
        Logger root = (Logger) LoggerFactory.getLogger("org.copsuite");
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        try (CopServer wiki = CopServer.start(WikiOptions.at(data))) {
            AnonymousHistory history = new AnonymousHistory(wiki, ballots);
            history.begin();
            root.addAppender(appender);
            root.setLevel(Level.ALL);
            List<Change> changes = history.answer();
            if (closed) {
                history.close();
            }
            List<String> told = history.told();
            return new Trace(changes, history.reading.rows(), history.reading.index(),
                appender.list.stream().map(event -> WikiReading.without(event.getFormattedMessage())).sorted().toList(),
                history.reading.mails(ballots.size()), told);
        } finally {
            root.detachAppender(appender);
            root.setLevel(before);
        }
    }

    private static UserId person(int number)
    {
        return Account.idOf("person" + number);
    }

    private void begin() throws Exception
    {
        this.wiki.get(Settings.class).set("wiki.address", "https://wiki.example.org");
        Decision.account(this.wiki, ADMINISTRATOR);
        Decision.account(this.wiki, FACILITATOR);
        this.wiki.get(Groups.class).add(GroupDirectory.ADMINISTRATORS, ADMINISTRATOR);
        CommunityService communities = this.wiki.get(CommunityService.class);
        communities.found(ADMINISTRATOR, new CommunityDraft(COMMUNITY, WIKI, "Secrets", "Which are kept.", List.of(),
            Visibility.OPEN));
        communities.appoint(ADMINISTRATOR, COMMUNITY, FACILITATOR, Role.FACILITATOR);
        communities.leave(ADMINISTRATOR, COMMUNITY);
        for (int i = 0; i < this.ballots.size(); i++) {
            Decision.account(this.wiki, person(i));
            communities.appoint(FACILITATOR, COMMUNITY, person(i), Role.MEMBER);
            this.wiki.get(WatchService.class).watch(person(i), CommunityWatch.of(WIKI, COMMUNITY), true);
        }
        this.wiki.get(PollService.class).start(FACILITATOR, new PollService.Draft(POLL, WIKI, COMMUNITY,
            "A secret question", PollService.Kind.SINGLE, true, List.of("One", "Two", "Three"),
            LocalDate.now(ZoneOffset.UTC).plusDays(3)));
        this.wiki.get(org.copsuite.setting.Settings.class).change(FACILITATOR, SettingTarget.community(WIKI, COMMUNITY),
            Map.of("pulse.interval", "monthly"));
        ((MaintenanceTask) this.wiki.components().getInstance(MaintenanceTask.class, "feedback")).run();
        this.round = this.wiki.get(PulseService.class).get(FACILITATOR, WIKI, COMMUNITY).round().id();
        this.reading.await();
        // How many notices these mails tell of depends on when they are sent.
        FileUtils.deleteDirectory(this.reading.outbox().toFile());
    }

    private List<Change> answer() throws Exception
    {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < this.ballots.size(); i++) {
            Ballot ballot = this.ballots.get(i);
            Session session = this.wiki.get(Sessions.class).open(person(i));
            changes.add(change(session, "/polls/" + POLL + "/ballots", "choices", String.valueOf(ballot.option())));
            changes.add(change(session, "/pulse/" + this.round + "/answers", "value1", ballot.values().substring(0, 1),
                "value2", ballot.values().substring(1, 2), "value3", ballot.values().substring(2, 3), "value4",
                ballot.values().substring(3, 4), "value5", ballot.values().substring(4), "line", ballot.line()));
        }
        return changes;
    }

    private Change change(Session session, String path, String... fields) throws Exception
    {
        return new Change(this.reading.changes(() -> this.reading.send(session, "POST", path, fields)));
    }

    private void close() throws Exception
    {
        Session session = this.wiki.get(Sessions.class).open(FACILITATOR);
        this.reading.send(session, "POST", "/polls/" + POLL + "/closing");
        this.reading.send(session, "POST", "/pulse/" + this.round + "/closing");
        this.reading.await();
    }

    /** What REST tells the administrator, the facilitator and the first person. */
    private List<String> told() throws Exception
    {
        List<String> told = new ArrayList<>();
        for (UserId reader : List.of(ADMINISTRATOR, FACILITATOR, person(0))) {
            Session session = this.wiki.get(Sessions.class).open(reader);
            for (String path : List.of("/polls?community=" + COMMUNITY, "/polls/" + POLL, "/pulse?community=" + COMMUNITY,
                "/activity?community=" + COMMUNITY, "/communities/" + COMMUNITY, "/notices")) {
                told.add(WikiReading.without(this.reading.send(session, "GET", path)));
            }
        }
        return told;
    }
}
