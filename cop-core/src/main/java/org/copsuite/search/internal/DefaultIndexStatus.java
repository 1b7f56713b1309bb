/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.copsuite.CopException;
import org.copsuite.search.IndexFields;
import org.copsuite.search.IndexStatus;
import org.copsuite.wiki.WikiId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/** Queries Solr for counts only. */
@Component
@Singleton
public class DefaultIndexStatus implements IndexStatus
{
    @Inject
    private IndexRepair index;

    @Inject
    private IndexState condition;

    @Inject
    private Logger logger;

    @Override
    public State state(WikiId wiki) throws CopException
    {
        try {
            SolrClient client = this.index.client();
            return new State(count(client, "{!term f=wiki v=$wiki}", wiki), count(client, "wiki:*", wiki),
                IndexFields.VERSION, committed(client));
        } catch (SolrServerException | IOException | SolrException | IllegalStateException e) {
            this.logger.debug("Failed to read the state of the index.", e);
            throw new CopException(CopException.Kind.UNAVAILABLE, "cop.knowledge.error.unavailable");
        }
    }

    @Override
    public Optional<Repair> repair()
    {
        return this.index.last();
    }

    @Override
    public Optional<Progress> progress()
    {
        return this.condition.progress();
    }

    private static long count(SolrClient client, String filter, WikiId wiki) throws SolrServerException, IOException
    {
        SolrQuery query = new SolrQuery("*:*");
        query.addFilterQuery(filter);
        query.set("wiki", wiki.value());
        query.setRows(0);
        return client.query(query, SolrRequest.METHOD.POST).getResults().getNumFound();
    }

    private static Instant committed(SolrClient client) throws SolrServerException, IOException
    {
        ModifiableSolrParams params = new ModifiableSolrParams();
        params.set("show", "index");
        params.set("numTerms", 0);
        NamedList<Object> answer =
            client.request(new GenericSolrRequest(SolrRequest.METHOD.GET, "/admin/luke", params));
        Object index = answer.get("index");
        Object at = index instanceof NamedList<?> values ? values.get("lastModified") : null;
        // An embedded Solr returns a date, a remote one may return a string; an empty index returns nothing.
        if (at instanceof Date date) {
            return date.toInstant();
        }
        try {
            return at == null ? null : Instant.parse(at.toString());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
