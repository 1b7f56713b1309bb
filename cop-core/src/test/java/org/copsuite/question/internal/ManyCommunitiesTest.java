/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.community.DirectoryQuery;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.AnswerFacts;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.TagCount;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.recognition.RecognitionService.Period;
import org.copsuite.recognition.RecognitionService.Standing;
import org.copsuite.recognition.RecognitionService.Thanks;
import org.copsuite.recognition.RecognitionService.ThanksView;
import org.copsuite.test.TestDatabase;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Anna is a member of more private communities than a statement names, and Bert of the newest ones, so the first rows of
 * each list are none that Anna may view.
 */
class ManyCommunitiesTest extends AbstractQuestionTest
{
    private static final int ANNAS = 101;

    private static final int BERTS = 33;

    private static final Pattern PARAMETER = Pattern.compile("\\?");

    private final List<String> annas = new ArrayList<>();

    private final List<String> berts = new ArrayList<>();

    private int given;

    @BeforeEach
    void foundMany() throws Exception
    {
        for (int i = 0; i < ANNAS; i++) {
            found("Anna's " + i, this.anna, this.annas);
        }
        for (int i = 0; i < BERTS; i++) {
            found("Bert's " + i, this.bert, this.berts);
        }
        this.wiki.database().startCounting();
    }

    private void found(String title, UserId member, List<String> titles) throws Exception
    {
        CommunityView one = found(title, Visibility.PRIVATE);
        this.communities.appoint(this.admin, one.id(), member, Role.MEMBER);
        ask(member, one, "A question in " + title, "many", member.equals(this.anna) ? "sql" : "secret");
        // A person gives few thanks a week.
        this.wiki.get(RecognitionService.class).thank(this.wiki.administrator("giver" + this.given++ / 3),
            new Thanks(UUID.randomUUID(), WIKI, member, "For being in " + title + '.', one.id(), null));
        titles.add(title);
    }

    /** Reads a list to its end. */
    private static <T> List<T> all(Pages<T> pages) throws CopException
    {
        List<T> all = new ArrayList<>();
        String after = null;
        do {
            Slice<T> page = pages.read(after);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    /** Reads the page after a cursor. */
    @FunctionalInterface
    private interface Pages<T>
    {
        Slice<T> read(String after) throws CopException;
    }

    private void assertShort()
    {
        TestDatabase database = this.wiki.database();
        assertThat(database.statementTexts()).isNotEmpty()
            .allMatch(sql -> PARAMETER.matcher(sql).results().count() < ANNAS);
    }

    @Test
    void listsWhatIsInOnesOwnCommunities() throws Exception
    {
        List<QuestionSummary> seen = all(after -> this.queries.list(this.anna,
            new ListQuery(WIKI, null, null, null, null, Order.NEWEST, after, 10)));
        assertThat(seen).extracting(QuestionSummary::title).hasSize(ANNAS).startsWith("A question in Anna's 100")
            .endsWith("A question in Anna's 0").noneMatch(title -> title.contains("Bert"));
        assertThat(all(after -> this.queries.list(this.anna,
            new ListQuery(WIKI, null, "secret", null, null, Order.HOT, after, 10)))).isEmpty();
        assertThat(list(UserId.GUEST, Order.NEWEST)).isEmpty();
        assertThat(list(this.bert, Order.UNANSWERED)).hasSize(BERTS);

        List<ThanksView> thanks = all(after -> this.wiki.get(RecognitionService.class)
            .thanks(this.anna, WIKI, null, null, after, 10));
        assertThat(thanks).extracting(ThanksView::message).hasSize(ANNAS).startsWith("For being in Anna's 100.");

        List<CommunityView> communities = all(after -> this.communities.search(this.anna, WIKI,
            new DirectoryQuery("", "", null, null), after, 10));
        assertThat(communities).extracting(CommunityView::title).containsExactlyInAnyOrderElementsOf(
            Stream.concat(this.annas.stream(), Stream.of("Proofs")).toList());
        assertThat(communities).as("her own ones first").last().extracting(CommunityView::title).isEqualTo("Proofs");
        assertThat(all(after -> this.communities.search(this.admin, WIKI, new DirectoryQuery("", "", null, null), after, 10)))
            .as("of whoever founded all").extracting(CommunityView::title).doesNotHaveDuplicates()
            .hasSize(ANNAS + BERTS + 1);
        assertShort();
    }

    @Test
    void countsTheTagsOfOnesOwnCommunities() throws Exception
    {
        assertThat(this.queries.tags(this.anna, WIKI, null, "", 10)).extracting(TagCount::tag, TagCount::questions)
            .containsExactly(tuple("many", ANNAS), tuple("sql", ANNAS));
        ask(this.anna, this.community, "One more question", "many");
        assertThat(this.queries.tags(this.anna, WIKI, null, "ma", 10)).extracting(TagCount::questions)
            .containsExactly(ANNAS + 1);
        assertThat(this.queries.tags(UserId.GUEST, WIKI, null, "", 10)).extracting(TagCount::questions).containsExactly(1);
        assertShort();
    }

    @Test
    void ranksPeopleInOnesOwnCommunities() throws Exception
    {
        RecognitionService recognition = this.wiki.get(RecognitionService.class);
        assertThat(recognition.leaderboard(this.anna, WIKI, null, Period.ALL, 10))
            .extracting(one -> one.person().id(), Standing::points, Standing::thanks)
            .containsExactly(tuple(this.anna, recognition.contributions(this.anna, WIKI).points(), ANNAS));
        assertThat(recognition.leaderboard(this.bert, WIKI, null, Period.ALL, 10))
            .extracting(one -> one.person().id(), Standing::thanks).containsExactly(tuple(this.bert, BERTS));
        assertThat(recognition.leaderboard(UserId.GUEST, WIKI, null, Period.ALL, 10)).isEmpty();
        assertShort();
    }

    @Test
    void tellsWhatSomebodyAnsweredInOnesOwnCommunities() throws Exception
    {
        PostSource posts = this.wiki.get(PostSource.class);
        for (String title : List.of("Anna's 0", "Anna's 1", "Bert's 0")) {
            CommunityView one = this.communities.named(this.admin, WIKI, title).orElseThrow();
            PostId question = ask(this.admin, one, "Who answers in " + title, "many");
            answer(this.admin, question, "I do in " + title);
        }
        this.wiki.database().startCounting();

        assertThat(posts.latestAnswers(this.anna, WIKI, List.of(this.admin), 10))
            .extracting(AnswerFacts::questionTitle, AnswerFacts::tags).containsExactly(
                tuple("Who answers in Anna's 1", List.of("many")), tuple("Who answers in Anna's 0", List.of("many")));
        assertThat(posts.latestAnswers(UserId.GUEST, WIKI, List.of(this.admin), 10)).isEmpty();
        assertThat(posts.questionsWith(this.anna, WIKI, List.of("many", "secret"))).isEqualTo(Map.of("many", ANNAS + 2L));
        assertThat(this.queries.answered(this.anna, WIKI, this.admin, 10).items())
            .extracting(QuestionSummary::title).containsExactly("Who answers in Anna's 1", "Who answers in Anna's 0");
        assertShort();
        assertThat(posts.latestAnswers(this.anna, WIKI, List.of(this.admin), 1)).as("the latest one is hidden").isEmpty();
        assertThat(posts.latestAnswers(this.anna, WIKI, List.of(this.admin), 2)).hasSize(1);
    }
}
