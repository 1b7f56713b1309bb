/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.util.NamedList;
import org.awaitility.Awaitility;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.search.IndexStatus.Step;
import org.copsuite.wiki.Index;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verify;

/** What is done about an index that fails, by how it fails. */
@ComponentTest
@ComponentList(IndexState.class)
class IndexRepairTest
{
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.WARN);

    @MockComponent
    private Ledger ledger;

    @MockComponent
    private LedgerConsumers consumers;

    @InjectMockComponents
    private IndexRepair repair;

    @InjectComponentManager
    private MockitoComponentManager components;

    private IndexState state;

    private final FakeIndex index = new FakeIndex();

    /** A core that fails as it is told. */
    private static final class FakeIndex extends SolrClient implements Index
    {
        private static final long serialVersionUID = 1L;

        private final AtomicInteger opened = new AtomicInteger();

        private final AtomicInteger renewed = new AtomicInteger();

        private volatile transient Exception failure;

        private volatile boolean mine = true;

        private volatile boolean openingHelps;

        private volatile boolean whole = true;

        @Override
        public SolrClient client()
        {
            return this;
        }

        @Override
        public boolean reopen() throws IOException
        {
            this.opened.incrementAndGet();
            if (this.openingHelps) {
                this.failure = null;
            }
            return this.mine;
        }

        @Override
        public boolean renew() throws IOException
        {
            if (this.mine) {
                this.renewed.incrementAndGet();
                this.failure = null;
                this.whole = true;
            }
            return this.mine;
        }

        @Override
        public boolean isWhole()
        {
            return this.whole;
        }

        @Override
        public NamedList<Object> request(SolrRequest<?> request, String collection)
            throws SolrServerException, IOException
        {
            Exception now = this.failure;
            if (now instanceof SolrServerException e) {
                throw e;
            }
            if (now instanceof IOException e) {
                throw e;
            }
            if (now instanceof RuntimeException e) {
                throw e;
            }
            return new NamedList<>();
        }

        @Override
        public void close()
        {
            // Nothing is open.
        }
    }

    @BeforeEach
    void start() throws Exception
    {
        this.components.registerComponent(Index.class, this.index);
        this.state = this.components.getInstance(IndexState.class);
    }

    @AfterEach
    void stop()
    {
        this.repair.dispose();
        this.logs.ignoreAllMessages();
    }

    private static SolrException inside()
    {
        return new SolrException(SolrException.ErrorCode.SERVER_ERROR, "this IndexWriter is closed");
    }

    private static SolrException damaged()
    {
        SolrException failure = inside();
        failure.setMetadata("root-error-class", "org.apache.lucene.index.CorruptIndexException");
        return failure;
    }

    private void fail(Exception failure)
    {
        this.index.failure = failure;
        assertThatThrownBy(() -> this.repair.client().query(new SolrQuery("*:*"))).isSameAs(failure);
    }

    private void awaitStep(Step step)
    {
        Awaitility.await().atMost(SOON).until(() -> this.repair.last().filter(last -> last.step() == step).isPresent());
    }

    @Test
    void aWriterThatClosedItselfIsOpenedAgainAndNothingIsThrownAway()
    {
        this.index.openingHelps = true;
        fail(inside());
        awaitStep(Step.DONE);
        assertThat(this.index.opened).hasValue(1);
        assertThat(this.index.renewed).hasValue(0);
        assertThat(this.state.isPartial()).isFalse();
    }

    @Test
    void whatOpeningDoesNotHelpIsThrownAway()
    {
        fail(inside());
        awaitStep(Step.FILLING);
        assertThat(this.index.opened).hasValue(3);
        assertThat(this.index.renewed).hasValue(1);
        verify(this.consumers).reloadCheckpoint("index");
        assertThat(this.state.isPartial()).isTrue();

        this.state.reach(this.state.generation(), 0);
        awaitStep(Step.DONE);
        assertThat(this.state.isPartial()).isFalse();
    }

    @Test
    void damageIsThrownAwayAtOnce()
    {
        fail(damaged());
        awaitStep(Step.FILLING);
        assertThat(this.index.opened).hasValue(0);
        assertThat(this.index.renewed).hasValue(1);
        assertThat(this.repair.last().orElseThrow().renewed()).isTrue();
    }

    @Test
    void filesThatAreNotWholeAreThrownAwayWhenARequestFails()
    {
        this.index.whole = false;
        fail(inside());
        awaitStep(Step.FILLING);
        assertThat(this.index.renewed).hasValue(1);
    }

    @Test
    void aSolrThatIsAwayIsWaitedFor() throws Exception
    {
        fail(new SolrServerException(new ConnectException("refused")));
        awaitStep(Step.WAITING);
        assertThat(this.repair.last().orElseThrow().next()).isNotNull();
        this.index.failure = null;
        awaitStep(Step.DONE);
        assertThat(this.index.opened).hasValue(0);
        assertThat(this.index.renewed).hasValue(0);
        assertThat(this.repair.last().orElseThrow().problem()).doesNotContain("refused");
    }

    @Test
    void whatTheSuiteMayNotThrowAwayIsTheAdministrators()
    {
        this.index.mine = false;
        fail(damaged());
        Awaitility.await().atMost(SOON).until(
            () -> this.repair.last().filter(last -> last.problem().contains("cannot be discarded")).isPresent());
        assertThat(this.state.isPartial()).isFalse();
        assertThat(this.logs.size()).isPositive();
    }

    @Test
    void damageAgainAndAgainIsNotThrownAwayAgainAndAgain()
    {
        fail(damaged());
        awaitStep(Step.FILLING);
        for (int i = 0; i < 50; i++) {
            fail(damaged());
        }
        awaitStep(Step.RESTING);
        assertThat(this.index.renewed).hasValue(1);
        assertThat(this.repair.last().orElseThrow().next()).isAfter(java.time.Instant.now().plusSeconds(30));
    }

    @Test
    void aWrongQuestionIsNoFailure() throws Exception
    {
        fail(new SolrException(SolrException.ErrorCode.BAD_REQUEST, "Cannot parse"));
        this.index.failure = null;
        assertThat(this.repair.client().query(new SolrQuery("*:*"))).isNotNull();
        assertThat(this.repair.last()).isEmpty();
        assertThat(this.index.opened).hasValue(0);
    }

    @Test
    void nobodyWritesHowFarAnIndexIsThatIsGone() throws Exception
    {
        int before = this.state.generation();
        this.state.renew(() -> true);
        assertThatThrownBy(() -> this.state.write(before, () -> {
            throw new AssertionError("written");
        })).isInstanceOf(IOException.class);
        this.state.reach(before, 7);
        assertThat(this.state.reached()).isEqualTo(-1);
    }
}
