/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.junit.jupiter.api.Test;

/** Pages that are moved or copied outside of the suite. */
@OnEveryDatabase
class MovedPagesTest extends AbstractPageSynchroniserTest
{
    @Test
    void aMoveToAnotherCommunityTakesAnswersAndVotesAlong() throws Exception
    {
        this.service.vote(this.carl, this.question, 1);
        this.service.accept(this.anna, this.answer, true);
        CommunityView other = found("Other things", CommunityService.Visibility.OPEN);
        PageId to = other.space().child("Questions").child("moved").home();
        this.wiki.pages().move(page(this.question), to, this.admin);
        settle();

        QuestionView view = view(this.anna, this.question);
        assertThat(view.summary().page()).isEqualTo(to);
        assertThat(view.summary().communityTitle()).isEqualTo("Other things");
        assertThat(view.summary().score()).isEqualTo(1);
        assertThat(view.answers().get(0).accepted()).isTrue();
        assertThat(view.answers().get(0).page().space()).isEqualTo(to.space());
        assertThat(acts(this.question)).contains(QuestionActs.MOVED.name()).doesNotContain(QuestionActs.DELETED.name());
        assertThat(actor(this.question, QuestionActs.MOVED)).isEqualTo(this.admin);
        assertThat(counts(other)).containsExactly(1, 1);
        assertThat(counts(this.community)).containsExactly(0, 0);
    }

    @Test
    void pagesThatAreMovedLongBeforeWhatTheyBelongToFollowWhenItArrives() throws Exception
    {
        this.service.vote(this.carl, this.question, 1);
        SpaceId to = SpaceId.of(WIKI, "Communities", "Moved");
        PageId place = to.child("Questions").child("moved").home();
        this.wiki.pages().move(page(this.answer), place.space().page("Answer"), this.admin);
        settle();
        this.wiki.pages().move(page(this.question), place, this.admin);
        settle();
        this.wiki.pages().move(this.community.page(), to.home(), this.admin);
        settle();

        QuestionView view = view(this.anna, this.question);
        assertThat(view.summary().page()).isEqualTo(place);
        assertThat(view.summary().score()).isEqualTo(1);
        assertThat(view.answers()).singleElement().satisfies(post -> assertThat(post.page().space()).isEqualTo(place.space()));
        assertThat(counts(this.community)).containsExactly(1, 1);
        assertThat(this.synchroniser.reconcile(WIKI)).isZero();
    }

    @Test
    void aCopyByTheAuthorOfAPageThatWasMovedUnseenIsAQuestionOfItsOwn() throws Exception
    {
        this.service.vote(this.carl, this.question, 1);
        PageId moved = this.community.space().child("Questions").child("moved").home();
        this.wiki.pages().setSilent(true);
        this.wiki.pages().move(page(this.question), moved, this.admin);
        this.wiki.pages().setSilent(false);
        PageId place = this.community.space().child("Questions").child("copy").home();
        this.wiki.pages().copy(moved, place, this.anna);
        settle();
        this.synchroniser.reconcile(WIKI);

        assertThat(page(this.question)).isEqualTo(moved);
        QuestionView copy = view(this.anna, this.queries.at(this.anna, place).id());
        assertThat(copy.summary().id()).isNotEqualTo(this.question);
        assertThat(copy.summary().score()).isZero();
    }

    @Test
    void aCopyIsAQuestionOfItsOwn() throws Exception
    {
        PageId original = page(this.question);
        PageId place = this.community.space().child("Questions").child("copy").home();
        this.service.vote(this.carl, this.question, 1);
        this.service.comment(this.carl, this.question, UUID.randomUUID(), "On the original.");
        this.wiki.pages().copy(original, place, this.bert);
        settle();

        assertThat(page(this.question)).isEqualTo(original);
        PostId copy = this.queries.at(this.anna, place).id();
        assertThat(copy).isNotEqualTo(this.question);
        QuestionView view = view(this.anna, copy);
        assertThat(view.summary().author().name()).isEqualTo("Bert");
        assertThat(view.summary().score()).isZero();
        assertThat(view.answers()).isEmpty();
        assertThat(this.wiki.pages().history(place).get(0).version()).isEqualTo("1.2");
    }

    @Test
    void anAnswerMovedToAnotherQuestionIsMovedByWhoMovedIt() throws Exception
    {
        PostId other = ask(this.carl, "Another question for the answer");
        this.wiki.pages().move(page(this.answer), page(other).space().page("Answer-moved"), this.fay);
        settle();

        assertThat(view(this.anna, this.question).answers()).isEmpty();
        assertThat(view(this.anna, other).answers()).extracting(post -> post.id()).containsExactly(this.answer);
        assertThat(actor(this.answer, QuestionActs.MOVED)).isEqualTo(this.fay);
        assertThat(view(this.anna, other).answers().get(0).author().name()).isEqualTo("Bert");
    }
}
