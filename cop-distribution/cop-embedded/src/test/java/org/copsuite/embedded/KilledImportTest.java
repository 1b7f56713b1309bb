/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.solr.client.solrj.SolrQuery;
import org.awaitility.Awaitility;
import org.copsuite.embedded.store.WikiDatabase;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.SmallDump;
import org.copsuite.test.Snapshot;
import org.copsuite.test.TestSchema;
import org.copsuite.test.TestServer;
import org.copsuite.wiki.Index;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An import whose process is killed, several times, comes to what an import comes to that nothing disturbs. */
@OnEveryDatabase
class KilledImportTest
{
    /**
     * After so many changes of pages each process is killed. The first: the community's page, of which the ledger has not
     * heard. Then in the midst of the first questions; at the first page of the second batch; among the answers.
     */
    private static final int[] KILLED_AFTER = {1, 10, 26, 20};

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String PAGES = "select place, title, content, author, first_author, created_at, updated_at, major, "
        + "minor, hidden, object_type, object_id, object_properties from wiki_page where place like 'xwiki:Communities.%'";

    private static final String COMMENTS = "select c.id, p.place, c.author, c.written_at, c.content from wiki_comment c "
        + "join wiki_page p on p.id = c.page";

    private static final SmallDump DUMP = new SmallDump(StandingImport.BATCH + 5);

    @TempDir
    private Path folder;

    private Path dump;

    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void write() throws Exception
    {
        this.dump = DUMP.write(this.folder);
    }

    @AfterEach
    void end()
    {
        this.processes.forEach(Process::destroyForcibly);
    }

    @Test
    void comesToTheSame() throws Exception
    {
        if (TestServer.chosen() == TestServer.HSQLDB) {
            // In the data folder: a process that is killed takes what is in its memory with it.
            comesToTheSame(null, null, KILLED_AFTER);
            return;
        }
        try (TestSchema calm = new TestSchema(); TestSchema disturbed = new TestSchema()) {
            // What differs is the database: two kills show that, the second one among the second batch.
            comesToTheSame(calm.url(), disturbed.url(), 1, StandingImport.BATCH + 2);
        }
    }

    private void comesToTheSame(String calmUrl, String disturbedUrl, int... killedAfter) throws Exception
    {
        Path calm = this.folder.resolve("calm");
        ObjectNode expected = run(calm, calmUrl);
        DUMP.counts().forEach((name, count) -> assertThat(expected.path(name).asLong()).as(name).isEqualTo(count));
        Path disturbed = this.folder.resolve("disturbed");
        for (int i = 0; i < killedAfter.length; i++) {
            kill(disturbed, disturbedUrl, killedAfter[i], this.folder.resolve("stands-still-" + i));
        }

        ObjectNode resumed = run(disturbed, disturbedUrl);

        assertThat(resumed.path("added").asLong()).isPositive().isLessThan(expected.path("added").asLong());
        assertThat(counts(resumed)).isEqualTo(counts(expected));
        Map<String, List<String>> all = written(calm, calmUrl);
        assertThat(all.get("index")).hasSizeGreaterThan(DUMP.counts().get("questions").intValue());
        assertThat(Snapshot.differences(all, written(disturbed, disturbedUrl))).isEmpty();
        ObjectNode again = run(disturbed, disturbedUrl);
        assertThat(again.path("added").asLong()).isZero();
        assertThat(counts(again)).isEqualTo(counts(expected));
    }

    private static JsonNode counts(ObjectNode json)
    {
        return json.deepCopy().without(List.of("added", "seconds"));
    }

    /** Imports with the command, and reads the last line that it prints. */
    private ObjectNode run(Path data, String url) throws Exception
    {
        List<String> arguments = new ArrayList<>(
            List.of("import", "stackexchange", this.dump.toString(), "--data", data.toString()));
        if (url != null) {
            arguments.addAll(List.of("--db", url));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Cop(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8)).run(arguments);
        // Some rows of the dump are passed over on purpose.
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(3);
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
        return (ObjectNode) new ObjectMapper().readTree(lines[lines.length - 1]);
    }

    /** Starts an import in a process of its own, and kills that once it stands still. */
    private void kill(Path data, String url, int after, Path sign) throws Exception
    {
        Path log = this.folder.resolve(sign.getFileName() + ".log");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
            StandingImport.class.getName(), data.toString(),
            url == null ? "" : url, this.dump.toString(), String.valueOf(after), sign.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        this.processes.add(process);
        Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(sign) || !process.isAlive());
        assertThat(sign).as(Files.readString(log)).exists();
        // SIGKILL: no hook runs, nothing is closed.
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** What stands in the tables of the suite, in those of the wiki, and in the index. */
    private static Map<String, List<String>> written(Path data, String url) throws Exception
    {
        try (CopServer server = CopServer.open(new WikiOptions(WikiOptions.LOOPBACK, 0, data, url, true))) {
            assertThat(server.get(PageSynchroniser.class).await(PATIENCE)).isTrue();
            assertThat(server.get(LedgerConsumers.class).await(PATIENCE)).isTrue();
            try (Connection connection = server.get(WikiDatabase.class).dataSource().getConnection()) {
                Map<String, List<String>> written = Snapshot.of(connection);
                written.put("pages", Snapshot.rows(connection, PAGES));
                written.put("comments", Snapshot.rows(connection, COMMENTS));
                SolrQuery everything = new SolrQuery("*:*").setRows(10_000);
                written.put("index", server.get(Index.class).client().query(everything).getResults().stream()
                    .map(document -> document.getFieldValue("id") + " " + document.getFieldValue("tags")).sorted().toList());
                return written;
            }
        }
    }
}
