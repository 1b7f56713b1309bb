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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrInputDocument;
import org.copsuite.BackgroundWork;
import org.copsuite.CopException;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.AnswerText;
import org.copsuite.question.PostSource.QuestionText;
import org.copsuite.search.IndexFields;
import org.copsuite.search.IndexStatus.Progress;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;
import org.xwiki.component.phase.Initializable;

/**
 * Writes the index from the projections. Always writes a question as a whole, with its answers, so that writing it
 * again changes nothing. Queries {@code Access} for the deciding space when it creates the document.
 */
@Component(roles = Indexer.class)
@Singleton
public class Indexer implements Initializable, Disposable
{
    /** The number of questions that are read and written at once. */
    static final int BATCH = 200;

    /** One in this number of commits is a hard commit: Solr then replays less of its log after a crash. */
    private static final int DURABLE = 20;

    /**
     * The average number of words of titles, threads, and questions with one answer; approximate, and the same for each
     * wiki.
     */
    private static final int TITLE_WORDS = 9;

    private static final int THREAD_WORDS = 480;

    private static final int EVIDENCE_WORDS = 300;

    /** The number of characters of a thread from which snippets can be cut. */
    private static final int EXCERPT = 20_000;

    private static final String QUESTION_ID = "q:";

    private static final String ANSWER_ID = "a:";

    /** The prefix of the id, before the wiki, and the kind of a document that marks a wiki as being reindexed. */
    private static final String UNFINISHED = "unfinished:";

    /** An upper bound of the number of wikis in a farm. */
    private static final int WIKIS = 10_000;

    @Inject
    private IndexRepair index;

    @Inject
    private PostSource posts;

    @Inject
    private Access access;

    @Inject
    private PublicQuestions commonTexts;

    @Inject
    private IndexState state;

    @Inject
    private Logger logger;

    private final BackgroundWork background = new BackgroundWork("cop-index");

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
     * @param id the id of a document of a question or an answer
     * @return the id of the post
     */
    static PostId post(String id)
    {
        return new PostId(UUID.fromString(id.substring(id.indexOf(':') + 1)));
    }

    /**
     * Updates the documents of some questions from the projections. Synchronised from reading to writing, so that an
     * older text never overwrites a newer one.
     *
     * @param wiki the wiki
     * @param questions the questions, including deleted ones
     * @throws IOException if Solr does not respond
     * @throws SolrServerException if Solr rejects the request
     */
    synchronized void refresh(String wiki, Collection<UUID> questions) throws IOException, SolrServerException
    {
        List<UUID> all = List.copyOf(new HashSet<>(questions));
        for (int from = 0; from < all.size(); from += BATCH) {
            List<UUID> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            try {
                write(wiki, batch);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                writeEach(wiki, batch, e);
            }
        }
    }

    /** Writes the questions one by one: a question whose text cannot be indexed does not block the others. */
    private void writeEach(String wiki, List<UUID> batch, Throwable failure) throws IOException, SolrServerException
    {
        Map<UUID, Throwable> failed = new LinkedHashMap<>();
        for (UUID question : batch.size() == 1 ? List.<UUID>of() : batch) {
            try {
                write(wiki, List.of(question));
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                failed.put(question, e);
            }
        }
        if (batch.size() == 1 || failed.size() == batch.size()) {
            // Either all questions fail, so that none of them is the cause, or there is only one to judge by.
            throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
        }
        failed.forEach((question, why) -> this.logger.error(
            "Failed to index the question [{}] of the wiki [{}]; the search does not find it.", question, wiki, why));
    }

    private void write(String wiki, List<UUID> batch) throws IOException, SolrServerException
    {
        SolrClient client = this.index.client();
        List<SolrInputDocument> documents = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        Set<UUID> missing = new HashSet<>(batch);
        Predicate<QuestionText> common = this.commonTexts.of(wiki);
        for (QuestionText text : this.posts.texts(wiki, batch)) {
            missing.remove(text.id().value());
            documents(wiki, text, common.test(text), documents);
            text.gone().forEach(answer -> gone.add(ANSWER_ID + answer));
        }
        for (UUID question : missing) {
            client.deleteByQuery("question:\"" + question + "\" AND wiki:\"" + quoted(wiki) + '"');
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
     * Writes all questions of a wiki.
     *
     * @param wiki the wiki
     * @param stopped returns true to stop early
     * @return whether all questions are written
     * @throws IOException if Solr does not respond
     * @throws SolrServerException if Solr rejects the request
     */
    boolean refreshAll(String wiki, BooleanSupplier stopped) throws IOException, SolrServerException
    {
        try {
            return writeAll(wiki, stopped);
        } finally {
            this.state.setProgress(null);
        }
    }

    private boolean writeAll(String wiki, BooleanSupplier stopped) throws IOException, SolrServerException
    {
        long total = this.posts.count(wiki);
        long done = 0;
        UUID last = null;
        List<UUID> batch = this.posts.questions(wiki, null, BATCH);
        while (!batch.isEmpty() && !stopped.getAsBoolean()) {
            this.state.setProgress(new Progress(done, total));
            refresh(wiki, batch);
            done += batch.size();
            if (done % (50 * BATCH) == 0) {
                commit(true);
                this.logger.info("Indexing [{}]: {} of {} questions.", wiki, done, total);
            }
            last = batch.get(batch.size() - 1);
            batch = this.posts.questions(wiki, last, BATCH);
        }
        commit(true);
        return batch.isEmpty();
    }

    /**
     * Removes a wiki from the index and rebuilds it in the background. If the process ends before, the next process
     * starts the rebuild again, see {@link #resume()}.
     *
     * @param wiki the wiki
     * @throws CopException UNAVAILABLE if Solr does not respond
     */
    void reindex(String wiki) throws CopException
    {
        try {
            synchronized (this) {
                this.index.client().deleteByQuery("wiki:\"" + quoted(wiki) + '"');
                SolrInputDocument unfinished = new SolrInputDocument();
                unfinished.addField("id", UNFINISHED + wiki);
                unfinished.addField("kind", UNFINISHED);
                this.index.client().add(unfinished);
            }
            commit(true);
        } catch (SolrServerException | IOException | SolrException e) {
            this.logger.warn("Failed to empty the index: [{}]; it is not rebuilt.", e.getClass().getName());
            throw new CopException(CopException.Kind.UNAVAILABLE, "cop.knowledge.error.unavailable");
        }
        makeAgain(wiki);
    }

    private void makeAgain(String wiki)
    {
        this.background.submit(() -> {
            if (refreshAll(wiki, this.background::isClosed)) {
                this.index.client().deleteById(UNFINISHED + wiki);
                commit(true);
            }
        });
    }

    /**
     * Rebuilds the index of those wikis whose reindexing was interrupted by the end of the process.
     *
     * @throws IOException if Solr does not respond
     * @throws SolrServerException if Solr rejects the request
     */
    void resume() throws IOException, SolrServerException
    {
        SolrQuery query = new SolrQuery("{!term f=kind}" + UNFINISHED).setFields("id").setRows(WIKIS);
        for (SolrDocument document : this.index.client().query(query).getResults()) {
            makeAgain(((String) document.getFieldValue("id")).substring(UNFINISHED.length()));
        }
    }

    /** @return whether no background work is pending */
    boolean isIdle()
    {
        return this.background.isIdle();
    }

    private void rightsChanged(SpaceId space)
    {
        this.background.submit(() -> {
            refresh(space.wiki(), this.posts.questionsIn(space));
            commit(false);
        });
    }

    private void documents(String wiki, QuestionText text, boolean common, List<SolrInputDocument> documents)
    {
        String title = IndexedText.oneLine(text.title());
        String body = IndexedText.of(text.body());
        boolean ownRights = this.access.hasOwnRights(text.page());
        SpaceId deciding = this.access.decidingSpace(text.page());
        SolrInputDocument question = document(QUESTION_ID + text.id(), IndexClient.QUESTION, wiki, text, text.page(),
            ownRights);
        question.addField("title", title);
        question.addField("question_text", body);
        TermBag thread = new TermBag().add(title).add(body);
        StringBuilder excerpt = new StringBuilder(body);
        for (AnswerText answer : text.answers()) {
            String words = IndexedText.of(answer.body());
            boolean answersOwn = this.access.hasOwnRights(answer.page());
            if (!answersOwn && this.access.decidingSpace(answer.page()).equals(deciding)) {
                // Otherwise some readers of the question may not view the answer: its words must not contribute to
                // their search.
                thread.add(words);
                question.addField("answer_texts", words);
                excerpt.append(excerpt.length() < EXCERPT ? Snippets.POST + words : "");
            }
            SolrInputDocument document =
                document(ANSWER_ID + answer.id(), IndexClient.ANSWER, wiki, text, answer.page(), ownRights || answersOwn);
            document.addField(WordStatistics.EVIDENCE,
                new TermBag().add(title).add(body).add(words).counted(EVIDENCE_WORDS));
            document.addField("author", answer.author().value());
            document.addField("created", answer.created().toEpochMilli());
            document.addField("accepted", answer.accepted());
            documents.add(document);
        }
        TermBag tags = new TermBag();
        text.tags().forEach(tag -> tags.add(tag).addWord(TermBag.tag(tag)));
        question.addField("tag_set", tags.all());
        TermBag titleWords = new TermBag().add(title);
        question.addField(WordStatistics.TITLE, titleWords.counted(TITLE_WORDS));
        question.addField(WordStatistics.TEXT, thread.counted(THREAD_WORDS));
        question.addField("more", thread.more());
        question.addField(IndexFields.EXCERPT, excerpt.substring(0, Math.min(excerpt.length(), EXCERPT)));
        if (common && !ownRights) {
            text.tags().forEach(tag -> thread.addWord(TermBag.tag(tag)));
            question.addField(WordStatistics.COMMON, thread.all());
            question.addField(WordStatistics.COMMON_TITLE, titleWords.words());
        }
        documents.add(question);
    }

    private SolrInputDocument document(String id, String kind, String wiki, QuestionText text, PageId page,
        boolean ownRights)
    {
        SolrInputDocument document = new SolrInputDocument();
        document.addField("id", id);
        document.addField("kind", kind);
        document.addField("wiki", wiki);
        document.addField("question", text.id().toString());
        document.addField("community", text.community().toString());
        document.addField("space", this.access.decidingSpace(page).toString());
        document.addField("own_rights", ownRights);
        document.addField("tags", text.tags());
        return document;
    }

    private static String quoted(String wiki)
    {
        return wiki.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
