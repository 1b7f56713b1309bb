/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.PostMay;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.question.QuestionQueries.QuestionMay;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Protection;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class QuestionPageReaderTest extends AbstractQuestionTest
{
    @Test
    void aQuestionWithThirtyAnswersCostsAtMostNineStatements() throws Exception
    {
        PostId question = ask(this.anna, TITLE, "tag");
        for (int i = 0; i < 30; i++) {
            PostId answer = answer(i % 2 == 0 ? this.bert : this.carl, question, "Answer " + i);
            this.service.comment(this.anna, answer, UUID.randomUUID(), "Thank you.");
            this.service.vote(this.fay, answer, 1);
        }
        PostId copy = ask(this.bert, "The same question again", "tag");
        this.service.close(this.fay, copy, ClosingReason.DUPLICATE, question);

        this.wiki.database().startCounting();
        QuestionView view = view(this.fay, question);
        assertThat(this.wiki.database().statements()).isLessThanOrEqualTo(9);
        assertThat(view.answers()).hasSize(30).allSatisfy(a -> {
            assertThat(a.tally().mine()).isEqualTo(1);
            assertThat(a.comments()).hasSize(1);
        });
        assertThat(view.linked()).hasSize(1);
    }

    @Test
    void aQuestionIsReadOnceUntilSomethingChangesButForWhatIsTheReadersOwn() throws Exception
    {
        PostId question = ask(this.anna, TITLE, "tag");
        PostId answer = answer(this.bert, question);
        this.service.vote(this.fay, answer, 1);
        assertThat(view(this.fay, question).answers().get(0).tally().mine()).isEqualTo(1);

        this.wiki.database().startCounting();
        assertThat(view(this.carl, question).answers().get(0).tally().mine()).isZero();
        assertThat(this.wiki.database().statements()).isEqualTo(2);
        assertThat(view(this.carl, question).answers().get(0).may().vote()).isTrue();
        assertThat(view(this.bert, question).answers().get(0).may().vote()).isFalse();

        this.service.comment(this.carl, answer, UUID.randomUUID(), "Thank you.");
        assertThat(view(this.fay, question).answers().get(0).comments()).hasSize(1);
        this.service.delete(this.bert, answer);
        assertThat(view(this.fay, question).answers()).isEmpty();
    }

    @Test
    void anAcceptedAnswerStandsFirstUnlessItIsOutscored() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId plain = answer(this.bert, question, "Plain.");
        PostId accepted = answer(this.carl, question, "Accepted.");
        this.service.accept(this.anna, accepted, true);
        assertThat(bodies(question, AnswerOrder.SCORE)).containsExactly("Accepted.", "Plain.");
        this.service.vote(this.fay, plain, 1);
        assertThat(bodies(question, AnswerOrder.SCORE)).containsExactly("Plain.", "Accepted.");
        assertThat(view(this.anna, question).answers().get(1).accepted()).isTrue();
        this.service.vote(this.fay, accepted, 1);
        assertThat(bodies(question, AnswerOrder.SCORE)).containsExactly("Accepted.", "Plain.");
    }

    @Test
    void answersAreOrderedByAgeOrByActivity() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        List<PostId> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(answer(this.bert, question, "Answer " + i));
            this.wiki.database()
                .execute("update cop_answer set created = " + i + ", active = " + i + " where id = '" + answers.get(i) + "'");
        }
        assertThat(bodies(question, AnswerOrder.OLDEST)).containsExactly("Answer 0", "Answer 1", "Answer 2");
        this.wiki.database().execute("update cop_answer set active = 9 where id = '" + answers.get(1) + "'");
        assertThat(bodies(question, AnswerOrder.ACTIVE)).containsExactly("Answer 1", "Answer 2", "Answer 0");
    }

    @Test
    void whereTimesAreEqualTheAnswerThatWasWrittenOrEditedLastIsTheMostActive() throws Exception
    {
        this.wiki.pages().stopClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        PostId question = ask(this.anna, TITLE);
        List<PostId> answers = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(answer(this.bert, question, "Answer " + i));
            expected.add(0, "Answer " + i);
        }
        assertThat(bodies(question, AnswerOrder.ACTIVE)).isEqualTo(expected);

        for (int i : List.of(6, 2, 4)) {
            this.service.edit(this.bert, answers.get(i), new Edit(null, "Edited " + i, null, "1.1", "", false));
            expected.remove("Answer " + i);
            expected.add(0, "Edited " + i);
        }
        this.service.edit(this.bert, answers.get(0), new Edit(null, "Answer 0", null, "1.1", "", true));
        assertThat(bodies(question, AnswerOrder.ACTIVE)).as("a small correction is no activity").isEqualTo(expected);
        assertThat(bodies(question, AnswerOrder.OLDEST)).startsWith("Answer 0", "Answer 1", "Edited 2").hasSize(10);
    }

    @Test
    void aSmallCorrectionDoesNotMakeAnAnswerActive() throws Exception
    {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        this.wiki.pages().stopClock(start);
        PostId question = ask(this.anna, TITLE);
        PostId first = answer(this.bert, question, "First.");
        this.wiki.pages().stopClock(start.plusSeconds(5));
        answer(this.carl, question, "Second.");
        this.wiki.pages().stopClock(start.plusSeconds(10));
        this.service.edit(this.bert, first, new Edit(null, "First, corrected.", null, "1.1", "", true));
        assertThat(bodies(question, AnswerOrder.ACTIVE)).containsExactly("Second.", "First, corrected.");

        this.service.edit(this.bert, first, new Edit(null, "First, edited.", null, "1.2", "", false));
        assertThat(bodies(question, AnswerOrder.ACTIVE)).containsExactly("First, edited.", "Second.");
    }

    @Test
    void eachReaderIsToldWhatTheyMay() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);

        QuestionView guest = view(UserId.GUEST, question);
        assertThat(guest.may()).isEqualTo(new QuestionMay(false, false, false, false));
        assertThat(guest.post().may()).isEqualTo(new PostMay(false, false, false, false, false, false));

        QuestionView asker = view(this.anna, question);
        assertThat(asker.may()).isEqualTo(new QuestionMay(true, true, false, true));
        assertThat(asker.post().may()).isEqualTo(new PostMay(false, false, true, true, false, false));
        assertThat(asker.answers().get(0).may()).isEqualTo(new PostMay(true, true, true, false, true, false));

        QuestionView answerer = view(this.bert, question);
        assertThat(answerer.answers().get(0).may()).isEqualTo(new PostMay(false, false, true, true, false, true));
        assertThat(answerer.may()).isEqualTo(new QuestionMay(true, false, false, false));

        QuestionView facilitator = view(this.fay, question);
        assertThat(facilitator.post().may()).isEqualTo(new PostMay(true, true, true, true, false, true));
        assertThat(facilitator.answers().get(0).may()).isEqualTo(new PostMay(true, true, true, true, true, true));

        this.service.close(this.anna, question, ClosingReason.UNCLEAR, null);
        assertThat(view(this.anna, question).may()).isEqualTo(new QuestionMay(false, false, true, true));
        assertThat(view(this.bert, question).may()).isEqualTo(new QuestionMay(false, false, false, false));
    }

    @Test
    void aDuplicateOfWhatOneMayNotSeeIsNotNamed() throws Exception
    {
        PostId hidden = ask(this.admin, found("Closed circle", CommunityService.Visibility.PRIVATE), "Hidden question");
        PostId question = ask(this.anna, TITLE);
        this.service.close(this.admin, question, ClosingReason.DUPLICATE, hidden);
        assertThat(view(this.anna, question).closing().duplicateOf()).isNull();
        assertThat(view(this.anna, question).linked()).isEmpty();
        assertThat(view(this.admin, question).closing().duplicateOf().id()).isEqualTo(hidden);
    }

    @Test
    void aPostIsFoundByItsPageAndByItsId() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId answer = answer(this.bert, question);
        PostRef ref = this.queries.find(this.carl, answer);
        assertThat(ref.question()).isEqualTo(question);
        assertThat(ref.community()).isEqualTo(this.community.id());
        assertThat(this.queries.at(this.carl, ref.page())).isEqualTo(ref);
        assertThat(this.queries.at(this.carl, ref.questionPage()).id()).isEqualTo(question);
        refusal(Kind.NOT_FOUND, () -> this.queries.at(this.carl, this.community.page()));
    }

    @Test
    void namesOfThoseWhoLeftAreShownAsSuch() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        this.wiki.people().remove(this.anna);
        assertThat(view(this.bert, question).summary().author().name()).isEqualTo("Former member");
    }

    @Test
    void noneOfTheTextsOfARestrictedAnswerShow() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId answer = answer(this.bert, question);
        PageId page = this.queries.find(this.anna, answer).page();
        this.wiki.access().restrict(page, Set.of(this.carl));
        this.wiki.pages().edit(page, "", "Restricted.", this.bert);
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);
        assertThat(view(this.anna, question).answers()).isEmpty();
        assertThat(view(this.carl, question).answers()).hasSize(1);
    }

    @Test
    void anAnswerInASpaceOfOthersShowsToThemAlone() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostRef answer = this.queries.find(this.anna, answer(this.bert, question));
        SpaceId inner = answer.questionPage().space().child("Inner");
        this.wiki.pages().move(answer.page(), inner.page("Answer"), this.admin);
        this.wiki.access().protect(inner, new Protection(null, null, this.wiki.groups().create(WIKI, "nobody"),
            this.wiki.groups().create(WIKI, "nobody")));
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);
        assertThat(view(this.anna, question).answers()).isEmpty();
        assertThat(view(this.admin, question).answers()).hasSize(1);
    }

    private List<String> bodies(PostId question, AnswerOrder order) throws Exception
    {
        return this.queries.question(this.anna, question, ThreadQuery.of(order)).answers().stream().map(PostView::body).toList();
    }
}
