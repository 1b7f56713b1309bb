/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.copsuite.Slice;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wikis date pages by whole seconds: what comes first within one is what the ledger says. */
@OnEveryDatabase
class SameSecondTest extends AbstractNoticeTest
{
    @BeforeEach
    void stopClock()
    {
        this.wiki.pages().stopClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void theAskerIsToldOfEachOfTenAnswers() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        for (int i = 0; i < 10; i++) {
            answer(i % 2 == 0 ? this.bert : this.carl, question);
        }

        assertThat(told(this.anna)).hasSize(10);
        // Who answered before is told of what others answer after that.
        assertThat(told(this.bert)).hasSize(5);
        assertThat(told(this.carl)).hasSize(4);
    }

    @Test
    void whoAnsweredLaterIsNotToldOfWhatWasBefore() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);
        answer(this.carl, question);

        assertThat(told(this.carl)).isEmpty();
        assertThat(told(this.bert)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = Order.class, names = {"NEWEST", "ACTIVE", "UNANSWERED", "VOTES", "HOT"})
    void listsShowTheLastFirst(Order order) throws Exception
    {
        List<PostId> asked = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            asked.add(ask(this.anna, TITLE + ' ' + i));
        }
        Collections.reverse(asked);

        List<PostId> listed = new ArrayList<>();
        String after = null;
        do {
            Slice<QuestionSummary> slice =
                this.queries.list(this.bert, new ListQuery(WIKI, null, null, null, null, order, after, 2));
            slice.items().forEach(item -> listed.add(item.id()));
            after = slice.next();
        } while (after != null);
        assertThat(listed).isEqualTo(asked);
    }

    @Test
    void theLastActivityComesFirst() throws Exception
    {
        PostId first = ask(this.anna, TITLE + " 1");
        PostId second = ask(this.anna, TITLE + " 2");
        PostId third = ask(this.anna, TITLE + " 3");
        answer(this.bert, first);
        answer(this.bert, third);
        answer(this.bert, second);
        edit(first, false);

        assertThat(list(this.anna, Order.ACTIVE)).extracting(QuestionSummary::id).containsExactly(first, second, third);
    }

    @Test
    void aSmallCorrectionIsNoActivity() throws Exception
    {
        PostId first = ask(this.anna, TITLE + " 1");
        this.wiki.pages().stopClock(Instant.now().plusSeconds(5));
        PostId second = ask(this.anna, TITLE + " 2");
        this.wiki.pages().stopClock(Instant.now().plusSeconds(10));
        edit(first, true);
        answerAndCorrect(first);

        assertThat(list(this.anna, Order.ACTIVE)).extracting(QuestionSummary::id).containsExactly(first, second);
        this.wiki.pages().stopClock(Instant.now().plusSeconds(15));
        answer(this.bert, second);
        this.wiki.pages().stopClock(Instant.now().plusSeconds(20));
        edit(first, true);
        assertThat(list(this.anna, Order.ACTIVE)).extracting(QuestionSummary::id).containsExactly(second, first);
        assertThat(view(this.anna, first).post().edited()).isNotNull();
        edit(first, false);
        assertThat(list(this.anna, Order.ACTIVE)).extracting(QuestionSummary::id).containsExactly(first, second);
    }

    private void answerAndCorrect(PostId question) throws Exception
    {
        PostId answer = answer(this.bert, question);
        Page page = this.wiki.pages().load(this.queries.find(this.bert, answer).page()).orElseThrow();
        this.service.edit(this.bert, answer, new Edit(null, "By induction.", null, page.version(), "", true));
    }

    private void edit(PostId question, boolean small) throws Exception
    {
        Page page = this.wiki.pages().load(this.queries.find(this.anna, question).page()).orElseThrow();
        this.service.edit(this.anna, question, new Edit(page.title(), page.content() + " More.", List.of(),
            page.version(), "", small));
    }

    @Test
    void whatACopyBringsIsToldToNobody() throws Exception
    {
        this.wiki.get(org.copsuite.page.PageSynchroniser.class).start();
        PostId question = ask(this.anna, TITLE);
        PostId answer = answer(this.bert, question);
        this.service.comment(this.carl, question, UUID.randomUUID(), "Which loop?");
        this.service.comment(this.carl, answer, UUID.randomUUID(), "Which induction?");
        List<String> anna = told(this.anna);
        List<String> bert = told(this.bert);
        long before = this.ledger.head();

        Page asked = this.wiki.pages().load(this.queries.find(this.anna, question).page()).orElseThrow();
        Page answered = this.wiki.pages().load(this.queries.find(this.anna, answer).page()).orElseThrow();
        UserId copier = this.admin;
        var space = asked.id().space().parent().child("copied");
        this.wiki.pages().copy(asked.id(), space.home(), copier);
        this.wiki.pages().copy(answered.id(), space.page(answered.id().name()), copier);

        assertThat(this.ledger.head()).as("the copies were taken").isEqualTo(before + 4);
        assertThat(told(this.anna)).isEqualTo(anna);
        assertThat(told(this.bert)).isEqualTo(bert);
        assertThat(told(copier)).isEmpty();
        // What is written on the copy from now on is news.
        PostId copied = list(this.anna, Order.NEWEST).get(0).id();
        this.service.comment(this.carl, copied, UUID.randomUUID(), "This one is a copy.");
        assertThat(told(copier)).hasSize(1);
    }
}
