/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException.Kind;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.person.Persons;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.State;
import org.copsuite.question.QuestionQueries.TagCount;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@OnEveryDatabase
class QuestionListsTest extends AbstractQuestionTest
{
    private final List<PostId> asked = new ArrayList<>();

    /** Five questions, an hour apart, the oldest first. */
    @BeforeEach
    void askFive() throws Exception
    {
        for (int i = 0; i < 5; i++) {
            this.asked.add(ask(i % 2 == 0 ? this.anna : this.bert, "Question number " + i, "all", i < 2 ? "old" : "new"));
            date("cop_question", this.asked.get(i), i);
        }
    }

    private void date(String table, PostId post, int hour)
    {
        long at = 1_000_000_000_000L + hour * 3_600_000L;
        this.wiki.database().execute("update " + table + " set created = " + at + ", active = " + at + ", hot = "
            + Hotness.of(0, 0, at) + " where id = '" + post + "'");
    }

    @Test
    void eachOrderPutsItsOwnFirst() throws Exception
    {
        assertThat(numbers(Order.NEWEST)).containsExactly(4, 3, 2, 1, 0);
        answer(this.carl, this.asked.get(1));
        assertThat(numbers(Order.ACTIVE)).containsExactly(1, 4, 3, 2, 0);
        assertThat(numbers(Order.UNANSWERED)).containsExactly(4, 3, 2, 0);
        for (UserId voter : List.of(this.anna, this.carl, this.fay)) {
            this.service.vote(voter, this.asked.get(3), 1);
        }
        this.service.vote(this.carl, this.asked.get(0), 1);
        this.service.vote(this.carl, this.asked.get(4), -1);
        assertThat(numbers(Order.VOTES).subList(0, 2)).containsExactly(3, 0);
        assertThat(numbers(Order.VOTES).get(4)).isEqualTo(4);
        assertThat(numbers(Order.HOT)).containsExactly(3, 1, 4, 2, 0);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void pagesByKeysetGiveEachQuestionOnceWhateverIsEqual(Order order) throws Exception
    {
        this.wiki.database().execute("update cop_question set created = 7, active = 7, hot = 0.25, score = -3");
        List<PostId> seen = new ArrayList<>();
        String after = null;
        do {
            Slice<QuestionSummary> slice = this.queries.list(this.anna,
                new ListQuery(WIKI, this.community.id(), "all", null, null, order, after, 2));
            slice.items().forEach(q -> seen.add(q.id()));
            after = slice.next();
        } while (after != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(this.asked);
    }

    @Test
    void aCursorFitsItsOwnListOnly() throws Exception
    {
        String after = this.queries.list(this.anna, new ListQuery(WIKI, null, null, null, null, Order.NEWEST, null, 2)).next();
        assertThat(after).matches("[A-Za-z0-9_-]+");
        for (ListQuery other : List.of(
            new ListQuery(WIKI, null, null, null, null, Order.VOTES, after, 2),
            new ListQuery(WIKI, null, "old", null, null, Order.NEWEST, after, 2),
            new ListQuery(WIKI, this.community.id(), null, null, null, Order.NEWEST, after, 2),
            new ListQuery(WIKI, null, null, null, State.OPEN, Order.NEWEST, after, 2))) {
            refusal(Kind.INVALID, () -> this.queries.list(this.anna, other));
        }
    }

    @Test
    void aListIsFiltered() throws Exception
    {
        PostId answered = this.asked.get(0);
        PostId answer = answer(this.carl, answered);
        this.service.accept(this.anna, answer, true);
        this.service.close(this.fay, this.asked.get(4), ClosingReason.OUTDATED, null);

        assertThat(numbers(null, "old", null, null)).containsExactly(1, 0);
        assertThat(numbers(null, "OLD ", null, null)).containsExactly(1, 0);
        assertThat(numbers(null, "nothing", null, null)).isEmpty();
        assertThat(numbers(null, "%", null, null)).isEmpty();
        assertThat(numbers(null, null, this.bert, null)).containsExactly(3, 1);
        assertThat(numbers(null, null, null, State.SOLVED)).containsExactly(0);
        assertThat(numbers(null, null, null, State.CLOSED)).containsExactly(4);
        assertThat(numbers(null, null, null, State.OPEN)).containsExactly(3, 2, 1, 0);
        assertThat(numbers(null, null, null, State.UNANSWERED)).containsExactly(3, 2, 1);
        assertThat(numbers(Order.UNANSWERED)).containsExactly(3, 2, 1);
        assertThat(numbers(new CommunityId(UUID.randomUUID()), null, null, null)).isEmpty();
        assertThat(numbers(this.community.id(), "new", this.anna, State.OPEN)).containsExactly(2);
    }

    @Test
    void whatIsPrivateIsInNoListNoSummaryAndNoCount() throws Exception
    {
        CommunityView closed = found("Closed circle", CommunityService.Visibility.PRIVATE);
        PostId secret = ask(this.admin, closed, "Nobody else may see this", "secret", "all");
        for (UserId reader : List.of(UserId.GUEST, this.anna)) {
            assertThat(list(reader, Order.NEWEST)).extracting(QuestionSummary::id).doesNotContain(secret).hasSize(5);
            assertThat(this.queries.summaries(reader, WIKI, Set.of(secret))).isEmpty();
            assertThat(this.queries.tags(reader, WIKI, null, "", 10))
                .containsExactly(new TagCount("all", 5), new TagCount("new", 3), new TagCount("old", 2));
        }
        assertThat(list(this.admin, Order.NEWEST)).extracting(QuestionSummary::id).contains(secret);
        assertThat(this.queries.tags(this.admin, WIKI, null, "", 10)).contains(new TagCount("all", 6));
        assertThat(this.queries.summaries(this.admin, WIKI, Set.of(secret)).get(secret).communityTitle())
            .isEqualTo("Closed circle");
    }

    @Test
    void whatSomebodyAnsweredIsListedOnceAnsweredLastFirst() throws Exception
    {
        CommunityView closed = found("Closed circle", CommunityService.Visibility.PRIVATE);
        PostId secret = ask(this.admin, closed, "Nobody else may see this", "secret", "all");
        UserId old = Persons.Imported.idOf("stack.example", "7");
        this.wiki.get(Persons.class).addImported(WIKI, List.of(
            new Persons.Imported(old, "Old Otto", "", Instant.EPOCH, null)));
        int hour = 10;
        for (PostId question : List.of(this.asked.get(3), this.asked.get(1), secret, this.asked.get(3))) {
            PostId answer = answer(this.admin, question);
            this.wiki.database().execute("update cop_answer set author = '" + old + "', created = " + 1_000L * hour++
                + " where id = '" + answer + "'");
        }
        answer(this.carl, this.asked.get(0));

        assertThat(answered(this.anna, old, 10)).containsExactly(this.asked.get(3), this.asked.get(1));
        assertThat(answered(this.admin, old, 10)).containsExactly(this.asked.get(3), secret, this.asked.get(1));
        assertThat(answered(this.anna, old, 1)).containsExactly(this.asked.get(3));
        assertThat(this.queries.answered(this.anna, WIKI, old, 1).more()).isTrue();
        assertThat(this.queries.answered(this.anna, WIKI, old, 2).more()).isFalse();
        assertThat(answered(this.anna, this.bert, 10)).isEmpty();

        for (int i = 0; i < 4; i++) {
            this.wiki.database().execute("update cop_answer set author = '" + old + "', created = " + 1_000L * hour++
                + " where id = '" + answer(this.admin, this.asked.get(0)) + "'");
        }
        assertThat(answered(this.anna, old, 1)).as("more answers to one question than are read at first")
            .containsExactly(this.asked.get(0));
        assertThat(this.queries.answered(this.anna, WIKI, old, 1).more()).isTrue();
        assertThat(answered(this.anna, old, 2)).containsExactly(this.asked.get(0), this.asked.get(3));
    }

    private List<PostId> answered(UserId reader, UserId person, int limit)
    {
        return this.queries.answered(reader, WIKI, person, limit).items().stream().map(QuestionSummary::id).toList();
    }

    @Test
    void aPageWithRightsOfItsOwnIsAskedForAlone() throws Exception
    {
        PostId restricted = this.asked.get(2);
        PageId page = this.queries.find(this.anna, restricted).page();
        this.wiki.access().restrict(page, Set.of(this.carl));
        this.wiki.pages().edit(page, "Question number 2", "Now restricted.", this.anna);
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);

        assertThat(numbers(this.anna)).containsExactly(4, 3, 1, 0);
        assertThat(numbers(this.carl)).containsExactly(4, 3, 2, 1, 0);
        refusal(Kind.NOT_FOUND, () -> view(this.anna, restricted));
        assertThat(view(this.carl, restricted).post().body()).isEqualTo("Now restricted.");
        assertThat(this.queries.tags(this.carl, WIKI, null, "new", 10)).containsExactly(new TagCount("new", 2));
    }

    @Test
    void tagsAreFoundByTheirStart() throws Exception
    {
        assertThat(this.queries.tags(this.anna, WIKI, this.community.id(), "o", 10))
            .containsExactly(new TagCount("old", 2));
        assertThat(this.queries.tags(this.anna, WIKI, new CommunityId(UUID.randomUUID()), "", 10)).isEmpty();
        assertThat(this.queries.tags(this.anna, WIKI, null, "", 1)).containsExactly(new TagCount("all", 5));
        assertThat(this.queries.tags(this.anna, WIKI, null, "_ll", 5)).isEmpty();
    }

    @Test
    void asManyTagsAreListedAsAMacroMayAskFor() throws Exception
    {
        for (int i = 0; i < 150; i++) {
            this.wiki.database().execute("insert into cop_tag (wiki, id, community, space, tag, questions) values ('" + WIKI
                + "', '" + UUID.randomUUID() + "', '" + this.community.id() + "', '" + this.community.space() + "', 'more-" + i
                + "', 1)");
        }
        assertThat(this.queries.tags(this.anna, WIKI, null, "more-", 200)).hasSize(150);
    }

    @Test
    void aListCostsAtMostFourStatements() throws Exception
    {
        Persons.Imported old = new Persons.Imported(Persons.Imported.idOf("stack", "1"), "Old Otto", "",
            Instant.EPOCH, null);
        this.wiki.get(Persons.class).addImported(WIKI, List.of(old));
        this.wiki.database().execute("update cop_question set author = '" + old.id() + "'");
        for (Order order : Order.values()) {
            this.wiki.database().startCounting();
            assertThat(list(this.anna, order)).hasSize(5).extracting(q -> q.author().name()).containsOnly("Old Otto");
            assertThat(this.wiki.database().statements()).isBetween(1L, 4L);
        }
    }

    @Test
    void aListIsReadOnceForAllWhoMayViewTheSameUntilSomethingChanges() throws Exception
    {
        list(this.anna, Order.NEWEST);
        this.wiki.database().startCounting();
        assertThat(numbers(this.bert)).containsExactly(4, 3, 2, 1, 0);
        assertThat(this.wiki.database().statements()).isEqualTo(1);

        this.service.vote(this.carl, this.asked.get(2), 1);
        assertThat(list(this.bert, Order.NEWEST)).extracting(QuestionSummary::score).containsExactly(0, 0, 1, 0, 0);
        this.service.delete(this.admin, this.asked.get(4));
        assertThat(numbers(this.bert)).containsExactly(3, 2, 1, 0);
    }

    @Test
    void whatOneReaderMayViewIsNotKeptForAnother() throws Exception
    {
        CommunityView secret = found("Secret proofs", CommunityService.Visibility.PRIVATE);
        ask(this.admin, secret, "Question number 7");
        PostId own = ask(this.admin, "Question number 8");
        this.wiki.database().execute("update cop_question set created = 2000000000000");
        assertThat(numbers(this.admin)).hasSize(7);
        assertThat(numbers(this.anna)).hasSize(6).doesNotContain(7);

        PageId page = this.queries.find(this.admin, own).page();
        this.wiki.access().restrict(page, Set.of(this.admin));
        this.wiki.database().execute("update cop_question set own_rights = true where id = '" + own + "'");
        assertThat(numbers(this.admin)).hasSize(7);
        assertThat(numbers(this.anna)).hasSize(5).doesNotContain(7, 8);
    }

    @Test
    void aLinkedAccountsListHoldsWhatWasAskedUnderTheOldName() throws Exception
    {
        Persons persons = this.wiki.get(Persons.class);
        Persons.Imported old = new Persons.Imported(Persons.Imported.idOf("stack", "1"), "Old Otto", "",
            Instant.EPOCH, null);
        persons.addImported(WIKI, List.of(old));
        this.wiki.database().execute("update cop_question set author = '" + old.id() + "'");
        UserId otto = this.wiki.account("otto");
        assertThat(numbers(null, null, otto, null)).isEmpty();
        assertThat(numbers(null, null, old.id(), null)).hasSize(5);

        persons.link(this.wiki.administrator("boss"), WIKI, old.id(), otto);

        assertThat(numbers(null, null, otto, null)).hasSize(5);
        assertThat(numbers(null, null, old.id(), null)).hasSize(5);
        assertThat(list(this.anna, Order.NEWEST)).extracting(q -> q.author().id()).containsOnly(otto);
    }

    private List<Integer> numbers(Order order) throws Exception
    {
        return numbers(list(this.anna, order));
    }

    private List<Integer> numbers(UserId reader) throws Exception
    {
        return numbers(list(reader, Order.NEWEST));
    }

    private List<Integer> numbers(CommunityId community, String tag, UserId author, State state) throws Exception
    {
        return numbers(this.queries
            .list(this.anna, new ListQuery(WIKI, community, tag, author, state, Order.NEWEST, null, 50)).items());
    }

    private static List<Integer> numbers(List<QuestionSummary> questions)
    {
        return questions.stream().map(q -> Integer.valueOf(q.title().substring("Question number ".length()))).toList();
    }
}
