/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.Projection;
import org.copsuite.notice.WatchService;
import org.copsuite.question.NeedService;
import org.copsuite.question.NeedService.Need;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.question.QuestionWatch;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** People who have the same question as its asker. Anna asks. */
@OnEveryDatabase
class NeedServiceTest extends AbstractQuestionTest
{
    private NeedService needs;

    @BeforeEach
    void service()
    {
        this.needs = this.wiki.get(NeedService.class);
    }

    private List<UserId> named(UserId reader, PostId question) throws CopException
    {
        return this.needs.of(reader, question).people().stream().map(person -> person.id()).toList();
    }

    @Test
    void eachPersonCountsOnceAndMayTakeItBack() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        assertThat(this.needs.of(this.bert, question)).isEqualTo(new Need(question, 0, false, true, true, List.of()));
        assertThat(this.needs.of(this.anna, question).mayAdd()).isFalse();

        this.needs.set(this.bert, question, true);
        this.needs.set(this.bert, question, true);
        this.needs.set(this.carl, question, true);
        Need seen = this.needs.of(this.bert, question);
        assertThat(seen.count()).isEqualTo(2);
        assertThat(seen.own()).isTrue();
        assertThat(seen.mayAdd()).isFalse();
        assertThat(named(this.anna, question)).containsExactly(this.bert, this.carl);
        assertThat(this.needs.of(this.carl, view(this.carl, question))).isEqualTo(this.needs.of(this.carl, question));
        assertThat(view(this.anna, question).summary().needed()).isEqualTo(2);

        this.needs.set(this.bert, question, false);
        this.needs.set(this.bert, question, false);
        assertThat(this.needs.of(this.bert, question).own()).isFalse();
        assertThat(view(this.anna, question).summary().needed()).isEqualTo(1);
        this.needs.set(this.bert, question, true);
        assertThat(this.needs.of(this.anna, question).count()).isEqualTo(2);
        assertThat(this.ledger.about(WIKI, question.value())).as("asked, three times said, once taken back").hasSize(5);
    }

    @Test
    void guestsSeeTheNumberOnly() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        this.needs.set(this.bert, question, true);

        Need seen = this.needs.of(UserId.GUEST, question);
        assertThat(seen.count()).isEqualTo(1);
        assertThat(seen.people()).isEmpty();
        assertThat(seen.others()).isEqualTo(1);
        assertThat(seen.mayAdd()).isFalse();
    }

    @Test
    void tenAreNamedAndTheReaderFirst() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        for (int i = 0; i < 12; i++) {
            this.needs.set(this.wiki.account("needer" + i), question, true);
        }
        this.needs.set(this.carl, question, true);

        assertThat(named(this.carl, question)).hasSize(NeedService.NAMED).startsWith(this.carl);
        assertThat(this.needs.of(this.anna, question).others()).isEqualTo(3);
        QuestionView shown = view(this.carl, question);
        this.wiki.database().startCounting();
        this.needs.of(this.carl, shown);
        assertThat(this.wiki.database().statements()).isLessThanOrEqualTo(2);
    }

    @Test
    void refusesTheAskerGuestsStrangersAnswersAndClosedQuestions() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId other = ask(this.anna, "Another question of mine");
        PostId answer = answer(this.bert, question);
        assertThat(refusal(Kind.FORBIDDEN, () -> this.needs.set(this.anna, question, true)).getText().key())
            .isEqualTo("cop.need.error.own");
        refusal(Kind.SIGN_IN, () -> this.needs.set(UserId.GUEST, question, true));
        refusal(Kind.SIGN_IN, () -> this.needs.set(UserId.GUEST, question, false));
        refusal(Kind.NOT_FOUND, () -> this.needs.set(this.bert, answer, true));
        refusal(Kind.NOT_FOUND, () -> this.needs.set(this.bert, new PostId(UUID.randomUUID()), true));
        refusal(Kind.NOT_FOUND, () -> this.needs.set(this.bert, new PostId(this.community.id().value()), true));
        this.needs.set(this.bert, question, true);

        this.service.close(this.fay, question, ClosingReason.DUPLICATE, other);
        assertThat(refusal(Kind.CONFLICT, () -> this.needs.set(this.carl, question, true)).getText().key())
            .isEqualTo("cop.need.error.duplicate");
        assertThat(this.needs.of(this.carl, question).mayAdd()).isFalse();
        assertThat(this.needs.of(this.carl, question).count()).isEqualTo(1);
        this.needs.set(this.bert, question, false);
        assertThat(this.needs.of(this.carl, question).count()).isZero();

        this.service.close(this.fay, other, ClosingReason.values()[0] == ClosingReason.DUPLICATE
            ? ClosingReason.values()[1] : ClosingReason.values()[0], null);
        assertThat(refusal(Kind.CONFLICT, () -> this.needs.set(this.carl, other, true)).getText().key())
            .isEqualTo("cop.need.error.closed");
        this.service.delete(this.fay, other);
        refusal(Kind.NOT_FOUND, () -> this.needs.set(this.carl, other, true));
        refusal(Kind.NOT_FOUND, () -> this.needs.of(this.carl, other));
    }

    @Test
    void aPrivateQuestionIsNotThereForOthers() throws Exception
    {
        CommunityView secret = found("Behind the door", CommunityService.Visibility.PRIVATE);
        this.communities.appoint(this.admin, secret.id(), this.anna, CommunityService.Role.MEMBER);
        this.communities.appoint(this.admin, secret.id(), this.bert, CommunityService.Role.MEMBER);
        PostId question = ask(this.anna, secret, TITLE, "proofs");
        this.needs.set(this.bert, question, true);

        refusal(Kind.NOT_FOUND, () -> this.needs.set(this.carl, question, true));
        refusal(Kind.NOT_FOUND, () -> this.needs.set(UserId.GUEST, question, false));
        refusal(Kind.NOT_FOUND, () -> this.needs.of(this.carl, question));
        assertThat(this.needs.people(this.carl, secret, List.of("proofs"))).isEmpty();
        assertThat(this.needs.people(this.anna, secret, List.of("proofs"))).isEqualTo(Map.of("proofs", 1));
        assertThat(list(this.carl, Order.WANTED)).isEmpty();
    }

    @Test
    void theMostWantedOpenQuestionsComeFirst() throws Exception
    {
        PostId quiet = ask(this.anna, "Who has this question alone?");
        PostId wanted = ask(this.anna, "Who else has this question?");
        PostId most = ask(this.anna, "Does everybody have this question?");
        PostId solved = ask(this.anna, "Has somebody solved this question?");
        for (UserId one : List.of(this.bert, this.carl)) {
            this.needs.set(one, most, true);
            this.needs.set(one, solved, true);
        }
        this.needs.set(this.bert, wanted, true);
        this.service.accept(this.anna, answer(this.bert, solved), true);

        assertThat(list(this.carl, Order.WANTED)).extracting(QuestionSummary::id).containsExactly(most, wanted, quiet);
        assertThat(list(this.carl, Order.WANTED)).extracting(QuestionSummary::needed).containsExactly(2, 1, 0);
    }

    @Test
    void aPersonCountsOnceForATopic() throws Exception
    {
        PostId first = ask(this.anna, TITLE, "proofs", "loops");
        PostId second = ask(this.anna, "How does one prove termination?", "proofs");
        PostId closed = ask(this.anna, "How does one prove nothing?", "proofs");
        this.needs.set(this.bert, first, true);
        this.needs.set(this.bert, second, true);
        this.needs.set(this.carl, second, true);
        this.needs.set(this.fay, closed, true);
        this.service.close(this.fay, closed, ClosingReason.DUPLICATE, first);

        List<String> topics = List.of("proofs", "loops", "sets", "not a tag!");
        assertThat(this.needs.people(this.anna, this.community, topics)).isEqualTo(Map.of("proofs", 2, "loops", 1));
        CommunityView other = found("Elsewhere", CommunityService.Visibility.OPEN);
        assertThat(this.needs.people(this.anna, other, topics)).isEmpty();
        this.wiki.database().startCounting();
        this.needs.people(this.anna, this.community, topics);
        assertThat(this.wiki.database().statements()).isLessThanOrEqualTo(2);
    }

    @Test
    void manyClicksAtOnceCountOnce() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            work.add(() -> {
                this.needs.set(this.bert, question, true);
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(this.needs.of(this.anna, question).count()).isEqualTo(1);
        assertThat(this.ledger.about(WIKI, question.value())).hasSize(2);
    }

    @Test
    void aRebuildFindsTheSame() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        this.needs.set(this.bert, question, true);
        this.needs.set(this.carl, question, true);
        this.needs.set(this.bert, question, false);
        Need before = this.needs.of(this.carl, question);

        Projection projection = this.wiki.get(Projection.class, QuestionProjection.HINT);
        this.ledger.write(tx -> projection.rebuild(tx.session(), WIKI, question.toString()));
        assertThat(this.needs.of(this.carl, question)).isEqualTo(before);
        assertThat(before.count()).isEqualTo(1);
    }

    @Test
    void whoHasItTooHasChosenToWatchIt() throws Exception
    {
        WatchService watches = this.wiki.get(WatchService.class);
        PostId question = ask(this.anna, TITLE);
        watches.watch(this.bert, QuestionWatch.of(WIKI, question), false);
        watches.watch(this.carl, QuestionWatch.of(WIKI, question), true);
        this.needs.set(this.bert, question, true);
        this.needs.set(this.carl, question, true);
        assertThat(watches.choice(this.bert, QuestionWatch.of(WIKI, question))).as("the refusal is lifted").isEmpty();

        this.needs.set(this.carl, question, false);
        assertThat(watches.choice(this.carl, QuestionWatch.of(WIKI, question))).as("another reason").contains(true);
        assertThat(this.needs.people(WIKI, question, "", 10)).containsExactly(this.bert);
        assertThat(this.needs.has(this.bert, WIKI, question)).isTrue();
        assertThat(this.needs.has(UserId.GUEST, WIKI, question)).isFalse();
    }
}
