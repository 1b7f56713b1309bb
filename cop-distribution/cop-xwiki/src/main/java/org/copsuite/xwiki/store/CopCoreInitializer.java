/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.search.IndexFields;
import org.xwiki.component.annotation.Component;
import org.xwiki.search.solr.AbstractSolrCoreInitializer;
import org.xwiki.search.solr.SolrException;

/** Creates the suite's core at its first use, in XWiki's embedded Solr or in a remote one. */
@Component
@Named(IndexFields.CORE)
@Singleton
public class CopCoreInitializer extends AbstractSolrCoreInitializer
{
    @Override
    protected void createSchema() throws SolrException
    {
        new CopSchema(this.core.getClient(), this.core.getSolrName())
            .write(getFieldTypes(true).keySet(), getFields(true).keySet());
    }

    /**
     * Deletes all documents, including the checkpoint of the index, so that the index is rebuilt from the ledger and
     * the pages.
     */
    @Override
    protected void migrateSchema(long version) throws SolrException
    {
        CopSchema schema = new CopSchema(this.core.getClient(), this.core.getSolrName());
        schema.clear();
        schema.write(getFieldTypes(true).keySet(), getFields(true).keySet());
    }

    @Override
    protected long getVersion()
    {
        return IndexFields.VERSION;
    }
}
