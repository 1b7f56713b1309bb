/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrInputDocument;
import org.copsuite.BackgroundWork;
import org.copsuite.job.Jobs;
import org.copsuite.search.IndexFields;
import org.copsuite.search.IndexStatus.Progress;
import org.copsuite.spi.SearchDocument;
import org.copsuite.spi.SearchDocument.Part;
import org.copsuite.spi.SearchSource;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;
import org.xwiki.component.phase.Initializable;

/**
 * Writes the index from the sources. Always writes a thing as a whole, with its parts, so that writing it again changes
 * nothing. Queries {@code Access} for the deciding space when it creates the document.
 */
@Component(roles = Indexer.class)
@Singleton
public class Indexer implements Initializable, Disposable
{
    /** The number of things that are read and written at once. */
    static final int BATCH = 200;

    /** A hard commit and a line in the log follow each time that this number of things is written. */
    private static final int LOGGED = 50 * BATCH;

    /** One in this number of commits is a hard commit: Solr then replays less of its log after a crash. */
    private static final int DURABLE = 20;

    /**
     * The average number of words of titles, texts with all parts, and texts with one part; approximate, and the same for
     * each wiki.
     */
    private static final int TITLE_WORDS = 9;

    private static final int TEXT_WORDS = 480;

    private static final int PART_WORDS = 300;

    /** The number of characters of a text from which snippets can be cut. */
    private static final int EXCERPT = 20_000;

    /** The prefix of the id, before the wiki, and the kind of a document that marks a wiki as being reindexed. */
    private static final String UNFINISHED = "unfinished:";

    /** The field of that document that names the job. */
    private static final String JOB = "item";

    /** An upper bound of the number of wikis in a farm. */
    private static final int WIKIS = 10_000;

    @Inject
    private IndexRepair index;

    @Inject
    private SearchSources sources;

    @Inject
    private Access access;

    @Inject
    private PublicTexts commonTexts;

    @Inject
    private IndexState state;

    @Inject
    private Provider<Jobs> jobs;

    @Inject
    private Logger logger;

    private final BackgroundWork background = new BackgroundWork("cop-index");

    /** The spaces whose rights have changed since the index was written. */
    private final Set<SpaceId> changed = ConcurrentHashMap.newKeySet();

    /** The number of soft commits since the last hard commit. */
    private final AtomicInteger light = new AtomicInteger();

    @Override
    public void initialize()
    {
        this.access.onChange(this::rightsChanged);
    }

    @Override
    public void dispose()
    {
        this.background.close();
        reindexChanged();
        try {
            settle();
        } catch (SolrServerException | IOException | RuntimeException e) {
            this.logger.warn("Failed to commit the index durably: [{}]; Solr replays its log at the next start.",
                e.getClass().getName());
        }
    }

    /** Runs a hard commit if there were soft commits since the last one: the core then has no log to replay. */
    void settle() throws IOException, SolrServerException
    {
        if (this.light.get() > 0) {
            commit(true);
        }
    }

    /**
     * @param document the id of a document of a thing or a part
     * @return the id of the thing or part
     */
    static UUID idOf(String document)
    {
        return UUID.fromString(document.substring(document.indexOf(':') + 1));
    }

    /**
     * @param type the type of a source or of its parts
     * @param id the id of a thing or part, or the start of one
     * @return the id of its document
     */
    static String documentId(String type, Object id)
    {
        return type + ':' + id;
    }

    /**
     * Updates the documents of some things. Synchronised from reading to writing, so that an
     * older text never overwrites a newer one.
     *
     * @param source the source of the things
     * @param wiki the wiki
     * @param ids the things, including deleted ones
     * @throws IOException if Solr does not respond
     * @throws SolrServerException if Solr rejects the request
     */
    synchronized void refresh(SearchSource source, WikiId wiki, Collection<UUID> ids)
        throws IOException, SolrServerException
    {
        List<UUID> all = List.copyOf(new HashSet<>(ids));
        for (int from = 0; from < all.size(); from += BATCH) {
            List<UUID> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            try {
                write(source, wiki, batch);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                writeEach(source, wiki, batch, e);
            }
        }
    }

    /** Writes the things one by one: one whose text cannot be indexed does not block the others. */
    private void writeEach(SearchSource source, WikiId wiki, List<UUID> batch, Throwable failure)
        throws IOException, SolrServerException
    {
        Map<UUID, Throwable> failed = new LinkedHashMap<>();
        for (UUID id : batch.size() == 1 ? List.<UUID>of() : batch) {
            try {
                write(source, wiki, List.of(id));
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                failed.put(id, e);
            }
        }
        if (batch.size() == 1 || failed.size() == batch.size()) {
            // Either all of them fail, so that none of them is the cause, or there is only one to judge by.
            throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
        }
        failed.forEach((id, why) -> this.logger.error(
            "Failed to index [{}] of the wiki [{}]; the search does not find it.", documentId(source.type(), id), wiki,
            why));
    }

    private void write(SearchSource source, WikiId wiki, List<UUID> batch) throws IOException, SolrServerException
    {
        SolrClient client = this.index.client();
        List<SolrInputDocument> documents = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        Set<UUID> missing = new HashSet<>(batch);
        Predicate<SearchDocument> common = this.commonTexts.of(wiki);
        for (SearchDocument text : source.documents(wiki, batch)) {
            missing.remove(text.id());
            documents(source, wiki, text, common.test(text), documents);
            text.deletedParts().forEach(part -> gone.add(documentId(source.partType(), part)));
        }
        for (UUID id : missing) {
            client.deleteByQuery("item:\"" + id + "\" AND wiki:\"" + quoted(wiki) + '"');
        }
        if (!gone.isEmpty()) {
            client.deleteById(gone);
        }
        if (!documents.isEmpty()) {
            client.add(documents);
        }
    }

    /**
     * Makes written documents visible to searches. A soft commit is not durable in every Solr: some cores only log the
     * documents until a hard commit, and replay the whole log when they are opened.
     *
     * @param durable whether to run a hard commit now; otherwise one in {@value #DURABLE} commits is hard
     * @throws IOException if Solr does not respond
     * @throws SolrServerException if Solr rejects the request
     */
    void commit(boolean durable) throws IOException, SolrServerException
    {
        if (durable || this.light.incrementAndGet() >= DURABLE) {
            this.index.client().commit();
            this.light.set(0);
        } else {
            this.index.client().commit(false, true, true);
        }
        this.state.changed();
    }

    /**
     * Writes all things of all sources of a wiki.
     *
     * @param wiki the wiki
     * @param stopped returns true to stop early
     * @return whether all are written
     * @throws IOException if Solr does not respond
     * @throws SolrServerException if Solr rejects the request
     */
    boolean refreshAll(WikiId wiki, BooleanSupplier stopped) throws IOException, SolrServerException
    {
        try {
            return writeAll(wiki, stopped);
        } finally {
            this.state.setProgress(null);
        }
    }

    private boolean writeAll(WikiId wiki, BooleanSupplier stopped) throws IOException, SolrServerException
    {
        List<SearchSource> all = this.sources.all();
        long total = all.stream().mapToLong(source -> source.count(wiki)).sum();
        long done = 0;
        for (SearchSource source : all) {
            List<UUID> batch = source.ids(wiki, null, BATCH);
            while (!batch.isEmpty() && !stopped.getAsBoolean()) {
                this.state.setProgress(new Progress(done, total));
                refresh(source, wiki, batch);
                done += batch.size();
                if (done / LOGGED > (done - batch.size()) / LOGGED) {
                    commit(true);
                    this.logger.info("Indexing [{}]: {} of {}.", wiki, done, total);
                }
                batch = source.ids(wiki, batch.get(batch.size() - 1), BATCH);
            }
        }
        commit(true);
        return !stopped.getAsBoolean();
    }

    /**
     * Removes the documents of a wiki from the index, and marks the wiki as being reindexed until
     * {@link #endReindexing}.
     *
     * @param wiki the wiki
     * @param job the job that reindexes it
     * @throws IOException if Solr does not respond
     * @throws SolrServerException if Solr rejects the request
     */
    void beginReindexing(WikiId wiki, UUID job) throws IOException, SolrServerException
    {
        synchronized (this) {
            this.index.client().deleteByQuery("wiki:\"" + quoted(wiki) + '"');
            SolrInputDocument unfinished = new SolrInputDocument();
            unfinished.addField("id", UNFINISHED + wiki);
            unfinished.addField("kind", UNFINISHED);
            unfinished.addField(JOB, job.toString());
            this.index.client().add(unfinished);
        }
        commit(true);
    }

    /**
     * @param wiki the wiki
     * @param job a job that reindexes it
     * @return whether this index is the one that the job has begun to write; false if it was discarded since then, or if
     *         it is that of another node
     */
    boolean isReindexing(WikiId wiki, UUID job) throws IOException, SolrServerException
    {
        SolrQuery query = new SolrQuery("{!term f=id v=$marker}").setFields(JOB);
        query.set("marker", UNFINISHED + wiki);
        return this.index.client().query(query).getResults().stream()
            .anyMatch(document -> job.toString().equals(document.getFieldValue(JOB)));
    }

    /** Removes the mark of a wiki: all its things are written. */
    void endReindexing(WikiId wiki) throws IOException, SolrServerException
    {
        this.index.client().deleteById(UNFINISHED + wiki);
        commit(true);
    }

    /**
     * Starts the job again for those wikis whose reindexing did not end in this index.
     *
     * @throws IOException if Solr does not respond
     * @throws SolrServerException if Solr rejects the request
     */
    void resume() throws IOException, SolrServerException
    {
        SolrQuery query = new SolrQuery("{!term f=kind}" + UNFINISHED).setFields("id").setRows(WIKIS);
        for (SolrDocument document : this.index.client().query(query).getResults()) {
            WikiId wiki = new WikiId(((String) document.getFieldValue("id")).substring(UNFINISHED.length()));
            this.jobs.get().require(wiki, ReindexJob.NAME, "");
        }
    }

    /** @return whether the indexer is being stopped */
    boolean isClosed()
    {
        return this.background.isClosed();
    }

    /** @return whether no background work is pending */
    boolean isIdle()
    {
        return this.background.isIdle();
    }

    private void rightsChanged(SpaceId space)
    {
        if (this.changed.add(space)) {
            this.background.submit(this::refreshChanged);
        }
    }

    /** Writes what is in all spaces whose rights have changed so far, with one commit. */
    private void refreshChanged() throws IOException, SolrServerException
    {
        List<SpaceId> spaces = List.copyOf(this.changed);
        for (SpaceId space : spaces) {
            if (this.background.isClosed()) {
                // The database is closed soon.
                return;
            }
            // Removed before: a change meanwhile is one more.
            this.changed.remove(space);
            for (SearchSource source : this.sources.all()) {
                refresh(source, space.wiki(), source.in(space));
            }
        }
        if (!spaces.isEmpty()) {
            commit(false);
        }
    }

    /** Has the wikis reindexed after the next start in which rights have changed that the index does not know. */
    private void reindexChanged()
    {
        Set<WikiId> wikis = this.changed.stream().map(SpaceId::wiki).collect(Collectors.toSet());
        for (WikiId wiki : wikis) {
            try {
                this.jobs.get().require(wiki, ReindexJob.NAME, "");
                this.logger.info("Rights of wiki [{}] changed just before the stop; it is reindexed after the next start.",
                    wiki);
            } catch (RuntimeException e) {
                this.logger.warn("Failed to record that rights of wiki [{}] changed just before the stop: [{}]; searches "
                    + "may miss texts until it is reindexed.", wiki, e.getClass().getName());
            }
        }
    }

    private void documents(SearchSource source, WikiId wiki, SearchDocument text, boolean common,
        List<SolrInputDocument> documents)
    {
        String title = IndexedText.oneLine(text.title());
        String body = IndexedText.of(text.body());
        boolean ownRights = this.access.hasOwnRights(text.page());
        SpaceId deciding = this.access.decidingSpace(text.page());
        SolrInputDocument item = document(source.type(), text.id(), wiki, text, text.page(), ownRights);
        item.addField("title", title);
        item.addField("body", body);
        TermBag thread = new TermBag().add(title).add(body);
        StringBuilder excerpt = new StringBuilder(body);
        for (Part part : text.parts()) {
            String words = IndexedText.of(part.body());
            boolean partsOwn = this.access.hasOwnRights(part.page());
            if (!partsOwn && this.access.decidingSpace(part.page()).equals(deciding)) {
                // Otherwise some readers of the thing may not view the part: its words must not contribute to their
                // search.
                thread.add(words);
                item.addField("part_texts", words);
                excerpt.append(excerpt.length() < EXCERPT ? Snippets.POST + words : "");
            }
            SolrInputDocument document =
                document(source.partType(), part.id(), wiki, text, part.page(), ownRights || partsOwn);
            document.addField(WordStatistics.EVIDENCE,
                new TermBag().add(title).add(body).add(words).counted(PART_WORDS));
            document.addField("author", part.author().value());
            document.addField("created", part.created().toEpochMilli());
            document.addField("accepted", part.accepted());
            documents.add(document);
        }
        TermBag tags = new TermBag();
        text.tags().forEach(tag -> tags.add(tag).addWord(TermBag.tag(tag)));
        item.addField("tag_set", tags.all());
        TermBag titleWords = new TermBag().add(title);
        item.addField(WordStatistics.TITLE, titleWords.counted(TITLE_WORDS));
        item.addField(WordStatistics.TEXT, thread.counted(TEXT_WORDS));
        item.addField("more", thread.more());
        item.addField("starts", thread.starts());
        item.addField(IndexFields.EXCERPT, excerpt.substring(0, Math.min(excerpt.length(), EXCERPT)));
        if (common && !ownRights) {
            text.tags().forEach(tag -> thread.addWord(TermBag.tag(tag)));
            item.addField(WordStatistics.COMMON, thread.all());
            item.addField(WordStatistics.COMMON_TITLE, titleWords.words());
        }
        documents.add(item);
    }

    private SolrInputDocument document(String type, UUID id, WikiId wiki, SearchDocument text, PageId page,
        boolean ownRights)
    {
        SolrInputDocument document = new SolrInputDocument();
        document.addField("id", documentId(type, id));
        document.addField("kind", type);
        document.addField("wiki", wiki.value());
        document.addField("item", text.id().toString());
        if (text.community() != null) {
            document.addField("community", text.community().toString());
        }
        document.addField("space", this.access.decidingSpace(page).toString());
        document.addField("own_rights", ownRights);
        document.addField("tags", text.tags());
        return document;
    }

    private static String quoted(WikiId wiki)
    {
        return wiki.value().replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
