/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.handover.internal;

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
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.TopicDraft;
import org.copsuite.gap.GapService.HeldTopic;
import org.copsuite.handover.HandoverService;
import org.copsuite.handover.HandoverService.Handover;
import org.copsuite.handover.HandoverService.Thing;
import org.copsuite.ledger.CommunityId;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.person.Absences;
import org.copsuite.project.ProjectService;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

@OnEveryDatabase
class HandoverServiceTest extends AbstractHandoverTest
{
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private Post ask(CommunityId community, String title, String... tags) throws CopException
    {
        return this.wiki.get(QuestionService.class).ask(this.boss, new Ask(UUID.randomUUID(), community, title,
            "Does anybody know, or have an idea?", List.of(tags)));
    }

    /** Somebody answers some questions on a topic. */
    private void answers(UserId who, int number, String topic) throws CopException
    {
        for (int i = 0; i < number; i++) {
            this.wiki.get(QuestionService.class).answer(who, ask(this.bakers, "How does it rise, and for how long?", topic).id(),
                UUID.randomUUID(), "Try it for an hour, and then look at it.");
        }
    }

    private Handover handover(UserId reader) throws CopException
    {
        return this.service.get(reader, WIKI, this.bakers, this.bert);
    }

    private static UserId id(Person person)
    {
        return person == null ? null : person.id();
    }

    private static Kind kind(ThrowingCallable call)
    {
        CopException refusal = catchThrowableOfType(CopException.class, call);
        return refusal == null ? null : refusal.getKind();
    }

    @Test
    void topicsComeWithTheNextByEvidence() throws Exception
    {
        answers(this.bert, 4, "rye");
        answers(this.cleo, 1, "rye");
        answers(this.anna, 2, "rye");
        ask(this.bakers, "How hot must it be inside?", "ovens");
        this.wiki.get(DesignationService.class).designate(this.boss, WIKI,
            new DesignationService.Draft(UUID.randomUUID(), this.bakers, this.bert, "ovens", ""));
        answers(this.cleo, 3, "yeast");
        answers(this.bert, 3, "yeast");

        for (UserId reader : List.of(this.bert, this.boss)) {
            assertThat(handover(reader).topics())
                .extracting(HeldTopic::topic, HeldTopic::answers, HeldTopic::theirs, HeldTopic::only, one -> id(one.heir()))
                .containsExactly(tuple("rye", 7, 4, true, this.anna), tuple("ovens", 0, 0, true, null));
        }
        this.wiki.get(Absences.class).set(this.anna, WIKI, TODAY.minusDays(1), TODAY.plusDays(1));
        assertThat(handover(this.boss).topics().get(0).heir().id()).as("Anna is away").isEqualTo(this.cleo);
        assertThat(handover(this.boss).mayPlan()).isTrue();
        assertThat(handover(this.bert).mayPlan()).isFalse();

        this.wiki.get(ExpertiseService.class).hide(this.bert, WIKI, "rye");
        assertThat(handover(this.boss).topics()).extracting(HeldTopic::topic).containsExactly("ovens");
        assertThat(handover(this.bert).topics()).extracting(HeldTopic::topic).contains("rye");
    }

    @Test
    void questionsPagesMilestonesAndProjectsOfThePersonAlone() throws Exception
    {
        answers(this.bert, 3, "rye");
        ask(this.bakers, "Why is it sour?", "rye");
        Post elsewhere = ask(this.wiki.found(this.boss, "Secret", Visibility.PRIVATE), "What is in it?", "rye");
        Post shown = ask(this.bakers, "How do I grind it?", "flour");
        this.wiki.get(ExpertiseService.class).declare(this.bert, WIKI, new TopicDraft("rye", Level.EXPERT, "", Set.of(),
            List.of(shown.page().toString()), null));
        milestone("Bake for all", this.bert, this.cleo);
        milestone("Bake for some", this.anna, this.bert);
        for (List<UserId> people : List.of(List.of(this.bert), List.of(this.bert, this.anna))) {
            this.wiki.get(ProjectService.class).start(this.boss, new ProjectService.Draft(UUID.randomUUID(), WIKI, this.bakers,
                "An oven for " + people.size(), "", people));
        }

        assertThat(handover(this.boss).things())
            .extracting(Thing::kind, Thing::title, Thing::topic, one -> id(one.heir()), Thing::shared).containsExactly(
                tuple(HandoverService.Kind.QUESTION, "Why is it sour?", "rye", null, true),
                tuple(HandoverService.Kind.PAGE, "How do I grind it?", "rye", null, true),
                tuple(HandoverService.Kind.MILESTONE, "Bake for all", "", this.cleo, true),
                tuple(HandoverService.Kind.PROJECT, "An oven for 1", "", null, true));
        assertThat(elsewhere.page()).isNotNull();
    }

    private void milestone(String title, UserId owner, UserId other) throws CopException
    {
        this.wiki.get(MilestoneService.class).set(this.boss, new MilestoneService.Draft(UUID.randomUUID(), WIKI, this.bakers,
            null, title, "", TODAY.plusDays(30).toString(), owner, List.of(other), "", "", ""));
    }

    @Test
    void aPageThatNotAllOfTheCommunityMayViewIsNotShared() throws Exception
    {
        answers(this.bert, 3, "rye");
        CommunityId secret = this.wiki.found(this.boss, "Secret", Visibility.PRIVATE);
        this.wiki.get(CommunityService.class).appoint(this.boss, secret, this.bert, Role.MEMBER);
        Post hidden = ask(secret, "What is in it?", "poison");
        this.wiki.get(ExpertiseService.class).declare(this.bert, WIKI, new TopicDraft("rye", Level.EXPERT, "", Set.of(),
            List.of(hidden.page().toString()), null));

        assertThat(handover(this.bert).things()).extracting(Thing::title, Thing::shared)
            .containsExactly(tuple("What is in it?", false));
        this.wiki.get(CommunityService.class).appoint(this.boss, this.bakers, this.anna, Role.FACILITATOR);
        assertThat(handover(this.anna).things()).as("she may not view it").isEmpty();
    }

    @Test
    void onlyThePersonAndWhoManagesTheMembersReadIt() throws Exception
    {
        assertThat(kind(() -> handover(this.dora))).isEqualTo(Kind.NOT_FOUND);
        assertThat(kind(() -> handover(UserId.GUEST))).isEqualTo(Kind.NOT_FOUND);
        assertThat(kind(() -> handover(this.anna))).isEqualTo(Kind.FORBIDDEN);
        assertThat(kind(() -> this.service.get(this.anna, WIKI, this.bakers, this.dora))).isEqualTo(Kind.FORBIDDEN);
        assertThat(kind(() -> this.service.get(this.boss, WIKI, this.bakers, this.dora))).isEqualTo(Kind.NOT_FOUND);
        assertThat(handover(this.bert).isEmpty()).isTrue();
        this.wiki.get(CommunityService.class).appoint(this.boss, this.bakers, this.cleo, Role.SPONSOR);
        assertThat(handover(this.cleo).mayPlan()).isFalse();
    }

    @Test
    void manyTopicsCostAsManyStatementsAsAFew() throws Exception
    {
        answers(this.bert, 3, "rye");
        for (int i = 0; i < HandoverService.TOPICS; i++) {
            answers(this.bert, 3, "topic-" + i);
        }
        long few = statements();
        for (int i = 0; i < 20; i++) {
            answers(this.bert, 3, "more-" + i);
        }
        assertThat(statements()).isLessThanOrEqualTo(few).isLessThanOrEqualTo(70);
    }

    private long statements() throws CopException
    {
        // A write empties the caches.
        ask(this.bakers, "How many of them are there?", "counting");
        this.wiki.database().startCounting();
        handover(this.boss);
        return this.wiki.database().statements();
    }
}
