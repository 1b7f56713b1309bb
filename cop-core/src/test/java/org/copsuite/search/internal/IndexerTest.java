/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** When the index is written down for good. */
@ComponentTest
class IndexerTest
{
    @MockComponent
    private IndexRepair index;

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

    private void commit(int count) throws Exception
    {
        for (int i = 0; i < count; i++) {
            this.indexer.commit(false);
        }
    }
}
