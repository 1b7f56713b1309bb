/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.person.Persons;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.question.QuestionService.Tally;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryDatabase
class DefaultQuestionServiceTest extends AbstractQuestionTest
{
    @Test
    void aQuestionIsAPageAndARowOfTheLedger() throws Exception
    {
        UUID id = UUID.randomUUID();
        Post post = this.service.ask(this.anna,
            new Ask(id, this.community.id(), "  How does one\tprove an  invariant? ", BODY, List.of("Loop Invariant", "#c")));

        Page page = this.wiki.pages().load(post.page()).orElseThrow();
        assertThat(page.id().toString()).isEqualTo("xwiki:Communities.proofs.Questions.how-does-one-prove-an-invariant-"
            + id.toString().substring(0, 8) + ".WebHome");
        assertThat(page.title()).isEqualTo(TITLE);
        assertThat(page.content()).isEqualTo(BODY);
        assertThat(page.author()).isEqualTo(this.anna);
        assertThat(page.object().orElseThrow().type()).isEqualTo("question");
        assertThat(page.object().orElseThrow().get("tags")).isEqualTo("loop-invariant c");
        LedgerEntry row = this.ledger.about(WIKI, id).get(0);
        assertThat(row.is(QuestionActs.ASKED)).isTrue();
        assertThat(row.getActor()).isEqualTo(this.anna);
        assertThat(row.getCommunity()).isEqualTo(this.community.id());

        QuestionView view = view(UserId.GUEST, post.id());
        assertThat(view.summary().title()).isEqualTo(TITLE);
        assertThat(view.summary().summary()).isEqualTo("I have a loop and no idea.");
        assertThat(view.summary().tags()).containsExactly("loop-invariant", "c");
        assertThat(view.summary().author().name()).isEqualTo("Anna");
        assertThat(view.summary().communityTitle()).isEqualTo("Proofs");
        assertThat(view.post().body()).isEqualTo(BODY);
        assertThat(view.post().edited()).isNull();
        assertThat(view.answers()).isEmpty();
        assertThat(this.communities.get(this.anna, WIKI, this.community.id()).questions()).isEqualTo(1);
    }

    @Test
    void sendingAFormTwiceAsksOnce() throws Exception
    {
        Ask ask = new Ask(UUID.randomUUID(), this.community.id(), TITLE, BODY, List.of());
        Post first = this.service.ask(this.anna, ask);
        assertThat(this.service.ask(this.anna, ask)).isEqualTo(first);
        assertThat(list(this.anna, Order.NEWEST)).hasSize(1);
        refusal(Kind.NOT_FOUND, () -> this.service.ask(this.bert, ask));
        refusal(Kind.NOT_FOUND,
            () -> this.service.answer(this.anna, first.id(), first.id().value(), "With the id of the question."));
    }

    @Test
    void aPageWithoutALedgerRowIsTakenWhenTheFormIsSentAgain() throws Exception
    {
        Ask ask = new Ask(UUID.randomUUID(), this.community.id(), TITLE, BODY, List.of());
        QuestionForm form = QuestionForm.question(TITLE, BODY, List.of());
        this.wiki.pages().save(PostPageIds.question(PostPageIds.question(this.community.space(), TITLE, ask.id()),
            ask.id(),
            this.anna, form));
        this.service.ask(this.anna, ask);
        assertThat(list(this.anna, Order.NEWEST)).hasSize(1);
    }

    @Test
    void whatIsWrongWithAFormIsSaidAtOnce()
    {
        CopException refusal = refusal(Kind.INVALID, () -> this.service.ask(this.anna,
            new Ask(UUID.randomUUID(), this.community.id(), "Short", " \n\u0000 ", List.of("a", "%"))));
        assertThat(refusal.getFields().keySet()).containsExactly("title", "body", "tags");
        assertThat(refusal.getFields().get("title").key()).isEqualTo("cop.question.error.title.short");
        assertThat(refusal.getFields().get("title").arguments()).containsExactly(10, 5);
        assertThat(refusal.getFields().get("body").key()).isEqualTo("cop.question.error.body.blank");
        assertThat(refusal.getFields().get("tags").key()).isEqualTo("cop.question.error.tags.form");
        refusal(Kind.INVALID,
            () -> this.service.ask(this.anna, new Ask(UUID.randomUUID(), null, TITLE, BODY, List.of())));
        refusal(Kind.INVALID, () -> ask(this.anna, "x".repeat(QuestionService.TITLE_MAXIMUM + 1)));
        refusal(Kind.INVALID, () -> ask(this.anna, "\uD83D\uDE00".repeat(QuestionService.TITLE_MAXIMUM)));
        refusal(Kind.INVALID, () -> ask(this.anna, TITLE, "a", "b", "c", "d", "e", "f", "g"));
        refusal(Kind.INVALID, () -> this.service.ask(this.anna, new Ask(UUID.randomUUID(), this.community.id(), TITLE,
            "x".repeat(QuestionService.TEXT_MAXIMUM + 1), List.of())));
    }

    @Test
    void whatNoDatabaseHoldsIsLeftOut() throws Exception
    {
        Ask ask = new Ask(UUID.randomUUID(), this.community.id(), "A title\u0000 with \u202Eeverything\uD800 in it",
            "null \u0000, half \uDC00 a pair, a \uD83D\uDE00 whole one\r\nand two lines", List.of());
        QuestionView view = view(this.anna, this.service.ask(this.anna, ask).id());
        assertThat(view.summary().title()).isEqualTo("A title with everything in it");
        assertThat(view.post().body()).isEqualTo("null , half  a pair, a \uD83D\uDE00 whole one\nand two lines");
    }

    @Test
    void whoMayNotTakePartIsRefused() throws Exception
    {
        CommunityView closed = found("Closed circle", CommunityService.Visibility.PRIVATE);
        PostId inside = ask(this.admin, closed, TITLE);
        PostId question = ask(this.anna, TITLE);
        PostId answer = answer(this.bert, question);

        refusal(Kind.SIGN_IN, () -> ask(UserId.GUEST, TITLE));
        refusal(Kind.NOT_FOUND, () -> ask(this.anna, closed, TITLE));
        refusal(Kind.FORBIDDEN, () -> ask(Persons.Imported.idOf("other", "1"), TITLE));
        refusal(Kind.SIGN_IN, () -> answer(UserId.GUEST, question));
        refusal(Kind.NOT_FOUND, () -> answer(this.anna, inside));
        refusal(Kind.NOT_FOUND, () -> answer(this.anna, answer));
        refusal(Kind.NOT_FOUND, () -> this.service.vote(this.anna, inside, 1));
        refusal(Kind.NOT_FOUND, () -> this.service.comment(this.anna, inside, UUID.randomUUID(), "Hm."));
        refusal(Kind.NOT_FOUND, () -> view(this.anna, inside));
        refusal(Kind.SIGN_IN, () -> this.service.vote(UserId.GUEST, question, 1));
        refusal(Kind.FORBIDDEN, () -> this.service.accept(this.bert, answer, true));
        refusal(Kind.FORBIDDEN, () -> this.service.close(this.bert, question, ClosingReason.UNCLEAR, null));
        refusal(Kind.FORBIDDEN, () -> this.service.delete(this.bert, question));
        refusal(Kind.FORBIDDEN,
            () -> this.service.edit(this.bert, question, new Edit(TITLE, BODY, List.of(), "1.1", "", false)));
        refusal(Kind.NOT_FOUND, () -> this.service.vote(this.anna, new PostId(UUID.randomUUID()), 1));
        refusal(Kind.NOT_FOUND, () -> this.service.accept(this.anna, question, true));
    }

    @Test
    void anAnswerStandsInItsQuestionsSpaceAndIsHidden() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        UUID id = UUID.randomUUID();
        Post answer = this.service.answer(this.bert, question, id, "By induction.");
        assertThat(this.service.answer(this.bert, question, id, "By induction.")).isEqualTo(answer);

        Page page = this.wiki.pages().load(answer.page()).orElseThrow();
        assertThat(page.id().name()).isEqualTo("Answer-" + id.toString().substring(0, 8));
        assertThat(page.id().space()).isEqualTo(this.queries.find(this.anna, question).page().space());
        assertThat(page.hidden()).isTrue();
        assertThat(answer.question()).isEqualTo(question);
        QuestionView view = view(this.anna, question);
        assertThat(view.answers()).extracting(PostView::body).containsExactly("By induction.");
        assertThat(view.summary().answers()).isEqualTo(1);
        assertThat(this.ledger.about(WIKI, id)).extracting(LedgerEntry::getBeneficiary).containsExactly(this.anna);
        assertThat(this.communities.get(this.anna, WIKI, this.community.id()).answers()).isEqualTo(1);
        refusal(Kind.INVALID, () -> answer(this.bert, question, " "));
    }

    @Test
    void anEditShowsAndAStaleOneConflicts() throws Exception
    {
        PostId question = ask(this.anna, TITLE, "old");
        Edit edit = new Edit("How does one find an invariant?", "Better said.", List.of("new"), "1.1", "clearer", false);
        Post edited = this.service.edit(this.anna, question, edit);
        assertThat(edited.version()).isEqualTo("2.1");
        QuestionView view = view(this.anna, question);
        assertThat(view.summary().title()).isEqualTo("How does one find an invariant?");
        assertThat(view.summary().tags()).containsExactly("new");
        assertThat(view.post().body()).isEqualTo("Better said.");
        assertThat(view.post().edited()).isNotNull();
        assertThat(this.ledger.about(WIKI, question.value())).extracting(LedgerEntry::getActName)
            .containsExactly(QuestionActs.ASKED.name(), QuestionActs.EDITED.name());

        CopException conflict = refusal(Kind.CONFLICT, () -> this.service.edit(this.fay, question,
            new Edit("Something else entirely", "Mine.", List.of(), "1.1", "", false)));
        assertThat(conflict.getCurrent().orElseThrow().content()).isEqualTo("Better said.");
    }

    @Test
    void savingWithoutAChangeMakesNoVersion() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        assertThat(this.service.edit(this.anna, question, new Edit(TITLE, BODY, List.of(), "1.1", "", false)).version())
            .isEqualTo("1.1");
    }

    @Test
    void facilitatorsEditWhatMembersWroteAndTheAuthorStays() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId answer = answer(this.bert, question);
        this.service.edit(this.fay, answer, new Edit(null, "Corrected.", null, "1.1", "", true));
        PostView view = view(this.anna, question).answers().get(0);
        assertThat(view.body()).isEqualTo("Corrected.");
        assertThat(view.author().name()).isEqualTo("Bert");
    }

    @Test
    void commentsStandOnPageAndPost() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId answer = answer(this.bert, question);
        UUID id = UUID.randomUUID();
        assertThat(this.service.comment(this.carl, answer, id, "Which loop?")).isEqualTo(id);
        assertThat(this.service.comment(this.carl, answer, id, "Which loop?")).isEqualTo(id);
        this.service.comment(this.bert, question, UUID.randomUUID(), "Nice one.");
        refusal(Kind.NOT_FOUND, () -> this.service.comment(this.anna, answer, id, "Mine now."));
        refusal(Kind.INVALID, () -> this.service.comment(this.carl, answer, UUID.randomUUID(), ""));
        refusal(Kind.INVALID, () -> this.service.comment(this.carl, answer, UUID.randomUUID(), "x".repeat(2001)));

        QuestionView view = view(this.carl, question);
        assertThat(view.post().comments()).extracting(c -> c.author().name() + ": " + c.text())
            .containsExactly("Bert: Nice one.");
        assertThat(view.answers().get(0).comments()).extracting(c -> c.author().name() + ": " + c.text())
            .containsExactly("Carl: Which loop?");
        assertThat(view.answers().get(0).comments().get(0).mayDelete()).isTrue();
        assertThat(view.post().comments().get(0).mayDelete()).isFalse();
        assertThat(this.wiki.pages().comments(view.answers().get(0).page())).hasSize(1);

        refusal(Kind.FORBIDDEN, () -> this.service.deleteComment(this.anna, id));
        this.service.deleteComment(this.carl, id);
        assertThat(view(this.carl, question).answers().get(0).comments()).isEmpty();
        assertThat(this.wiki.pages().comments(view.answers().get(0).page())).isEmpty();
        refusal(Kind.NOT_FOUND, () -> this.service.deleteComment(this.carl, id));
        this.service.deleteComment(this.fay, view.post().comments().get(0).id());
        assertThat(view(this.carl, question).post().comments()).isEmpty();
    }

    @Test
    void aVoteIsCastChangedAndWithdrawn() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        assertThat(this.service.vote(this.bert, question, 1)).isEqualTo(new Tally(1, 0, 1));
        assertThat(this.service.vote(this.bert, question, 1)).isEqualTo(new Tally(1, 0, 1));
        assertThat(this.service.vote(this.carl, question, -1)).isEqualTo(new Tally(1, 1, -1));
        assertThat(this.service.vote(this.bert, question, -1)).isEqualTo(new Tally(0, 2, -1));
        assertThat(this.service.vote(this.bert, question, 0)).isEqualTo(new Tally(0, 1, 0));
        assertThat(this.service.vote(this.bert, question, 0)).isEqualTo(new Tally(0, 1, 0));
        assertThat(this.service.vote(this.bert, question, 1)).isEqualTo(new Tally(1, 1, 1));
        assertThat(view(this.bert, question).post().tally()).isEqualTo(new Tally(1, 1, 1));
        assertThat(view(this.anna, question).summary().score()).isZero();
        assertThat(this.ledger.about(WIKI, question.value())).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, -2, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aVoteIsOneUpOrOneDown(int value) throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        refusal(Kind.INVALID, () -> this.service.vote(this.bert, question, value));
    }

    @Test
    void nobodyVotesOnTheOwnPost() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        CopException refusal = refusal(Kind.FORBIDDEN, () -> this.service.vote(this.anna, question, 1));
        assertThat(refusal.getText().key()).isEqualTo("cop.question.vote.own");
    }

    @Test
    void downVotesCanBeSwitchedOffByAnAdministrator() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        this.service.vote(this.bert, question, -1);
        refusal(Kind.FORBIDDEN, () -> switchDownVotes(this.fay, "false"));
        assertThat(this.service.hasDownVotes(WIKI)).isTrue();

        switchDownVotes(this.admin, "false");

        assertThat(this.service.hasDownVotes(WIKI)).isFalse();
        assertThat(refusal(Kind.INVALID, () -> this.service.vote(this.carl, question, -1)).getFields().get("value").key())
            .isEqualTo("cop.question.vote.noDown");
        assertThat(view(this.carl, question).post().may().voteDown()).isFalse();
        assertThat(view(this.carl, question).post().may().vote()).isTrue();
        assertThat(this.service.vote(this.carl, question, 1).score()).isZero();
        assertThat(this.service.vote(this.bert, question, 0).score()).isEqualTo(1);

        switchDownVotes(this.admin, "true");
        assertThat(this.service.vote(this.bert, question, -1).score()).isZero();
    }

    private void switchDownVotes(UserId actor, String on) throws CopException
    {
        this.wiki.get(Settings.class).change(actor, SettingTarget.wiki(WIKI), Map.of("question.down-votes", on));
    }

    @Test
    void theAskerAcceptsAndTakesItBack() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId first = answer(this.bert, question);
        PostId second = answer(this.carl, question);
        this.service.accept(this.anna, first, true);
        this.service.accept(this.anna, first, true);
        this.service.accept(this.fay, second, true);
        assertThat(view(this.anna, question).answers()).extracting(PostView::accepted).containsExactly(true, true);
        assertThat(view(this.anna, question).summary().accepted()).isTrue();
        assertThat(this.ledger.about(WIKI, first.value())).filteredOn(e -> e.is(QuestionActs.ACCEPTED))
            .extracting(LedgerEntry::getBeneficiary).containsExactly(this.bert);

        this.service.accept(this.anna, first, false);
        this.service.accept(this.anna, first, false);
        this.service.accept(this.anna, second, false);
        assertThat(view(this.anna, question).summary().accepted()).isFalse();
        this.service.accept(this.anna, first, true);
        assertThat(view(this.anna, question).summary().accepted()).isTrue();
    }

    @Test
    void anImportedAskerWhoseAccountIsLinkedIsTheAsker() throws Exception
    {
        Persons persons = this.wiki.get(Persons.class);
        UserId old = Persons.Imported.idOf("stack", "7");
        persons.addImported(WIKI, List.of(new Persons.Imported(old, "Old Anna", "", Instant.EPOCH, null)));
        PostId question = ask(this.anna, TITLE);
        PostId answer = answer(this.bert, question);
        this.wiki.database().execute("update cop_question set author = '" + old.value() + "'");
        refusal(Kind.FORBIDDEN, () -> this.service.accept(this.anna, answer, true));
        persons.link(this.admin, WIKI, old, this.anna);
        this.service.accept(this.anna, answer, true);
        assertThat(view(this.anna, question).summary().author().name()).isEqualTo("Anna");
        refusal(Kind.FORBIDDEN, () -> this.service.vote(this.anna, question, 1));
    }

    @Test
    void aClosedQuestionTakesNoAnswersUntilItIsReopened() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        refusal(Kind.INVALID, () -> this.service.close(this.fay, question, null, null));
        this.service.close(this.fay, question, ClosingReason.OFF_TOPIC, null);
        QuestionView view = view(this.anna, question);
        assertThat(view.summary().closed()).isTrue();
        assertThat(view.closing().reason()).isEqualTo(ClosingReason.OFF_TOPIC);
        assertThat(view.closing().by().name()).isEqualTo("Fay");
        assertThat(view.may().answer()).isFalse();
        assertThat(refusal(Kind.CONFLICT, () -> answer(this.bert, question)).getText().key())
            .isEqualTo("cop.question.error.closed");
        refusal(Kind.CONFLICT, () -> this.service.close(this.fay, question, ClosingReason.UNCLEAR, null));
        refusal(Kind.FORBIDDEN, () -> this.service.reopen(this.anna, question));

        this.service.reopen(this.fay, question);
        this.service.reopen(this.fay, question);
        assertThat(view(this.anna, question).closing()).isNull();
        answer(this.bert, question);

        this.service.close(this.anna, question, ClosingReason.OUTDATED, null);
        this.service.reopen(this.anna, question);
        assertThat(view(this.anna, question).summary().closed()).isFalse();
    }

    @Test
    void aDuplicateNamesTheOtherQuestion() throws Exception
    {
        PostId original = ask(this.anna, TITLE);
        PostId copy = ask(this.bert, "How to prove invariants?");
        PostId hidden = ask(this.admin, found("Closed circle", CommunityService.Visibility.PRIVATE), TITLE);
        refusal(Kind.INVALID, () -> this.service.close(this.fay, copy, ClosingReason.DUPLICATE, null));
        refusal(Kind.INVALID, () -> this.service.close(this.fay, copy, ClosingReason.DUPLICATE, copy));
        refusal(Kind.INVALID, () -> this.service.close(this.fay, copy, ClosingReason.DUPLICATE, hidden));
        this.service.close(this.fay, copy, ClosingReason.DUPLICATE, original);
        assertThat(view(this.anna, copy).closing().duplicateOf().id()).isEqualTo(original);
        assertThat(view(this.anna, original).linked()).extracting(q -> q.id()).containsExactly(copy);
        refusal(Kind.INVALID, () -> this.service.close(this.fay, original, ClosingReason.DUPLICATE, copy));
    }

    @Test
    void authorsDeleteWhatNobodyBuiltOn() throws Exception
    {
        PostId question = ask(this.anna, TITLE, "tag");
        PostId answer = answer(this.bert, question);
        assertThat(refusal(Kind.FORBIDDEN, () -> this.service.delete(this.anna, question)).getText().key())
            .isEqualTo("cop.question.error.deleteUsed");
        this.service.accept(this.anna, answer, true);
        refusal(Kind.FORBIDDEN, () -> this.service.delete(this.bert, answer));
        this.service.accept(this.anna, answer, false);
        this.service.delete(this.bert, answer);
        assertThat(view(this.anna, question).answers()).isEmpty();
        assertThat(view(this.anna, question).summary().answers()).isZero();
        this.service.delete(this.anna, question);
        refusal(Kind.NOT_FOUND, () -> view(this.anna, question));
        assertThat(list(this.anna, Order.NEWEST)).isEmpty();
        assertThat(this.queries.tags(this.anna, WIKI, null, "", 10)).isEmpty();
        CommunityView after = this.communities.get(this.anna, WIKI, this.community.id());
        assertThat(List.of(after.questions(), after.answers())).containsExactly(0, 0);
    }

    @Test
    void facilitatorsDeleteAQuestionWithItsAnswers() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        Post answer = this.service.answer(this.bert, question, UUID.randomUUID(), "By induction.");
        this.service.accept(this.anna, answer.id(), true);
        this.service.delete(this.fay, question);
        assertThat(this.wiki.pages().load(answer.page())).isEmpty();
        refusal(Kind.NOT_FOUND, () -> this.queries.find(this.anna, answer.id()));
        refusal(Kind.NOT_FOUND, () -> this.service.accept(this.anna, answer.id(), true));
        CommunityView after = this.communities.get(this.anna, WIKI, this.community.id());
        assertThat(List.of(after.questions(), after.answers())).containsExactly(0, 0);
    }

    @Test
    void viewsAreCountedOncePerPersonAndFlushedLater() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        List<UserId> readers = new ArrayList<>(List.of(this.bert, this.bert, this.carl));
        readers.forEach(reader -> this.service.viewed(reader, "", question));
        this.service.viewed(UserId.GUEST, "one", question);
        this.service.viewed(UserId.GUEST, "two", question);
        this.service.viewed(UserId.GUEST, "two", question);
        assertThat(view(this.anna, question).summary().views()).isZero();
        this.wiki.get(ViewCounts.class).flush();
        assertThat(view(this.anna, question).summary().views()).isEqualTo(4);
        this.wiki.get(ViewCounts.class).flush();
        assertThat(view(this.anna, question).summary().views()).isEqualTo(4);
    }
}
