/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService.Tally;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

/** Votes at the same time: none lost, none doubled. */
@OnEveryDatabase
class VotesTest extends AbstractQuestionTest
{
    private static final int VOTERS = 12;

    @Test
    void theSameVoteSentManyTimesAtOnceCountsOnce() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId answer = answer(this.bert, question);
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            work.add(() -> this.service.vote(this.carl, question, 1));
            work.add(() -> this.service.vote(this.carl, answer, 1));
        }
        atOnce(work);
        assertThat(view(this.carl, question).post().tally()).isEqualTo(new Tally(1, 0, 1));
        assertThat(view(this.carl, question).answers().get(0).tally()).isEqualTo(new Tally(1, 0, 1));
        assertThat(this.ledger.about(WIKI, question.value())).hasSize(2);
    }

    @Test
    void votesOfManyAtOnceAreAllCounted() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < VOTERS; i++) {
            UserId voter = this.wiki.account("voter" + i);
            int value = i % 3 == 0 ? -1 : 1;
            work.add(() -> this.service.vote(voter, question, value));
        }
        atOnce(work);
        assertThat(view(this.anna, question).post().tally()).isEqualTo(new Tally(8, 4, 0));
    }

    @Test
    void countersEqualTheVotesHoweverTheyAreChangedAtOnce() throws Exception
    {
        List<PostId> posts = List.of(ask(this.anna, TITLE), ask(this.anna, "Another question here"));
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < VOTERS; i++) {
            UserId voter = this.wiki.account("voter" + i);
            for (int round = 0; round < 4; round++) {
                int value = (i + round) % 3 - 1;
                work.add(() -> this.service.vote(voter, posts.get(value == 0 ? 0 : 1), value));
                work.add(() -> this.service.vote(voter, posts.get(0), -value));
            }
        }
        atOnce(work);
        for (PostId post : posts) {
            Tally tally = view(this.anna, post).post().tally();
            List<Integer> values = this.ledger.read(s -> s
                .createQuery("select value from VoteRow where post = :post", Integer.class)
                .setParameter("post", post.value()).getResultList());
            assertThat(tally.up()).isEqualTo((int) values.stream().filter(v -> v > 0).count());
            assertThat(tally.down()).isEqualTo((int) values.stream().filter(v -> v < 0).count());
            int ledger = this.ledger.about(WIKI, post.value()).stream().skip(1).mapToInt(e -> e.getWeight()).sum();
            assertThat(tally.score()).isEqualTo(ledger);
        }
    }

    @Test
    void oneAcceptanceStandsHoweverOftenItIsSentAtOnce() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId answer = answer(this.bert, question);
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            work.add(() -> {
                this.service.accept(this.anna, answer, true);
                return null;
            });
        }
        atOnce(work);
        assertThat(this.ledger.about(WIKI, answer.value())).hasSize(2);
        this.service.accept(this.anna, answer, false);
        assertThat(view(this.anna, question).summary().accepted()).isFalse();
    }

    private static void atOnce(List<Callable<Object>> work) throws Exception
    {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
