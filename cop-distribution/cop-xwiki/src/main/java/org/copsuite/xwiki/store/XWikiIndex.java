/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrClient;
import org.copsuite.knowledge.IndexFields;
import org.copsuite.wiki.Index;
import org.copsuite.xwiki.WikiFailure;
import org.xwiki.component.annotation.Component;
import org.xwiki.search.solr.Solr;
import org.xwiki.search.solr.SolrException;

/** The suite's core of XWiki's Solr, embedded or remote. XWiki opens and closes it. */
@Component
@Singleton
public class XWikiIndex implements Index
{
    @Inject
    private Provider<Solr> solr;

    private volatile SolrClient client;

    @Override
    public SolrClient client()
    {
        SolrClient known = this.client;
        if (known == null) {
            try {
                known = this.solr.get().getClient(IndexFields.CORE);
            } catch (SolrException e) {
                throw new WikiFailure("The suite's core of XWiki's Solr could not be opened.", e);
            }
            this.client = known;
        }
        return known;
    }
}
