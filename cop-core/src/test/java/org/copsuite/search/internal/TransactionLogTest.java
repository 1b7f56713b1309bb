/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.commons.io.FileUtils;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.awaitility.Awaitility;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.search.IndexConfiguration;
import org.copsuite.search.IndexFields;
import org.copsuite.test.QuickKeys;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A core with a log of updates, as XWiki's, has nothing to read again after the suite was stopped. */
class TransactionLogTest
{
    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.WARN);

    @TempDir
    private Path folder;

    private TestWiki wiki;

    @AfterEach
    void stop()
    {
        this.wiki.close();
        this.logs.ignoreAllMessages();
    }

    private static Path configure(Path home) throws IOException
    {
        System.setProperty("disable.v2.api", "true");
        QuickKeys.use();
        IndexConfiguration.write(home);
        replace(home.resolve("cop/conf/solrconfig.xml"), "<updateHandler class=\"solr.DirectUpdateHandler2\">",
            "<updateHandler class=\"solr.DirectUpdateHandler2\"><updateLog/>");
        replace(home.resolve("cop/conf/schema.xml"), "<field name=\"kind\"",
            "<field name=\"_version_\" type=\"plong\" indexed=\"false\" stored=\"false\"/><field name=\"kind\"");
        return home;
    }

    private static void replace(Path file, String old, String fresh) throws IOException
    {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, fresh));
    }

    /** What the next start finds if this process ends now, however it ends. */
    private long replaysAtTheNextStart(Path home, String copy, long questions) throws Exception
    {
        Path next = this.folder.resolve(copy);
        FileUtils.copyDirectory(home.toFile(), next.toFile(), file -> !"write.lock".equals(file.getName()));
        int before = this.logs.size();
        try (EmbeddedSolrServer opened = new EmbeddedSolrServer(next, IndexFields.CORE)) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> opened
                .query(new SolrQuery("kind:question")).getResults().getNumFound() == questions);
        }
        return IntStream.range(before, this.logs.size())
            .filter(line -> this.logs.getMessage(line).contains("Starting log replay")).count();
    }

    @Test
    void nothingIsReadAgainAfterTheSuiteWasStopped() throws Exception
    {
        Path home = configure(this.folder.resolve("solr"));
        try (EmbeddedSolrServer solr = new EmbeddedSolrServer(home, IndexFields.CORE)) {
            this.wiki = new TestWiki().with(Index.class, () -> solr);
            UserId boss = this.wiki.administrator("boss");
            CommunityId community = this.wiki.get(CommunityService.class).found(boss,
                new CommunityService.CommunityDraft(
                new CommunityId(UUID.randomUUID()), TestWiki.WIKI, "Bakers", "Bread.", List.of(),
                    CommunityService.Visibility.OPEN)).id();
            LedgerConsumers consumers = this.wiki.get(LedgerConsumers.class);
            consumers.start();
            this.wiki.get(QuestionService.class).ask(boss, new Ask(UUID.randomUUID(), community,
                "How is a brioche made?", "With butter, and lots of it.", List.of()));
            assertThat(consumers.await(Duration.ofSeconds(30))).isTrue();

            assertThat(replaysAtTheNextStart(home, "killed", 1)).as("while it runs, the log is needed").isPositive();

            consumers.stop();

            assertThat(replaysAtTheNextStart(home, "stopped", 1)).isZero();
        }
    }
}
