/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.search.IndexFields;
import org.xwiki.component.annotation.Component;
import org.xwiki.search.solr.AbstractSolrCoreInitializer;
import org.xwiki.search.solr.SolrException;

/** Makes the suite's core when it is first asked for, in XWiki's own Solr or in a remote one. */
@Component
@Named(IndexFields.CORE)
@Singleton
public class CopCoreInitializer extends AbstractSolrCoreInitializer
{
    @Override
    protected void createSchema() throws SolrException
    {
        new CopSchema(this.core.getClient(), this.core.getSolrName()).write(getFieldTypes(true).keySet(), getFields(true).keySet());
    }

    /** What the index held comes again from the ledger and the pages: the place that it had reached goes with it. */
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
