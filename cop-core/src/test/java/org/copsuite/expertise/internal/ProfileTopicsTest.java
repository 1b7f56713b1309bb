/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Declared;
import org.copsuite.expertise.ExpertiseService.EvidencePage;
import org.copsuite.expertise.ExpertiseService.Expert;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.Offer;
import org.copsuite.expertise.ExpertiseService.Reason;
import org.copsuite.expertise.ExpertiseService.Topic;
import org.copsuite.expertise.ExpertiseService.TopicDraft;
import org.copsuite.expertise.ExpertiseService.Trend;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.Projection;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.search.AbstractIndexTest;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.spi.Message;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

/** What a profile says about topics: what one offers, what shows it, what activity shows, what is hidden. */
@OnEveryDatabase
class ProfileTopicsTest extends AbstractIndexTest
{
    private ExpertiseService service;

    private UserId cleo;

    @BeforeEach
    void start()
    {
        this.service = this.wiki.get(ExpertiseService.class);
        this.cleo = this.wiki.account("cleo");
    }

    /** Somebody answers a question of the administrator's. */
    private Post answer(UserId who, CommunityView where, String title, String text, String... tags) throws CopException
    {
        Post question = ask(this.boss, where, title, "Does anybody know, or have an idea?", tags);
        return this.questions.answer(who, question.id(), UUID.randomUUID(), text);
    }

    private static Draft draft(String title, CommunityId community, String... tags)
    {
        return new Draft(WIKI, title, "", List.of(tags), community, Set.of());
    }

    private static List<String> names(List<Expert> experts)
    {
        return experts.stream().map(expert -> expert.person().name()).toList();
    }

    private static CopException refusal(ThrowingCallable call)
    {
        return catchThrowableOfType(CopException.class, call);
    }

    private TopicDraft offering(List<String> evidence, Long version, Offer... offers)
    {
        return new TopicDraft("rye", Level.WORKING, "Ask me.", Set.of(offers), evidence, version);
    }

    private Declared said(UserId reader)
    {
        return this.service.topics(reader, WIKI, this.anna).get(0).said();
    }

    @Test
    void aTopicSaysWhatOneOffersAndWhichPagesShowIt() throws Exception
    {
        Post question = ask(this.boss, this.open, "How sour is a sourdough?", "Does anybody know?");
        Links links = this.wiki.get(Links.class);
        String address = links.absolute(links.view(question.page())) + "?viewer=history#cop-answers";
        this.service.declare(this.anna, WIKI, offering(List.of(address, " ", question.page().toString()), 0L, Offer.TALKS,
            Offer.ANSWERS));

        for (UserId reader : List.of(this.anna, this.bert, UserId.GUEST)) {
            assertThat(said(reader).offers()).containsExactly(Offer.ANSWERS, Offer.TALKS);
            assertThat(said(reader).evidence())
                .containsExactly(new EvidencePage(question.page(), "How sour is a sourdough?"));
        }
        this.service.declare(this.anna, WIKI, "rye", Level.EXPERT, "Still here.");
        assertThat(said(this.bert).offers()).as("what is not named stays").hasSize(2);
        assertThat(said(this.bert).evidence()).hasSize(1);
        caughtUp();
        assertThat(this.service.byTopic(this.bert, WIKI, "rye", null, 10).get(0).reasons().get(0).text().key())
            .isEqualTo("cop.experts.why.offers");

        this.questions.delete(this.boss, question.id());
        assertThat(said(this.bert).evidence()).isEmpty();
        assertThat(said(this.anna).evidence()).containsExactly(new EvidencePage(question.page(), null));
        this.service.declare(this.anna, WIKI, offering(List.of(said(this.anna).typed()), null));
        assertThat(said(this.anna).evidence()).as("a page that is gone can stay").hasSize(1);
        this.service.declare(this.anna, WIKI, offering(List.of(), null));
        assertThat(said(this.anna).evidence()).isEmpty();
    }

    @Test
    void aPageThatOneMayNotViewAndAnythingElseThanAPageOfTheWikiAreRefusedAlike() throws Exception
    {
        Post hidden = ask(this.boss, this.secret, "How much butter?", "Does anybody know?");
        Links links = this.wiki.get(Links.class);
        String view = links.view(hidden.page());
        for (String hostile : List.of("javascript:alert(1)", "JaVaScript:alert(1)//" + view, "data:text/html,x",
            "https://evil.example" + view,
            "//evil.example" + view, "/bin/view/../../etc", "\u202E\u0000", "xwiki:No.Such", "other:Main.WebHome", "..", "\\", "%",
            "/bin/view/%zz", links.absolute(view), view, hidden.page().toString(), "x".repeat(5000))) {
            CopException refusal = refusal(() -> this.service.declare(this.anna, WIKI, offering(List.of("a", hostile), null)));
            assertThat(refusal.getFields().get("evidence").key()).as(hostile)
                .isEqualTo("cop.expertise.error.evidence.unknown");
        }
        assertThat(refusal(() -> this.service.declare(this.anna, WIKI, offering(List.of("a", "b", "c", "d"), null)))
            .getFields().get("evidence").key()).isEqualTo("cop.expertise.error.evidence.many");
        assertThat(this.service.topics(this.anna, WIKI, this.anna)).isEmpty();

        this.service.declare(this.boss, WIKI, offering(List.of(view), null));
        Declared ofBoss = this.service.topics(this.anna, WIKI, this.boss).get(0).said();
        assertThat(ofBoss.evidence()).as("others do not learn of it").isEmpty();
        assertThat(this.service.topics(this.boss, WIKI, this.boss).get(0).said().evidence()).hasSize(1);
    }

    @Test
    void aTopicThatWasChangedInAnotherWindowIsAConflict() throws Exception
    {
        this.service.declare(this.anna, WIKI, offering(List.of(), 0L));
        long version = said(this.anna).version();
        this.service.declare(this.anna, WIKI, offering(List.of(), version, Offer.REVIEW));
        this.service.declare(this.anna, WIKI, offering(List.of(), version, Offer.REVIEW));
        for (long stale : new long[] {0, version}) {
            assertThat(refusal(() -> this.service.declare(this.anna, WIKI, offering(List.of(), stale, Offer.TALKS))).getKind())
                .isEqualTo(CopException.Kind.CONFLICT);
        }
        assertThat(said(this.anna).offers()).containsExactly(Offer.REVIEW);
        long now = said(this.anna).version();
        this.service.retract(this.anna, WIKI, "rye");
        assertThat(refusal(() -> this.service.declare(this.anna, WIKI, offering(List.of(), now, Offer.TALKS))).getKind())
            .isEqualTo(CopException.Kind.CONFLICT);
    }

    @Test
    void activityShowsVotesThanksAndTheBestAnswersAsFarAsTheReaderMayViewThem() throws Exception
    {
        Post first = answer(this.anna, this.open, "How sour is a sourdough?", "Very, after a week.", "sourdough");
        Post best = answer(this.anna, this.open, "How old is a sourdough?", "Older than my cat.", "sourdough");
        Post hidden = answer(this.boss, this.secret, "How much butter in a sourdough?", "None at all.", "sourdough");
        this.questions.accept(this.boss, best.id(), true);
        this.questions.vote(this.bert, best.id(), 1);
        this.questions.vote(this.cleo, first.id(), 1);
        RecognitionService recognition = this.wiki.get(RecognitionService.class);
        recognition.thank(this.bert, new RecognitionService.Thanks(UUID.randomUUID(), WIKI, this.anna, "Good bread.", null, best.id()));

        Topic topic = this.service.topics(this.bert, WIKI, this.anna).get(0);
        assertThat(topic.activity().votes()).isEqualTo(2);
        assertThat(topic.activity().best()).extracting(EvidencePage::title)
            .containsExactly("How old is a sourdough?", "How sour is a sourdough?");
        assertThat(topic.activity().others()).containsExactly(Message.of("cop.expertise.shown.thanks", 1L));
        assertThat(topic.activity().trend()).as("told only to oneself").isNull();
        assertThat(this.service.topics(this.anna, WIKI, this.anna).get(0).activity().trend()).isEqualTo(Trend.GREW);
        assertThat(hidden).isNotNull();
        assertThat(this.service.topics(this.bert, WIKI, this.boss)).isEmpty();
    }

    @Test
    void whatWasAnsweredLongAgoFadesAndASpecificTopicOutranksAGeneralOne() throws Exception
    {
        answer(this.anna, this.open, "How sour is a sourdough?", "Very, after a week.", "bread", "sourdough");
        answer(this.anna, this.open, "Which flour is it made of?", "Rye, mostly.", "flour");
        for (int i = 0; i < 5; i++) {
            ask(this.boss, this.open, "Which bread is number " + i + "?", "Does anybody know?", "bread");
        }
        assertThat(this.service.topics(this.anna, WIKI, this.anna)).extracting(Topic::name)
            .containsExactly("flour", "sourdough", "bread");
        this.wiki.database().execute("update cop_answer set created = created - 31449600000 where question in "
            + "(select question from cop_question_tag where tag = 'flour')");
        List<Topic> later = this.service.topics(this.anna, WIKI, this.anna);
        assertThat(later).extracting(Topic::name).containsExactly("sourdough", "bread", "flour");
        double ratio = later.get(2).activity().strength() / later.get(0).activity().strength();
        assertThat(ratio).as("half after half a year, a quarter after a year").isCloseTo(0.25, within(0.01));
        assertThat(later).extracting(topic -> topic.activity().trend()).containsExactly(Trend.GREW, Trend.GREW, Trend.FADED);
    }

    @Test
    void aHiddenTopicIsShownToNobodyAndFindsNobody() throws Exception
    {
        answer(this.anna, this.open, "How sour is a sourdough?", "Very, after a week.", "sourdough");
        this.service.declare(this.anna, WIKI, "rye", Level.EXPERT, "");
        caughtUp();
        assertThat(names(this.service.byTopic(this.bert, WIKI, "sourdough", null, 10))).containsExactly("Anna");
        for (String topic : List.of(" Sourdough", "rye", "rye")) {
            this.service.hide(this.anna, WIKI, topic);
        }
        assertThat(this.service.hidden(this.anna, WIKI)).containsExactly("rye", "sourdough");
        assertThat(this.service.hidden(this.bert, WIKI)).isEmpty();
        assertThat(this.service.hidden(UserId.GUEST, WIKI)).isEmpty();
        for (UserId reader : List.of(this.anna, this.bert, this.boss, UserId.GUEST)) {
            assertThat(this.service.topics(reader, WIKI, this.anna)).isEmpty();
        }
        for (String text : List.of("sourdough", "rye")) {
            assertThat(this.service.find(this.bert, WIKI, text, null, 10)).as(text).isEmpty();
        }
        assertThat(this.service.byText(this.bert, draft("How sour is a sourdough?", null, "sourdough"), 10))
            .allMatch(expert -> expert.reasons().stream().allMatch(reason -> reason.kind().equals(Reason.RECENT)));

        Projection projection = this.wiki.get(Projection.class, "hidden-topics");
        this.service.show(this.anna, WIKI, "rye");
        this.wiki.get(Ledger.class).decide(tx -> {
            tx.session().createQuery("delete from HiddenTopicRow").executeUpdate();
            projection.keys(tx.session(), WIKI, "", 100).forEach(key -> projection.rebuild(tx.session(), WIKI, key));
            return null;
        });
        assertThat(this.service.hidden(this.anna, WIKI)).as("rebuilt").containsExactly("sourdough");
        assertThat(this.service.topics(this.bert, WIKI, this.anna)).extracting(Topic::name).containsExactly("rye");
        this.service.show(this.anna, WIKI, "sourdough");
        assertThat(names(this.service.byTopic(this.bert, WIKI, "sourdough", null, 10))).containsExactly("Anna");
        assertThat(refusal(() -> this.service.hide(this.anna, WIKI, "?!")).getFields()).containsKey("topic");
        assertThat(refusal(() -> this.service.hide(UserId.GUEST, WIKI, "rye")).getKind()).isEqualTo(CopException.Kind.SIGN_IN);
    }
}
