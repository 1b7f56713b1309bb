/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.anonymity.internal;

import java.util.List;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.anonymity.AnonymityService;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.Ledger;
import org.copsuite.question.NeedService;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.search.AbstractIndexTest;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.UserId;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is counted on a question that Anna asked anonymously, and what becomes of it once she gives her name. */
@OnEveryDatabase
class AnonymousCountsTest extends AbstractIndexTest
{
    private AnonymityService service;

    @BeforeEach
    void join() throws Exception
    {
        this.service = this.wiki.get(AnonymityService.class);
        for (UserId member : List.of(this.anna, this.bert)) {
            this.wiki.get(CommunityService.class).appoint(this.boss, this.open.id(), member, Role.MEMBER);
        }
    }

    private PostId asked() throws CopException
    {
        return this.questions.ask(this.anna, new Ask(UUID.randomUUID(), this.open.id(), "Why does my loaf collapse?",
            "It was fine in the oven.", List.of("bread"), null, true)).id();
    }

    private static void refuses(ThrowingCallable call)
    {
        CopException refusal = catchThrowableOfType(CopException.class, call);
        assertThat(refusal).isNotNull();
        assertThat(refusal.getKind()).isEqualTo(Kind.FORBIDDEN);
    }

    /** Asserts what Anna has earned, on this day and in all. */
    private void assertPoints(int points)
    {
        assertThat(this.wiki.database().query("select points from cop_points where person = '" + this.anna.value() + "'"))
            .isNotEmpty().allSatisfy(row -> assertThat(((Number) row.values().iterator().next()).intValue())
                .isEqualTo(points));
    }

    @Test
    void whoHasItTooIsCountedAndNotNamedSoThatNobodyCanTellWhoIsLeft() throws Exception
    {
        NeedService needs = this.wiki.get(NeedService.class);
        PostId question = asked();
        needs.set(this.bert, question, true);
        refuses(() -> needs.set(this.anna, question, true));
        needs.set(this.anna, question, false);
        assertThat(this.wiki.database().query("select * from cop_need")).singleElement().asString().contains("bert");

        for (UserId reader : List.of(this.anna, this.bert, this.boss)) {
            assertThat(needs.of(reader, question).count()).isEqualTo(1);
            assertThat(needs.of(reader, question).people()).isEmpty();
            assertThat(needs.of(reader, question).named()).isFalse();
        }
        assertThat(needs.of(this.boss, question).mayAdd()).isTrue();
        assertThat(needs.of(this.anna, question).mayAdd()).isFalse();
        assertThat(needs.of(this.anna, this.wiki.get(QuestionQueries.class)
            .question(this.anna, question, ThreadQuery.of(AnswerOrder.SCORE))).mayAdd()).isFalse();

        this.service.unseal(this.anna, question);
        needs.set(this.boss, question, true);
        assertThat(needs.of(this.anna, question).people()).extracting(one -> one.id()).as("who said it by name")
            .containsExactly(this.boss);
        assertThat(needs.of(this.anna, question).count()).isEqualTo(2);
        refuses(() -> needs.set(this.anna, question, true));
    }

    /** Whoever else writes waits while the ledger is locked. */
    @Test
    void manyPostsGetTheirNameInSteps() throws Exception
    {
        PostId question = asked();
        for (int i = 0; i < DefaultAnonymityService.UNSEALED_AT_ONCE; i++) {
            this.questions.comment(this.anna, question, UUID.randomUUID(), "And " + i);
        }
        Ledger ledger = this.wiki.get(Ledger.class);
        Statistics statistics = this.wiki.database().sessions().getStatistics();
        long head = ledger.head();
        long transactions = statistics.getSuccessfulTransactionCount();

        this.service.unseal(this.anna, question);

        assertThat(statistics.getSuccessfulTransactionCount() - transactions).isGreaterThanOrEqualTo(2);
        assertThat(ledger.after(head, 500)).hasSize(DefaultAnonymityService.UNSEALED_AT_ONCE + 1)
            .allMatch(entry -> entry.is(QuestionActs.UNSEALED));
        assertThat(this.wiki.database().query("select * from cop_seal")).isEmpty();
        assertThat(this.wiki.database().query("select id from cop_comment where author not like '%anna'")).isEmpty();
    }

    @Test
    void aVoteThatIsWithdrawnAfterTheNameIsGivenPaysNoMore() throws Exception
    {
        PostId question = asked();
        PostId answer = this.questions.answer(this.anna, question, UUID.randomUUID(), "It leaks.").id();
        this.questions.vote(this.bert, question, 1);
        this.questions.vote(this.boss, question, 1);
        this.questions.vote(this.bert, answer, 1);
        this.service.unseal(this.anna, question);
        assertPoints(30);

        this.questions.vote(this.bert, question, 0);
        this.questions.vote(this.bert, question, 0);
        assertPoints(20);
        this.questions.vote(this.bert, question, 1);
        assertPoints(30);
        this.questions.vote(this.bert, question, 0);
        this.questions.vote(this.boss, question, -1);
        assertPoints(8);
        this.questions.vote(this.bert, answer, 0);
        assertPoints(-2);
        this.wiki.run("rebuild");
        assertPoints(-2);
        this.questions.delete(this.boss, question);
        assertPoints(0);
    }
}
