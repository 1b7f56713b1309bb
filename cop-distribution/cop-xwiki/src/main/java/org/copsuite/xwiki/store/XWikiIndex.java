/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.io.IOException;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrClient;
import org.copsuite.search.CoreReload;
import org.copsuite.search.IndexFields;
import org.copsuite.wiki.Index;
import org.copsuite.xwiki.WikiFailure;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.search.solr.Solr;
import org.xwiki.search.solr.SolrCoreInitializer;
import org.xwiki.search.solr.SolrException;
import org.xwiki.search.solr.XWikiSolrCore;

/** Provides the suite's core in XWiki's Solr, embedded or remote. XWiki opens and closes the core. */
@Component
@Singleton
public class XWikiIndex implements Index
{
    @Inject
    private Provider<Solr> solr;

    @Inject
    @Named(IndexFields.CORE)
    private Provider<SolrCoreInitializer> initializer;

    @Inject
    private Logger logger;

    private volatile SolrClient client;

    @Override
    public SolrClient client()
    {
        SolrClient opened = this.client;
        return opened == null ? open() : opened;
    }

    private synchronized SolrClient open()
    {
        if (this.client == null) {
            try {
                XWikiSolrCore core = this.solr.get().getCore(IndexFields.CORE);
                // XWiki initialises a core once per run: after an upgrade the core would still have the fields of the
                // old version.
                this.initializer.get().initialize(core);
                this.client = core.getClient();
            } catch (SolrException e) {
                throw new WikiFailure("Failed to open the suite's core in XWiki's Solr.", e);
            }
        }
        return this.client;
    }

    @Override
    public boolean reopen() throws IOException
    {
        reload(false);
        return true;
    }

    /**
     * Returns false if Solr fails, as a remote one does. The caller then deletes the documents instead of the files.
     */
    @Override
    public boolean renew() throws IOException
    {
        try {
            reload(true);
            return true;
        } catch (IOException e) {
            this.logger.warn("Failed to recreate the index [{}]; deleting its documents instead.", e.getMessage());
            return false;
        }
    }

    private void reload(boolean empty) throws IOException
    {
        try {
            CoreReload.run(client(), this.solr.get().getCore(IndexFields.CORE).getSolrName(), empty);
        } catch (SolrException e) {
            throw new IOException("XWiki's Solr has no core for the suite.", e);
        }
    }
}
