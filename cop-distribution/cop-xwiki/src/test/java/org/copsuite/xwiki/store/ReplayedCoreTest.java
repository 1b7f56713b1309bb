/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.commons.io.FileUtils;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.apache.solr.common.SolrInputDocument;
import org.copsuite.search.IndexConfiguration;
import org.copsuite.search.IndexFields;
import org.copsuite.test.QuickKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/** A core configured as XWiki's, which was killed with a log to replay, and gets other fields at the next start. */
class ReplayedCoreTest
{
    /** So many that the replay still runs when the schema is written. */
    private static final int DOCUMENTS = 4000;

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.WARN);

    @TempDir
    private Path folder;

    private static void configure(Path home) throws IOException
    {
        System.setProperty("disable.v2.api", "true");
        QuickKeys.use();
        IndexConfiguration.write(home);
        Path configuration = home.resolve("cop/conf/solrconfig.xml");
        replace(configuration, "<updateHandler class=\"solr.DirectUpdateHandler2\">",
            "<updateHandler class=\"solr.DirectUpdateHandler2\"><updateLog/>");
        replace(configuration, "<schemaFactory class=\"ClassicIndexSchemaFactory\"/>",
            "<schemaFactory class=\"ManagedIndexSchemaFactory\"><bool name=\"mutable\">true</bool></schemaFactory>");
        replace(configuration, "<useColdSearcher>true</useColdSearcher>", "<useColdSearcher>false</useColdSearcher>");
        replace(home.resolve("cop/conf/schema.xml"), "<field name=\"kind\"",
            "<field name=\"_version_\" type=\"plong\" indexed=\"false\" stored=\"false\"/><field name=\"kind\"");
    }

    private static void replace(Path file, String old, String fresh) throws IOException
    {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, fresh));
    }

    private static SolrInputDocument document(int number)
    {
        SolrInputDocument document = new SolrInputDocument();
        document.setField("id", "question:" + number);
        document.setField("kind", "question");
        return document;
    }

    @Test
    void theSchemaIsWrittenAfterTheReplay() throws Exception
    {
        Path home = this.folder.resolve("solr");
        configure(home);
        Path killed = this.folder.resolve("killed");
        try (EmbeddedSolrServer solr = new EmbeddedSolrServer(home, IndexFields.CORE)) {
            solr.add(IntStream.range(0, DOCUMENTS).mapToObj(ReplayedCoreTest::document).toList());
            FileUtils.copyDirectory(home.toFile(), killed.toFile(), file -> !"write.lock".equals(file.getName()));
        }
        EmbeddedSolrServer solr = new EmbeddedSolrServer(killed, IndexFields.CORE);
        Set<String> types = IndexFields.types().stream().map(IndexFields.Type::name).collect(toSet());
        Set<String> fields = IndexFields.all().stream().map(IndexFields.Field::name).collect(toSet());

        CompletableFuture<Void> written = new CompletableFuture<>();
        Thread writer = new Thread(() -> {
            try {
                new CopSchema(solr, IndexFields.CORE).write(types, fields);
                written.complete(null);
            } catch (Exception e) {
                written.completeExceptionally(e);
            }
        });
        writer.setDaemon(true);
        writer.start();

        // A core that waits for itself cannot be closed either: then the process ends without it.
        assertThat(written).succeedsWithin(90, TimeUnit.SECONDS);
        assertThat(solr.query(new SolrQuery("kind:question")).getResults().getNumFound())
            .as("what the replay brings, at once").isEqualTo(DOCUMENTS);
        solr.close();
        assertThat(IntStream.range(0, this.logs.size()).mapToObj(this.logs::getMessage))
            .anyMatch(line -> line.contains("Starting log replay"));
        this.logs.ignoreAllMessages();
    }
}
