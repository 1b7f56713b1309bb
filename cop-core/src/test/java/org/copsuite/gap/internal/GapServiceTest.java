/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.gap.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.designation.DesignationService;
import org.copsuite.endorsement.EndorsementService;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.TopicDraft;
import org.copsuite.gap.GapService;
import org.copsuite.gap.GapService.Gaps;
import org.copsuite.gap.GapService.MissingExpert;
import org.copsuite.gap.GapService.OnePerson;
import org.copsuite.ledger.CommunityId;
import org.copsuite.person.Absences;
import org.copsuite.person.Persons;
import org.copsuite.person.Persons.Imported;
import org.copsuite.question.NeedService;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

@OnEveryDatabase
class GapServiceTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final TestWiki wiki = new TestWiki();

    private final UserId boss = this.wiki.administrator("boss");

    private final UserId anna = this.wiki.account("anna");

    private final UserId bert = this.wiki.account("bert");

    private final UserId cleo = this.wiki.account("cleo");

    private final UserId dora = this.wiki.account("dora");

    private final GapService service = this.wiki.get(GapService.class);

    private CommunityId bakers;

    private CommunityId secret;

    /** Anna, Bert and Cleo are members of an open and of a private community; Dora is in none. */
    @BeforeEach
    void found() throws Exception
    {
        UserId[] members = {this.anna, this.bert, this.cleo};
        this.bakers = this.wiki.found(this.boss, "Bakers", Visibility.OPEN, members);
        this.secret = this.wiki.found(this.boss, "Behind the door", Visibility.PRIVATE, members);
    }

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    private void appoint(CommunityId community, UserId person, Role role) throws CopException
    {
        this.wiki.get(CommunityService.class).appoint(this.boss, community, person, role);
    }

    private PostId ask(CommunityId community, String... tags) throws CopException
    {
        return this.wiki.get(QuestionService.class).ask(this.boss, new Ask(UUID.randomUUID(), community,
            "How does it rise, and for how long?", "Does anybody know, or have an idea?", List.of(tags))).id();
    }

    private PostId answer(UserId who, PostId question) throws CopException
    {
        return this.wiki.get(QuestionService.class)
            .answer(who, question, UUID.randomUUID(), "Try it for an hour, and then look at it.").id();
    }

    /** Somebody answers some questions on a topic. */
    private void answers(UserId who, int number, String topic) throws CopException
    {
        for (int i = 0; i < number; i++) {
            answer(who, ask(this.bakers, topic));
        }
    }

    private Gaps gaps(UserId reader) throws CopException
    {
        return this.service.get(reader, WIKI, this.bakers);
    }

    private List<String> missing() throws CopException
    {
        return gaps(this.anna).missing().stream().map(MissingExpert::topic).toList();
    }

    private static Kind kind(ThrowingCallable call)
    {
        CopException refusal = catchThrowableOfType(CopException.class, call);
        return refusal == null ? null : refusal.getKind();
    }

    @Test
    void topicsWithoutAnExpertAreListedByWhatIsOpen() throws Exception
    {
        PostId rye = ask(this.bakers, "rye", "ovens");
        ask(this.bakers, "rye");
        PostId solved = ask(this.bakers, "yeast");
        this.wiki.get(QuestionService.class).accept(this.boss, answer(this.anna, solved), true);
        this.wiki.get(QuestionService.class).close(this.boss, ask(this.bakers, "yeast"),
            QuestionService.ClosingReason.UNCLEAR, null);
        ask(this.secret, "poison");
        answer(this.bert, rye);

        Gaps gaps = gaps(this.anna);
        assertThat(gaps.missing()).containsExactly(new MissingExpert("rye", 2, 2, 0, 0),
            new MissingExpert("ovens", 1, 1, 0, 0), new MissingExpert("yeast", 2, 0, 0, 0));
        assertThat(gaps.hanging()).isEmpty();
        assertThat(gaps.topics()).isEqualTo(3);
        assertThat(gaps.since()).isEqualTo(TODAY.minusYears(1));
        assertThat(gaps.mayDesignate()).isFalse();
    }

    @Test
    void whatIsOlderThanAYearOrDeletedDoesNotCount() throws Exception
    {
        PostId old = ask(this.bakers, "rye");
        PostId deleted = ask(this.bakers, "ovens");
        this.wiki.get(QuestionService.class).delete(this.boss, deleted);
        PostId restricted = ask(this.bakers, "yeast");
        this.wiki.database().execute("update cop_question set created = created - 31708800000 where id = '" + old + "'");
        this.wiki.database().execute("update cop_question set own_rights = true where id = '" + restricted + "'");

        assertThat(missing()).isEmpty();
    }

    @Test
    void designatedDeclaredConfirmedAndShownByActivityAreExperts() throws Exception
    {
        for (String topic : List.of("rye", "ovens", "yeast", "salt", "water")) {
            ask(this.bakers, topic);
        }
        UUID designation = UUID.randomUUID();
        this.wiki.get(DesignationService.class).designate(this.boss, WIKI,
            new DesignationService.Draft(designation, this.bakers, this.bert, "rye", ""));
        PostId shown = ask(this.bakers, "flour");
        String page = this.wiki.get(PostSource.class)
            .question(WIKI, shown).orElseThrow().page().toString();
        ExpertiseService expertise = this.wiki.get(ExpertiseService.class);
        expertise.declare(this.bert, WIKI, new TopicDraft("ovens", Level.WORKING, "", Set.of(), List.of(page), null));
        expertise.declare(this.cleo, WIKI, new TopicDraft("water", Level.LEARNING, "", Set.of(), List.of(page), null));
        expertise.declare(this.cleo, WIKI, new TopicDraft("flour", Level.EXPERT, "", Set.of(), List.of(), null));
        expertise.declare(this.bert, WIKI, "salt", Level.EXPERT, "");
        answers(this.cleo, GapService.EXPERT_ANSWERS, "yeast");
        EndorsementService endorsements = this.wiki.get(EndorsementService.class);
        for (UserId endorser : List.of(this.anna, this.cleo)) {
            endorsements.endorse(endorser, new EndorsementService.Draft(UUID.randomUUID(), WIKI, this.bert, "salt",
                "Knows how much of it to take.", this.bakers));
        }
        assertThat(missing()).as("nobody learns it, nobody shows it").containsExactly("flour", "water");

        this.wiki.get(DesignationService.class).end(this.boss, WIKI, designation);
        assertThat(missing()).contains("rye");
    }

    @Test
    void nobodyWhoLeftIsAwayBlockedOrHidesTheTopicIsAnExpert() throws Exception
    {
        answers(this.bert, 3, "rye");
        assertThat(missing()).isEmpty();

        this.wiki.get(Absences.class).set(this.bert, WIKI, TODAY.minusDays(1), TODAY.plusDays(1));
        assertThat(gaps(this.anna).missing()).containsExactly(new MissingExpert("rye", 3, 3, 0, 1));
        this.wiki.get(Absences.class).end(this.bert, WIKI);
        assertThat(missing()).isEmpty();

        this.wiki.get(ExpertiseService.class).hide(this.bert, WIKI, "rye");
        assertThat(missing()).containsExactly("rye");
        assertThat(gaps(this.boss).hanging()).extracting(OnePerson::person).as("hidden").containsOnlyNulls();
        assertThat(gaps(this.bert).hanging()).extracting(OnePerson::own).containsExactly(true);
        this.wiki.get(ExpertiseService.class).show(this.bert, WIKI, "rye");
        assertThat(missing()).isEmpty();

        this.wiki.get(CommunityService.class).leave(this.bert, this.bakers);
        assertThat(missing()).containsExactly("rye");
        appoint(this.bakers, this.bert, Role.MEMBER);
        assertThat(missing()).isEmpty();

        this.wiki.people().remove(this.bert);
        assertThat(missing()).containsExactly("rye");
        assertThat(gaps(this.boss).hanging()).as("nothing hangs on who is not there").isEmpty();
    }

    @Test
    void aTopicHangsOnWhoGaveHalfOfTheAnswers() throws Exception
    {
        answers(this.bert, 4, "rye");
        answers(this.cleo, 1, "rye");
        answers(this.anna, 1, "rye");
        answers(this.bert, 3, "ovens");
        answers(this.cleo, 3, "ovens");
        answers(this.anna, 2, "yeast");

        assertThat(gaps(this.boss).hanging()).singleElement().satisfies(one -> {
            assertThat(one.topic()).isEqualTo("rye");
            assertThat(tuple(one.answers(), one.theirs(), one.people())).isEqualTo(tuple(6, 4, 3));
            assertThat(one.person().id()).isEqualTo(this.bert);
            assertThat(one.own()).isFalse();
        });
        assertThat(gaps(this.bert).hanging()).extracting(one -> one.person().id(), OnePerson::own)
            .containsExactly(tuple(this.bert, true));
        assertThat(gaps(this.anna).hanging()).as("members are not told who").extracting(OnePerson::topic, OnePerson::person)
            .containsExactly(tuple("rye", null));
        answers(this.cleo, 3, "rye");
        assertThat(gaps(this.boss).hanging()).isEmpty();
    }

    @Test
    void anonymousAnswersAreNobodys() throws Exception
    {
        answers(this.bert, 4, "rye");
        this.wiki.database().execute("update cop_answer set author = '" + UserId.ANONYMOUS.value() + "'");

        assertThat(gaps(this.boss).hanging()).isEmpty();
        assertThat(missing()).containsExactly("rye");
    }

    @Test
    void anImportedPersonCountsAsTheirAccount() throws Exception
    {
        UserId old = Imported.idOf("old.example", "7");
        this.wiki.get(Persons.class).addImported(WIKI, List.of(new Imported(old, "Old Bert", "", Instant.EPOCH, null)));
        answers(this.bert, 2, "rye");
        answers(this.cleo, 2, "rye");
        this.wiki.database().execute("update cop_answer set author = '" + old.value() + "' where author = '"
            + this.cleo.value() + "'");
        assertThat(missing()).containsExactly("rye");

        this.wiki.get(Persons.class).link(this.boss, WIKI, old, this.bert);
        assertThat(missing()).isEmpty();
        assertThat(gaps(this.boss).hanging()).extracting(one -> one.person().id(), OnePerson::theirs, OnePerson::people)
            .containsExactly(tuple(this.bert, 4, 1));
    }

    @Test
    void membersAndWhoRunsTheCommunityReadTheGaps() throws Exception
    {
        assertThat(kind(() -> this.service.get(this.dora, WIKI, this.secret))).isEqualTo(Kind.NOT_FOUND);
        assertThat(kind(() -> this.service.get(UserId.GUEST, WIKI, this.secret))).isEqualTo(Kind.NOT_FOUND);
        assertThat(kind(() -> this.service.get(UserId.GUEST, WIKI, this.bakers))).isEqualTo(Kind.SIGN_IN);
        assertThat(kind(() -> this.service.get(this.dora, WIKI, this.bakers))).isEqualTo(Kind.FORBIDDEN);
        assertThat(kind(() -> this.service.get(this.anna, WIKI, new CommunityId(UUID.randomUUID())))).isEqualTo(Kind.NOT_FOUND);
        assertThat(gaps(this.boss).mayDesignate()).isTrue();
        appoint(this.bakers, this.cleo, Role.SPONSOR);
        assertThat(gaps(this.cleo).mayDesignate()).isTrue();
    }

    @Test
    void whoHasTheSameQuestionCounts() throws Exception
    {
        PostId rye = ask(this.bakers, "rye");
        this.wiki.get(NeedService.class).set(this.anna, rye, true);
        this.wiki.get(NeedService.class).set(this.dora, rye, true);
        ask(this.bakers, "ovens");
        ask(this.bakers, "ovens");

        assertThat(gaps(this.anna).missing()).extracting(MissingExpert::topic, MissingExpert::people)
            .containsExactly(tuple("rye", 2), tuple("ovens", 0));
    }

    @Test
    void hundredsOfTopicsCostTheSameStatements() throws Exception
    {
        answers(this.bert, 3, "rye");
        for (int i = 0; i < 4; i++) {
            ask(this.bakers, "first-" + i);
        }
        long few = statements();
        for (int i = 0; i < 90; i++) {
            PostId question = ask(this.bakers, "topic-" + i, "half-" + i, "third-" + i, "fourth-" + i);
            answer(List.of(this.anna, this.bert, this.cleo).get(i % 3), question);
        }
        Gaps gaps = gaps(this.anna);
        assertThat(gaps.topics()).isEqualTo(300);
        assertThat(gaps.missing()).hasSize(GapService.MOST);
        // Two chunks of topics more, each with three of answers and their cache, one of declarations and one of endorsements;
        // four of people with the same questions.
        assertThat(statements()).isLessThanOrEqualTo(few + 2 * 5 + 4).isLessThanOrEqualTo(29);
    }

    private long statements() throws CopException
    {
        // A write empties the caches.
        ask(this.bakers, "counting");
        this.wiki.database().startCounting();
        gaps(this.anna);
        return this.wiki.database().statements();
    }
}
