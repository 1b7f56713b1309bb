/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.coaching.CoachingService;
import org.copsuite.coaching.CoachingService.Coaching;
import org.copsuite.coaching.CoachingService.HeldEdit;
import org.copsuite.coaching.CoachingService.HeldQuestion;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.Ledger;
import org.copsuite.notice.NoticeService;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.Submission;
import org.copsuite.search.AbstractIndexTest;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Anna asks her first question among the bakers. Fay facilitates them, Vera helps with first questions, Bert bakes. */
abstract class AbstractCoachingTest extends AbstractIndexTest
{
    protected static final String TITLE = "Why is my zwieback soft?";

    protected static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    protected CoachingService service;

    protected Ledger ledger;

    protected UserId fay;

    protected UserId vera;

    protected UserId stranger;

    protected final UUID id = UUID.randomUUID();

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
    protected void people() throws Exception
    {
        this.service = this.wiki.get(CoachingService.class);
        this.ledger = this.wiki.get(Ledger.class);
        this.fay = this.wiki.account("fay");
        this.vera = this.wiki.account("vera");
        this.stranger = this.wiki.account("stranger");
        for (CommunityView community : List.of(this.open, this.secret)) {
            join(community, this.fay, Role.FACILITATOR);
            join(community, this.vera, Role.MEMBER);
            join(community, this.bert, Role.MEMBER);
            join(community, this.anna, Role.MEMBER);
            set(community, "coaching.on", "true");
            this.service.volunteer(this.vera, WIKI, community.id(), true);
        }
        caughtUp();
    }

    protected void join(CommunityView community, UserId person, Role role) throws CopException
    {
        this.wiki.get(CommunityService.class).appoint(this.boss, community.id(), person, role);
    }

    protected void set(CommunityView community, String setting, String value) throws CopException
    {
        this.wiki.get(Settings.class).change(this.boss, SettingTarget.community(WIKI, community.id()),
            Map.of(setting, value));
    }

    protected Ask draft(UUID question, boolean anonymous)
    {
        return new Ask(question, this.open.id(), TITLE, "My zwieback bends.", List.of("bread", "zwieback"), null, anonymous);
    }

    protected Submission submit(UserId who, UUID question) throws CopException
    {
        return this.questions.submit(who, draft(question, false));
    }

    protected UUID held() throws CopException
    {
        Submission submission = submit(this.anna, this.id);
        assertThat(submission.post()).isNull();
        return submission.held().id();
    }

    protected HeldQuestion get(UserId reader, UUID held) throws CopException
    {
        return this.service.get(reader, WIKI, held);
    }

    protected void comment(UserId who, UUID held, String text) throws CopException
    {
        this.service.comment(who, WIKI, held, UUID.randomUUID(), text);
    }

    protected static CopException refuses(Kind kind, ThrowingCallable call)
    {
        CopException refusal = catchThrowableOfType(CopException.class, call);
        assertThat(refusal).as(kind.name()).isNotNull();
        assertThat(refusal.getKind()).as(refusal.getText().key()).isEqualTo(kind);
        return refusal;
    }

    protected List<String> told(UserId person) throws CopException
    {
        caughtUp();
        return this.wiki.get(NoticeService.class).list(person, WIKI, null, 50).items().stream()
            .filter(notice -> !List.of("ADDED", "QUESTION").contains(notice.type()))
            .map(notice -> notice.type() + " " + notice.actor().name() + ": " + notice.title()).toList();
    }

    protected List<String> titles(UserId reader) throws CopException
    {
        return this.wiki.get(QuestionQueries.class)
            .list(reader, new ListQuery(WIKI, null, null, null, null, Order.NEWEST, null, 50)).items().stream()
            .map(question -> question.title()).toList();
    }

    protected Coaching coaching(UserId reader) throws CopException
    {
        return this.service.of(reader, this.wiki.get(CommunityService.class).get(reader, WIKI, this.open.id()));
    }

    protected static HeldEdit edit(String title, String version)
    {
        return new HeldEdit(title, "It is soft.", List.of("bread"), version);
    }

    protected CoachingTask task()
    {
        return (CoachingTask) this.wiki.get(MaintenanceTask.class, "coaching");
    }
}
