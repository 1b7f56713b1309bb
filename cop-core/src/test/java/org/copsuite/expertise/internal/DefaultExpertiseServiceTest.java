/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Expert;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.Offer;
import org.copsuite.expertise.ExpertiseService.Reason;
import org.copsuite.expertise.ExpertiseService.Topic;
import org.copsuite.expertise.ExpertiseService.TopicDraft;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.Projection;
import org.copsuite.person.Persons;
import org.copsuite.question.PostImport;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.search.AbstractIndexTest;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.spi.ExpertiseEvidence;
import org.copsuite.spi.Message;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

@OnEveryDatabase
class DefaultExpertiseServiceTest extends AbstractIndexTest
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

    @Test
    void aDeclaredTopicStandsOnTheProfileUntilItIsTakenBack() throws Exception
    {
        this.service.declare(this.anna, WIKI, " Sour Dough ", Level.WORKING, "  Ask me  about starters ");
        this.service.declare(this.anna, WIKI, "rye", Level.EXPERT, null);
        assertThat(this.service.topics(UserId.GUEST, WIKI, this.anna)).extracting(Topic::name, Topic::level, Topic::note)
            .containsExactly(tuple("rye", Level.EXPERT, ""), tuple("sour-dough", Level.WORKING, "Ask me about starters"));

        Instant declared = this.service.topics(this.anna, WIKI, this.anna).get(1).declared();
        this.service.declare(this.anna, WIKI, "sour-dough", Level.ADVANCED, "");
        Topic changed = this.service.topics(this.anna, WIKI, this.anna).get(1);
        assertThat(changed.level()).isEqualTo(Level.ADVANCED);
        assertThat(changed.declared()).isEqualTo(declared);

        this.service.retract(this.anna, WIKI, "SOUR dough");
        this.service.retract(this.anna, WIKI, "never declared");
        assertThat(this.service.topics(UserId.GUEST, WIKI, this.anna)).extracting(Topic::name).containsExactly("rye");
    }

    @Test
    void aTopicIsCheckedFieldByField()
    {
        CopException refusal = refusal(() -> this.service.declare(this.anna, WIKI, " ", null, "x".repeat(201)));
        assertThat(refusal.getFields().get("topic").key()).isEqualTo("cop.expertise.error.topic");
        assertThat(refusal.getFields().get("level").key()).isEqualTo("cop.expertise.error.level");
        assertThat(refusal.getFields().get("note").key()).isEqualTo("cop.expertise.error.note.long");
        assertThat(refusal(() -> this.service.declare(UserId.GUEST, WIKI, "rye", Level.EXPERT, "")).getKind())
            .isEqualTo(CopException.Kind.SIGN_IN);
        assertThat(this.service.topics(this.anna, WIKI, this.anna)).isEmpty();
    }

    @Test
    void inManyWindowsAtOnceOneDeclaresNoMoreTopicsThanOneMay() throws Exception
    {
        for (int i = 0; i < ExpertiseService.TOPICS_MAXIMUM - 2; i++) {
            this.service.declare(this.anna, WIKI, "topic " + i, Level.LEARNING, "");
        }
        ExecutorService windows = Executors.newFixedThreadPool(6);
        List<Future<CopException>> clicks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String topic = "late topic " + i;
            clicks.add(windows
                .submit(() -> refusal(() -> this.service.declare(this.anna, WIKI, topic, Level.EXPERT, ""))));
        }
        List<String> refusals = new ArrayList<>();
        for (Future<CopException> click : clicks) {
            if (click.get() != null) {
                refusals.add(click.get().getFields().get("topic").key());
            }
        }
        windows.shutdown();
        assertThat(refusals).hasSize(4).containsOnly("cop.expertise.error.many");
        assertThat(this.service.topics(this.anna, WIKI, this.anna)).hasSize(ExpertiseService.TOPICS_MAXIMUM);
    }

    @Test
    void answersShowTopicsAsFarAsTheReaderMayViewThem() throws Exception
    {
        Post answer = answer(this.anna, this.open, "How sour is a sourdough?", "Very, after a week.", "sourdough", "rye");
        this.questions.accept(this.boss, answer.id(), true);
        answer(this.boss, this.secret, "How much butter in our croissant?", "Two hundred grams.", "butter");

        assertThat(this.service.topics(this.bert, WIKI, this.anna))
            .extracting(Topic::name, Topic::answers, Topic::accepted)
            .containsExactly(tuple("rye", 1, 1), tuple("sourdough", 1, 1));
        assertThat(this.service.topics(this.bert, WIKI, this.boss)).isEmpty();
        assertThat(this.service.topics(this.boss, WIKI, this.boss)).extracting(Topic::name).containsExactly("butter");
    }

    @Test
    void whoAnsweredOrDeclaredATopicIsFoundWithTheReason() throws Exception
    {
        answer(this.anna, this.open, "How sour is a sourdough?", "Very, after a week.", "sourdough");
        answer(this.anna, this.open, "How old is your sourdough?", "Older than my cat.", "sourdough");
        answer(this.bert, this.open, "How wet is a sourdough then?", "As a sponge.", "sourdough");
        answer(this.bert, this.open, "Which knife is best for bread?", "A long one with teeth.", "tools");
        this.service.declare(this.cleo, WIKI, "sourdough", Level.EXPERT, "");
        caughtUp();

        List<Expert> experts = this.service.byTopic(UserId.GUEST, WIKI, "Sourdough", null, 10);
        assertThat(names(experts)).containsExactlyInAnyOrder("Anna", "Bert", "Cleo").startsWith("Anna");
        assertThat(experts).allMatch(expert -> expert.score() > 0 && expert.score() <= 1);
        Reason tag = reason(experts.get(0), Reason.ANSWERED_TAG);
        assertThat(List.of(tag.topic(), tag.count(), tag.accepted())).containsExactly("sourdough", 2, 0);
        Expert cleo = experts.stream().filter(e -> e.person().id().equals(this.cleo)).findFirst().orElseThrow();
        assertThat(cleo.reasons().get(0).kind()).isEqualTo("declared");
        assertThat(cleo.reasons().get(0).level()).isEqualTo(Level.EXPERT);
        assertThat(names(this.service.byTopic(this.anna, WIKI, "sourdough", null, 10))).as("the seeker is not found")
            .isNotEmpty().doesNotContain("Anna");
        assertThat(this.service.byTopic(UserId.GUEST, WIKI, "nobody-knows", null, 10)).isEmpty();
        assertThat(this.service.byTopic(UserId.GUEST, WIKI, "", null, 10)).isEmpty();
    }

    private static Reason reason(Expert expert, String kind)
    {
        return expert.reasons().stream().filter(reason -> reason.kind().equals(kind)).findFirst().orElseThrow();
    }

    @Test
    void aTextFindsWhoAnsweredWhatResemblesItAndNamesThatQuestion() throws Exception
    {
        answer(this.anna, this.open, "Why does my sourdough collapse?", "Overproofed: shorten the rise.", "sourdough");
        answer(this.bert, this.open, "Which knife is best for bread?", "A long one with teeth.", "tools");
        caughtUp();

        List<Expert> experts = this.service.byText(this.cleo, draft("Is my sourdough overproofed?", null), 10);
        assertThat(names(experts)).startsWith("Anna");
        Reason similar = reason(experts.get(0), Reason.ANSWERED_SIMILAR);
        assertThat(similar.questionTitle()).isEqualTo("Why does my sourdough collapse?");
        assertThat(similar.questionPage().toString()).contains("why-does-my-sourdough-collapse");
        assertThat(names(this.service.byText(this.cleo, draft("What is a tooth for?", this.open.id(), "tools"), 10)))
            .as("in a community, who was active lately could answer too").contains("Bert", "Anna");
    }

    @Test
    void whatIsTypedIsATopicOrATextInOnesOwnWords() throws Exception
    {
        Post answer = answer(this.anna, this.open, "Why is a PostgreSQL query slow with a parameter but fast without?",
            "The planner cannot know the value: plan_cache_mode helps.", "postgresql");
        this.questions.accept(this.boss, answer.id(), true);
        answer(this.bert, this.open, "Which knife is best for bread?", "A long one with teeth.", "tools");
        this.service.declare(this.cleo, WIKI, "rye", Level.EXPERT, "");
        caughtUp();

        for (String typed : List.of("slow query", "how to tune a slow postgres query", "query slow parameter", "postgres",
            "PostgreSQL", "My query slow, parameter typed")) {
            for (CommunityId community : Arrays.asList(null, this.open.id())) {
                assertThat(names(this.service.find(UserId.GUEST, WIKI, typed, community, 10))).as(typed).containsExactly("Anna");
            }
        }
        assertThat(names(this.service.find(UserId.GUEST, WIKI, "Why is my query slow?", null, 10))).startsWith("Anna");
        assertThat(names(this.service.find(UserId.GUEST, WIKI, "Rye", null, 10))).containsExactly("Cleo");
        for (String nothing : Arrays.asList(null, "", "  ", "xyzzy plugh", "?!")) {
            assertThat(this.service.find(UserId.GUEST, WIKI, nothing, null, 10)).as(nothing).isEmpty();
        }
        assertThat(names(this.service.find(this.anna, WIKI, "slow query", null, 10))).as("the seeker is not found").isEmpty();
    }

    @Test
    void aTextFindsWhoDeclaredATopicThatItNames() throws Exception
    {
        this.service.declare(this.anna, WIKI, "lye rolls", Level.ADVANCED, "");
        caughtUp();

        List<Expert> experts = this.service.byText(this.cleo, draft("How brown are lye rolls?", null), 10);
        assertThat(names(experts)).containsExactly("Anna");
        assertThat(experts.get(0).reasons().get(0).topic()).isEqualTo("lye-rolls");
        assertThat(this.service.byText(this.cleo, draft("How brown are lye rolls?", this.open.id()), 10))
            .as("in a community only its members are asked for what they declared").isEmpty();
        this.wiki.get(CommunityService.class).join(this.anna, this.open.id());
        assertThat(this.service.byText(this.cleo, draft("How brown are lye rolls?", this.open.id()), 10)).hasSize(1);
    }

    @Test
    void contributedEvidenceFindsPeopleWithItsReasonAndAddsToTheOther() throws Exception
    {
        answer(this.anna, this.open, "How sour is a sourdough?", "Very, after a week.", "sourdough");
        answer(this.bert, this.open, "How old is your sourdough?", "Older than my cat.", "sourdough");
        caughtUp();
        List<ExpertiseEvidence.Query> queries = new ArrayList<>();
        List<UserId> praised = List.of(this.bert, this.cleo);
        this.wiki.with(ExpertiseEvidence.class, "praised", new ExpertiseEvidence()
        {
            @Override
            public double weight()
            {
                return 2;
            }

            @Override
            public List<Evidence> find(Query query)
            {
                queries.add(query);
                return List.of(praise(praised.get(0), 1), praise(praised.get(1), 1), praise(praised.get(1), 2));
            }

            private Evidence praise(UserId person, double strength)
            {
                return new Evidence(person, "sourdough", strength, null, Message.of("praised", strength));
            }
        });

        List<Expert> experts = this.service.byTopic(UserId.GUEST, WIKI, "Sourdough", this.open.id(), 10);
        assertThat(queries).singleElement().satisfies(query -> {
            assertThat(query.reader()).isEqualTo(UserId.GUEST);
            assertThat(query.topics()).containsExactly("sourdough");
            assertThat(query.community()).isEqualTo(this.open.id());
        });
        assertThat(names(experts)).as("3 for Cleo, answers and 1 for Bert, answers alone for Anna")
            .containsExactly("Bert", "Cleo", "Anna");
        assertThat(reason(experts.get(1), "praised").text()).as("the stronger one")
            .isEqualTo(Message.of("praised", 2.0));
        assertThat(this.service.byText(this.cleo, draft("Is my sourdough overproofed?", null), 10)).isNotEmpty();
        assertThat(queries.get(1).topics()).contains("sourdough", "my-sourdough");
    }

    @Test
    void whatSomebodyKnowsBehindADoorIsNoReasonForOthers() throws Exception
    {
        UserId dora = this.wiki.administrator("dora");
        answer(dora, this.secret, "How much butter in our croissant?", "Two hundred grams of butter.", "butter");
        caughtUp();

        for (UserId outsider : List.of(UserId.GUEST, this.bert)) {
            assertThat(this.service.byTopic(outsider, WIKI, "butter", null, 10)).isEmpty();
            assertThat(this.service.byTopic(outsider, WIKI, "butter", this.secret.id(), 10)).isEmpty();
            assertThat(this.service.byText(outsider, draft("Butter in a croissant", null, "butter"), 10)).isEmpty();
            assertThat(this.service.byText(outsider, draft("Butter in a croissant", this.secret.id()), 10)).isEmpty();
        }
        assertThat(names(this.service.byTopic(this.boss, WIKI, "butter", null, 10))).containsExactly("Dora");
    }

    @Test
    void whoIsNoMoreIsNotFoundAndImportedPeopleStandBehindThoseWhoCanBeAsked() throws Exception
    {
        UserId ida = Persons.Imported.idOf("elsewhere", "1");
        UserId ivo = Persons.Imported.idOf("elsewhere", "2");
        Persons persons = this.wiki.get(Persons.class);
        persons.addImported(WIKI, List.of(new Persons.Imported(ida, "Ida", "", Instant.EPOCH, null),
            new Persons.Imported(ivo, "Ivo", "", Instant.EPOCH, null)));
        UUID question = UUID.randomUUID();
        Instant now = Instant.now();
        this.wiki.get(PostImport.class).write(WIKI, this.open.id(), new PostImport.Batch(
            List.of(new PostImport.Question(question, ida, now, null, "How sour is a sourdough?", "Does anybody know?",
                List.of("sourdough"), List.of(), 0, null)),
            List.of(
                new PostImport.Answer(UUID.randomUUID(), question, ida, now, null, "Very, after a week.", List.of(), null),
                new PostImport.Answer(UUID.randomUUID(), question, ida, now, null, "Less in winter.", List.of(), null),
                new PostImport.Answer(UUID.randomUUID(), question, ivo, now, null, "Taste it.", List.of(), null)),
            List.of(), List.of(), List.of()));
        answer(this.anna, this.open, "How old is your sourdough?", "Older than my cat.", "sourdough");
        answer(this.bert, this.open, "How wet is a sourdough then?", "As a sponge.", "sourdough");
        this.wiki.people().remove(this.bert);
        persons.link(this.boss, WIKI, ivo, this.cleo);
        caughtUp();

        List<Expert> experts = this.service.byTopic(UserId.GUEST, WIKI, "sourdough", null, 10);
        assertThat(names(experts)).containsExactlyInAnyOrder("Anna", "Cleo", "Ida").endsWith("Ida");
        assertThat(experts.get(2).person().active()).isFalse();
        assertThat(this.service.topics(UserId.GUEST, WIKI, this.cleo)).extracting(Topic::answers).containsExactly(1);
    }

    @Test
    void findingExpertsCostsABoundedNumberOfStatements() throws Exception
    {
        for (int i = 0; i < 12; i++) {
            answer(this.wiki.account("person" + i), this.open, "How sour is sourdough number " + i + "?",
                "Very, after " + i + " weeks.", "sourdough");
        }
        caughtUp();
        this.service.byText(this.cleo, draft("How sour is it?", this.open.id(), "sourdough"), 10);
        this.consumers.stop();
        this.wiki.database().startCounting();

        assertThat(this.service.byText(this.cleo, draft("How sour is it?", this.open.id(), "sourdough"), 10)).hasSize(10);
        int further = this.wiki.all(ExpertiseEvidence.class).size() - 1;
        assertThat(this.wiki.database().statements())
            .as("8 with declared topics as evidence, 3 for each further kind").isLessThanOrEqualTo(8 + 3L * further);
    }

    @Test
    void whereTimesAreEqualWhoDeclaredATopicFirstComesFirst() throws Exception
    {
        List<String> declared = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            UserId person = this.wiki.account("d" + (i * 7 % 10));
            this.service.declare(person, WIKI, "rye", Level.WORKING, "");
            declared.add(person.value());
        }
        this.wiki.database().execute("update cop_topic set declared_at = 1");

        TopicRepository topics = this.wiki.get(TopicRepository.class);
        assertThat(topics.declaring(WIKI, List.of("rye"), 10)).extracting(row -> row.person).isEqualTo(declared);
        assertThat(topics.declaring(WIKI, List.of("rye"), 4)).extracting(row -> row.person)
            .isEqualTo(declared.subList(0, 4));
    }

    @Test
    void rebuiltTopicsAreTheSame() throws Exception
    {
        this.service.declare(this.anna, WIKI, "rye", Level.WORKING, "a");
        this.service.declare(this.anna, WIKI, "rye", Level.EXPERT, "b");
        String page = ask(this.boss, this.open, "How sour is it?", "Does anybody know?").page().toString();
        this.service.declare(this.anna, WIKI,
            new TopicDraft("rye", Level.EXPERT, "c", Set.of(Offer.MENTORING), List.of(page), null));
        this.service.declare(this.bert, WIKI, "wheat", Level.LEARNING, "");
        this.service.declare(this.bert, WIKI, "oats", Level.LEARNING, "");
        this.service.retract(this.bert, WIKI, "oats");
        this.service.retract(this.bert, WIKI, "wheat");
        this.service.declare(this.bert, WIKI, "wheat", Level.ADVANCED, "again");
        List<Topic> anna = this.service.topics(this.anna, WIKI, this.anna);
        List<Topic> bert = this.service.topics(this.anna, WIKI, this.bert);

        Projection projection = this.wiki.get(Projection.class, "topics");
        this.wiki.get(Ledger.class).decide(tx -> {
            tx.session().createQuery("update TopicRow set note = 'broken', level = 0, "
                + "offers = '', evidence = '', changed = 0").executeUpdate();
            projection.keys(tx.session(), WIKI, "", 100).forEach(key -> projection.rebuild(tx.session(), WIKI, key));
            return null;
        });

        assertThat(this.service.topics(this.anna, WIKI, this.anna)).isEqualTo(anna);
        assertThat(this.service.topics(this.anna, WIKI, this.bert)).isEqualTo(bert);
        assertThat(bert).extracting(Topic::note).containsExactly("again");
    }
}
