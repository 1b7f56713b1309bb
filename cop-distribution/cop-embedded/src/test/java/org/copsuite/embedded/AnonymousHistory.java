/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.commons.io.FileUtils;
import org.apache.solr.client.solrj.SolrQuery;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.community.CommunityWatch;
import org.copsuite.embedded.mail.MailBox;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.Sessions;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.embedded.store.Settings;
import org.copsuite.embedded.store.WikiDatabase;
import org.copsuite.feedback.PollService;
import org.copsuite.feedback.PulseService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.notice.NoticeDelivery;
import org.copsuite.notice.WatchService;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.setting.SettingTarget;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.Index;
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

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Later than this many milliseconds is a time. */
    private static final long A_TIME = 1_000_000_000_000L;

    /** A text of at least that many characters, without a blank, is encrypted or a key. */
    private static final int LONG = 1000;

    private final CopServer wiki;

    private final List<Ballot> ballots;

    private final HttpClient client = HttpClient.newHttpClient();

    private UUID round;

    private AnonymousHistory(CopServer wiki, List<Ballot> ballots)
    {
        this.wiki = wiki;
        this.ballots = ballots;
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
            return new Trace(changes, history.rows(), history.index(),
                appender.list.stream().map(event -> without(event.getFormattedMessage())).sorted().toList(),
                history.mails(), told);
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
        await();
        // How many notices these mails tell of depends on when they are sent.
        FileUtils.deleteDirectory(outbox().toFile());
    }

    private void await()
    {
        if (!this.wiki.get(PageSynchroniser.class).await(PATIENCE) || !this.wiki.get(LedgerConsumers.class).await(PATIENCE)
            || !this.wiki.get(NoticeDelivery.class).await(PATIENCE)) {
            throw new IllegalStateException("The background work is not done.");
        }
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
        Map<String, List<String>> before = rows();
        send(session, "POST", path, fields);
        await();
        Map<String, List<String>> after = rows();
        Map<String, List<String>> changed = new TreeMap<>();
        after.forEach((table, rows) -> {
            List<String> gone = new ArrayList<>(before.get(table));
            rows.forEach(gone::remove);
            List<String> come = new ArrayList<>(rows);
            before.get(table).forEach(come::remove);
            List<String> both = Stream.concat(gone.stream().map(row -> "-" + row), come.stream().map(row -> "+" + row)).toList();
            if (!both.isEmpty()) {
                changed.put(table, both);
            }
        });
        return new Change(changed);
    }

    private void close() throws Exception
    {
        Session session = this.wiki.get(Sessions.class).open(FACILITATOR);
        send(session, "POST", "/polls/" + POLL + "/closing");
        send(session, "POST", "/pulse/" + this.round + "/closing");
        await();
    }

    private String send(Session session, String method, String path, String... fields) throws Exception
    {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i > 0 ? "&" : "").append(fields[i]).append('=')
                .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        HttpRequest.Builder request = HttpRequest
            .newBuilder(this.wiki.uri().resolve("/rest/wikis/xwiki/cop" + path)).header("Accept", "application/json")
            .header("Cookie", "cop_session=" + session.secret()).header("Cop-Form-Token", session.token());
        if (fields.length > 0) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        var response = this.client.send(request.method(method, fields.length == 0 ? BodyPublishers.noBody()
            : BodyPublishers.ofString(form.toString())).build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + response.statusCode() + ' ' + response.body());
        }
        return response.body();
    }

    /** What REST tells the administrator, the facilitator and the first person. */
    private List<String> told() throws Exception
    {
        List<String> told = new ArrayList<>();
        for (UserId reader : List.of(ADMINISTRATOR, FACILITATOR, person(0))) {
            Session session = this.wiki.get(Sessions.class).open(reader);
            for (String path : List.of("/polls?community=" + COMMUNITY, "/polls/" + POLL, "/pulse?community=" + COMMUNITY,
                "/activity?community=" + COMMUNITY, "/communities/" + COMMUNITY, "/notices")) {
                told.add(without(send(session, "GET", path)));
            }
        }
        return told;
    }

    private List<String> index() throws Exception
    {
        this.wiki.get(Index.class).client().commit();
        return this.wiki.get(Index.class).client().query(new SolrQuery("*:*").setRows(10_000)).getResults().stream()
            .map(document -> without(new TreeMap<>(document.getFieldValueMap()).toString())).sorted().toList();
    }

    private Path outbox()
    {
        return this.wiki.options().data().resolve("outbox");
    }

    private List<String> mails() throws Exception
    {
        Path outbox = outbox();
        List<String> mails = new ArrayList<>();
        for (int i = 0; i < this.ballots.size(); i++) {
            mails.addAll(MailBox.read(outbox, "person" + i + "@example.org", (headers, subject, plain, html, recipients) ->
                without(headers + subject + plain + html)));
        }
        mails.sort(null);
        try (Stream<Path> files = Files.exists(outbox) ? Files.list(outbox) : Stream.empty()) {
            mails.add(files.count() + " mails");
        }
        return mails;
    }

    /** All rows of all tables with all columns. */
    private Map<String, List<String>> rows() throws SQLException
    {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : query("select table_name from information_schema.tables where table_schema = 'PUBLIC' "
            + "and table_name not like '%CHANGELOG%'")) {
            String name = table.substring(table.indexOf('=') + 1, table.length() - 1);
            rows.put(name, query("select * from " + name));
        }
        return rows;
    }

    private List<String> query(String sql) throws SQLException
    {
        try (Connection connection = this.wiki.get(WikiDatabase.class).dataSource().getConnection();
            ResultSet result = connection.createStatement().executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, Object> row = new TreeMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String column = result.getMetaData().getColumnName(i);
                    row.put(column.toLowerCase(Locale.ROOT), text(column, result.getObject(i)));
                }
                // How many transactions there were, also of what runs in the background.
                row.remove("changes");
                rows.add(row.toString());
            }
            // The database returns them by their keys, some of which are random.
            rows.sort(null);
            return rows;
        }
    }

    private static String text(String column, Object value)
    {
        if (value instanceof Number number && number.longValue() > A_TIME) {
            return "time";
        }
        if (value instanceof byte[]) {
            return "bytes";
        }
        String text = String.valueOf(value);
        if ("CONTENT".equals(column) && text.length() > LONG && text.indexOf(' ') < 0) {
            return "sealed " + text.length();
        }
        return without(text);
    }

    /** Leaves out what differs between any two wikis: keys, times, addresses. */
    private static String without(String text)
    {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "uuid")
            .replaceAll("[A-Za-z0-9_/+=-]{43,}", "key").replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "time")
            .replaceAll("[0-9]{13}", "time").replaceAll("pbkdf2-[^,}]+", "digest");
    }
}
