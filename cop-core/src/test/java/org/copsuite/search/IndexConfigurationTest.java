/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search;

import java.nio.file.Path;
import java.util.List;

import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.common.SolrInputDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class IndexConfigurationTest
{
    @Test
    void aCoreMadeOfItTakesEveryFieldAndKeepsItsDocuments(@TempDir Path home) throws Exception
    {
        try (EmbeddedIndex index = new EmbeddedIndex(home)) {
            SolrInputDocument document = new SolrInputDocument();
            document.addField("id", "q:1");
            for (IndexFields.Field field : IndexFields.all()) {
                document.addField(field.name(), switch (field.type()) {
                    case IndexFields.LONG -> 7L;
                    case IndexFields.BOOLEAN -> true;
                    default -> field.many() ? List.of("Qubits' gates", "Déjà vu") : "Qubits' gates";
                });
            }
            index.client().add(document);
            index.client().commit();
        }
        try (EmbeddedIndex index = new EmbeddedIndex(home)) {
            for (String words : List.of("title:qubit", "part_texts:deja", "more:Qubits'", "text_words:gates",
                "position:7", "tags:\"Déjà vu\"")) {
                assertThat(index.client().query(new SolrQuery(words)).getResults()).as(words).hasSize(1);
            }
            assertThat(index.client().query(new SolrQuery("id:\"q:1\"")).getResults().get(0).getFieldNames())
                .contains("title", "excerpt", "position").doesNotContain("text_words", "part_words", "tag_set", "body");
        }
    }
}
