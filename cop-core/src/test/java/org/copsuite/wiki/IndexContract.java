/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrInputDocument;
import org.assertj.core.data.Offset;
import org.copsuite.search.IndexFields;
import org.junit.jupiter.api.Test;

/** The contract of {@link Index}, tested on every binding. */
public abstract class IndexContract
{
    /** @return the binding under test */
    protected abstract Index index();

    private final String id = "contract-" + UUID.randomUUID();

    @Test
    void keepsAndFindsADocument() throws SolrServerException, IOException
    {
        SolrInputDocument document = new SolrInputDocument();
        document.setField("id", this.id);
        document.setField("kind", this.id);
        document.setField("title", "Caf\u00E9s with espresso machines");
        document.setField("tags", List.of("coffee", "hot drinks"));
        document.setField("created", 5_000_000_000L);
        document.setField("own_rights", false);
        index().client().add(document);
        index().client().commit();

        assertThat(count("+kind:\"" + this.id + "\" +title:(cafe machine)")).isEqualTo(1);
        assertThat(count("+kind:\"" + this.id + "\" +tags:\"hot drinks\" +own_rights:false")).isEqualTo(1);
        assertThat(count("+kind:\"" + this.id + "\" +created:[5000000000 TO *]")).isEqualTo(1);
        assertThat(count("+kind:\"" + this.id + "\" +title:tea")).isZero();
        index().client().deleteById(this.id);
        index().client().commit();
        assertThat(count("kind:\"" + this.id + '"')).isZero();
    }

    /**
     * Scores must come from the stored frequencies alone, and must not depend on the length of other people's texts.
     */
    @Test
    void scoresFrequenciesAsTheyAreWritten() throws SolrServerException, IOException
    {
        for (int frequency : List.of(1, 4, 64)) {
            SolrInputDocument document = new SolrInputDocument();
            document.setField("id", this.id + frequency);
            document.setField("kind", this.id);
            document.setField("text_words", "* brioche|" + frequency + " butter|" + 100 * frequency);
            index().client().add(document);
        }
        index().client().commit();

        SolrQuery query = new SolrQuery("text_words:brioche").setFields("id", "score").addFilterQuery("kind:\"" + this.id + '"');
        List<Float> scores = index().client().query(query).getResults().stream()
            .map(found -> (Float) found.getFieldValue("score")).toList();
        assertThat(scores).hasSize(3);
        double saturation = IndexFields.SATURATION * IndexFields.UNIT;
        assertThat(scores.get(0) / scores.get(2)).isCloseTo((float) (64 / (64 + saturation) * (1 + saturation)),
            Offset.offset(0.01f));
        index().client().deleteByQuery("kind:\"" + this.id + '"');
        index().client().commit();
    }

    private long count(String query) throws SolrServerException, IOException
    {
        return index().client().query(new SolrQuery(query)).getResults().getNumFound();
    }

    @Test
    void knowsEveryField() throws SolrServerException, IOException
    {
        for (IndexFields.Field field : IndexFields.all().stream().filter(IndexFields.Field::indexed).toList()) {
            assertThat(count(field.name() + ":[* TO *]")).as(field.name()).isNotNegative();
        }
    }

    @Test
    void givesOneClient()
    {
        assertThat(index().client()).isSameAs(index().client());
    }
}
