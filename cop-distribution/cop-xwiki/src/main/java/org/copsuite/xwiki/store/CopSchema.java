/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.schema.AnalyzerDefinition;
import org.apache.solr.client.solrj.request.schema.FieldTypeDefinition;
import org.apache.solr.client.solrj.request.schema.SchemaRequest;
import org.copsuite.knowledge.IndexFields;
import org.xwiki.search.solr.SolrException;

/**
 * Writes the fields of the index through Solr's schema API. The types of strings, numbers and truth values are those
 * that XWiki gives each core.
 */
final class CopSchema
{
    private static final String NAME = "name";

    private static final List<String> FILTERS =
        List.of("lowercase", "asciiFolding", "englishPossessive", "englishMinimalStem");

    private final SolrClient client;

    CopSchema(SolrClient client)
    {
        this.client = client;
    }

    /**
     * @param types the field types that there are
     * @param fields the fields that there are
     * @throws SolrException if Solr refuses
     */
    void write(Set<String> types, Set<String> fields) throws SolrException
    {
        FieldTypeDefinition text = text();
        send(types.contains(IndexFields.TEXT) ? new SchemaRequest.ReplaceFieldType(text)
            : new SchemaRequest.AddFieldType(text));
        for (IndexFields.Field field : IndexFields.all()) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put(NAME, field.name());
            attributes.put("type", field.type());
            attributes.put("indexed", true);
            attributes.put("stored", field.stored());
            attributes.put("multiValued", field.many());
            if (field.offsets()) {
                attributes.put("storeOffsetsWithPositions", true);
            }
            send(fields.contains(field.name()) ? new SchemaRequest.ReplaceField(attributes)
                : new SchemaRequest.AddField(attributes));
        }
    }

    /** Empties the index. */
    void clear() throws SolrException
    {
        try {
            this.client.deleteByQuery("*:*");
            this.client.commit();
        } catch (SolrServerException | IOException e) {
            throw new SolrException("The suite's index could not be emptied.", e);
        }
    }

    /** The same analysis as {@code org.copsuite.knowledge.IndexConfiguration} writes into a core's files. */
    private static FieldTypeDefinition text()
    {
        AnalyzerDefinition analyzer = new AnalyzerDefinition();
        analyzer.setTokenizer(Map.of(NAME, "standard"));
        analyzer.setFilters(FILTERS.stream().map(filter -> Map.<String, Object>of(NAME, filter)).toList());
        FieldTypeDefinition definition = new FieldTypeDefinition();
        definition.setAttributes(Map.of(NAME, IndexFields.TEXT, "class", "solr.TextField", "positionIncrementGap", "100"));
        definition.setAnalyzer(analyzer);
        return definition;
    }

    private void send(SchemaRequest.Update change) throws SolrException
    {
        try {
            change.process(this.client);
        } catch (SolrServerException | IOException | org.apache.solr.common.SolrException e) {
            throw new SolrException("The fields of the suite's index could not be written.", e);
        }
    }
}
