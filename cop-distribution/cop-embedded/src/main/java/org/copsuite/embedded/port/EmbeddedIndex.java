/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.apache.solr.core.CoreContainer;
import org.apache.solr.core.MetricsConfig;
import org.apache.solr.core.NodeConfig;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.knowledge.IndexFields;
import org.copsuite.wiki.Index;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;
import org.xwiki.component.phase.Initializable;

/** Solr within this process, its one core in the data folder. */
@Component
@Singleton
public class EmbeddedIndex implements Index, Initializable, Disposable
{
    @Inject
    private WikiOptions options;

    private CoreContainer container;

    private SolrClient client;

    @Override
    public void initialize()
    {
        Path home = this.options.data().toAbsolutePath().resolve("solr");
        try {
            IndexHome.prepare(home);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the index could not be prepared: " + home, e);
        }
        NodeConfig config = new NodeConfig.NodeConfigBuilder("cop", home)
            .setMetricsConfig(new MetricsConfig.MetricsConfigBuilder().setEnabled(false).build()).build();
        this.container = new CoreContainer(config);
        this.container.load();
        this.client = new EmbeddedSolrServer(this.container, IndexFields.CORE);
    }

    @Override
    public SolrClient client()
    {
        return this.client;
    }

    @Override
    public void dispose()
    {
        this.container.shutdown();
    }
}
