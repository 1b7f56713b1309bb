/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.io.IOException;
import java.util.List;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

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
 * Stores the checkpoint of the index as a document in the index, with the sequence and the time of an entry. The time
 * detects an index of another ledger, for example after a restore of the database without the index: such an index is
 * emptied and rebuilt. The document also names the sources that the index covers: an index that lacks a source is
 * written again.
 */
@Component(roles = IndexCheckpoint.class)
@Singleton
public class IndexCheckpoint
{
    /** The id of the document, and its field with the sequence. */
    static final String POSITION = "position";

    private static final String KIND = "kind";

    private static final String DONE = "created";

    private static final String COVERED = "sources";

    @Inject
    private IndexRepair index;

    @Inject
    private Ledger ledger;

    @Inject
    private SearchSources sources;

    @Inject
    private Logger logger;

    /** The sources that the index covers; a source that an extension brings later joins at the next start. */
    private volatile Set<String> covered = Set.of();

    /** @return the sequence of the last entry that the index has processed; 0 if the index has to be built */
    long read() throws IOException, SolrServerException
    {
        this.covered = Set.copyOf(this.sources.types());
        SolrClient client = this.index.client();
        List<SolrDocument> found = client.query(new SolrQuery("{!term f=id}" + POSITION)).getResults();
        if (found.isEmpty()) {
            return 0;
        }
        long sequence = ((Number) found.get(0).getFieldValue(POSITION)).longValue();
        if (isOfThisLedger(sequence, (Number) found.get(0).getFieldValue(DONE))) {
            return covers(found.get(0)) ? sequence : 0;
        }
        this.logger.warn("The index belongs to another ledger, as after a restore; it is emptied and rebuilt.");
        client.deleteByQuery("*:*");
        client.commit();
        return 0;
    }

    private boolean covers(SolrDocument document)
    {
        Collection<Object> known = document.getFieldValues(COVERED);
        boolean covers = known != null && known.containsAll(this.covered);
        if (!covers) {
            this.logger.info("The index holds {} of the sources {}; it is written again.", known, this.covered);
        }
        return covers;
    }

    /**
     * If the time is unknown, the sequence decides alone: a deleted wiki has no entry any more, and an older index
     * stored no time.
     */
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

    /** @param sequence the sequence of the last entry that the index has processed; visible after the next commit */
    void write(long sequence) throws IOException, SolrServerException
    {
        SolrInputDocument document = new SolrInputDocument();
        document.addField("id", POSITION);
        document.addField(KIND, POSITION);
        document.addField(POSITION, sequence);
        document.addField(COVERED, this.covered);
        done(sequence).ifPresent(time -> document.addField(DONE, time));
        this.index.client().add(document);
    }
}
