/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import javax.inject.Named;

import org.apache.solr.client.solrj.SolrClient;
import org.copsuite.search.IndexFields;
import org.copsuite.xwiki.WikiFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.xwiki.search.solr.Solr;
import org.xwiki.search.solr.SolrCoreInitializer;
import org.xwiki.search.solr.SolrException;
import org.xwiki.search.solr.XWikiSolrCore;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** XWiki keeps a core open while an extension is upgraded, and does not initialize it again. */
@ComponentTest
class XWikiIndexTest
{
    @InjectMockComponents
    private XWikiIndex index;

    @MockComponent
    private Solr solr;

    @MockComponent
    @Named(IndexFields.CORE)
    private SolrCoreInitializer initializer;

    private final XWikiSolrCore core = mock(XWikiSolrCore.class);

    private final SolrClient client = mock(SolrClient.class);

    @BeforeEach
    void openAlready() throws Exception
    {
        when(this.solr.getCore(IndexFields.CORE)).thenReturn(this.core);
        when(this.core.getClient()).thenReturn(this.client);
    }

    @Test
    void bringsTheFieldsUpToDateBeforeTheFirstUseAndOnce() throws Exception
    {
        assertThat(this.index.client()).isSameAs(this.client);
        assertThat(this.index.client()).isSameAs(this.client);

        InOrder order = inOrder(this.initializer, this.core);
        order.verify(this.initializer).initialize(this.core);
        order.verify(this.core).getClient();
        verify(this.initializer, times(1)).initialize(any(XWikiSolrCore.class));
    }

    @Test
    void triesAgainWhereTheFieldsWereNotWritten() throws Exception
    {
        doThrow(new SolrException("no", new IllegalStateException("away"))).doNothing().when(this.initializer)
            .initialize(any(XWikiSolrCore.class));

        assertThatThrownBy(this.index::client).isInstanceOf(WikiFailure.class);
        assertThat(this.index.client()).isSameAs(this.client);
    }
}
