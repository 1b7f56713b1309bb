/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityWatch;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Expert;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.WatchService;
import org.copsuite.person.Absences;
import org.copsuite.question.NeedService;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.question.TagWatch;
import org.copsuite.routing.RoutingService;
import org.copsuite.routing.RoutingService.Asked;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is told of a new question, and who is not. */
@OnEveryDatabase
class RoutingConsumerTest extends AbstractRoutingTest
{
    private static final String ROUTED = "ROUTED Anna: " + TITLE;

    @Test
    void whoMayKnowIsToldWithTheReason() throws Exception
    {
        UserId cleo = knowing("cleo", "sourdough");
        knowing("dora", "knitting");
        PostId question = asked(this.anna, "sourdough");

        assertThat(told(cleo)).containsExactly(ROUTED + " (You have declared the topic sourdough)");
        Asked asked = this.service.asked(cleo, question);
        assertThat(asked.people()).singleElement().satisfies(one -> {
            assertThat(one.person().id()).isEqualTo(cleo);
            assertThat(one.byName()).isFalse();
        });
        assertThat(asked.own().reason().key()).isEqualTo("cop.routing.why.declared");
        assertThat(asked.own().declined()).isFalse();
        assertThat(asked.mayAsk()).isFalse();
        assertThat(this.service.asked(UserId.GUEST, question).own()).isNull();
        assertThat(names(UserId.GUEST, question)).containsExactly("Cleo");
    }

    @Test
    void whoWatchesTheCommunityTooIsToldOnceWithTheReason() throws Exception
    {
        UserId cleo = knowing("cleo", "sourdough");
        UserId dora = knowing("dora", "knitting");
        WatchService watches = this.wiki.get(WatchService.class);
        for (UserId one : List.of(cleo, dora)) {
            watches.watch(one, CommunityWatch.of(WIKI, this.open.id()), true);
            watches.watch(one, TagWatch.of(WIKI, "sourdough"), true);
        }
        PostId question = asked(this.anna, "sourdough");

        assertThat(told(cleo)).containsExactly(ROUTED + " (You have declared the topic sourdough)");
        assertThat(told(dora)).containsExactly("QUESTION Anna: " + TITLE);
        assertThat(this.wiki.get(NoticeService.class).unread(cleo, WIKI)).as("with the one of the membership").isEqualTo(2);

        this.service.ask(this.anna, question, dora);
        followed();
        assertThat(told(dora)).singleElement().asString().startsWith("ASKED_BY_NAME Anna: " + TITLE);
    }

    @Test
    void whoAnsweredASimilarQuestionIsToldWhich() throws Exception
    {
        UserId cleo = knowing("cleo");
        Post before = ask(this.bert, this.open, "Why did my loaf collapse after the oven?", "It sank.");
        this.questions.answer(cleo, before.id(), UUID.randomUUID(), "The loaf was overproofed: it collapses.");
        followed();
        PostId question = asked(this.anna);

        assertThat(told(cleo)).contains(ROUTED
            + " (You have answered a similar question: Why did my loaf collapse after the oven?)");
        assertThat(this.service.asked(cleo, question).own().similar().id()).isEqualTo(before.id());
    }

    @Test
    void anAnswerInAnotherPrivateCommunityChoosesNobody() throws Exception
    {
        UserId cleo = knowing("cleo");
        join(this.secret, cleo, Role.MEMBER);
        join(this.secret, this.anna, Role.MEMBER);
        Post before = ask(this.anna, this.secret, "Why did my loaf collapse after the oven?", "It sank.");
        this.questions.answer(cleo, before.id(), UUID.randomUUID(), "The loaf was overproofed: it collapses.");
        followed();

        assertThat(names(this.anna, asked(this.anna))).as("others would see the name").isEmpty();
        assertThat(names(this.anna, asked(this.secret, this.anna))).containsExactly("Cleo");
    }

    @Test
    void fiveAreToldAtOnceAndTenInAllAndNobodyTwice() throws Exception
    {
        for (int i = 0; i < 14; i++) {
            knowing("person" + (char) ('a' + i), "sourdough", "rye", "crust", "oven");
        }
        PostId question = asked(this.anna, "sourdough");
        List<String> first = names(this.anna, question);
        assertThat(first).hasSize(RoutingService.AT_ONCE);

        retag(question, "sourdough", "rye");
        assertThat(names(this.anna, question)).hasSize(RoutingService.IN_ALL).doesNotHaveDuplicates()
            .startsWith(first.toArray(String[]::new));
        retag(question, "sourdough", "rye", "crust");
        retag(question, "sourdough");
        assertThat(names(this.anna, question)).hasSize(RoutingService.IN_ALL);
    }

    @Test
    void manyWhoHaveItTooBringItToFurtherPeople() throws Exception
    {
        for (int i = 0; i < 14; i++) {
            knowing("person" + (char) ('a' + i), "sourdough");
        }
        PostId question = asked(this.anna, "sourdough");
        assertThat(names(this.anna, question)).hasSize(RoutingService.AT_ONCE);
        NeedService needs = this.wiki.get(NeedService.class);
        for (int i = 1; i < 5; i++) {
            needs.set(this.wiki.account("needer" + i), question, true);
        }
        UserId fifth = this.wiki.account("fifth");
        followed();
        assertThat(names(this.anna, question)).as("four").hasSize(RoutingService.AT_ONCE);

        needs.set(fifth, question, true);
        followed();
        assertThat(names(this.anna, question)).as("five").hasSize(RoutingService.IN_ALL);
        UserId told = new UserId("xwiki:XWiki.person" + names(this.anna, question).get(9).substring(6));
        assertThat(told(told)).containsExactly("ROUTED Anna: " + TITLE
            + " \u2013 5 people have this too (You have declared the topic sourdough)");
    }

    @Test
    void takingItBackAndSayingItAgainBringsItToNobodyElse() throws Exception
    {
        for (int i = 0; i < 9; i++) {
            knowing("person" + (char) ('a' + i), "sourdough");
        }
        this.wiki.get(Settings.class).set(RoutingSettings.AGAIN, SettingTarget.community(WIKI, this.open.id()), 1);
        PostId question = asked(this.anna, "sourdough");
        this.wiki.get(Settings.class).set(RoutingSettings.AGAIN, SettingTarget.community(WIKI, this.open.id()), 2);
        NeedService needs = this.wiki.get(NeedService.class);
        needs.set(this.bert, question, true);
        needs.set(this.bert, question, false);
        needs.set(this.bert, question, true);
        followed();
        assertThat(names(this.anna, question)).hasSize(5);

        this.wiki.get(Settings.class).set(RoutingSettings.AGAIN, SettingTarget.community(WIKI, this.open.id()), 0);
        needs.set(this.wiki.account("second"), question, true);
        followed();
        assertThat(names(this.anna, question)).as("never").hasSize(5);

        this.questions.answer(this.bert, question, UUID.randomUUID(), "Bake it longer, and cooler.");
        this.wiki.get(Settings.class).set(RoutingSettings.AGAIN, SettingTarget.community(WIKI, this.open.id()), 1);
        needs.set(this.wiki.account("third"), question, true);
        followed();
        assertThat(names(this.anna, question)).as("answered").hasSize(5);
    }

    @Test
    void anEditWithoutANewTagTellsNobody() throws Exception
    {
        for (int i = 0; i < 7; i++) {
            knowing("person" + (char) ('a' + i), "sourdough");
        }
        PostId question = asked(this.anna, "sourdough", "rye");
        retag(question, "sourdough");
        retag(question, "sourdough", "rye");

        assertThat(names(this.anna, question)).hasSize(5);
    }

    private void retag(PostId question, String... tags) throws CopException
    {
        String version = this.wiki.get(QuestionQueries.class)
            .question(this.anna, question, ThreadQuery.of(AnswerOrder.SCORE)).post().version();
        this.questions.edit(this.anna, question,
            new Edit(TITLE, "It was fine in the oven.", List.of(tags), version, "", false));
        followed();
    }

    @Test
    void whoMayNotViewTheQuestionOrIsAwayOrAskedOrWantsNoneIsNotTold() throws Exception
    {
        UserId stranger = knowing("stranger", "sourdough");
        UserId member = knowing("member", "sourdough");
        UserId absent = knowing("absent", "sourdough");
        UserId quiet = knowing("quiet", "sourdough");
        for (UserId one : List.of(this.anna, member, absent, quiet)) {
            join(this.secret, one, Role.MEMBER);
        }
        declare(this.anna, "sourdough");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        this.wiki.get(Absences.class).set(absent, WIKI, today.minusDays(1), today.plusDays(1));
        this.wiki.get(Settings.class).set(RoutingSettings.WEEKLY, SettingTarget.person(WIKI, quiet), 0);
        PostId question = asked(this.secret, this.anna, "sourdough");

        assertThat(names(this.anna, question)).containsExactly("Member");
        assertThat(told(stranger)).isEmpty();
        refuses(Kind.NOT_FOUND, "cop.error.notFound", () -> this.service.asked(stranger, question));
        refuses(Kind.NOT_FOUND, "cop.error.notFound", () -> this.service.checkAsk(stranger, question));
        refuses(Kind.NOT_FOUND, "cop.error.notFound", () -> this.service.decline(stranger, question));

        // Whoever may not view it any more is shown nothing of it.
        this.wiki.get(CommunityService.class).remove(this.boss, this.secret.id(), member);
        assertThat(told(member)).isEmpty();
    }

    @Test
    void nobodyIsToldMoreOftenInAWeekThanTheyWish() throws Exception
    {
        UserId cleo = knowing("cleo", "sourdough");
        this.wiki.get(Settings.class).set(RoutingSettings.WEEKLY, SettingTarget.person(WIKI, cleo), 2);
        asked(this.anna, "sourdough");
        asked(this.anna, "sourdough");
        PostId third = asked(this.anna, "sourdough");

        assertThat(told(cleo)).hasSize(2);
        assertThat(names(this.anna, third)).isEmpty();
        refuses(Kind.INVALID, "cop.routing.error.week", () -> this.service.ask(this.anna, third, cleo));
    }

    @Test
    void anEntryThatIsDeliveredAgainTellsNobodyElse() throws Exception
    {
        for (int i = 0; i < 8; i++) {
            knowing("person" + (char) ('a' + i), "sourdough");
        }
        PostId question = asked(this.anna, "sourdough");
        List<String> before = names(this.anna, question);
        LedgerEntry entry = this.ledger.about(WIKI, question.value()).stream()
            .filter(one -> one.is(QuestionActs.ASKED)).findFirst().orElseThrow();

        // As after a kill before the checkpoint was stored.
        assertThat(consumer().process(entry)).isFalse();
        followed();
        assertThat(names(this.anna, question)).isEqualTo(before);

        Projection projection = this.wiki.get(Projection.class, "routed");
        List<String> keys = this.ledger.read(session -> projection.keys(session, WIKI, "", 100));
        assertThat(keys).hasSize(5);
        this.service.decline(new UserId("xwiki:XWiki.person" + before.get(0).substring(6)), question);
        this.ledger.write(tx -> keys.forEach(key -> projection.rebuild(tx.session(), WIKI, key)));
        assertThat(names(this.anna, question)).isEqualTo(before);
        assertThat(consumer().process(entry)).isFalse();
        UserId decliner = new UserId("xwiki:XWiki.person" + before.get(0).substring(6));
        assertThat(this.service.asked(decliner, question).own().declined()).isTrue();
    }

    private RoutingConsumer consumer()
    {
        return (RoutingConsumer) this.wiki.get(LedgerConsumer.class, RoutingConsumer.NAME);
    }

    @Test
    void whoDeclinesIsRankedALittleLowerForTheTags() throws Exception
    {
        UserId cleo = knowing("cleo", "sourdough");
        PostId question = asked(this.anna, "sourdough");
        double before = score(cleo);
        this.service.decline(cleo, question);
        this.service.decline(cleo, question);
        followed();

        assertThat(score(cleo)).isLessThan(before).isGreaterThan(before * 0.8);
        assertThat(told(cleo)).as("the notice ends").isEmpty();
        assertThat(names(this.anna, question)).as("nobody sees who declined").containsExactly("Cleo");
        refuses(Kind.NOT_FOUND, "cop.error.notFound", () -> this.service.decline(this.bert, question));
        refuses(Kind.SIGN_IN, "cop.error.signIn", () -> this.service.decline(UserId.GUEST, question));
        assertThat(told(this.anna)).isEmpty();
    }

    private double score(UserId person) throws CopException
    {
        return this.wiki.get(ExpertiseService.class).byTopic(this.anna, WIKI, "sourdough", null, 10).stream()
            .filter(expert -> expert.person().id().equals(person)).mapToDouble(Expert::score).findFirst().orElseThrow();
    }
}
