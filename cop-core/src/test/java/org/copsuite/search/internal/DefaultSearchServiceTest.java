/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.search.AbstractIndexTest;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Answerer;
import org.copsuite.search.SearchService.Answerers;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.search.SearchService.Evidence;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.search.SearchService.Search;
import org.copsuite.search.SearchService.Tagged;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.Protection;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The index on a Solr core in this process, filled through the services. */
class DefaultSearchServiceTest extends AbstractIndexTest
{
    private SearchService searchService;

    @BeforeEach
    void start()
    {
        this.searchService = this.wiki.get(SearchService.class);
    }

    private List<String> titles(UserId reader, String words) throws CopException
    {
        return hits(reader, words).stream().map(hit -> hit.item().title()).toList();
    }

    private List<Hit> hits(UserId reader, String words) throws CopException
    {
        return this.searchService.search(reader, new Search(WIKI, words, null, null, null, 10)).items();
    }

    private static Draft draft(String title, String body, String... tags)
    {
        return new Draft(WIKI, title, body, List.of(tags), null, Set.of());
    }

    @Test
    void aQuestionIsFoundByItsTitleTextTagsAndAnswersWithinASecondOrSo() throws Exception
    {
        caughtUp();
        Post question = ask(this.anna, this.open, "Why does my sourdough collapse?", "It rises, then it **sinks**.", "rye");
        this.questions.answer(this.bert, question.id(), UUID.randomUUID(), "You probably overproofed it.");

        Awaitility.await().atMost(Duration.ofSeconds(30))
            .untilAsserted(() -> assertThat(titles(UserId.GUEST, "overproofed")).hasSize(1));
        for (String words : List.of("sourdough", "SOURDOUGHS", "sinks", "rye", "collapse sourdough")) {
            assertThat(titles(UserId.GUEST, words)).as(words).containsExactly("Why does my sourdough collapse?");
        }
        assertThat(titles(UserId.GUEST, "baguette")).isEmpty();
        assertThat(titles(UserId.GUEST, "")).isEmpty();
        assertThat(titles(UserId.GUEST, null)).isEmpty();
    }

    @Test
    void aTitleCountsMoreThanATextAndQuotedWordsStandTogetherAndAMinusExcludes() throws Exception
    {
        ask(this.anna, this.open, "Which flour for pizza dough?", "Some say strong flour is best.");
        ask(this.anna, this.open, "How long should it rest then?", "The dough for a pizza. And the flour, the wet one.");
        caughtUp();

        assertThat(titles(UserId.GUEST, "pizza dough")).containsExactly("Which flour for pizza dough?",
            "How long should it rest then?");
        assertThat(titles(UserId.GUEST, "\"pizza dough\"")).containsExactly("Which flour for pizza dough?");
        assertThat(titles(UserId.GUEST, "dough -\"strong flour\"")).containsExactly("How long should it rest then?");
        assertThat(titles(UserId.GUEST, "dough -strong")).containsExactly("How long should it rest then?");
        assertThat(titles(UserId.GUEST, "-strong")).as("nothing stands before").containsExactly("Which flour for pizza dough?");
    }

    @Test
    void aSearchCanBeLimitedToACommunityOrATag() throws Exception
    {
        CommunityView other = found("Brewers", CommunityService.Visibility.OPEN);
        ask(this.anna, this.open, "Which yeast for bread?", "Dry or fresh yeast, that is my question.", "yeast");
        ask(this.anna, other, "Which yeast for ale, please?", "Dry or fresh yeast, that is my question.", "ale");
        caughtUp();

        assertThat(this.searchService.search(this.anna, new Search(WIKI, "yeast", other.id(), null, null, 10)).items())
            .extracting(hit -> hit.item().title()).containsExactly("Which yeast for ale, please?");
        assertThat(this.searchService.search(this.anna, new Search(WIKI, "yeast", null, "yeast", null, 10)).items())
            .extracting(hit -> hit.item().title()).containsExactly("Which yeast for bread?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*:*", "*", "kind:question", "space:*", "title:(", "{!terms f=space v=x}croissant",
        "{!func}ord(id)", "_query_:\"*:*\"", "_val_:\"ord(id)\"", "croissant AND NOT", "OR OR OR", "((((", "]]]]", "[* TO *]",
        "/cro.*/", "\"unbalanced", "\\", "\\\"", "-", "--", "+", "+-!(){}[]^\"~*?:\\/", "croissant~2^9999999999999",
        "cro* wn:d", "\u0000\uE000\uFFFF", "\uD800", "${jndi:ldap://x}", "<script>alert(1)</script>", "a\u2028b", "'; drop"})
    void whateverIsTypedIsOnlyText(String hostile) throws Exception
    {
        ask(this.anna, this.open, "How is a brioche made?", "With butter, and lots of it.");
        ask(this.boss, this.secret, "How is our croissant made?", "Nobody outside shall know the croissant.");
        caughtUp();

        assertThat(titles(this.bert, hostile)).as("at most what has some of its words").allMatch(title -> title.contains("brioche"));
        assertThat(titles(this.bert, hostile + " brioche")).allMatch(title -> title.contains("brioche"));
        assertThat(this.searchService.related(this.bert, draft(hostile, hostile, hostile), 10))
            .allMatch(hit -> hit.title().contains("brioche"));
        assertThat(this.searchService.evidence(this.bert, draft(hostile, hostile, hostile), 10)).isEmpty();
        assertThat(this.searchService.answerers(this.bert, WIKI, List.of(hostile), null, 10).answers()).isZero();
        assertThat(this.searchService.answerersOf(this.bert, WIKI, hostile, null, 10)).isEmpty();
    }

    @Test
    void tenThousandCharactersAreHarmless() throws Exception
    {
        ask(this.anna, this.open, "How is a brioche made?", "With butter, and lots of it.");
        caughtUp();

        for (String part : List.of("brioche ", "a(", "\"x\" ", "brioche", "{!x}")) {
            String typed = part.repeat(10_000 / part.length());
            assertThat(titles(this.bert, typed)).hasSizeLessThanOrEqualTo(1);
            assertThat(this.searchService.related(this.bert, draft(typed, typed), 10)).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void aSnippetShowsWhatWasFoundAndNothingThatABrowserRuns() throws Exception
    {
        ask(this.anna, this.open, "What is this on my page?",
            "I see {{{<script>alert('x')</script>}}} beside the \"needle\" & more \uE000needles\uE001 on it.");
        caughtUp();

        String snippet = hits(UserId.GUEST, "needle").get(0).snippet().value();
        assertThat(snippet).contains("&quot;<mark>needle</mark>&quot; &amp; more <mark>needles</mark>")
            .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;").doesNotContain("<script");
        assertThat(hits(UserId.GUEST, "page").get(0).snippet().value()).as("found in the title only").isEmpty();
    }

    @Test
    void whatIsPrivateIsFoundByItsMembersAlone() throws Exception
    {
        Post question = ask(this.boss, this.secret, "How much butter in our croissant?", "Grams of butter.", "butter");
        this.questions.answer(this.boss, question.id(), UUID.randomUUID(), "Two hundred fifty grams of butter.");
        caughtUp();

        for (UserId outsider : List.of(UserId.GUEST, this.bert)) {
            assertThat(hits(outsider, "croissant butter")).isEmpty();
            assertThat(this.searchService.related(outsider, draft("Butter in a croissant?", "grams", "butter"),
                10)).isEmpty();
            assertThat(this.searchService.evidence(outsider, draft("Butter in a croissant?", "grams", "butter"),
                10)).isEmpty();
            Answerers answerers = this.searchService.answerers(outsider, WIKI, List.of("butter"), null, 10);
            assertThat(answerers.answers()).isZero();
            assertThat(answerers.tagged()).isEmpty();
            assertThat(answerers.lately()).isEmpty();
        }
        assertThat(hits(this.boss, "croissant butter")).hasSize(1);
        assertThat(this.searchService.related(this.boss, draft("Butter in a croissant?", "grams"), 10)).hasSize(1);
        assertThat(this.searchService.evidence(this.boss, draft("Butter in a croissant?", "grams"), 10)).hasSize(1);
        assertThat(this.searchService.answerers(this.boss, WIKI, List.of("butter"), null, 10).answers()).isEqualTo(1);
    }

    @Test
    void whatOneHasFoundIsNotGivenToOthersWhoLookForTheSame() throws Exception
    {
        ask(this.boss, this.secret, "How much butter in our croissant?", "Grams of butter.", "butter");
        Post open = ask(this.anna, this.open, "How much butter in my rolls?", "Grams of butter, I mean.");
        caughtUp();

        for (int time = 0; time < 2; time++) {
            assertThat(titles(this.boss, "butter")).hasSize(2);
            assertThat(titles(this.bert, "butter")).containsExactly("How much butter in my rolls?");
        }
        this.questions.delete(this.boss, open.id());
        assertThat(titles(this.bert, "butter")).as("before the index hears of it").isEmpty();
    }

    @Test
    void aPageWithRightsOfItsOwnIsFoundByWhoMayViewItAndCountedForNobody() throws Exception
    {
        Post question = ask(this.anna, this.open, "Who took my rolling pin?", "It was on the table, I swear.", "tools");
        this.questions.answer(this.bert, question.id(), UUID.randomUUID(), "I borrowed the rolling pin.");
        this.wiki.access().restrict(question.page(), Set.of(this.anna));
        this.questions.edit(this.anna, question.id(), new Edit("Who took my good rolling pin?",
            "It was on the table, I swear.", List.of("tools"), question.version(), "", false));
        caughtUp();

        assertThat(titles(this.anna, "rolling pin")).containsExactly("Who took my good rolling pin?");
        assertThat(hits(this.bert, "rolling pin")).isEmpty();
        assertThat(this.searchService.related(this.bert, draft("My rolling pin", ""), 10)).isEmpty();
        assertThat(this.searchService.evidence(this.bert, draft("My rolling pin", ""), 10)).isEmpty();
        assertThat(this.searchService.answerers(this.anna, WIKI, List.of("tools"), null, 10).answers()).isZero();
    }

    @Test
    void whatIsEditedOrDeletedIsFoundAsItIsNow() throws Exception
    {
        Post question = ask(this.anna, this.open, "How hot should the stove be?", "For bread rolls, I mean.");
        Post answer = this.questions.answer(this.bert, question.id(), UUID.randomUUID(), "As hot as a volcano.");
        caughtUp();
        this.questions.edit(this.anna, question.id(), new Edit("How hot should the oven be?", "For bread rolls, I mean.",
            List.of("heat"), question.version(), "", false));
        this.questions.delete(this.bert, answer.id());
        caughtUp();
        assertThat(hits(this.anna, "stove")).isEmpty();
        assertThat(hits(this.anna, "volcano")).isEmpty();
        assertThat(hits(this.anna, "oven")).hasSize(1);
        assertThat(documents("kind:answer")).isZero();

        this.questions.delete(this.boss, question.id());
        caughtUp();
        assertThat(hits(this.anna, "oven")).isEmpty();
        assertThat(documents("kind:question")).isZero();
    }

    @Test
    void pagesOfHitsFollowEachOtherToTheEnd() throws Exception
    {
        for (int i = 0; i < 23; i++) {
            ask(this.anna, this.open, "How is cake number " + i + " made?", "With a spoon, I guess, or two.");
        }
        caughtUp();

        List<UUID> seen = new ArrayList<>();
        String after = null;
        int pages = 0;
        do {
            Slice<Hit> page = this.searchService.search(this.anna, new Search(WIKI, "cake", null, null, after, 10));
            page.items().forEach(hit -> seen.add(hit.item().id()));
            after = page.next();
            pages++;
        } while (after != null);
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    void aCursorOfAnotherSearchOrOfNoneIsRefused() throws Exception
    {
        for (int i = 0; i < 3; i++) {
            ask(this.anna, this.open, "How is cake number " + i + " made?", "With a spoon, I guess, or two.");
        }
        caughtUp();
        String cursor = this.searchService.search(this.anna, new Search(WIKI, "cake", null, null, null, 1)).next();

        String forged = Cursor.write("search\nxwiki\ncake\nnull\nnull", 1, "AoEjforged", "AoEjforged");
        for (Search search : List.of(new Search(WIKI, "spoon", null, null, cursor, 1),
            new Search(WIKI, "cake", null, null, "nonsense", 1), new Search(WIKI, "cake", null, null, forged, 1))) {
            assertThatThrownBy(() -> this.searchService.search(this.anna,
                search)).isInstanceOfSatisfying(CopException.class,
                e -> assertThat(e.getKind()).isEqualTo(CopException.Kind.INVALID));
        }
    }

    @Test
    void aDraftFindsWhatResemblesItAndNotItself() throws Exception
    {
        Post self = ask(this.anna, this.open, "Why is my sourdough starter grey?", "A grey liquid stands on the starter.");
        ask(this.anna, this.open, "Grey liquid on my starter", "Is the sourdough still good, or is it gone?");
        ask(this.anna, this.open, "How do I clean the mixer?", "Is there a way to get the dough off, or not?");
        caughtUp();

        Draft draft = new Draft(WIKI, "Why is my sourdough starter grey?", "A grey liquid stands on the starter.",
            List.of(), null, Set.of(self.id()));
        assertThat(this.searchService.related(this.anna, draft, 5)).extracting(QuestionSummary::title)
            .containsExactly("Grey liquid on my starter");
        assertThat(this.searchService.related(this.anna, draft("", ""), 5)).isEmpty();
        assertThat(this.searchService.related(this.anna, draft("xyzzy", "plugh"), 5)).isEmpty();
    }

    /** Its summary has 200 characters; what tells stands behind. */
    @Test
    void aQuestionThatStandsLooksForOthersWithItsWholeText() throws Exception
    {
        Post self = ask(this.anna, this.open, "Something is wrong with it", "It was fine on Monday, I believe. ".repeat(20)
            + "Then the sourdough starter went grey.");
        ask(this.anna, this.open, "Grey liquid on top of a starter", "Is the sourdough still good, or is it gone?");
        ask(this.anna, this.open, "How do I clean the mixer?", "Is there a way to get the dough off, or not?");
        caughtUp();

        Draft draft = this.searchService.draft(UserId.GUEST, WIKI, self.id());
        assertThat(this.searchService.related(UserId.GUEST, draft, 5)).extracting(QuestionSummary::title)
            .startsWith("Grey liquid on top of a starter").doesNotContain("Something is wrong with it");
        Post hidden = ask(this.boss, this.secret, "How is our croissant made?", "x".repeat(30_000));
        assertThat(this.searchService.draft(this.boss, WIKI, hidden.id()).body()).hasSize(SearchService.DRAFT_MAXIMUM);
        for (PostId nothing : List.of(hidden.id(), new PostId(UUID.randomUUID()))) {
            assertThatThrownBy(() -> this.searchService.draft(this.bert, WIKI,
                nothing)).isInstanceOfSatisfying(CopException.class,
                e -> assertThat(e.getKind()).isEqualTo(CopException.Kind.NOT_FOUND));
        }
    }

    @Test
    void answersAreEvidenceOfWhatTheirAuthorsKnow() throws Exception
    {
        Post first = ask(this.anna, this.open, "Why does my sourdough collapse?", "It rises, then it sinks.", "sourdough");
        Post answer = this.questions.answer(this.bert, first.id(), UUID.randomUUID(), "Overproofed: shorten the rise.");
        this.questions.vote(this.boss, answer.id(), 1);
        this.questions.accept(this.anna, answer.id(), true);
        Post second = ask(this.anna, this.open, "Which jar for a sourdough starter?", "Glass or clay?", "sourdough", "jars");
        this.questions.answer(this.bert, second.id(), UUID.randomUUID(), "Glass, with a loose lid.");
        this.questions.answer(this.boss, second.id(), UUID.randomUUID(), "Clay.");
        caughtUp();

        Evidence best = this.searchService.evidence(this.anna, draft("My sourdough sinks", "It collapses"), 10).get(0);
        assertThat(best.author()).isEqualTo(this.bert);
        assertThat(best.answer()).isEqualTo(answer.id());
        assertThat(best.questionTitle()).isEqualTo("Why does my sourdough collapse?");
        assertThat(best.tags()).containsExactly("sourdough");
        assertThat(best.accepted()).isTrue();
        assertThat(best.votes()).isEqualTo(1);
        Answerers answerers = this.searchService.answerers(this.anna, WIKI, List.of("sourdough", "none"), null, 10);
        assertThat(answerers.answers()).isEqualTo(3);
        assertThat(answerers.tagged()).hasSize(1);
        Answerer top = answerers.tagged().get(0).people().get(0);
        assertThat(List.of(top.author(), top.answers(), top.accepted())).containsExactly(this.bert, 2, 1);
        assertThat(top.recency()).isBetween(1.99, 2.0);
        assertThat(answerers.lately()).extracting(Answerer::author).containsExactlyInAnyOrder(this.bert, this.boss);
        assertThat(this.searchService.answerersOf(this.anna, WIKI, "sourdough", null, 10)).get()
            .satisfies(tag -> assertThat(tag.people().get(0)).isEqualTo(top)).extracting(Tagged::answers).isEqualTo(3L);
        assertThat(this.searchService.answerersOf(this.anna, WIKI, "none", null, 10)).isEmpty();
    }

    @Test
    void whereTheIndexDoesNotAnswerASentenceSaysSoAndLaterItDoesAgain() throws Exception
    {
        ask(this.anna, this.open, "How is a brioche made?", "With butter, and lots of it.");
        caughtUp();
        SolrClient broken = Mockito.mock(SolrClient.class, invocation -> {
            throw new SolrServerException("down");
        });
        this.wiki.with(Index.class, () -> broken);
        for (ThrowingCallable call : List
            .<ThrowingCallable>of(() -> hits(this.anna, "brioche"),
                () -> this.searchService.related(this.anna, draft("brioche", ""), 3),
                () -> this.searchService.evidence(this.anna, draft("brioche", ""), 3),
                () -> this.searchService.answerers(this.anna, WIKI, List.of(), null, 3),
                () -> this.searchService.answerersOf(this.anna, WIKI, "brioche", null, 3))) {
            assertThatThrownBy(call).isInstanceOfSatisfying(CopException.class, e -> {
                assertThat(e.getKind()).isEqualTo(CopException.Kind.UNAVAILABLE);
                assertThat(e.getText().key()).isEqualTo("cop.knowledge.error.unavailable");
            });
        }
        this.wiki.with(Index.class, index);
        assertThat(hits(this.anna, "brioche")).hasSize(1);
    }

    @Test
    void theSameRowsTakenAgainChangeNothing() throws Exception
    {
        Post question = ask(this.anna, this.open, "How is a brioche made?", "With butter, and lots of it.");
        this.questions.answer(this.bert, question.id(), UUID.randomUUID(), "Whisk the butter in slowly.");
        caughtUp();
        long documents = documents("*:*");
        Ledger ledger = this.wiki.get(Ledger.class);
        // Another process that died before it had written its position: it starts from the index as it is.
        index.client().deleteById(IndexCheckpoint.POSITION);
        index.client().commit();

        try (TestWiki restarted = new TestWiki().with(Index.class, index)) {
            assertThat(restarted.get(LedgerConsumer.class, "index").checkpoint()).isZero();
        }
        IndexConsumer consumer = (IndexConsumer) this.wiki.get(LedgerConsumer.class, "index");
        consumer.forgetCheckpoint();
        consumer.consume(ledger.after(0, 100));

        assertThat(documents("*:*")).isEqualTo(documents);
        assertThat(consumer.checkpoint()).isEqualTo(ledger.head());
        assertThat(hits(this.anna, "whisk")).hasSize(1);
    }

    @Test
    void farBehindAllQuestionsAreWrittenAtOnceAndWhatIsGoneIsTakenOut() throws Exception
    {
        Post gone = ask(this.anna, this.open, "How is a muffin made?", "With butter, and lots of it.");
        caughtUp();
        this.consumers.stop();
        this.questions.delete(this.boss, gone.id());
        ask(this.anna, this.open, "How is a brioche made?", "With butter, and lots of it.");
        Ledger ledger = this.wiki.get(Ledger.class);
        ledger.record(tx -> {
            for (int i = 0; i < 5_100; i++) {
                tx.append(EntryDraft.of(WIKI, this.anna, ActType.named("knocked"), new UUID(0, i)));
            }
            return null;
        });
        LedgerConsumer consumer = this.wiki.get(LedgerConsumer.class, "index");
        consumer.consume(ledger.after(consumer.checkpoint(), 1));

        assertThat(consumer.checkpoint()).as("not only the one row").isEqualTo(ledger.head());
        assertThat(titles(this.anna, "butter")).containsExactly("How is a brioche made?");
        assertThat(documents("kind:question")).isEqualTo(1);
    }

    @Test
    void whenTheRightsOfASpaceChangeItsQuestionsFollow() throws Exception
    {
        ask(this.boss, this.secret, "How is our croissant made?", "Nobody outside shall know.");
        caughtUp();
        assertThat(documents("kind:question AND space:\"" + this.secret.space() + '"')).isEqualTo(1);

        SpaceId inner = this.secret.space().child("Questions");
        this.wiki.access().protect(inner, new Protection(null, null,
            this.wiki.groups().create(WIKI, "m"), this.wiki.groups().create(WIKI, "f")));

        Awaitility.await().atMost(Duration.ofSeconds(30))
            .untilAsserted(() -> assertThat(documents("space:\"" + inner + '"')).isEqualTo(1));
    }

    @Test
    void whatIsAnsweredInASpaceOfOthersIsFoundByThemAlone() throws Exception
    {
        Post question = ask(this.anna, this.open, "How is our croissant made?", "Somebody shall know.");
        Post answer = this.questions.answer(this.boss, question.id(), UUID.randomUUID(), "With clarified butter.");
        SpaceId inner = question.page().space().child("Inner");
        this.wiki.pages().move(answer.page(), inner.page("Answer"), this.boss);
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);
        caughtUp();
        assertThat(titles(this.anna, "clarified")).hasSize(1);

        this.wiki.access().protect(inner, new Protection(null, null,
            this.wiki.groups().create(WIKI, "m"), this.wiki.groups().create(WIKI, "f")));

        Awaitility.await().atMost(Duration.ofSeconds(30))
            .untilAsserted(() -> assertThat(titles(this.anna, "clarified")).isEmpty());
    }

    private static long documents(String query) throws Exception
    {
        return index.client().query(new SolrQuery(query).setRows(0)).getResults().getNumFound();
    }
}
