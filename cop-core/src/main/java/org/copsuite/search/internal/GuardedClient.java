/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.util.NamedList;

/** Asks another client, and tells of each failure that may be the index's own. */
final class GuardedClient extends SolrClient
{
    private static final long serialVersionUID = 1L;

    private static final int SERVER_ERROR = 500;

    private final transient Supplier<SolrClient> asked;

    private final transient Consumer<Throwable> failures;

    /**
     * @param asked gives the client
     * @param failures hears of failures
     */
    GuardedClient(Supplier<SolrClient> asked, Consumer<Throwable> failures)
    {
        this.asked = asked;
        this.failures = failures;
    }

    @Override
    public NamedList<Object> request(SolrRequest<?> request, String collection) throws SolrServerException, IOException
    {
        try {
            return this.asked.get().request(request, collection);
        } catch (SolrServerException | IOException | RuntimeException e) {
            if (!isWrongQuestion(request, e)) {
                this.failures.accept(e);
            }
            throw e;
        } catch (VirtualMachineError | AssertionError e) {
            // A file that became shorter while it was mapped into memory, a length read from garbage, Lucene's own checks.
            this.failures.accept(e);
            throw new SolrServerException(e);
        }
    }

    /** Somebody made a cursor up, or the like. */
    private static boolean isWrongQuestion(SolrRequest<?> request, Exception failure)
    {
        return !(request instanceof UpdateRequest) && failure instanceof SolrException refused
            && refused.code() < SERVER_ERROR;
    }

    @Override
    public void close()
    {
        // The client that is asked is the binding's.
    }
}
