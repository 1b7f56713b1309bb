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
import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.common.SolrDocument;
import org.copsuite.embedded.mail.MailBox;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.embedded.store.WikiDatabase;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.notice.NoticeDelivery;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.wiki.Index;

/**
 * Reads all that a running wiki holds, without what differs between any two wikis with the same history: keys, times and
 * the order of rows.
 */
final class WikiReading
{
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Later than this many milliseconds is a time. */
    private static final long A_TIME = 1_000_000_000_000L;

    /** A text of at least that many characters, without a blank, is encrypted or a key. */
    private static final int LONG = 1000;

    private final CopServer wiki;

    private final HttpClient client = HttpClient.newHttpClient();

    WikiReading(CopServer wiki)
    {
        this.wiki = wiki;
    }

    void await()
    {
        if (!this.wiki.get(PageSynchroniser.class).await(PATIENCE) || !this.wiki.get(LedgerConsumers.class).await(PATIENCE)
            || !this.wiki.get(NoticeDelivery.class).await(PATIENCE)) {
            throw new IllegalStateException("The background work is not done.");
        }
    }

    String send(Session session, String method, String path, String... fields) throws Exception
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

    /** Runs work and waits; returns rows that went, with a minus, and rows that came, with a plus, by table. */
    Map<String, List<String>> changes(Work work) throws Exception
    {
        Map<String, List<String>> before = rows();
        work.run();
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
        return changed;
    }

    /** What a test does. */
    @FunctionalInterface
    interface Work
    {
        void run() throws Exception;
    }

    List<String> index() throws Exception
    {
        this.wiki.get(Index.class).client().commit();
        return this.wiki.get(Index.class).client().query(new SolrQuery("*:*").setRows(10_000)).getResults().stream()
            .map(document -> without(fields(document).toString())).sorted().toList();
    }

    private static Map<String, Object> fields(SolrDocument document)
    {
        Map<String, Object> fields = new TreeMap<>();
        document.getFieldNames().forEach(name -> fields.put(name, document.getFieldValue(name)));
        // Solr makes it up.
        fields.remove("_version_");
        // The entry at which a batch of the consumer ended, by its timing.
        fields.remove("position");
        return fields;
    }

    Path outbox()
    {
        return this.wiki.options().data().resolve("outbox");
    }

    List<String> mails(int people) throws Exception
    {
        Path outbox = outbox();
        List<String> mails = new ArrayList<>();
        for (int i = 0; i < people; i++) {
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
    Map<String, List<String>> rows() throws SQLException
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
                // Computed from a time.
                row.remove("hot");
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
        if (value instanceof byte[] || value instanceof Blob) {
            return "bytes";
        }
        String text = String.valueOf(value);
        if ("CONTENT".equals(column) && text.length() > LONG && text.indexOf(' ') < 0) {
            return "sealed " + text.length();
        }
        return without(text);
    }

    /** Leaves out what differs between any two wikis: keys, times, addresses. */
    static String without(String text)
    {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "uuid")
            .replaceAll("[A-Za-z0-9_/+=-]{43,}", "key").replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "time")
            .replaceAll("-[0-9a-f]{6}(?=[.])", "-name").replaceAll("[0-9]{13}", "time").replaceAll("pbkdf2-[^,}]+", "digest");
    }
}
