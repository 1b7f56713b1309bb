/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.commons.io.FileUtils;
import org.apache.solr.client.solrj.SolrQuery;
import org.awaitility.Awaitility;
import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.embedded.store.QuickStart;
import org.copsuite.health.Health;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.search.IndexStatus.Repair;
import org.copsuite.search.IndexStatus.Step;
import org.copsuite.search.SearchService;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happens to the files of the index, the wiki starts, goes on, and soon finds again what it found before. */
class DamagedIndexTest
{
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final int QUESTIONS = 30;

    private static final String BUTTER = "With butter, and lots of it.";

    private static Path filled;

    private static UserId ada;

    private static CommunityId community;

    @TempDir
    private Path folder;

    private EmbeddedWiki wiki;

    private Path data;

    /** What may happen to files. */
    enum Damage
    {
        GARBAGE_IN_SEGMENTS
        {
            @Override
            void doTo(Path solr) throws IOException
            {
                for (Path file : segments(solr)) {
                    overwrite(file, Files.size(file) / 2, 64);
                }
            }
        },
        GARBAGE_IN_ALL_FILES
        {
            @Override
            void doTo(Path solr) throws IOException
            {
                for (Path file : files(solr)) {
                    overwrite(file, 0, (int) Math.max(16, Files.size(file)));
                }
            }
        },
        EMPTY_FILES
        {
            @Override
            void doTo(Path solr) throws IOException
            {
                for (Path file : files(solr)) {
                    Files.write(file, new byte[0]);
                }
            }
        },
        SEGMENTS_GONE
        {
            @Override
            void doTo(Path solr) throws IOException
            {
                for (Path file : segments(solr)) {
                    Files.delete(file);
                }
            }
        },
        FOLDER_GONE
        {
            @Override
            void doTo(Path solr) throws IOException
            {
                FileUtils.deleteDirectory(solr.toFile());
            }
        },
        FILE_IN_ITS_PLACE
        {
            @Override
            void doTo(Path solr) throws IOException
            {
                FileUtils.deleteDirectory(solr.toFile());
                Files.writeString(solr, "no folder");
            }
        },
        /** Lucene's writer closes itself then, as it does where the disk is full. */
        LOCK_TAKEN_AWAY
        {
            @Override
            void doTo(Path solr) throws IOException
            {
                for (Path file : files(solr)) {
                    if (file.endsWith("write.lock")) {
                        Files.delete(file);
                        Files.writeString(file, "");
                    }
                }
            }
        };

        abstract void doTo(Path solr) throws IOException;

        static List<Path> files(Path solr) throws IOException
        {
            try (Stream<Path> all = Files.walk(solr)) {
                return all.filter(Files::isRegularFile).toList();
            }
        }

        static List<Path> segments(Path solr) throws IOException
        {
            return files(solr).stream().filter(file -> file.getFileName().toString().matches("_.*\\..*")).toList();
        }

        static void overwrite(Path file, long from, int bytes) throws IOException
        {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.ISO_8859_1.encode("\u00ff\u0000~".repeat(bytes / 3 + 1)), from);
            }
        }
    }

    /** A data folder with questions in its index, of which each test has a copy. */
    @BeforeAll
    static void fill(@TempDir Path shared) throws Exception
    {
        QuickStart.use();
        filled = shared.resolve("data");
        try (EmbeddedWiki wiki = EmbeddedWiki.start(WikiOptions.at(filled))) {
            UserId boss = wiki.administrator("boss");
            ada = wiki.account("ada", "Ada");
            community = wiki.get(CommunityService.class).found(boss,
                new CommunityService.CommunityDraft(new CommunityId(UUID.randomUUID()), WikiOptions.WIKI, "Bakers", "Bread.",
                    List.of(), CommunityService.Visibility.OPEN)).id();
            for (int i = 0; i < QUESTIONS; i++) {
                ask(wiki, "How is brioche no. " + i + " made?", BUTTER);
            }
            assertThat(wiki.get(LedgerConsumers.class).await(SOON)).isTrue();
        }
    }

    @BeforeEach
    void copy() throws Exception
    {
        this.data = this.folder.resolve("data");
        FileUtils.copyDirectory(filled.toFile(), this.data.toFile());
    }

    private void start() throws Exception
    {
        this.wiki = EmbeddedWiki.start(WikiOptions.at(this.data));
    }

    /** Starts and lets this process write to the index, too. */
    private void startAndWrite() throws Exception
    {
        start();
        ask(this.wiki, "How is a croissant made?", "With patience.");
        caughtUp();
        this.wiki.get(Index.class).client().commit();
        assertThat(found("croissant")).isEqualTo(1);
        assertThat(found("brioche")).isEqualTo(QUESTIONS);
    }

    @AfterEach
    void stop()
    {
        if (this.wiki != null) {
            this.wiki.close();
        }
    }

    private static void ask(EmbeddedWiki wiki, String title, String body) throws CopException
    {
        wiki.get(QuestionService.class).ask(ada, new Ask(UUID.randomUUID(), community, title, body, List.of("bread")));
    }

    private void ask(String title) throws CopException
    {
        ask(this.wiki, title, BUTTER);
    }

    /** While a repair opens the index, its files cannot be read. */
    private void wholeSoon()
    {
        Awaitility.await().atMost(SOON).ignoreException(IOException.class)
            .until(() -> this.wiki.get(Index.class).isWhole());
    }

    private void caughtUp()
    {
        assertThat(this.wiki.get(LedgerConsumers.class).await(SOON)).isTrue();
    }

    private int found(String words) throws CopException
    {
        return this.wiki.get(SearchService.class)
            .search(ada, new SearchService.Search(WikiOptions.WIKI, words, null, null, null, 100)).items().size();
    }

    private int foundOrNone(String words)
    {
        try {
            return found(words);
        } catch (CopException e) {
            assertThat(e.getKind()).as("a sentence, not a stack trace").isEqualTo(CopException.Kind.UNAVAILABLE);
            return -1;
        }
    }

    private Repair repair()
    {
        return this.wiki.get(Health.class).report(WikiOptions.WIKI).repair().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"GARBAGE_IN_SEGMENTS", "EMPTY_FILES", "SEGMENTS_GONE", "FOLDER_GONE", "LOCK_TAKEN_AWAY"})
    void damagedWhileItRunsItHeals(Damage damage) throws Exception
    {
        startAndWrite();
        damage.doTo(this.data.resolve("solr"));

        ask("How is a muffin made?");

        Awaitility.await().atMost(SOON).until(() -> foundOrNone("muffin") == 1 && foundOrNone("brioche") == QUESTIONS);
        Awaitility.await().atMost(SOON).until(() -> this.wiki.get(Health.class).report(WikiOptions.WIKI).isWell());
        // Files that are deleted while they are open are missed only by the reading of all files.
        wholeSoon();
        Awaitility.await().atMost(SOON).until(() -> foundOrNone("butter") == QUESTIONS + 1);
        // Another start finds nothing to mend.
        this.wiki.restart();
        caughtUp();
        assertThat(found("butter")).isEqualTo(QUESTIONS + 1);
        assertThat(this.wiki.get(Health.class).report(WikiOptions.WIKI).repair()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void damagedAtRestItHealsAtTheNextStart(Damage damage) throws Exception
    {
        damage.doTo(this.data.resolve("solr"));

        start();
        ask("How is a muffin made?");

        Awaitility.await().atMost(SOON).until(() -> foundOrNone("muffin") == 1 && foundOrNone("brioche") == QUESTIONS);
        wholeSoon();
    }

    @Test
    void theHealthSaysWhatHappened() throws Exception
    {
        startAndWrite();
        Damage.FOLDER_GONE.doTo(this.data.resolve("solr"));
        ask("How is a muffin made?");
        Awaitility.await().atMost(SOON)
            .until(() -> this.wiki.get(Health.class).report(WikiOptions.WIKI).repair().isPresent());
        Awaitility.await().atMost(SOON).until(() -> repair().step() == Step.DONE);

        assertThat(repair().renewed()).isTrue();
        assertThat(repair().problem()).isNotBlank();
        assertThat(repair().done()).isAfterOrEqualTo(repair().since());
        assertThat(this.wiki.get(Index.class).client().query(new SolrQuery("kind:question")).getResults().getNumFound())
            .isEqualTo(QUESTIONS + 2);
    }

    @Test
    void whatNobodyAsksForIsFoundByReadingAllFiles() throws Exception
    {
        startAndWrite();
        assertThat(this.wiki.get(Index.class).isWhole()).isTrue();
        for (Path file : Damage.segments(this.data.resolve("solr"))) {
            Damage.overwrite(file, Files.size(file) - 30, 8);
        }
        assertThat(this.wiki.get(Index.class).isWhole()).isFalse();
        // The first reading is a few seconds after the start: nothing is asked, nothing is written.
        Awaitility.await().atMost(SOON).ignoreExceptions().until(() -> repair().step() == Step.DONE && repair().renewed());
        assertThat(found("brioche")).isEqualTo(QUESTIONS);
    }
}
