/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.util.NamedList;
import org.copsuite.search.IndexFields;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** The fields that the suite asks Solr for. */
class CopSchemaTest
{
    private final SolrClient client = mock(SolrClient.class);

    private final List<String> sent = new ArrayList<>();

    private final List<String> written = new ArrayList<>();

    private int requests;

    @BeforeEach
    void answer() throws Exception
    {
        when(this.client.request(any(SolrRequest.class), any())).thenAnswer(call -> {
            this.requests++;
            written(call.getArgument(0));
            return new NamedList<>();
        });
    }

    @Test
    void addsEveryField() throws Exception
    {
        new CopSchema(this.client, IndexFields.CORE).write(Set.of("string"), Set.of("id"));

        assertThat(this.sent).hasSize(IndexFields.all().size() + IndexFields.types().size()).contains("add-field-type")
            .doesNotContain("replace-field");
        assertThat(this.requests).as("each request opens the core again").isEqualTo(1);
    }

    @Test
    void replacesWhatIsThere() throws Exception
    {
        new CopSchema(this.client, IndexFields.CORE).write(Set.of(IndexFields.TEXT), Set.of("title"));

        assertThat(this.sent).contains("replace-field-type").containsOnlyOnce("replace-field");
    }

    /** The same types as the embedded wiki's core has: words with their frequencies, which the length does not touch. */
    @Test
    void writesTheTypesOfWords() throws Exception
    {
        new CopSchema(this.client, IndexFields.CORE).write(Set.of("string"), Set.of());

        assertThat(this.written).filteredOn(change -> change.contains("\"name\":\"" + IndexFields.WORDS + '"'))
            .singleElement().asString().contains("delimitedTermFrequency", "\"omitPositions\":\"true\"", "solr.BM25SimilarityFactory",
                "\"b\":0.0", "\"k1\":19.2");
        for (IndexFields.Field field : IndexFields.all()) {
            assertThat(this.written).filteredOn(change -> change.contains("\"name\":\"" + field.name() + '"'))
                .singleElement().asString().contains("\"indexed\":" + field.indexed(), "\"type\":\"" + field.type() + '"');
        }
    }

    /** One request holds many changes, some under the same name: {@code {"add-field": {...}, "add-field": {...}}}. */
    private void written(SolrRequest<?> request) throws IOException
    {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        request.getContentWriter(null).write(body);
        try (JsonParser json = new ObjectMapper().createParser(body.toString(StandardCharsets.UTF_8))) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                this.sent.add(json.getCurrentName());
                json.nextToken();
                this.written.add(json.readValueAsTree().toString());
            }
        }
    }

    @Test
    void emptiesTheIndex() throws Exception
    {
        new CopSchema(this.client, IndexFields.CORE).clear();

        verify(this.client).deleteByQuery("*:*");
        verify(this.client).commit();
    }

    @Test
    void tellsThatSolrRefused() throws Exception
    {
        when(this.client.request(any(SolrRequest.class), any()))
            .thenThrow(new SolrException(SolrException.ErrorCode.BAD_REQUEST, "no"));

        assertThatThrownBy(() -> new CopSchema(this.client, IndexFields.CORE).write(Set.of(), Set.of()))
            .isInstanceOf(org.xwiki.search.solr.SolrException.class);
    }
}
