/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.copsuite.job.Jobs;
import org.copsuite.spi.SearchSource;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

/** When the index is committed, and what becomes of changes of rights. */
@ComponentTest
class IndexerTest
{
    private static final WikiId WIKI = new WikiId("xwiki");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @MockComponent
    private IndexRepair index;

    @MockComponent
    private SearchSources sources;

    @MockComponent
    private Access access;

    @MockComponent
    private Jobs jobs;

    @InjectMockComponents
    private Indexer indexer;

    private final SolrClient client = mock(SolrClient.class);

    @BeforeEach
    void openIndex()
    {
        when(this.index.client()).thenReturn(this.client);
    }

    @Test
    void oneCommitInTwentyIsDurableByItself() throws Exception
    {
        commit(19);
        verify(this.client, never()).commit();
        verify(this.client, times(19)).commit(false, true, true);

        commit(1);
        verify(this.client).commit();

        commit(20);
        verify(this.client, times(2)).commit();
        verify(this.client, times(38)).commit(false, true, true);
    }

    @Test
    void theTwentyBeginAnewAfterADurableCommit() throws Exception
    {
        commit(19);
        this.indexer.commit(true);
        commit(19);

        verify(this.client).commit();
        commit(1);
        verify(this.client, times(2)).commit();
    }

    @Test
    void aCommitThatFailedIsMadeUpForByTheNext() throws Exception
    {
        commit(19);
        when(this.client.commit()).thenThrow(new SolrServerException("down")).thenReturn(null);
        assertThatThrownBy(() -> this.indexer.commit(false)).isInstanceOf(SolrServerException.class);

        commit(1);

        verify(this.client, times(2)).commit();
    }

    /** Blocks the thread of the index with the rights of one space, and changes those of others meanwhile. */
    private CountDownLatch changeRights(int spaces) throws Exception
    {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        SearchSource source = mock(SearchSource.class);
        when(this.sources.all()).thenReturn(List.of(source));
        when(source.in(any())).then(call -> {
            reading.countDown();
            read.await();
            return List.of();
        });
        ArgumentCaptor<Consumer<SpaceId>> listener = ArgumentCaptor.captor();
        verify(this.access).onChange(listener.capture());
        listener.getValue().accept(new SpaceId(WIKI, List.of("First")));
        assertThat(reading.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < spaces; i++) {
            listener.getValue().accept(new SpaceId(WIKI, List.of("Space" + i)));
        }
        return read;
    }

    @Test
    void oneCommitWritesTheRightsOfAllSpacesThatChangedMeanwhile() throws Exception
    {
        changeRights(100).countDown();
        await().atMost(PATIENCE).until(this.indexer::isIdle);

        verify(this.client, times(2)).commit(false, true, true);
    }

    @Test
    void rightsThatAStopLeavesAreIndexedAfterTheNextStart() throws Exception
    {
        CountDownLatch read = changeRights(2);
        Thread stopping = new Thread(this.indexer::dispose);
        stopping.start();
        await().atMost(PATIENCE).until(this.indexer::isClosed);
        read.countDown();
        stopping.join();

        verify(this.jobs).require(WIKI, ReindexJob.NAME, "");
    }

    @Test
    void aStopLeavesNothingToIndexWhereAllRightsAreWritten() throws Exception
    {
        changeRights(2).countDown();
        await().atMost(PATIENCE).until(this.indexer::isIdle);
        this.indexer.dispose();

        verifyNoInteractions(this.jobs);
    }

    private void commit(int count) throws Exception
    {
        for (int i = 0; i < count; i++) {
            this.indexer.commit(false);
        }
    }
}
