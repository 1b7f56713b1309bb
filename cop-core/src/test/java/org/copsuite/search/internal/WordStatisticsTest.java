/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.List;
import java.util.UUID;

import org.copsuite.question.QuestionService.Post;
import org.copsuite.search.AbstractIndexTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** How common words are, by what everybody may view now. */
class WordStatisticsTest extends AbstractIndexTest
{
    private WordStatistics.Counts counts() throws Exception
    {
        caughtUp();
        return this.wiki.get(WordStatistics.class).of(List.of("croissant", "brioche", "oven"));
    }


    @Test
    void whatIsLikelyToBeReadNextIsCountedWhenItIsRead() throws Exception
    {
        ask(this.anna, this.open, "A brioche in the oven?", "It is pale.");
        ask(this.boss, this.secret, "A croissant?", "Of brioche, with secret butter.");
        caughtUp();
        WordStatistics statistics = this.wiki.get(WordStatistics.class);

        assertThat(statistics.of(List.of("brioche"), List.of("oven", "butter", "ovenbrioche")).frequency("brioche")).isEqualTo(1);

        WordStatistics.Counts next = statistics.of(List.of("oven", "butter", "ovenbrioche", "brioche"));
        assertThat(next.frequency("oven")).isEqualTo(1);
        assertThat(next.frequency("butter")).isZero();
        assertThat(next.frequency("ovenbrioche")).isZero();
        assertThat(next.boost(WordStatistics.TEXT, "oven")).isPositive();
    }

    /** Lucene's dictionaries count them until segments are merged, and when that is, private writes decide. */
    @Test
    void whatWasReplacedAndDeletedIsNotCounted() throws Exception
    {
        Post post = ask(this.anna, this.open, "A brioche in the oven?", "It is pale.");
        ask(this.anna, this.open, "A croissant?", "It is pale.");
        Post gone = ask(this.anna, this.open, "Another croissant?", "It is pale.");
        caughtUp();
        for (int i = 0; i < 6; i++) {
            this.questions.answer(this.bert, post.id(), UUID.randomUUID(), "Answer number " + i + " about the oven.");
            caughtUp();
        }
        this.questions.delete(this.boss, gone.id());

        WordStatistics.Counts before = counts();
        assertThat(before.documents()).as("two questions and their community").isEqualTo(3);
        assertThat(before.frequency("brioche")).isEqualTo(1);
        assertThat(before.frequency("oven")).isEqualTo(1);
        assertThat(before.frequency("croissant")).isEqualTo(1);
        double weight = before.weight("brioche");
        double product = before.boost(WordStatistics.TITLE, "brioche");
        assertThat(product).isGreaterThan(0);

        for (int i = 0; i < 12; i++) {
            ask(this.boss, this.secret, "Our croissant number " + i, "A brioche in a secret oven.");
            caughtUp();
        }
        index.client().optimize();
        this.wiki.get(IndexState.class).changed();

        WordStatistics.Counts after = counts();
        assertThat(after.documents()).isEqualTo(3);
        assertThat(after.weight("brioche")).isCloseTo(weight, within(1e-12));
        assertThat(after.weight("croissant")).isCloseTo(before.weight("croissant"), within(1e-12));
    }
}
