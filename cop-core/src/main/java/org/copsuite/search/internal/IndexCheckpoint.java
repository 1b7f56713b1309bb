/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrInputDocument;
import org.copsuite.ledger.Ledger;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/**
 * How far along the ledger the index is: a document of the index, with the place of a row and when that was done. So an
 * index is known that was made from another ledger, as where a database was restored and the index was not: it is
 * emptied, and made again.
 */
@Component(roles = IndexCheckpoint.class)
@Singleton
public class IndexCheckpoint
{
    /** The id of the document, and its field with the place. */
    static final String POSITION = "position";

    private static final String KIND = "kind";

    private static final String DONE = "created";

    @Inject
    private IndexRepair index;

    @Inject
    private Ledger ledger;

    @Inject
    private Logger logger;

    /** @return the place of the last row that the index has taken, 0 where it has to be made */
    long read() throws IOException, SolrServerException
    {
        SolrClient client = this.index.client();
        List<SolrDocument> found = client.query(new SolrQuery("{!term f=id}" + POSITION)).getResults();
        if (found.isEmpty()) {
            return 0;
        }
        long sequence = ((Number) found.get(0).getFieldValue(POSITION)).longValue();
        if (isOfThisLedger(sequence, (Number) found.get(0).getFieldValue(DONE))) {
            return sequence;
        }
        this.logger.warn("The index was made from another ledger, as before a restore. It is made again.");
        client.deleteByQuery("*:*");
        client.commit();
        return 0;
    }

    /** The row may be gone with its wiki, and an index of before said no time: then the place must do. */
    private boolean isOfThisLedger(long sequence, Number done)
    {
        return sequence <= this.ledger.head()
            && (done == null || done(sequence).filter(time -> time != done.longValue()).isEmpty());
    }

    private Optional<Long> done(long sequence)
    {
        return this.ledger.after(sequence - 1, 1).stream().filter(entry -> entry.getSequence() == sequence)
            .map(entry -> entry.getAt().toEpochMilli()).findFirst();
    }

    /**
     * @param sequence the last row that the index has taken; seen after the next commit
     */
    void write(long sequence) throws IOException, SolrServerException
    {
        SolrInputDocument document = new SolrInputDocument();
        document.addField("id", POSITION);
        document.addField(KIND, POSITION);
        document.addField(POSITION, sequence);
        done(sequence).ifPresent(time -> document.addField(DONE, time));
        this.index.client().add(document);
    }
}
