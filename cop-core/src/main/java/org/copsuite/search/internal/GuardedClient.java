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

/** Delegates to another client and reports each failure that a damaged index may have caused. */
final class GuardedClient extends SolrClient
{
    private static final long serialVersionUID = 1L;

    private static final int SERVER_ERROR = 500;

    private final transient Supplier<SolrClient> delegate;

    private final transient Consumer<Throwable> failures;

    /**
     * @param delegate supplies the client
     * @param failures receives the failures
     */
    GuardedClient(Supplier<SolrClient> delegate, Consumer<Throwable> failures)
    {
        this.delegate = delegate;
        this.failures = failures;
    }

    @Override
    public NamedList<Object> request(SolrRequest<?> request, String collection) throws SolrServerException, IOException
    {
        try {
            return this.delegate.get().request(request, collection);
        } catch (SolrServerException | IOException | RuntimeException e) {
            if (!isWrongQuestion(request, e)) {
                this.failures.accept(e);
            }
            throw e;
        } catch (VirtualMachineError | AssertionError e) {
            // The causes: a file that was truncated while mapped into memory, a corrupt length, Lucene's own
            // assertions.
            this.failures.accept(e);
            throw new SolrServerException(e);
        }
    }

    /** Returns whether the request caused the failure, for example with a forged cursor. */
    private static boolean isWrongQuestion(SolrRequest<?> request, Exception failure)
    {
        return !(request instanceof UpdateRequest) && failure instanceof SolrException refused
            && refused.code() < SERVER_ERROR;
    }

    @Override
    public void close()
    {
        // The binding owns and closes the client.
    }
}
