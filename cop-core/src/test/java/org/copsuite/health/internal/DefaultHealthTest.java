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
import org.copsuite.intake.Intake;
import org.copsuite.knowledge.EmbeddedIndex;
import org.copsuite.knowledge.IndexFields;
import org.copsuite.ledger.Followers;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.LedgerFollower;
import org.copsuite.question.internal.AbstractQuestionTest;
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
        this.wiki.get(Followers.class).stop();
        this.wiki.get(Intake.class).stop();
        this.index.close();
    }

    @Test
    void tellsThatNothingRunsYet()
    {
        Report report = this.health.report(WIKI);
        assertThat(report.followers()).isEmpty();
        assertThat(report.reconciled()).isEmpty();
        assertThat(report.next()).isEmpty();
        assertThat(report.isWell()).isFalse();
    }

    @Test
    void tellsHowFarEachPartIs() throws Exception
    {
        ask(this.anna, TITLE);
        this.wiki.get(Followers.class).start();
        this.wiki.get(Intake.class).start();
        assertThat(this.wiki.get(Followers.class).await(PATIENCE)).isTrue();
        assertThat(this.wiki.get(Intake.class).await(PATIENCE)).isTrue();

        // What is only visible has no time yet; what is on disk has.
        this.index.client().commit();

        Report report = this.health.report(WIKI);

        assertThat(report.ledger()).isEqualTo(this.ledger.head());
        assertThat(report.followers()).extracting(Followers.Standing::name).contains("index");
        assertThat(report.followers()).allSatisfy(standing -> {
            assertThat(standing.behind()).isZero();
            assertThat(standing.since()).isNull();
            assertThat(standing.failing()).isFalse();
        });
        assertThat(report.index().orElseThrow().documents()).isEqualTo(1);
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
        this.wiki.get(Intake.class).reconcile(WIKI);
        Report report = this.health.report(WIKI);
        assertThat(report.reconciled().orElseThrow().mended()).isEqualTo(1);
        assertThat(report.reconciled().orElseThrow().failed()).isFalse();
    }

    @Test
    void tellsWhatFailsAndSinceWhen() throws Exception
    {
        Instant before = Instant.now();
        this.wiki.with(LedgerFollower.class, "index", new Broken());
        this.wiki.get(Followers.class).start();
        org.awaitility.Awaitility.await().atMost(PATIENCE)
            .until(() -> this.health.report(WIKI).followers().stream().anyMatch(Followers.Standing::failing));

        Report report = this.health.report(WIKI);

        Followers.Standing broken = report.followers().stream().filter(s -> s.name().equals("broken")).findAny()
            .orElseThrow();
        assertThat(broken.behind()).isEqualTo(this.ledger.head());
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
    private static final class Broken implements LedgerFollower
    {
        @Override
        public String name()
        {
            return "broken";
        }

        @Override
        public long position()
        {
            return 0;
        }

        @Override
        public void take(List<LedgerEntry> entries) throws Exception
        {
            throw new java.io.IOException("Not now.");
        }
    }
}
