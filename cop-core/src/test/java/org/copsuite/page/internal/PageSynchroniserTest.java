/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.Protection;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.junit.jupiter.api.Test;

/** What happens to pages outside of the suite arrives in ledger and views; what is forged there does not. */
@OnEveryDatabase
class PageSynchroniserTest extends AbstractPageSynchroniserTest
{
    @Test
    void anEditWithTheWikisEditorShows() throws Exception
    {
        this.wiki.pages().edit(page(this.question), "A better title of it", "Better said.", this.fay);
        QuestionView view = view(this.anna, this.question);
        assertThat(view.summary().title()).isEqualTo("A better title of it");
        assertThat(view.post().body()).isEqualTo("Better said.");
        assertThat(view.post().author().name()).isEqualTo("Anna");
        assertThat(acts(this.question)).containsExactly(QuestionActs.ASKED.name(), QuestionActs.EDITED.name());
        assertThat(this.ledger.about(WIKI, this.question.value()).get(1).getActor()).isEqualTo(this.fay);
    }

    /** As from a package that replaces a page with its past: the same version, of the same time. */
    @Test
    void aVersionThatComesBackIsAnEditOfItsOwn() throws Exception
    {
        Page first = this.wiki.pages().edit(page(this.question), "A better title of it", "Better said.", this.fay);
        this.wiki.pages().edit(first.id(), "Another title of it", "Said otherwise.", this.fay);
        this.wiki.pages().restore(first, this.admin);
        settle();

        assertThat(view(this.anna, this.question).summary().title()).isEqualTo("A better title of it");
        assertThat(acts(this.question)).containsExactly(QuestionActs.ASKED.name(), QuestionActs.EDITED.name(),
            QuestionActs.EDITED.name(), QuestionActs.EDITED.name());
    }

    @Test
    void aCommunitysVersionThatComesBackIsAChangeOfItsOwn() throws Exception
    {
        Page first = this.wiki.pages().edit(this.community.page(), "A better name", "Better said.", this.fay);
        this.wiki.pages().edit(first.id(), "Another name", "Said otherwise.", this.fay);
        this.wiki.pages().restore(first, this.admin);
        settle();

        assertThat(this.communities.get(this.anna, WIKI, this.community.id()).title()).isEqualTo("A better name");
        assertThat(this.ledger.about(WIKI, this.community.id().value())).filteredOn(entry ->
            entry.is(CommunityActs.CHANGED))
            .hasSize(3);
    }

    @Test
    void whatTheSuiteWritesIsTakenOnce() throws Exception
    {
        assertThat(acts(this.question)).containsExactly(QuestionActs.ASKED.name());
        assertThat(this.synchroniser.reconcile(WIKI)).isZero();
        assertThat(acts(this.answer)).containsExactly(QuestionActs.ANSWERED.name());
    }

    @Test
    void aDeletionIsSettledAndARestoredPageIsTheSameQuestion() throws Exception
    {
        Page kept = this.wiki.pages().load(page(this.question)).orElseThrow();
        this.service.vote(this.carl, this.question, 1);
        this.wiki.pages().delete(kept.id(), this.fay);
        settle();
        refusal(Kind.NOT_FOUND, () -> view(this.anna, this.question));
        assertThat(list(this.anna, Order.NEWEST)).isEmpty();
        assertThat(counts(this.community)).containsExactly(0, 0);

        this.wiki.pages().restore(kept, this.admin);
        settle();
        assertThat(view(this.anna, this.question).summary().score()).isEqualTo(1);
        assertThat(acts(this.question)).endsWith(QuestionActs.DELETED.name(), QuestionActs.RESTORED.name());
        assertThat(actor(this.question, QuestionActs.DELETED)).isEqualTo(this.fay);
        assertThat(actor(this.question, QuestionActs.RESTORED)).isEqualTo(this.admin);
        assertThat(counts(this.community)).containsExactly(1, 1);
        assertThat(this.queries.tags(this.anna, WIKI, null, "", 5)).hasSize(1);
    }

    @Test
    void somebodyElsesIdGivesNeitherTheirNameNorTheirVotes() throws Exception
    {
        this.service.vote(this.carl, this.question, 1);
        PageId place = this.community.space().child("Questions").child("forged").home();
        this.wiki.pages().create(place, "A forged question", "In Anna's name?", question(this.question.value()), this.bert);
        settle();
        QuestionView forged = view(this.anna, this.queries.at(this.anna, place).id());
        assertThat(forged.summary().author().name()).isEqualTo("Bert");
        assertThat(forged.summary().score()).isZero();
        assertThat(view(this.anna, this.question).post().body()).isEqualTo(BODY);
    }

    @Test
    void theIdOfADeletedQuestionStaysWithItsAuthor() throws Exception
    {
        this.service.vote(this.carl, this.question, 1);
        this.wiki.pages().delete(page(this.question), this.fay);
        settle();
        PageId place = this.community.space().child("Questions").child("forged").home();
        this.wiki.pages().create(place, "A forged question", "In Anna's name?", question(this.question.value()), this.bert);
        settle();
        refusal(Kind.NOT_FOUND, () -> view(this.anna, this.question));
        assertThat(view(this.anna, this.queries.at(this.anna, place).id()).summary().author().name()).isEqualTo("Bert");
    }

    @Test
    void theIdOfAnAnswerMakesNoQuestion() throws Exception
    {
        PageId place = this.community.space().child("Questions").child("forged").home();
        this.wiki.pages().create(place, "A forged question", "Whose?", question(this.answer.value()), this.bert);
        settle();
        assertThat(this.queries.at(this.anna, place).id()).isNotEqualTo(this.answer);
        assertThat(view(this.anna, this.question).answers()).hasSize(1);
    }

    @Test
    void theCommunityIsThatOfThePlaceWhateverThePageSays() throws Exception
    {
        CommunityView closed = found("Closed circle", CommunityService.Visibility.PRIVATE);
        PageId place = this.community.space().child("Questions").child("claims").home();
        UUID id = UUID.randomUUID();
        this.wiki.pages().create(place, "I claim a community", "Does it work?",
            new PageObject("question", id, Map.of("community", closed.id().toString(), "accepted", "true", "score", "99",
                "author", this.admin.value())), this.bert);
        QuestionSummary summary = view(this.anna, new PostId(id)).summary();
        assertThat(summary.community()).isEqualTo(this.community.id());
        assertThat(summary.score()).isZero();
        assertThat(summary.accepted()).isFalse();
        assertThat(summary.author().name()).isEqualTo("Bert");
    }

    @Test
    void whoMayNotTakePartAsksNothingWithAPage() throws Exception
    {
        CommunityView closed = found("Closed circle", CommunityService.Visibility.PRIVATE);
        UUID id = UUID.randomUUID();
        this.wiki.pages().create(closed.space().child("Questions").child("sneaked").home(), "Sneaked in from outside", "!",
            question(id), this.bert);
        this.wiki.pages().create(SpaceId.of(WIKI, "Sandbox").page("Somewhere"), "In no community at all", "!",
            question(UUID.randomUUID()), this.bert);
        settle();
        assertThat(this.ledger.about(WIKI, id)).isEmpty();
        assertThat(list(this.admin, Order.NEWEST)).hasSize(1);
        assertThat(this.synchroniser.reconcile(WIKI)).isZero();
    }

    @Test
    void aPageCannotMakeItselfACommunityInSomebodysSpace() throws Exception
    {
        PageId home = SpaceId.of(WIKI, "Main").home();
        this.wiki.pages().create(home, "Mine now", "", new PageObject("community", UUID.randomUUID(),
            Map.of("access", "open")), this.bert);
        settle();
        assertThat(this.communities.around(this.admin, home)).isEmpty();
        assertThat(this.wiki.access().has(this.bert, Right.MODERATE, home)).isFalse();
    }

    @Test
    void commentsMadeInTheWikiShowAndThoseDeletedThereGo() throws Exception
    {
        PageComment comment = new PageComment(UUID.randomUUID(), this.carl, Instant.now(), "From the wiki.");
        this.wiki.pages().comment(page(this.answer), comment);
        assertThat(view(this.anna, this.question).answers().get(0).comments()).hasSize(1);
        this.wiki.pages().deleteComment(page(this.answer), comment.id(), this.fay);
        assertThat(view(this.anna, this.question).answers().get(0).comments()).isEmpty();
        assertThat(actor(new PostId(comment.id()), QuestionActs.DELETED)).isEqualTo(this.fay);
    }

    @Test
    void aCommentThatIsThereAgainShowsAgain() throws Exception
    {
        PageId page = page(this.question);
        PageComment comment = new PageComment(UUID.randomUUID(), this.carl, Instant.now(), "What for?");
        this.wiki.pages().comment(page, comment);
        for (int i = 0; i < 2; i++) {
            this.wiki.pages().deleteComment(page, comment.id(), this.fay);
            assertThat(view(this.anna, this.question).post().comments()).isEmpty();
            this.wiki.pages().comment(page, comment);
            assertThat(view(this.anna, this.question).post().comments()).hasSize(1);
        }
        this.service.deleteComment(this.carl, comment.id());
        this.wiki.pages().setSilent(true);
        this.wiki.pages().comment(page, comment);
        assertThat(this.synchroniser.reconcile(WIKI)).isEqualTo(1);
        assertThat(view(this.anna, this.question).post().comments()).hasSize(1);
        assertThat(this.synchroniser.reconcile(WIKI)).isZero();
    }

    @Test
    void aQuestionWhosePageGetsAnotherIdIsGoneAndTheOtherIsThere() throws Exception
    {
        this.service.vote(this.carl, this.question, 1);
        PageId place = page(this.question);
        UUID other = UUID.randomUUID();
        this.wiki.pages().create(place, "The same page", BODY, question(other), this.fay);
        settle();

        refusal(Kind.NOT_FOUND, () -> view(this.anna, this.question));
        assertThat(actor(this.question, QuestionActs.DELETED)).isEqualTo(this.fay);
        assertThat(view(this.anna, new PostId(other)).summary().score()).isZero();
        assertThat(this.queries.at(this.anna, place).id()).isEqualTo(new PostId(other));
        assertThat(this.synchroniser.reconcile(WIKI)).isZero();
    }

    @Test
    void aQuestionWhosePageLosesItsObjectIsGoneUntilItIsThereAgain() throws Exception
    {
        PageId place = page(this.question);
        this.wiki.pages().strip(place, this.fay);
        settle();
        refusal(Kind.NOT_FOUND, () -> view(this.anna, this.question));
        assertThat(list(this.anna, Order.NEWEST)).isEmpty();
        assertThat(actor(this.question, QuestionActs.DELETED)).isEqualTo(this.fay);

        this.wiki.pages().create(place, TITLE, BODY, question(this.question.value()), this.admin);
        settle();
        assertThat(view(this.anna, this.question).summary().author().name()).isEqualTo("Anna");
        assertThat(actor(this.question, QuestionActs.RESTORED)).isEqualTo(this.admin);
    }

    @Test
    void aCrashBetweenPageAndLedgerHeals() throws Exception
    {
        this.wiki.pages().setSilent(true);
        UUID asked = UUID.randomUUID();
        UUID answered = UUID.randomUUID();
        PageId place = this.community.space().child("Questions").child("healed").home();
        this.wiki.pages().create(place, "Saved before the crash", "Is it there?", question(asked), this.anna);
        this.wiki.pages().create(place.space().page("Answer-x"), "Saved before the crash", "It is.",
            new PageObject("answer", answered, Map.of()), this.bert);
        this.wiki.pages().comment(place, new PageComment(UUID.randomUUID(), this.carl, Instant.now(), "Really?"));
        this.wiki.pages().edit(page(this.answer), "", "Edited before the crash.", this.bert);
        PageId gone = page(ask(this.carl, "Deleted before the crash"));
        this.wiki.pages().delete(gone, this.fay);
        this.wiki.pages().comment(page(this.question),
            new PageComment(UUID.randomUUID(), this.carl, Instant.now(), "Commented before the crash."));
        refusal(Kind.NOT_FOUND, () -> view(this.anna, new PostId(asked)));

        assertThat(this.synchroniser.reconcile(WIKI)).isEqualTo(5);
        assertThat(this.synchroniser.reconcile(WIKI)).isZero();
        QuestionView healed = view(this.anna, new PostId(asked));
        assertThat(healed.post().comments()).hasSize(1);
        assertThat(healed.answers()).hasSize(1);
        assertThat(view(this.anna, this.question).answers().get(0).body()).isEqualTo("Edited before the crash.");
        assertThat(view(this.anna, this.question).post().comments()).hasSize(1);
        refusal(Kind.NOT_FOUND, () -> this.queries.at(this.anna, gone));
        assertThat(counts(this.community)).containsExactly(2, 2);
    }

    /** A wiki compares all pages after each start, while people already use it. */
    @Test
    void pagesThatAreUpToDateAreComparedTogether() throws Exception
    {
        this.synchroniser.reconcile(WIKI);
        this.wiki.database().startCounting();
        this.synchroniser.reconcile(WIKI);
        long few = this.wiki.database().statements();
        for (int i = 0; i < 6; i++) {
            answer(this.bert, ask(this.carl, TITLE + i));
        }
        settle();
        this.wiki.database().startCounting();
        assertThat(this.synchroniser.reconcile(WIKI)).isZero();
        assertThat(this.wiki.database().statements()).isEqualTo(few);
    }

    @Test
    void aPageThatFailsKeepsNoOtherFromBeingTaken() throws Exception
    {
        SpaceId questions = this.community.space().child("Questions");
        UUID asked = UUID.randomUUID();
        UUID failing = UUID.randomUUID();
        Pages broken = mock(Pages.class, delegatesTo(this.wiki.pages()));
        PageId first = questions.child("a").home();
        doThrow(new IllegalStateException("Unreadable.")).when(broken).comments(first);
        this.wiki.pages().setSilent(true);
        this.wiki.pages().create(first, TITLE, BODY, question(failing), this.anna);
        this.wiki.pages().create(questions.child("b").home(), TITLE, BODY, question(asked), this.anna);
        PageSynchroniser other = this.wiki.afterItWasKilled().with(Pages.class, broken).get(PageSynchroniser.class);

        assertThatThrownBy(() -> other.reconcile(WIKI)).hasMessageContaining("1 pages could not be synchronised")
            .hasRootCauseMessage("Unreadable.");

        assertThat(this.logs.getMessage(0)).contains(failing.toString());
        assertThat(other.lastReconciliation(WIKI).orElseThrow().failed()).isTrue();
        assertThat(view(this.anna, new PostId(asked)).summary().title()).isEqualTo(TITLE);
        refusal(Kind.NOT_FOUND, () -> view(this.anna, new PostId(failing)));
    }

    @Test
    void thePagesAreBeingReadUntilTheFirstReconciliationIsThrough() throws Exception
    {
        CountDownLatch read = new CountDownLatch(1);
        Pages slow = mock(Pages.class, delegatesTo(this.wiki.pages()));
        doAnswer(call -> {
            read.await();
            return List.of();
        }).when(slow).list(any(), any(), any(), anyInt());
        PageSynchroniser other = this.wiki.afterItWasKilled().with(Pages.class, slow).get(PageSynchroniser.class);
        assertThat(other.isFirstReconciliationPending(WIKI)).as("not started").isFalse();

        other.start();
        assertThat(other.isFirstReconciliationPending(WIKI)).isTrue();
        read.countDown();

        assertThat(other.await(Duration.ofSeconds(30))).isTrue();
        assertThat(other.isFirstReconciliationPending(WIKI)).isFalse();
        other.stop();
    }

    @Test
    void aReconciliationEndsAtTheNextPageWhenItIsStopped() throws Exception
    {
        SpaceId questions = this.community.space().child("Questions");
        UUID athand = UUID.randomUUID();
        UUID left = UUID.randomUUID();
        PageId first = questions.child("a").home();
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Pages slow = mock(Pages.class, delegatesTo(this.wiki.pages()));
        doAnswer(call -> {
            reached.countDown();
            stopped.await();
            return List.of();
        }).when(slow).comments(first);
        this.wiki.pages().setSilent(true);
        this.wiki.pages().create(first, TITLE, BODY, question(athand), this.anna);
        this.wiki.pages().create(questions.child("b").home(), TITLE, BODY, question(left), this.anna);
        PageSynchroniser other = this.wiki.afterItWasKilled().with(Pages.class, slow).get(PageSynchroniser.class);
        other.start();
        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();

        Thread stopping = new Thread(other::stop);
        stopping.start();
        await().atMost(PATIENCE).until(() -> other.nextReconciliation().isEmpty());
        stopped.countDown();
        stopping.join();

        assertThat(view(this.anna, new PostId(athand)).summary().title()).as("not interrupted").isEqualTo(TITLE);
        refusal(Kind.NOT_FOUND, () -> view(this.anna, new PostId(left)));
        assertThat(other.lastReconciliation(WIKI)).as("not through").isEmpty();
    }

    @Test
    void whatFailsAtOnceIsTriedAgain() throws Exception
    {
        AtomicInteger tries = new AtomicInteger(1);
        Pages busy = mock(Pages.class, delegatesTo(this.wiki.pages()));
        doAnswer(call -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("Busy.");
            }
            return List.of();
        }).when(busy).comments(any());
        PageSynchroniser other = this.wiki.afterItWasKilled().with(Pages.class, busy).get(PageSynchroniser.class);
        ((DefaultPageSynchroniser) other).setWindow(Duration.ofMillis(50));
        other.start();
        try {
            assertThat(other.await(PATIENCE)).isTrue();
            tries.set(0);
            UUID asked = UUID.randomUUID();
            this.wiki.pages().create(this.community.space().child("Questions").child("busy").home(), TITLE, BODY,
                question(asked), this.anna);
            assertThat(other.await(PATIENCE)).isTrue();

            assertThat(view(this.anna, new PostId(asked)).summary().title()).isEqualTo(TITLE);
            assertThat(tries).hasValueGreaterThan(1);
        } finally {
            other.stop();
        }
    }

    @Test
    void whatIsTooLongToBeKeptIsTakenWithoutIt() throws Exception
    {
        PageId far = this.community.space().child("Questions").child("n".repeat(800)).home();
        UUID tooLong = UUID.randomUUID();
        UUID about = UUID.randomUUID();
        this.wiki.pages().create(far, TITLE, BODY, question(tooLong), this.anna);
        this.wiki.pages().create(this.community.space().child("Questions").child("c").home(), TITLE, BODY,
            new PageObject("question", about, Map.of("about", WIKI + ":A." + ":".repeat(700))), this.anna);

        assertThat(view(this.anna, new PostId(about)).about()).isNull();
        refusal(Kind.NOT_FOUND, () -> view(this.anna, new PostId(tooLong)));
        assertThat(this.synchroniser.reconcile(WIKI)).isZero();
    }

    @Test
    void aMemberWhomTheGroupLostIsAdmittedAgain() throws Exception
    {
        this.communities.join(this.carl, this.community.id());
        GroupId members = this.wiki.groups().create(WIKI, "Community-" + this.community.id() + "-Members");
        this.wiki.groups().remove(members, this.carl);
        this.wiki.groups().add(members, this.bert);
        this.synchroniser.reconcile(WIKI);
        assertThat(this.wiki.groups().members(members)).contains(this.carl).doesNotContain(this.bert);
    }

    @Test
    void rowsLearnWhichSpaceDecides() throws Exception
    {
        SpaceId space = page(this.question).space();
        this.wiki.access().protect(space, new Protection(null, null,
            this.wiki.groups().create(WIKI, "nobody"), this.wiki.groups().create(WIKI, "nobody")));
        settle();
        assertThat(list(this.anna, Order.NEWEST)).isEmpty();
        assertThat(this.queries.tags(this.anna, WIKI, null, "", 5)).isEmpty();
        assertThat(list(this.admin, Order.NEWEST)).hasSize(1);
        assertThat(this.queries.tags(this.admin, WIKI, null, "", 5)).hasSize(1);

        PageId own = page(ask(this.carl, "With rights of its own"));
        this.wiki.access().restrict(own, Set.of(this.carl));
        this.wiki.access().protect(SpaceId.of(WIKI, "Unrelated"), new Protection(Right.VIEW, null,
            new GroupId("nobody"), new GroupId("nobody")));
        this.wiki.access().protect(this.community.space().child("Questions"), new Protection(Right.VIEW, Right.COMMENT,
            new GroupId("nobody"), new GroupId("nobody")));
        settle();
        assertThat(list(this.anna, Order.NEWEST)).isEmpty();
        assertThat(list(this.carl, Order.NEWEST)).hasSize(1);
    }
}
