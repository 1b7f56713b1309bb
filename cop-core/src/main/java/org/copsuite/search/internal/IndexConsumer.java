/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrDocument;
import org.copsuite.BackgroundWork;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.SearchSource;
import org.copsuite.wiki.WikiId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

/**
 * Keeps the index up to date with the ledger. The checkpoint is a document of the index, written after the documents of
 * the entries before it: after a crash, the checkpoint is never ahead of the other documents.
 * <p>
 * If the lag is large, as after an import or with a new index, entries are not processed one by one: all things are
 * written once from their sources, and the new checkpoint is the head of the ledger before the writing starts.
 */
@Component
@Named(IndexConsumer.NAME)
@Singleton
public class IndexConsumer implements LedgerConsumer, Disposable
{
    /** The name of this consumer. */
    static final String NAME = "index";

    /** If the lag exceeds this number of entries and the number of things, all things are written at once. */
    private static final long FAR_BEHIND = 5_000;

    /**
     * The maximum number of entries without effect that may be processed again after a crash; saves a write for each
     * vote.
     */
    private static final long UNWRITTEN = 2_000;

    /** The minimum time between commits in milliseconds: under load, several entries share one commit. */
    private static final long BETWEEN_COMMITS = 250;

    @Inject
    private IndexRepair index;

    @Inject
    private IndexState state;

    @Inject
    private Indexer indexer;

    @Inject
    private IndexCheckpoint checkpointStore;

    @Inject
    private Ledger ledger;

    @Inject
    private SearchSources sources;

    @Inject
    private Logger logger;

    private final BackgroundWork writer = new BackgroundWork("cop-index-consumer");

    /** The sequence of the last processed entry; -1 before it is read from the index. */
    private long checkpoint = -1;

    /** The generation of the index to which the checkpoint belongs. */
    private int generation;

    private long savedCheckpoint;

    private long committed;

    @Override
    public String name()
    {
        return NAME;
    }

    @Override
    public synchronized long checkpoint()
    {
        int now = this.state.generation();
        if (this.checkpoint < 0 || this.generation != now) {
            this.checkpoint = -1;
            this.generation = now;
            this.checkpoint = checkpointStore();
            this.savedCheckpoint = this.checkpoint;
            this.state.reach(now, this.checkpoint);
        }
        return this.checkpoint;
    }

    @Override
    public boolean isReady()
    {
        return this.index.probe() == null;
    }

    @Override
    public void skip(LedgerEntry entry) throws Exception
    {
        this.writer.run(() -> {
            passOver(entry.getSequence());
            return null;
        });
    }

    private synchronized void passOver(long sequence) throws Exception
    {
        if (sequence > checkpoint()) {
            saveCheckpoint(sequence, true);
        }
    }

    @Override
    public void flush() throws Exception
    {
        if (!this.writer.isClosed()) {
            this.writer.run(() -> {
                this.indexer.settle();
                return null;
            });
        }
    }

    /** Reads the checkpoint from the index again at the next call, as after a crash. */
    synchronized void forgetCheckpoint()
    {
        this.checkpoint = -1;
    }

    private long checkpointStore()
    {
        try {
            this.index.watch();
            long sequence = this.checkpointStore.read();
            this.indexer.resume();
            return sequence;
        } catch (SolrServerException | IOException e) {
            throw new IllegalStateException("Failed to read the checkpoint of the index.", e);
        }
    }

    @Override
    public void consume(List<LedgerEntry> entries) throws Exception
    {
        this.writer.run(() -> {
            consumeAll(entries);
            return null;
        });
    }

    @Override
    public void dispose()
    {
        this.writer.close();
    }

    private synchronized void consumeAll(List<LedgerEntry> entries) throws Exception
    {
        long last = checkpoint();
        List<LedgerEntry> further = entries.stream().filter(entry -> entry.getSequence() > last).toList();
        if (further.isEmpty()) {
            return;
        }
        long head = this.ledger.head();
        if (head - this.checkpoint > FAR_BEHIND && head - this.checkpoint > things()) {
            if (writeAll()) {
                saveCheckpoint(head, true);
            }
        } else {
            boolean changed = write(further);
            saveCheckpoint(further.get(further.size() - 1).getSequence(), changed);
        }
    }

    private boolean write(List<LedgerEntry> entries) throws IOException, SolrServerException
    {
        boolean changed = false;
        for (SearchSource source : this.sources.all()) {
            Map<WikiId, Set<UUID>> subjects = subjects(source, entries);
            for (Map.Entry<WikiId, Set<UUID>> some : subjects.entrySet()) {
                this.indexer.refresh(source, some.getKey(), source.changed(some.getKey(), some.getValue()));
            }
            changed |= !subjects.isEmpty();
        }
        return changed;
    }

    /** Returns the subjects of the entries that change documents of a source, by wiki. */
    private static Map<WikiId, Set<UUID>> subjects(SearchSource source, List<LedgerEntry> entries)
    {
        Set<String> acts = source.acts().stream().map(ActType::name).collect(Collectors.toSet());
        Map<WikiId, Set<UUID>> subjects = new HashMap<>();
        for (LedgerEntry entry : entries) {
            if (acts.contains(entry.is(ActType.REVERSED) ? entry.detail(ActType.REVERSED) : entry.getActName())) {
                subjects.computeIfAbsent(entry.getWiki(), wiki -> new HashSet<>()).add(entry.getSubject());
            }
        }
        return subjects;
    }

    /**
     * @return whether all things are written; false if this consumer is disposed meanwhile, and then the next start
     *         begins again
     */
    private boolean writeAll() throws Exception
    {
        List<WikiId> wikis = this.sources.all().stream().flatMap(source -> source.wikis().stream()).distinct()
            .sorted(Comparator.comparing(WikiId::value)).toList();
        this.logger.info("The index is far behind the ledger; writing everything of {}.", wikis);
        for (WikiId wiki : wikis) {
            if (!this.indexer.refreshAll(wiki, this.writer::isClosed)) {
                return false;
            }
            for (SearchSource source : this.sources.all()) {
                purge(source, wiki);
            }
        }
        return true;
    }

    /** Removes deleted things: those in the index that the source does not have. */
    private void purge(SearchSource source, WikiId wiki) throws IOException, SolrServerException
    {
        String last = "";
        List<UUID> ids = indexed(source, wiki, last);
        while (!ids.isEmpty()) {
            Set<UUID> gone = new HashSet<>(ids);
            source.documents(wiki, ids).forEach(document -> gone.remove(document.id()));
            this.indexer.refresh(source, wiki, gone);
            last = ids.get(ids.size() - 1).toString();
            ids = indexed(source, wiki, last);
        }
    }

    private List<UUID> indexed(SearchSource source, WikiId wiki, String after) throws IOException, SolrServerException
    {
        SolrQuery query = new SolrQuery("*:*");
        query.addFilterQuery("{!term f=wiki v=$wiki}", "{!term f=kind}" + source.type(), after.isEmpty() ? "id:*"
            : "{!cache=false}id:{\"" + Indexer.documentId(source.type(), after) + "\" TO *}");
        query.set("wiki", wiki.value());
        query.setFields("id").setSort("id", SolrQuery.ORDER.asc).setRows(Indexer.BATCH);
        List<UUID> ids = new ArrayList<>();
        for (SolrDocument document : this.index.client().query(query).getResults()) {
            ids.add(Indexer.idOf((String) document.getFieldValue("id")));
        }
        return ids;
    }

    private long things()
    {
        return this.sources.all().stream()
            .mapToLong(source -> source.wikis().stream().mapToLong(source::count).sum()).sum();
    }

    private void saveCheckpoint(long sequence, boolean changed) throws Exception
    {
        if (changed || sequence - this.savedCheckpoint > UNWRITTEN) {
            this.state.write(this.generation, () -> this.checkpointStore.write(sequence));
            this.savedCheckpoint = sequence;
            long early = this.committed + BETWEEN_COMMITS - System.currentTimeMillis();
            if (early > 0 && early <= BETWEEN_COMMITS) {
                Thread.sleep(early);
            }
            this.indexer.commit(false);
            this.committed = System.currentTimeMillis();
        }
        this.checkpoint = sequence;
        this.state.reach(this.generation, sequence);
    }
}
