/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.job.Job;
import org.copsuite.job.JobState;
import org.copsuite.job.Jobs;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.search.AbstractIndexTest;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.search.SearchService.Search;
import org.copsuite.spi.Encoder;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;
import org.xwiki.component.event.ComponentDescriptorAddedEvent;
import org.xwiki.component.phase.Disposable;
import org.xwiki.observation.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts are encoded in the background, and what the words find is ordered by meaning too. */
@OnEveryDatabase
class EncodingTest extends AbstractIndexTest
{
    private static final String NAME = "fake-1/" + EncodedText.VERSION;

    private final FakeEncoder encoder = new FakeEncoder();

    @Override
    protected TestWiki newWiki()
    {
        return new TestWiki().with(Index.class, index).with(Encoder.class, "fake", this.encoder);
    }

    private List<String> related(UserId reader, String title) throws CopException
    {
        return this.wiki.get(SearchService.class).related(reader, new Draft(WIKI, title, "", List.of(), null, Set.of()), 10)
            .stream().map(QuestionSummary::title).toList();
    }

    private List<Object> rows(String what)
    {
        return this.wiki.database().query("select " + what + " from cop_vector where digest <> ''")
            .stream().map(row -> row.values().iterator().next()).toList();
    }

    private Vectors vectors()
    {
        return this.wiki.get(Vectors.class);
    }

    private Job jobOf(String type)
    {
        return this.wiki.get(Jobs.class).list(this.wiki.administrator("root"), WIKI).stream()
            .filter(job -> job.type().equals(type)).findFirst().orElse(null);
    }

    @Test
    void ordersByMeaningToo() throws Exception
    {
        ask(this.anna, this.open, "Why does the engine stop in the rain?", "It does.");
        ask(this.anna, this.open, "Why does the bread not rise in the rain?", "It does.");
        caughtUp();
        assertThat(related(this.anna, "Why does the loaf stop in the rain?")).containsExactly(
            "Why does the bread not rise in the rain?", "Why does the engine stop in the rain?");

        this.encoder.available = false;
        assertThat(related(this.anna, "Why does the loaf stop in the rain?")).as("by words alone").containsExactly(
            "Why does the engine stop in the rain?", "Why does the bread not rise in the rain?");
    }

    @Test
    void encodesAQueryOnceWhileItsWordsAreSearchedFor() throws Exception
    {
        ask(this.anna, this.open, "Why does the engine stop in the rain?", "It does.");
        ask(this.anna, this.open, "Why does the bread not rise in the rain?", "It does.");
        caughtUp();
        this.encoder.encoded.clear();
        related(this.anna, "Why does the loaf stop in the rain?");
        related(this.bert, "Why does the loaf stop in the rain?");
        search(this.anna, "rain loaf", null, 10);
        assertThat(this.encoder.encoded).containsExactly("Why does the loaf stop in the rain?", "rain loaf");
    }

    @Test
    void addsNothingToWhatTheWordsFind() throws Exception
    {
        ask(this.anna, this.open, "Why does the engine stop in the rain?", "It does.");
        ask(this.anna, this.open, "Why does the bread not rise in the rain?", "It does.");
        ask(this.anna, this.open, "Which loaf is best?", "I cannot decide.");
        caughtUp();
        List<String> ordered = titles(search(this.anna, "bread rise", null, 10));
        this.encoder.available = false;
        assertThat(ordered).containsExactlyInAnyOrderElementsOf(titles(search(this.anna, "bread rise", null, 10)))
            .doesNotContain("Which loaf is best?");
    }

    private static List<String> titles(Slice<Hit> hits)
    {
        return hits.items().stream().map(hit -> hit.item().title()).toList();
    }

    @Test
    void encodesWhatWasWrittenAndForgetsWhatWasDeleted() throws Exception
    {
        Post question = ask(this.anna, this.open, "How is this made?", "With **butter**, and the like.");
        Post answer = this.questions.answer(this.bert, question.id(), UUID.randomUUID(), "Take a loaf and it is good.");
        caughtUp();
        assertThat(this.encoder.encoded).containsExactlyInAnyOrder("How is this made?. With butter, and the like.",
            "How is this made?. Take a loaf and it is good.");
        assertThat(rows("id")).hasSize(2);

        this.encoder.encoded.clear();
        this.questions.vote(this.bert, question.id(), 1);
        caughtUp();
        assertThat(this.encoder.encoded).as("a vote changes no text").isEmpty();
        edit(this.bert, answer, "Take some bread and it is good.");
        caughtUp();
        assertThat(this.encoder.encoded).containsExactly("How is this made?. Take some bread and it is good.");

        this.questions.delete(this.bert, answer.id());
        caughtUp();
        assertThat(rows("id")).containsExactly(question.id().toString());
        this.questions.delete(this.boss, question.id());
        caughtUp();
        assertThat(rows("id")).isEmpty();
    }

    private void edit(UserId who, Post post, String body) throws CopException
    {
        this.questions.edit(who, post.id(), new Edit("", body, List.of(), post.version(), "", false));
    }

    @Test
    void encodesEverythingAgainForAnotherEncoder() throws Exception
    {
        ask(this.anna, this.open, "How is the bread made?", "With butter, and lots of it.");
        caughtUp();
        this.wiki.get(MaintenanceTask.class, EncodingTask.NAME).run();
        assertThat(jobOf(EncodeJob.NAME)).as("what was there before").isNotNull();
        assertThat(this.wiki.run(EncodeJob.NAME).state()).isEqualTo(JobState.DONE);
        assertThat(vectors().isComplete(WIKI, NAME)).isTrue();
        assertThat(this.encoder.encoded).as("each text once").containsExactlyInAnyOrder(
            "How is the bread made?. With butter, and lots of it.", "Bakers. Bread.", "Secret recipes. Bread.");

        this.wiki.get(MaintenanceTask.class, EncodingTask.NAME).run();
        assertThat(jobOf(EncodeJob.NAME).state()).as("no other job").isEqualTo(JobState.DONE);
        this.encoder.id = "fake-2";
        this.wiki.get(MaintenanceTask.class, EncodingTask.NAME).run();
        assertThat(jobOf(EncodeJob.NAME).state()).isEqualTo(JobState.QUEUED);
        this.wiki.run(EncodeJob.NAME);
        assertThat(rows("encoder")).hasSize(3).containsOnly("fake-2/" + EncodedText.VERSION);
        assertThat(vectors().isComplete(WIKI, NAME)).isFalse();
    }

    @Test
    void anEncoderThatIsInstalledLaterEncodesWhatIsThere() throws Exception
    {
        EventListener installation = this.wiki.get(EventListener.class, EncodingTask.Installation.NAME);
        installation.onEvent(new ComponentDescriptorAddedEvent(Encoder.class), null, null);
        assertThat(jobOf(EncodeJob.NAME)).as("XWiki loads extensions before the wiki has started").isNull();

        this.encoder.available = false;
        this.wiki.get(MaintenanceTask.class, EncodingTask.NAME).run();
        assertThat(jobOf(EncodeJob.NAME)).as("without an encoder").isNull();
        this.encoder.available = true;
        installation.onEvent(new ComponentDescriptorAddedEvent(Encoder.class), null, null);
        // Waits for the thread.
        ((Disposable) installation).dispose();
        assertThat(jobOf(EncodeJob.NAME).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void encodesWhatWasWrittenWhileThereWasNoEncoder() throws Exception
    {
        assertThat(this.wiki.run(EncodeJob.NAME).state()).isEqualTo(JobState.DONE);
        this.encoder.available = false;
        Post question = ask(this.anna, this.open, "How is the bread made?", "With butter, and lots of it.");
        caughtUp();
        assertThat(rows("id")).as("only the communities").hasSize(2).doesNotContain(question.id().toString());
        assertThat(related(this.anna, "How is the bread made?")).hasSize(1);

        this.encoder.available = true;
        this.wiki.get(MaintenanceTask.class, EncodingTask.NAME).run();
        Job done = this.wiki.run(EncodeJob.NAME);
        assertThat(List.of(done.done(), done.total())).containsExactly(3L, 3L);
        assertThat(rows("id")).hasSize(3).contains(question.id().toString());
    }

    @Test
    void leavesTextsInOtherLanguagesToTheWords() throws Exception
    {
        ask(this.anna, this.open, "Wie wird das Brot gebacken?", "Mit dem Salz und der Butter, und nicht zu warm.");
        ask(this.anna, this.open, "\u041A\u0430\u043A \u0438\u0441\u043F\u0435\u0447\u044C \u0445\u043B\u0435\u0431?",
            "\u041A\u0430\u043A \u0438\u0441\u043F\u0435\u0447\u044C \u0445\u043B\u0435\u0431?");
        caughtUp();
        assertThat(this.encoder.encoded).isEmpty();
        assertThat(related(this.anna, "Wie wird das Brot warm?")).hasSize(1);
        assertThat(this.encoder.encoded).isEmpty();
    }

    @Test
    void whatAReaderMayNotViewDoesNotCount() throws Exception
    {
        Post engine = ask(this.anna, this.open, "Why does the engine stop in the rain?", "It does.");
        Post other = ask(this.anna, this.open, "Why does the thing not rise in the rain?", "It does.");
        Post answer = this.questions.answer(this.bert, other.id(), UUID.randomUUID(), "A loaf of bread does not.");
        caughtUp();
        String draft = "Why does the loaf bread engine stop in the rain?";
        assertThat(related(this.anna, draft)).first().isEqualTo("Why does the thing not rise in the rain?");

        this.wiki.access().restrict(answer.page(), Set.of(this.bert));
        this.wiki.run(ReindexJob.NAME);
        assertThat(related(this.anna, draft)).first().isEqualTo("Why does the engine stop in the rain?");
        assertThat(engine.id()).isNotEqualTo(other.id());
    }

    @Test
    void theWordsSufficeIfTheEncoderFails() throws Exception
    {
        ask(this.anna, this.open, "Why does the engine stop in the rain?", "It does.");
        ask(this.anna, this.open, "Why does the bread not rise in the rain?", "It does.");
        caughtUp();
        this.encoder.failing = true;
        assertThat(related(this.anna, "Why does the loaf stop in the rain?")).hasSize(2);
    }

    private Slice<Hit> search(UserId reader, String words, String after, int limit) throws CopException
    {
        return this.wiki.get(SearchService.class).search(reader, new Search(WIKI, words, null, null, after, limit));
    }

    @Test
    void pagesOfASearchHoldEachHitOnce() throws Exception
    {
        for (int i = 0; i < Reranker.DEPTH + 7; i++) {
            ask(this.anna, this.open, "What about the rain " + i + "?", i % 5 == 0 ? "The loaf is wet." : "The car is wet.");
        }
        caughtUp();
        List<String> all = new ArrayList<>();
        String after = null;
        do {
            Slice<Hit> page = search(this.anna, "rain bread wet", after, 8);
            page.items().forEach(hit -> all.add(hit.item().title()));
            after = page.next();
        } while (after != null && all.size() < 100);
        assertThat(all).hasSize(Reranker.DEPTH + 7).doesNotHaveDuplicates();
    }
}
