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

/** The suite's core of XWiki's Solr, embedded or remote. XWiki opens and closes it. */
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
        SolrClient known = this.client;
        return known == null ? open() : known;
    }

    private synchronized SolrClient open()
    {
        if (this.client == null) {
            try {
                XWikiSolrCore core = this.solr.get().getCore(IndexFields.CORE);
                // XWiki initializes a core once until it ends: after an upgrade it still has the fields of the old version.
                this.initializer.get().initialize(core);
                this.client = core.getClient();
            } catch (SolrException e) {
                throw new WikiFailure("The suite's core of XWiki's Solr could not be opened.", e);
            }
        }
        return this.client;
    }

    @Override
    public boolean reopen() throws IOException
    {
        again(false);
        return true;
    }

    /** Where Solr does not, as one elsewhere, its documents are deleted in place of its files. */
    @Override
    public boolean renew() throws IOException
    {
        try {
            again(true);
            return true;
        } catch (IOException e) {
            this.logger.warn("[{}] Its documents are deleted.", e.getMessage());
            return false;
        }
    }

    private void again(boolean empty) throws IOException
    {
        try {
            CoreReload.run(client(), this.solr.get().getCore(IndexFields.CORE).getSolrName(), empty);
        } catch (SolrException e) {
            throw new IOException("XWiki's Solr has no core of the suite.", e);
        }
    }
}
