/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.health.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.solr.client.solrj.SolrClient;
import org.copsuite.health.Health;
import org.copsuite.health.Health.Report;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.internal.AbstractQuestionTest;
import org.copsuite.search.EmbeddedIndex;
import org.copsuite.search.IndexFields;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.SpaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DefaultHealthTest extends AbstractQuestionTest
{
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private EmbeddedIndex index;

    private Health health;

    @BeforeEach
    void start()
    {
        this.index = new EmbeddedIndex();
        this.wiki.with(Index.class, this.index);
        this.health = this.wiki.get(Health.class);
    }

    @AfterEach
    void stop()
    {
        this.wiki.get(LedgerConsumers.class).stop();
        this.wiki.get(PageSynchroniser.class).stop();
        this.index.close();
    }

    @Test
    void tellsThatNothingRunsYet()
    {
        Report report = this.health.report(WIKI);
        assertThat(report.consumers()).isEmpty();
        assertThat(report.reconciled()).isEmpty();
        assertThat(report.next()).isEmpty();
        assertThat(report.isWell()).isFalse();
    }

    @Test
    void tellsHowFarEachPartIs() throws Exception
    {
        ask(this.anna, TITLE);
        this.wiki.get(LedgerConsumers.class).start();
        this.wiki.get(PageSynchroniser.class).start();
        assertThat(this.wiki.get(LedgerConsumers.class).await(PATIENCE)).isTrue();
        assertThat(this.wiki.get(PageSynchroniser.class).await(PATIENCE)).isTrue();

        // What is only visible has no time yet; what is on disk has.
        this.index.client().commit();

        Report report = this.health.report(WIKI);

        assertThat(report.ledger()).isEqualTo(this.ledger.head());
        assertThat(report.consumers()).extracting(LedgerConsumers.Status::name).contains("index");
        assertThat(report.consumers()).allSatisfy(status -> {
            assertThat(status.lag()).isZero();
            assertThat(status.since()).isNull();
            assertThat(status.failing()).isFalse();
        });
        assertThat(report.index().orElseThrow().documents()).as("the question and its community").isEqualTo(2);
        assertThat(report.index().orElseThrow().version()).isEqualTo(IndexFields.VERSION);
        assertThat(report.index().orElseThrow().committed()).isBefore(Instant.now().plusSeconds(1));
        assertThat(report.reconciled().orElseThrow().mended()).isZero();
        assertThat(report.next().orElseThrow()).isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(25)));
        assertThat(report.isWell()).isTrue();
    }

    @Test
    void tellsWhatTheReconciliationMended()
    {
        this.wiki.pages().create(SpaceId.of(WIKI, "Communities", "lost").home(), "Lost", "",
            new PageObject("community", UUID.randomUUID(), Map.of("access", "open")), this.admin);
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);
        Report report = this.health.report(WIKI);
        assertThat(report.reconciled().orElseThrow().mended()).isEqualTo(1);
        assertThat(report.reconciled().orElseThrow().failed()).isFalse();
    }

    @Test
    void tellsWhatFailsAndSinceWhen() throws Exception
    {
        Instant before = Instant.now();
        this.wiki.with(LedgerConsumer.class, "index", new Broken());
        this.wiki.get(LedgerConsumers.class).start();
        org.awaitility.Awaitility.await().atMost(PATIENCE)
            .until(() -> this.health.report(WIKI).consumers().stream().anyMatch(LedgerConsumers.Status::failing));

        Report report = this.health.report(WIKI);

        LedgerConsumers.Status broken = report.consumers().stream().filter(s -> s.name().equals("broken")).findAny()
            .orElseThrow();
        assertThat(broken.lag()).isEqualTo(this.ledger.head());
        assertThat(broken.since()).isBetween(before, Instant.now());
        assertThat(report.isWell()).isFalse();
    }

    @Test
    void aSilentIndexIsToldAndHidesNothingElse()
    {
        this.wiki.with(Index.class, new Index()
        {
            @Override
            public SolrClient client()
            {
                throw new IllegalStateException("No Solr.");
            }
        });
        Report report = this.health.report(WIKI);
        assertThat(report.index()).isEmpty();
        assertThat(report.ledger()).isPositive();
        assertThat(report.isWell()).isFalse();
    }

    /** Cannot take anything. */
    private static final class Broken implements LedgerConsumer
    {
        @Override
        public String name()
        {
            return "broken";
        }

        @Override
        public long checkpoint()
        {
            return 0;
        }

        @Override
        public void consume(List<LedgerEntry> entries) throws Exception
        {
            throw new java.io.IOException("Not now.");
        }
    }
}
