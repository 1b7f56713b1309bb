/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.TotalHits;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.common.util.NamedList;
import org.apache.solr.core.SolrCore;
import org.apache.solr.request.LocalSolrQueryRequest;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.request.SolrRequestInfo;
import org.apache.solr.response.BinaryResponseWriter;
import org.apache.solr.response.DocsStreamer;
import org.apache.solr.response.ResultContext;
import org.apache.solr.response.SolrQueryResponse;
import org.apache.solr.schema.IndexSchema;

/**
 * Runs a query in this process. Unlike Solr's own client for a core in the same process, it does not encode the
 * documents of the response and decode them again, which are most of it.
 */
final class DirectQuery
{
    private static final String HANDLER = "/select";

    private static final String RESPONSE = "response";

    private DirectQuery()
    {
    }

    /**
     * @param core the core
     * @param params the query
     * @return the response, as Solr's own client returns it
     * @throws SolrServerException if the query fails
     * @throws IOException if the index cannot be read
     */
    static NamedList<Object> run(SolrCore core, SolrParams params) throws SolrServerException, IOException
    {
        try (SolrQueryRequest request = new LocalSolrQueryRequest(core, params)) {
            SolrQueryResponse response = new SolrQueryResponse();
            SolrRequestInfo.setRequestInfo(new SolrRequestInfo(request, response));
            try {
                core.execute(core.getRequestHandler(HANDLER), request, response);
                check(response.getException());
                Object documents = response.getValues().remove(RESPONSE);
                NamedList<Object> result = BinaryResponseWriter.getParsedResponse(request, response);
                result.add(RESPONSE, documents instanceof ResultContext found ? read(found, request.getSchema()) : documents);
                return result;
            } catch (SolrException e) {
                throw e;
            } catch (RuntimeException e) {
                throw new SolrServerException(e);
            } finally {
                SolrRequestInfo.clearRequestInfo();
            }
        }
    }

    private static void check(Exception failure) throws SolrServerException, IOException
    {
        if (failure instanceof SolrException refused) {
            throw refused;
        } else if (failure instanceof IOException broken) {
            throw broken;
        } else if (failure != null) {
            throw new SolrServerException(failure);
        }
    }

    private static SolrDocumentList read(ResultContext found, IndexSchema schema)
    {
        SolrDocumentList documents = new SolrDocumentList();
        documents.setNumFound(found.getDocList().matches());
        documents.setNumFoundExact(found.getDocList().hitCountRelation() == TotalHits.Relation.EQUAL_TO);
        documents.setStart(found.getDocList().offset());
        documents.setMaxScore(found.wantsScores() ? found.getDocList().maxScore() : null);
        for (Iterator<SolrDocument> each = found.getProcessedDocuments(); each.hasNext();) {
            SolrDocument document = each.next();
            for (Map.Entry<String, Object> field : document) {
                field.setValue(value(field.getValue(), schema));
            }
            documents.add(document);
        }
        return documents;
    }

    private static Object value(Object stored, IndexSchema schema)
    {
        if (stored instanceof Collection<?> several) {
            return several.stream().map(one -> value(one, schema)).toList();
        }
        return stored instanceof IndexableField field
            ? DocsStreamer.getValue(schema.getFieldOrNull(field.name()), field) : stored;
    }
}
