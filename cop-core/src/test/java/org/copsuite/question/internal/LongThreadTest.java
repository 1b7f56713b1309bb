/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.db.Chunks;
import org.copsuite.person.Persons;
import org.copsuite.person.Persons.Imported;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionHit;
import org.copsuite.spi.SearchSource;
import org.copsuite.question.PostImport;
import org.copsuite.question.PostImport.Answer;
import org.copsuite.question.PostImport.Batch;
import org.copsuite.question.PostImport.Comment;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.CommentView;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.UserId;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.internal.SessionFactoryImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question with more answers and comments than a page can show. */
class LongThreadTest extends AbstractQuestionTest
{
    private static final int ANSWERS = 100;

    private static final int COMMENTS = 120;

    /** What a thread costs at most, whatever its length: see {@link QuestionQueries#question}. */
    private static final int STATEMENTS = 11;

    private PostId question;

    private final List<UUID> answers = new ArrayList<>();

    private final List<UUID> comments = new ArrayList<>();

    @BeforeEach
    void write() throws Exception
    {
        this.question = ask(this.anna, TITLE);
        UserId writer = new UserId("imported:test/1");
        this.wiki.get(Persons.class).addImported(WIKI, List.of(new Imported(writer, "Writer", "", Instant.now(), null)));
        Page page = this.wiki.pages().load(this.queries.find(this.anna, this.question).page()).orElseThrow();
        List<Answer> written = new ArrayList<>();
        for (int i = 0; i < ANSWERS; i++) {
            UUID id = UUID.randomUUID();
            this.answers.add(id);
            written.add(new Answer(id, this.question.value(), writer, page.created(), null, "Answer " + i, List.of(), null));
        }
        List<Comment> said = new ArrayList<>();
        for (int i = 0; i < COMMENTS; i++) {
            UUID id = UUID.randomUUID();
            this.comments.add(id);
            said.add(new Comment(id, this.question.value(), writer, page.created(), "Comment " + i));
        }
        for (UUID answer : this.answers.subList(0, 10)) {
            for (int i = 0; i < 7; i++) {
                said.add(new Comment(UUID.randomUUID(), answer, writer, page.created(), "Comment " + i));
            }
        }
        this.wiki.get(PostImport.class).write(WIKI, this.community.id(),
            new Batch(List.of(), written, said, List.of(), List.of()));
    }

    private QuestionView view(ThreadQuery query) throws CopException
    {
        return this.queries.question(this.anna, this.question, query);
    }

    private static List<UUID> ids(QuestionView view)
    {
        return view.answers().stream().map(PostView::id).map(PostId::value).toList();
    }

    @Test
    void answersArePagedWithoutGapOrRepetition() throws Exception
    {
        for (AnswerOrder order : AnswerOrder.values()) {
            // All have one time: the ledger decides.
            List<UUID> expected = new ArrayList<>(this.answers);
            if (order == AnswerOrder.ACTIVE) {
                Collections.reverse(expected);
            }
            List<UUID> read = new ArrayList<>();
            ThreadQuery query = ThreadQuery.of(order);
            QuestionView page;
            do {
                page = view(query);
                assertThat(page.answers()).hasSizeLessThanOrEqualTo(QuestionQueries.ANSWERS);
                assertThat(page.answerPage().total()).isEqualTo(ANSWERS);
                assertThat(page.answerPage().first()).isEqualTo(read.size() + 1);
                assertThat(page.answerPage().hasPrevious()).isEqualTo(!read.isEmpty());
                read.addAll(ids(page));
                query = ThreadQuery.after(order, page.answerPage().next());
            } while (page.answerPage().next() != null);
            assertThat(read).as(order.toString()).isEqualTo(expected);
            UUID previous = page.answerPage().previous();
            assertThat(ids(view(ThreadQuery.after(order, previous)))).isEqualTo(expected.subList(60, 90));
        }
    }

    @Test
    void theAcceptedAnswerIsOnTheFirstPage() throws Exception
    {
        this.service.accept(this.anna, new PostId(this.answers.get(77)), true);
        assertThat(ids(view(ThreadQuery.of(AnswerOrder.SCORE)))).startsWith(this.answers.get(77), this.answers.get(0));
    }

    @Test
    void aLinkLeadsToThePageOfItsAnswer() throws Exception
    {
        assertThat(ids(view(ThreadQuery.showing(this.answers.get(65))))).isEqualTo(this.answers.subList(60, 90));
        assertThat(ids(view(ThreadQuery.showing(UUID.randomUUID())))).isEqualTo(this.answers.subList(0, 30));
        UUID comment = comment(new PostId(this.answers.get(95)));
        QuestionView shown = view(ThreadQuery.showing(comment));
        assertThat(ids(shown)).isEqualTo(this.answers.subList(90, ANSWERS));
        assertThat(shown.answers().get(5).comments()).extracting(CommentView::id).containsExactly(comment);
    }

    private UUID comment(PostId post) throws CopException
    {
        return this.service.comment(this.bert, post, UUID.randomUUID(), "Is this so?");
    }

    @Test
    void commentsAreFoldedAndRead() throws Exception
    {
        PostView post = view(ThreadQuery.of(AnswerOrder.SCORE)).post();
        assertThat(post.comments()).extracting(CommentView::id).isEqualTo(this.comments.subList(0, QuestionQueries.COMMENTS));
        assertThat(post.commentCount()).isEqualTo(COMMENTS);

        Set<UUID> read = new HashSet<>();
        post.comments().forEach(comment -> read.add(comment.id()));
        String after = post.moreComments();
        List<UUID> more = new ArrayList<>();
        while (after != null) {
            Slice<CommentView> slice = this.queries.comments(this.anna, this.question, after);
            int left = COMMENTS - QuestionQueries.COMMENTS - more.size();
            assertThat(slice.items()).hasSize(Math.min(QuestionQueries.MORE_COMMENTS, left));
            slice.items().forEach(comment -> more.add(comment.id()));
            after = slice.next();
        }
        assertThat(more).isEqualTo(this.comments.subList(QuestionQueries.COMMENTS, COMMENTS));
        UUID late = this.comments.get(110);
        assertThat(view(ThreadQuery.showing(late)).post().comments()).extracting(CommentView::id).contains(late);
        PostView further = view(new ThreadQuery(AnswerOrder.SCORE, null, null, this.question.value(), post.moreComments())).post();
        assertThat(further.comments()).extracting(CommentView::id)
            .isEqualTo(this.comments.subList(5, 5 + QuestionQueries.MORE_COMMENTS));
    }

    @Test
    void aPageCostsTheSameHoweverLongTheThreadIs() throws Exception
    {
        for (ThreadQuery query : List.of(ThreadQuery.of(AnswerOrder.SCORE), ThreadQuery.showing(this.answers.get(99)),
            ThreadQuery.after(AnswerOrder.ACTIVE, this.answers.get(31)))) {
            this.wiki.database().startCounting();
            QuestionView view = view(query);
            assertThat(this.wiki.database().statements()).as(query.toString()).isBetween(3L, (long) STATEMENTS);
            assertThat(view.answers().stream().mapToInt(post -> post.comments().size())).allMatch(
                count -> count <= QuestionQueries.COMMENTS);
        }
    }

    @Test
    void aCommentCostsTheSameHoweverManyThereAre() throws Exception
    {
        PostId quiet = ask(this.anna, TITLE + " Again?");
        comment(quiet);
        this.wiki.database().startCounting();
        comment(quiet);
        long few = this.wiki.database().statements();
        this.wiki.database().startCounting();
        comment(this.question);
        assertThat(this.wiki.database().statements()).isEqualTo(few);
    }

    @Test
    void plansStayWithinTheirBound() throws Exception
    {
        CommunityView where = this.community;
        for (int i = 0; i < 40; i++) {
            PostId one = ask(this.bert, where, TITLE + ' ' + i);
            comment(one);
            this.queries.summaries(this.anna, WIKI, this.answers.subList(0, i + 1).stream().map(PostId::new).toList());
            this.wiki.get(SearchSource.class, QuestionHit.TYPE).documents(WIKI, this.answers.subList(0, i + 1));
        }
        SessionFactoryImpl sessions = (SessionFactoryImpl) this.wiki.database().sessions();
        this.wiki.database().startCounting();
        this.wiki.get(SearchSource.class, QuestionHit.TYPE).documents(WIKI, this.answers.subList(0, 40));
        int known = this.wiki.database().statementTexts().size();
        for (int size = 41; size <= ANSWERS; size++) {
            this.wiki.get(SearchSource.class, QuestionHit.TYPE).documents(WIKI, this.answers.subList(0, size));
        }
        assertThat(this.wiki.database().statementTexts().size()).as("statements, of which each has a plan")
            .isLessThanOrEqualTo(known + 3);
        assertThat(sessions.getProperties().get(AvailableSettings.QUERY_PLAN_CACHE_MAX_SIZE)).hasToString("512");
        assertThat(Chunks.of(IntStream.range(0, 300).boxed().toList())).extracting(List::size).containsExactly(128, 128, 44);
    }

    @Test
    void theQuestionOfADeletedAnswerIsFound() throws Exception
    {
        PostId answer = new PostId(this.answers.get(3));
        PostRef place = this.queries.find(this.anna, answer);
        assertThat(this.queries.deletedAnswer(this.anna, place.page())).isEmpty();
        this.service.delete(this.admin, answer);
        assertThat(this.queries.deletedAnswer(this.anna, place.page())).map(PostRef::question).contains(this.question);
        this.wiki.access().protect(place.questionPage().space(), new org.copsuite.wiki.Protection(null, null,
            this.wiki.groups().create(WIKI, "nobody"), this.wiki.groups().create(WIKI, "nobody either")));
        assertThat(this.queries.deletedAnswer(this.anna, place.page())).isEmpty();
    }
}
