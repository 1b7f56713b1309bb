/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.expertise.ExpertiseService.EvidencePage;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource.AnswerFacts;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The best answers to different questions are kept, in whatever order answers are read. */
class AnsweredTagTest
{
    private static final PostId BREAD = new PostId(UUID.randomUUID());

    private static final PostId CAKE = new PostId(UUID.randomUUID());

    private static final PostId ROLLS = new PostId(UUID.randomUUID());

    @Test
    void namesEachQuestionOnce()
    {
        assertThat(best(answer(BREAD, "Bread", 5), answer(BREAD, "Bread", 9), answer(CAKE, "Cake", 1)))
            .containsExactly("Bread", "Cake");
    }

    @Test
    void takesABetterAnswerToAQuestionThatWasLeftOutBefore()
    {
        assertThat(best(answer(ROLLS, "Rolls", 1), answer(BREAD, "Bread", 5), answer(CAKE, "Cake", 4), answer(ROLLS, "Rolls", 7)))
            .containsExactly("Rolls", "Bread");
    }

    @Test
    void keepsTheBetterAnswerWhenAWorseOneFollows()
    {
        assertThat(best(answer(BREAD, "Bread", 5), answer(CAKE, "Cake", 4), answer(BREAD, "Bread", 0), answer(ROLLS, "Rolls", 3)))
            .containsExactly("Bread", "Cake");
    }

    private static List<String> best(AnswerFacts... answers)
    {
        List<AnsweredTag> tags = AnsweredTag.of(List.of(answers), Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
        assertThat(tags).singleElement().satisfies(tag -> assertThat(tag.answers()).isEqualTo(answers.length));
        return tags.get(0).best().stream().map(EvidencePage::title).toList();
    }

    private static AnswerFacts answer(PostId question, String title, int score)
    {
        return new AnswerFacts(new PostId(UUID.randomUUID()), question, title, PageId.parse("xwiki:Questions." + title),
            new UserId("xwiki:XWiki.Ada"), List.of("baking"), Instant.parse("2025-12-01T00:00:00Z"), score, false);
    }
}
