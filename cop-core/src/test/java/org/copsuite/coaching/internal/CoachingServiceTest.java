/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException.Kind;
import org.copsuite.coaching.CoachingService;
import org.copsuite.coaching.CoachingService.Group;
import org.copsuite.coaching.CoachingService.HeldComment;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who coaches, who is coached, who is told, and what became of first questions. */
@OnEveryDatabase
class CoachingServiceTest extends AbstractCoachingTest
{
    @Test
    void onlyMembersVolunteerWhereOneCoaches() throws Exception
    {
        refuses(Kind.FORBIDDEN, () -> this.service.volunteer(this.stranger, WIKI, this.open.id(), true));
        refuses(Kind.NOT_FOUND, () -> this.service.volunteer(this.stranger, WIKI, this.secret.id(), true));
        refuses(Kind.SIGN_IN, () -> this.service.volunteer(UserId.GUEST, WIKI, this.open.id(), true));
        set(this.open, "coaching.on", "false");
        refuses(Kind.CONFLICT, () -> this.service.volunteer(this.bert, WIKI, this.open.id(), true));
        this.service.volunteer(this.vera, WIKI, this.open.id(), false);
    }

    @Test
    void aCoachWhoLeavesCoachesNoMore() throws Exception
    {
        UUID held = held();
        comment(this.vera, held, "Say more.");
        this.wiki.get(CommunityService.class).leave(this.vera, this.open.id());
        refuses(Kind.NOT_FOUND, () -> get(this.vera, held));
        assertThat(get(this.anna, held).comments()).extracting(HeldComment::author).extracting(person -> person.name())
            .containsExactly("Vera");

        join(this.open, this.vera, Role.MEMBER);
        refuses(Kind.NOT_FOUND, () -> get(this.vera, held));
        this.service.volunteer(this.vera, WIKI, this.open.id(), true);
        this.service.volunteer(this.vera, WIKI, this.open.id(), true);
        assertThat(get(this.vera, held).id()).isEqualTo(held);
        assertThat(coaching(this.vera).volunteer()).isTrue();
        this.service.volunteer(this.vera, WIKI, this.open.id(), false);
        refuses(Kind.NOT_FOUND, () -> get(this.vera, held));
        assertThat(told(this.vera)).as("what one may no longer see").isEmpty();
    }

    @Test
    void tellsTheCoachesThenTheOthersWhoTalk() throws Exception
    {
        UUID held = held();
        assertThat(told(this.fay)).containsExactly("FIRST_QUESTION Anna: Bakers");
        assertThat(told(this.vera)).containsExactly("FIRST_QUESTION Anna: Bakers");
        assertThat(told(this.bert)).isEmpty();

        comment(this.vera, held, "Say more.");
        assertThat(told(this.anna)).containsExactly("FIRST_COMMENT Vera: Bakers");
        assertThat(told(this.fay)).hasSize(1);
        comment(this.anna, held, "It is from yesterday.");
        assertThat(told(this.vera)).containsExactly("FIRST_COMMENT Anna: Bakers", "FIRST_QUESTION Anna: Bakers");
        assertThat(told(this.bert)).isEmpty();
    }

    @Test
    void tellsTheAuthorOnceThatNobodyCame() throws Exception
    {
        UUID held = held();
        task().run(Instant.now());
        assertThat(told(this.anna)).isEmpty();
        assertThat(get(this.anna, held).due()).isFalse();

        task().run(Instant.now().plus(Duration.ofDays(4)));
        task().run(Instant.now().plus(Duration.ofDays(5)));

        assertThat(told(this.anna)).hasSize(1).first().asString().startsWith("FIRST_DUE").endsWith(": Bakers");
        assertThat(get(this.anna, held).due()).isTrue();
        comment(this.vera, held, "Here I am.");
        assertThat(get(this.anna, held).due()).isFalse();
    }

    @Test
    void waitsForTheDaysOfTheSettingAndNotOnceACoachCame() throws Exception
    {
        set(this.open, "coaching.days", "5");
        UUID held = held();
        task().run(Instant.now().plus(Duration.ofDays(4)));
        assertThat(told(this.anna)).isEmpty();
        comment(this.vera, held, "Say more.");
        task().run(Instant.now().plus(Duration.ofDays(30)));
        assertThat(told(this.anna)).noneMatch(line -> line.startsWith("FIRST_DUE"));
    }

    @Test
    void whatIsHeldStaysHeldWhereItIsSwitchedOff() throws Exception
    {
        UUID held = held();
        set(this.open, "coaching.on", "false");
        task().run(Instant.now());

        assertThat(told(this.anna)).hasSize(1).first().asString().startsWith("FIRST_DUE");
        assertThat(get(this.anna, held).due()).isTrue();
        assertThat(titles(this.bert)).isEmpty();
        assertThat(get(this.vera, held).id()).isEqualTo(held);
        assertThat(this.service.publish(this.anna, WIKI, held, "1").id().value()).isEqualTo(this.id);
    }

    @Test
    void countsWhatBecameOfFirstQuestionsForFacilitators() throws Exception
    {
        for (int i = 0; i < CoachingService.SHOWN_FROM; i++) {
            UserId newcomer = this.wiki.account("newcomer" + i);
            if (i == CoachingService.SHOWN_FROM - 1) {
                assertThat(coaching(this.fay).figures().coached()).as("too few").isNull();
            }
            UUID question = UUID.randomUUID();
            UUID held = submit(newcomer, question).held().id();
            comment(this.vera, held, "Say more.");
            this.service.publish(newcomer, WIKI, held, "1");
            if (i < 2) {
                this.questions.answer(this.vera, new PostId(question), UUID.randomUUID(), "Bake it twice.");
            }
            submit(newcomer, UUID.randomUUID());
        }
        assertThat(coaching(this.fay).figures().coached()).isEqualTo(new Group(5, 2, 5));
        assertThat(coaching(this.fay).figures().others()).isNull();
        for (int i = 0; i < CoachingService.SHOWN_FROM; i++) {
            UserId newcomer = this.wiki.account("alone" + i);
            this.service.publish(newcomer, WIKI, submit(newcomer, UUID.randomUUID()).held().id(), "1");
        }
        assertThat(coaching(this.fay).figures().others()).isEqualTo(new Group(5, 0, 5));
        assertThat(coaching(this.vera).figures()).isNull();
        assertThat(coaching(this.bert).figures()).isNull();
    }

    @Test
    void aRebuildComputesTheSame() throws Exception
    {
        UUID held = held();
        comment(this.vera, held, "Say more.");
        this.service.publish(this.anna, WIKI, held, "1");
        for (String table : List.of("cop_coach", "cop_coached")) {
            List<Map<String, Object>> rows = this.wiki.database().query("select * from " + table + " order by id");
            assertThat(rows).isNotEmpty();
            Projection projection =
                this.wiki.get(Projection.class, "cop_coach".equals(table) ? "coaches" : "coached");
            this.ledger.write(tx -> projection.keys(tx.session(), WIKI, "", 100)
                .forEach(key -> projection.rebuild(tx.session(), WIKI, key)));
            assertThat(this.wiki.database().query("select * from " + table + " order by id")).isEqualTo(rows);
        }
        assertThat(this.ledger.about(WIKI, held)).extracting(LedgerEntry::getActName).containsExactly(
            "first-question-held", "first-question-commented", "first-question-published");
    }

    @Test
    void readsInABoundedNumberOfStatements() throws Exception
    {
        UUID held = held();
        long few = statements(() -> this.service.list(this.vera, WIKI));
        long one = statements(() -> get(this.vera, held));
        for (int i = 0; i < 6; i++) {
            submit(this.wiki.account("newcomer" + i), UUID.randomUUID());
            comment(this.vera, held, "Say more.");
            comment(this.fay, held, "Say more.");
        }
        assertThat(statements(() -> this.service.list(this.vera, WIKI))).isEqualTo(few).isLessThanOrEqualTo(6);
        assertThat(statements(() -> get(this.vera, held))).isEqualTo(one).isLessThanOrEqualTo(7);
    }

    @Test
    void whoIsNoNewcomerIsNotCoached() throws Exception
    {
        assertThat(submit(this.fay, UUID.randomUUID()).post()).as("a facilitator").isNotNull();
        assertThat(submit(this.vera, UUID.randomUUID()).post()).as("a volunteer").isNotNull();
        Post deleted = this.questions.ask(this.bert, draft(UUID.randomUUID(), false));
        this.questions.delete(this.bert, deleted.id());
        assertThat(submit(this.bert, UUID.randomUUID()).post()).as("who has asked, and deleted it").isNotNull();
        assertThat(this.questions.submit(this.bert,
            new Ask(UUID.randomUUID(), this.secret.id(), TITLE, "It bends.", List.of())).held()).as("elsewhere").isNotNull();
        set(this.open, "coaching.on", "false");
        assertThat(submit(this.anna, UUID.randomUUID()).post()).as("where it is off").isNotNull();
    }

    @Test
    void whoAsksAnonymouslyIsNotCoached() throws Exception
    {
        assertThat(this.questions.submit(this.anna, draft(this.id, true)).post()).isNotNull();
        assertThat(told(this.fay)).noneMatch(line -> line.startsWith("FIRST"));
        assertThat(submit(this.anna, UUID.randomUUID()).held()).as("that one counts for nobody").isNotNull();
    }

    @Test
    void whereThereIsNoCoachNothingIsHeld() throws Exception
    {
        this.service.volunteer(this.vera, WIKI, this.open.id(), false);
        this.wiki.database().execute("update cop_membership set member_role = 'MEMBER'");
        assertThat(submit(this.anna, UUID.randomUUID()).post()).isNotNull();
    }

    private long statements(ThrowingCallable work) throws Exception
    {
        caughtUp();
        this.wiki.database().startCounting();
        try {
            work.call();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return this.wiki.database().statements();
    }
}
