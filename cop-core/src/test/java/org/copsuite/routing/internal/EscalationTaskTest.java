/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.Projection;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.question.NeedService;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Questions that nobody answers, told to others after working days that a clock counts. */
@OnEveryDatabase
class EscalationTaskTest extends AbstractRoutingTest
{
    private UserId fay;

    private UserId sponsor;

    private UserId expert;

    @Override
    protected TestWiki newWiki()
    {
        return super.newWiki().with(Wikis.class, new Wikis()
        {
            @Override
            public List<WikiId> all()
            {
                return List.of(WIKI);
            }

            @Override
            public ZoneId zone(WikiId wiki)
            {
                return ZoneOffset.UTC;
            }
        });
    }

    @BeforeEach
    void people() throws Exception
    {
        this.fay = knowing("fay");
        join(this.open, this.fay, Role.FACILITATOR);
        this.sponsor = knowing("sponsor");
        join(this.open, this.sponsor, Role.SPONSOR);
        this.expert = knowing("xenia");
    }

    /** Runs the task when some working days have passed. */
    private void afterWorkingDays(int days)
    {
        ((EscalationTask) this.wiki.get(MaintenanceTask.class, "escalation")).run(in(days));
        followed();
    }

    private static Instant in(int days)
    {
        ZonedDateTime time = ZonedDateTime.now(ZoneOffset.UTC);
        if (time.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            // What is asked at a weekend counts from Monday on.
            time = time.truncatedTo(ChronoUnit.DAYS).plusDays(8L - time.getDayOfWeek().getValue());
        }
        int left = days;
        while (left > 0) {
            time = time.plusDays(1);
            left -= time.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() ? 0 : 1;
        }
        return time.plusMinutes(1).toInstant();
    }

    private List<String> escalations(UserId person) throws CopException
    {
        return told(person).stream().filter(line -> line.startsWith("ESCALATED")).toList();
    }

    @Test
    void facilitatorsThenExpertsThenSponsorsAreToldOnceEach() throws Exception
    {
        asked(this.anna, "crumb");
        afterWorkingDays(1);
        assertThat(escalations(this.fay)).isEmpty();

        afterWorkingDays(2);
        afterWorkingDays(2);
        assertThat(escalations(this.fay)).hasSize(1).allMatch(line -> line.endsWith(TITLE));
        assertThat(told(this.sponsor)).isEmpty();

        declare(this.expert, "crumb");
        afterWorkingDays(5);
        afterWorkingDays(6);
        assertThat(told(this.expert)).singleElement().asString().startsWith("ROUTED Anna: " + TITLE);
        assertThat(escalations(this.sponsor)).isEmpty();

        afterWorkingDays(10);
        afterWorkingDays(11);
        assertThat(escalations(this.sponsor)).hasSize(1);
        assertThat(escalations(this.fay)).hasSize(1);
    }

    @Test
    void theQuestionThatMostPeopleHaveGoesFirst() throws Exception
    {
        for (int i = 0; i < 6; i++) {
            asked(this.anna, "crumb");
        }
        PostId wanted = asked(this.anna, "crumb");
        this.wiki.get(NeedService.class).set(this.bert, wanted, true);
        for (int i = 0; i < 6; i++) {
            asked(this.anna, "crumb");
        }
        this.wiki.get(Settings.class).set(RoutingSettings.WEEKLY, SettingTarget.person(WIKI, this.expert), 1);
        afterWorkingDays(2);
        assertThat(escalations(this.fay)).hasSize(13).last().asString().as("the first one told")
            .contains("1 person has this too");
        declare(this.expert, "crumb");
        afterWorkingDays(5);

        assertThat(told(this.expert)).singleElement().asString().contains("1 person has this too");
    }

    @Test
    void aStepIsTakenOnceAlsoAfterARebuild() throws Exception
    {
        PostId question = asked(this.anna);
        afterWorkingDays(2);
        Projection projection = this.wiki.get(Projection.class, "escalations");
        this.ledger.write(tx -> projection.rebuild(tx.session(), WIKI, question.toString()));
        afterWorkingDays(3);

        assertThat(escalations(this.fay)).hasSize(1);
    }

    @Test
    void expertsOfTheTopicsOfRelatedQuestionsAreTold() throws Exception
    {
        declare(this.expert, "proofing");
        ask(this.bert, this.open, "Why does every loaf of mine collapse?", "It was fine in the oven.", "proofing");
        followed();
        PostId question = asked(this.anna);
        assertThat(names(this.anna, question)).isEmpty();
        afterWorkingDays(5);
        afterWorkingDays(6);

        assertThat(names(this.anna, question)).containsExactly("Xenia");
    }

    @Test
    void whatWasAnsweredOrClosedOrDeletedIsNotEscalated() throws Exception
    {
        PostId answered = asked(this.anna);
        this.questions.answer(this.bert, answered, UUID.randomUUID(), "Bake it longer, and cooler.");
        PostId closed = asked(this.anna);
        this.questions.close(this.anna, closed, ClosingReason.OUTDATED, null);
        PostId deleted = asked(this.anna);
        this.questions.delete(this.anna, deleted);
        followed();
        afterWorkingDays(3);

        assertThat(escalations(this.fay)).isEmpty();
    }

    @Test
    void aNoticeEndsWhenTheQuestionIsClosed() throws Exception
    {
        PostId question = asked(this.anna);
        afterWorkingDays(2);
        assertThat(escalations(this.fay)).hasSize(1);
        this.questions.close(this.anna, question, ClosingReason.OUTDATED, null);
        followed();

        assertThat(escalations(this.fay)).isEmpty();
    }

    @Test
    void whatWasMissedForAWeekIsNotMadeUpFor() throws Exception
    {
        asked(this.anna);
        afterWorkingDays(30);

        assertThat(escalations(this.fay)).isEmpty();
        assertThat(escalations(this.sponsor)).isEmpty();
    }

    @Test
    void facilitatorsSetTheDeadlines() throws Exception
    {
        Settings settings = this.wiki.get(Settings.class);
        SettingTarget target = SettingTarget.community(WIKI, this.open.id());
        for (String wrong : List.of("", "1, 2", "2, 2, 3", "3, 2, 10", "0, 1, 2", "1, 2, 61", "1,2,3,4", "<b>, 2, 3",
            "1, 2, 99999999999")) {
            assertThatThrownBy(() -> settings.change(this.fay, target, Map.of("routing.deadlines", wrong))).as(wrong)
                .isInstanceOfSatisfying(CopException.class, refusal -> assertThat(
                    refusal.getFields().get("routing.deadlines").key()).isEqualTo("cop.setting.error.rising"));
        }
        assertThatThrownBy(() -> settings.change(this.expert, target, Map.of("routing.deadlines", "1, 2, 3")))
            .isInstanceOf(CopException.class);
        settings.change(this.fay, target, Map.of("routing.deadlines", " 1,7 , 60"));
        assertThat(settings.get(RoutingSettings.DEADLINES, target)).containsExactly(1, 7, 60);
        asked(this.anna);
        afterWorkingDays(1);

        assertThat(escalations(this.fay)).hasSize(1);
    }

    @Test
    void aPrivateQuestionIsToldToNobodyWhoMayNotViewIt() throws Exception
    {
        declare(this.expert, "crumb");
        join(this.secret, this.anna, Role.MEMBER);
        PostId question = asked(this.secret, this.anna, "crumb");
        afterWorkingDays(2);
        afterWorkingDays(5);
        afterWorkingDays(10);

        for (UserId person : List.of(this.fay, this.sponsor, this.expert, this.bert)) {
            assertThat(told(person)).isEmpty();
        }
        assertThat(names(this.anna, question)).isEmpty();
    }
}
