/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService.Tally;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

/** Names that differ in case or in an accent only: different ones for a wiki, and so for every database. */
@OnEveryDatabase
class NamesTest extends AbstractQuestionTest
{
    @Test
    void twoPeopleWhoseNamesDifferInCaseVoteEachForThemselves() throws Exception
    {
        UserId upper = this.wiki.account("Dora");
        UserId lower = this.wiki.account("dora");
        UserId accent = this.wiki.account("dóra");
        PostId question = ask(this.anna, TITLE);
        this.service.vote(upper, question, 1);
        this.service.vote(lower, question, 1);
        this.service.vote(accent, question, -1);
        assertThat(view(this.bert, question).post().tally()).isEqualTo(new Tally(2, 1, 0));
        this.service.vote(lower, question, 0);
        assertThat(view(upper, question).post().tally()).isEqualTo(new Tally(1, 1, 1));
        assertThat(view(lower, question).post().tally()).isEqualTo(new Tally(1, 1, 0));
    }

    @Test
    void tagsThatDifferInAnAccentAreTwo() throws Exception
    {
        ask(this.anna, TITLE, "resume", "résumé");
        ask(this.anna, "Another question with one of them", "résumé");
        assertThat(this.queries.tags(this.bert, WIKI, null, "r", 10)).extracting(t -> t.tag() + " " + t.questions())
            .containsExactlyInAnyOrder("resume 1", "résumé 2");
    }

    @Test
    void whoWroteUnderOneNameDidNotUnderTheOther() throws Exception
    {
        UserId upper = this.wiki.account("Dora");
        UserId lower = this.wiki.account("dora");
        PostId question = ask(upper, TITLE);
        assertThat(view(lower, question).post().may().vote()).isTrue();
        assertThat(view(upper, question).post().may().vote()).isFalse();
    }
}
