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
 * Writes the index from the views. A question is always written whole, with its answers, so that writing it again
 * changes nothing. Which space decides is asked of {@code Access} when the document is made.
 */
@Component(roles = Indexer.class)
@Singleton
public class Indexer implements Initializable, Disposable
{
    /** How many questions are read and written at once. */
    static final int BATCH = 200;

    /** One commit in so many is written down for good by itself: fewer are read again from Solr's log after a crash. */
    private static final int DURABLE = 20;

    /** How many words titles, threads and questions with an answer have on average; about, and the same in each wiki. */
    private static final int TITLE_WORDS = 9;

    private static final int THREAD_WORDS = 480;

    private static final int EVIDENCE_WORDS = 300;

    /** So many characters of a thread can be shown as a snippet. */
    private static final int EXCERPT = 20_000;

    private static final String QUESTION_ID = "q:";

    private static final String ANSWER_ID = "a:";

    /** The id, without the wiki, and the kind of a document that says that a wiki is being written anew. */
    private static final String UNFINISHED = "unfinished:";

    /** More wikis than a farm has. */
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

    /** Commits since one was written down for good. */
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
            this.logger.warn("Failed to write the index down for good: [{}]; it reads its log at the next start.",
                e.getClass().getName());
        }
    }

    /** Writes down for good what was only made visible, if anything was: the core then has no log to read again. */
    void settle() throws IOException, SolrServerException
    {
        if (this.light.get() > 0) {
            commit(true);
        }
    }

    /**
     * @param id the id of an answer's document
     * @return the answer
     */
    static PostId post(String id)
    {
        return new PostId(UUID.fromString(id.substring(id.indexOf(':') + 1)));
    }

    /**
     * Brings the index up to the views. What is read from the views is written before anybody else reads, so that older
     * text never comes over newer.
     *
     * @param wiki the wiki
     * @param questions which questions, also deleted ones
     * @throws IOException if Solr does not answer
     * @throws SolrServerException if Solr refuses
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

    /** One question whose text cannot be indexed keeps no other from being found. */
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
            // It is not the question then, or nobody can tell.
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
     * Makes what was written visible to searches. Not every Solr writes it down for good by itself: the cores of some
     * only log it until somebody says so, and read all of that log when they are opened.
     *
     * @param durable whether it is also to be written down for good now, not only from time to time
     * @throws IOException if Solr does not answer
     * @throws SolrServerException if Solr refuses
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
     * @param stopped whether to end before all are written
     * @return whether all are written
     * @throws IOException if Solr does not answer
     * @throws SolrServerException if Solr refuses
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
     * Empties the index of a wiki, and makes it again in the background. What is interrupted is made again by the next
     * process, see {@link #resume()}.
     *
     * @param wiki the wiki
     * @throws CopException UNAVAILABLE
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
            this.logger.warn("The index could not be emptied: {}", e.getClass().getName());
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
     * Makes the index of those wikis again that was emptied, and was not whole when the process ended.
     *
     * @throws IOException if Solr does not answer
     * @throws SolrServerException if Solr refuses
     */
    void resume() throws IOException, SolrServerException
    {
        SolrQuery query = new SolrQuery("{!term f=kind}" + UNFINISHED).setFields("id").setRows(WIKIS);
        for (SolrDocument document : this.index.client().query(query).getResults()) {
            makeAgain(((String) document.getFieldValue("id")).substring(UNFINISHED.length()));
        }
    }

    /** @return whether nothing of what was begun in the background is left to do */
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
                // Otherwise not all readers of the question may view the answer: it adds nothing to what they find.
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
