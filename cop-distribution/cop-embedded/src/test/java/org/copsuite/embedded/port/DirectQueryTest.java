/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.core.SolrCore;
import org.copsuite.search.IndexConfiguration;
import org.copsuite.search.IndexFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Compares the response with that of Solr's own client. */
class DirectQueryTest
{
    @TempDir
    private Path home;

    private static SolrInputDocument document(String id, long created)
    {
        SolrInputDocument document = new SolrInputDocument();
        document.addField("id", id);
        document.addField("kind", "question");
        document.addField("own_rights", created % 2 == 0);
        document.addField("created", created);
        document.addField("title", "A <brioche> in the oven \uD83C\uDF5E");
        document.addField("excerpt", "It is pale. " + "Butter. ".repeat(10));
        document.addField("text_words", "* brioche|" + created + " oven|7");
        document.addField("sources", List.of("one", "two"));
        return document;
    }

    private static List<Map<String, Object>> fields(QueryResponse response)
    {
        List<Map<String, Object>> all = new ArrayList<>();
        response.getResults().forEach(document -> {
            Map<String, Object> fields = new TreeMap<>();
            document.forEach(field -> fields.put(field.getKey(), field.getValue()));
            all.add(fields);
        });
        return all;
    }

    @Test
    void theResponseEqualsThatOfSolrsOwnClient() throws Exception
    {
        IndexConfiguration.write(this.home);
        try (EmbeddedSolrServer server = new EmbeddedSolrServer(this.home, IndexFields.CORE);
            SolrCore core = server.getCoreContainer().getCore(IndexFields.CORE))
        {
            server.add(List.of(document("q:1", 17), document("q:2", 18), document("q:3", 19)));
            server.commit();

            for (SolrQuery query : List.of(
                new SolrQuery("text_words:brioche").setSort("score", SolrQuery.ORDER.desc).addSort("id", SolrQuery.ORDER.asc)
                    .setRows(2).setParam("cursorMark", "*"),
                new SolrQuery("text_words:brioche").setFields("id", "score", "excerpt", "own_rights", "created", "sources")
                    .addFacetQuery("created:18").addFacetField("kind"),
                new SolrQuery("text_words:nothing"),
                new SolrQuery("*:*").setRows(0).setTerms(true).addTermsField("text_words").setParam("terms.list", "*,oven")
                    .setParam("json.facet", "{a:{type:terms,field:kind,facet:{m:'max(created)'}}}")))
            {
                QueryResponse expected = server.query(query);
                QueryResponse actual = new QueryResponse(DirectQuery.run(core, query), server);

                assertThat(fields(actual)).as(query.toString()).isEqualTo(fields(expected));
                assertThat(actual.getResults().getNumFound()).isEqualTo(expected.getResults().getNumFound());
                assertThat(actual.getResults().getMaxScore()).isEqualTo(expected.getResults().getMaxScore());
                assertThat(actual.getNextCursorMark()).isEqualTo(expected.getNextCursorMark());
                for (String part : List.of("facet_counts", "facets", "terms")) {
                    assertThat(String.valueOf(actual.getResponse().get(part)))
                        .isEqualTo(String.valueOf(expected.getResponse().get(part)));
                }
            }
            assertThatThrownBy(() -> DirectQuery.run(core, new SolrQuery("nofield:x"))).isInstanceOf(SolrException.class);
        }
    }
}
