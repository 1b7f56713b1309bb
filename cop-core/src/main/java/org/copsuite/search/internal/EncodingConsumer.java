/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.job.Jobs;
import org.copsuite.ledger.AbstractCheckpointedConsumer;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.search.internal.TextEncoder.Changes;
import org.copsuite.spi.Encoder;
import org.copsuite.spi.SearchSource;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Encodes texts after they were written. If the lag is large, as during an import, the {@link EncodeJob} encodes them
 * instead, with progress. Without an encoder it does nothing, and removes the mark of the wiki, so that the job runs when
 * there is an encoder again.
 */
@Component
@Named(EncodingConsumer.NAME)
@Singleton
public class EncodingConsumer extends AbstractCheckpointedConsumer
{
    /** The name of this consumer. */
    static final String NAME = "vectors";

    /** If more entries wait, the job encodes what they changed. */
    private static final long FAR_BEHIND = 200;

    @Inject
    private Encoders encoders;

    @Inject
    private TextEncoder texts;

    @Inject
    private SearchSources sources;

    @Inject
    private Vectors vectors;

    @Inject
    private Ledger ledger;

    @Inject
    private Provider<Jobs> jobs;

    /** The entries up to this sequence are left to the job, by wiki. Used by the worker thread only, as the next one. */
    private final Map<WikiId, Long> left = new HashMap<>();

    private final Set<WikiId> incomplete = new HashSet<>();

    /** Creates the consumer. */
    public EncodingConsumer()
    {
        super(NAME);
    }

    /** The job encodes what is there already. */
    @Override
    protected long initialCheckpoint()
    {
        return this.ledger.head();
    }

    @Override
    protected boolean process(LedgerEntry entry)
    {
        WikiId wiki = entry.getWiki();
        String act = entry.is(ActType.REVERSED) ? entry.detail(ActType.REVERSED) : entry.getActName();
        boolean concerned = false;
        for (SearchSource source : this.sources.all()) {
            if (source.acts().stream().anyMatch(type -> type.name().equals(act))) {
                Optional<Encoder> encoder = this.encoders.current();
                if (encoder.isEmpty()) {
                    if (this.incomplete.add(wiki)) {
                        this.vectors.incomplete(wiki);
                    }
                    return false;
                }
                this.incomplete.remove(wiki);
                if (isLeft(wiki, entry.getSequence())) {
                    return concerned;
                }
                concerned |= encode(encoder.get(), source, entry);
            }
        }
        return concerned;
    }

    private boolean isLeft(WikiId wiki, long sequence)
    {
        if (sequence <= this.left.getOrDefault(wiki, 0L)) {
            return true;
        }
        long head = this.ledger.head();
        if (head - sequence <= FAR_BEHIND) {
            return false;
        }
        this.jobs.get().require(wiki, EncodeJob.NAME, "");
        this.left.put(wiki, head);
        return true;
    }

    private boolean encode(Encoder encoder, SearchSource source, LedgerEntry entry)
    {
        Changes changes = this.texts.changes(encoder, source, entry.getWiki(),
            source.changed(entry.getWiki(), Set.of(entry.getSubject())));
        if (!changes.isEmpty()) {
            this.ledger.write(tx -> changes.write(tx.session()));
        }
        return !changes.isEmpty();
    }
}
