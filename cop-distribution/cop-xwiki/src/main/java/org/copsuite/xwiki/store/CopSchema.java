/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.schema.AnalyzerDefinition;
import org.apache.solr.client.solrj.request.schema.FieldTypeDefinition;
import org.apache.solr.client.solrj.request.schema.SchemaRequest;
import org.copsuite.search.IndexFields;
import org.xwiki.search.solr.SolrException;

/**
 * Writes the fields of the index through Solr's schema API. XWiki defines the field types for strings, numbers and
 * booleans in each core.
 */
final class CopSchema
{
    private static final String NAME = "name";

    private static final String CLASS = "class";

    private final SolrClient client;

    private final String core;

    /**
     * @param client a client of the core
     * @param core the name of the core in Solr
     */
    CopSchema(SolrClient client, String core)
    {
        this.client = client;
        this.core = core;
    }

    /**
     * Writes all fields in one request, since Solr reloads the core after each.
     *
     * @param types the names of the existing field types
     * @param fields the names of the existing fields
     * @throws SolrException if Solr refuses, or is still replaying its log after a minute
     */
    void write(Set<String> types, Set<String> fields) throws SolrException
    {
        List<SchemaRequest.Update> changes = new ArrayList<>();
        for (IndexFields.Type type : IndexFields.types()) {
            FieldTypeDefinition definition = definition(type);
            changes.add(types.contains(type.name()) ? new SchemaRequest.ReplaceFieldType(definition)
                : new SchemaRequest.AddFieldType(definition));
        }
        for (IndexFields.Field field : IndexFields.all()) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put(NAME, field.name());
            attributes.put("type", field.type());
            attributes.put("indexed", field.indexed());
            attributes.put("stored", field.stored());
            attributes.put("multiValued", field.many());
            changes.add(fields.contains(field.name()) ? new SchemaRequest.ReplaceField(attributes)
                : new SchemaRequest.AddField(attributes));
        }
        new LogReplay(this.client, this.core).await();
        send(new SchemaRequest.MultiUpdate(changes));
    }

    /**
     * Deletes all documents.
     *
     * @throws SolrException if Solr fails
     */
    void clear() throws SolrException
    {
        try {
            this.client.deleteByQuery("*:*");
            this.client.commit();
        } catch (SolrServerException | IOException e) {
            throw new SolrException("Failed to empty the index.", e);
        }
    }

    private static FieldTypeDefinition definition(IndexFields.Type type)
    {
        AnalyzerDefinition analyzer = new AnalyzerDefinition();
        analyzer.setTokenizer(Map.of(NAME, type.tokenizer()));
        analyzer.setFilters(type.filters().stream().map(filter -> Map.<String, Object>of(NAME, filter)).toList());
        Map<String, Object> attributes = new LinkedHashMap<>(type.attributes());
        attributes.put(NAME, type.name());
        attributes.put(CLASS, "solr.TextField");
        FieldTypeDefinition definition = new FieldTypeDefinition();
        definition.setAttributes(attributes);
        definition.setAnalyzer(analyzer);
        if (!type.bm25().isEmpty()) {
            Map<String, Object> similarity = new LinkedHashMap<>(type.bm25());
            similarity.put(CLASS, "solr.BM25SimilarityFactory");
            definition.setSimilarity(similarity);
        }
        return definition;
    }

    private void send(SchemaRequest.Update change) throws SolrException
    {
        try {
            change.process(this.client);
        } catch (SolrServerException | IOException | org.apache.solr.common.SolrException e) {
            throw new SolrException("Failed to write the fields of the index.", e);
        }
    }
}
