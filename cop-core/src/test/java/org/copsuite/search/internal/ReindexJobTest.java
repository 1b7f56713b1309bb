/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrInputDocument;
import org.awaitility.Awaitility;
import org.copsuite.CopException;
import org.copsuite.job.Job;
import org.copsuite.job.JobRunner;
import org.copsuite.job.JobState;
import org.copsuite.job.Jobs;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.search.AbstractIndexTest;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Search;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class ReindexJobTest extends AbstractIndexTest
{
    /** A question and two communities. */
    private static final long THINGS = 3;

    private boolean discarded;

    private List<String> titles(UserId reader, String words) throws CopException
    {
        return this.wiki.get(SearchService.class).search(reader, new Search(WIKI, words, null, null, null, 10)).items()
            .stream().map(hit -> hit.item().title()).toList();
    }

    private static long documents(String query) throws Exception
    {
        return index.client().query(new SolrQuery(query).setRows(0)).getResults().getNumFound();
    }

    @Test
    void anIndexIsMadeAgainOnDemand() throws Exception
    {
        ask(this.anna, this.open, "How is a brioche made?", "With butter, and lots of it.");
        caughtUp();
        index.client().deleteByQuery("kind:question");
        index.client().commit();

        Job done = this.wiki.run(ReindexJob.NAME);

        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(List.of(done.done(), done.total())).containsExactly(THINGS, THINGS);
        assertThat(titles(this.anna, "brioche")).hasSize(1);
        assertThat(documents("id:position")).as("the position is nobody's").isEqualTo(1);
        assertThat(documents("kind:unfinished*")).isZero();
    }

    @Test
    void whileTheIndexDoesNotAnswerItIsTriedToMakeItAgain() throws Exception
    {
        ask(this.anna, this.open, "How is a brioche made?", "With butter, and lots of it.");
        caughtUp();
        SolrClient broken = Mockito.mock(SolrClient.class, invocation -> {
            throw new SolrServerException("down");
        });
        this.wiki.with(Index.class, () -> broken);
        UUID job = this.wiki.get(Jobs.class).require(WIKI, ReindexJob.NAME, "").id();
        this.wiki.get(JobRunner.class).runDue();
        Job failing = this.wiki.get(Jobs.class).get(this.wiki.administrator("root"), WIKI, job);
        assertThat(failing.state()).isEqualTo(JobState.QUEUED);
        assertThat(failing.problem().key()).isEqualTo("cop.knowledge.error.unavailable");
        this.wiki.with(Index.class, index);
        assertThat(this.wiki.get(JobRunner.class).run(job, now -> { }).state()).isEqualTo(JobState.DONE);
        assertThat(titles(this.anna, "brioche")).hasSize(1);
    }

    @Test
    void anIndexThatWasNotMadeToItsEndIsMadeByTheNextProcess() throws Exception
    {
        ask(this.anna, this.open, "How is a brioche made?", "With butter, and lots of it.");
        caughtUp();
        this.consumers.stop();
        TestWiki killed = this.wiki.afterItWasKilled().with(Index.class, index);
        UUID job = killed.get(Jobs.class).require(WIKI, ReindexJob.NAME, "").id();
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> killed.get(JobRunner.class).run(job, now -> {
            // The first step counts, the second one empties the index.
            if (calls.incrementAndGet() == 3) {
                throw new IllegalStateException("killed");
            }
        })).hasMessage("killed");
        assertThat(documents("kind:question")).isZero();
        assertThat(documents("kind:unfinished*")).isEqualTo(1);
        this.wiki.database().execute("update cop_job set claimed_until = 1");

        TestWiki next = this.wiki.afterItWasKilled().with(Index.class, index);
        next.get(JobRunner.class).runDue();

        assertThat(titles(this.anna, "brioche")).hasSize(1);
        assertThat(documents("kind:unfinished*")).isZero();
    }

    @Test
    void anIndexThatAnOlderVersionDidNotMakeToItsEndIsMadeAgain() throws Exception
    {
        ask(this.anna, this.open, "How is a brioche made?", "With butter, and lots of it.");
        caughtUp();
        this.consumers.stop();
        index.client().deleteByQuery("kind:question");
        SolrInputDocument unfinished = new SolrInputDocument();
        unfinished.addField("id", "unfinished:" + WIKI);
        unfinished.addField("kind", "unfinished:");
        index.client().add(unfinished);
        index.client().commit();

        TestWiki next = this.wiki.afterItWasKilled().with(Index.class, index);
        LedgerConsumers again = next.get(LedgerConsumers.class);
        again.start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(20))
                .until(() -> next.get(Jobs.class).counts(WIKI).running() == 1);
            next.get(JobRunner.class).runDue();
            assertThat(titles(this.anna, "brioche")).hasSize(1);
            assertThat(documents("kind:unfinished*")).isZero();
        } finally {
            again.stop();
        }
    }

    @Test
    void anotherIndexThanTheOneThatWasBegunIsMadeFromTheBeginning() throws Exception
    {
        ask(this.anna, this.open, "How is a brioche made?", "With butter, and lots of it.");
        caughtUp();
        UUID job = this.wiki.get(Jobs.class).require(WIKI, ReindexJob.NAME, "").id();
        Job done = this.wiki.get(JobRunner.class).run(job, now -> {
            if (now.done() == THINGS) {
                // The index was discarded, or another node continues with its own.
                discard();
            }
        });
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.done()).isEqualTo(THINGS);
        assertThat(titles(this.anna, "brioche")).hasSize(1);
    }

    private void discard()
    {
        try {
            if (!this.discarded) {
                this.discarded = true;
                index.client().deleteByQuery("kind:question OR kind:unfinished*");
                index.client().commit();
            }
        } catch (SolrServerException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
