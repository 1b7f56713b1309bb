/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.ledger.Ledger;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.question.PostId;
import org.copsuite.routing.RoutingService;
import org.copsuite.search.AbstractIndexTest;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Anna asks in the community of the bakers; all others whom a test declares to know something are its members. */
abstract class AbstractRoutingTest extends AbstractIndexTest
{
    protected static final String TITLE = "Why does my loaf collapse?";

    protected RoutingService service;

    protected Ledger ledger;

    @BeforeEach
    void startRouting()
    {
        this.service = this.wiki.get(RoutingService.class);
        this.ledger = this.wiki.get(Ledger.class);
        // Routing begins with what is written after its first turn.
        caughtUp();
    }

    /** Returns a new member of the bakers who declares topics. */
    protected UserId knowing(String login, String... topics) throws CopException
    {
        UserId person = this.wiki.account(login);
        join(this.open, person, Role.MEMBER);
        declare(person, topics);
        return person;
    }

    protected void declare(UserId person, String... topics) throws CopException
    {
        for (String topic : topics) {
            this.wiki.get(ExpertiseService.class).declare(person, WIKI, topic, Level.EXPERT, "");
        }
    }

    protected void join(CommunityView community, UserId person, Role role) throws CopException
    {
        this.wiki.get(CommunityService.class).appoint(this.boss, community.id(), person, role);
    }

    /** Asks in the community of the bakers, and waits until everything has followed. */
    protected PostId asked(UserId asker, String... tags) throws CopException
    {
        return asked(this.open, asker, tags);
    }

    protected PostId asked(CommunityView community, UserId asker, String... tags) throws CopException
    {
        PostId question = ask(asker, community, TITLE, "It was fine in the oven.", tags).id();
        followed();
        return question;
    }

    /** What a consumer writes, others follow. */
    protected void followed()
    {
        caughtUp();
        caughtUp();
    }

    protected List<String> names(UserId reader, PostId question) throws CopException
    {
        return this.service.asked(reader, question).people().stream().map(one -> one.person().name()).toList();
    }

    /** What a person is told, newest first, except that somebody added them to the bakers. */
    protected List<String> told(UserId person) throws CopException
    {
        return this.wiki.get(NoticeService.class).list(person, WIKI, null, 50).items().stream()
            .filter(notice -> !"ADDED".equals(notice.type())).map(AbstractRoutingTest::line).toList();
    }

    private static String line(NoticeView notice)
    {
        return notice.type() + " " + notice.actor().name() + ": " + notice.title();
    }

    protected static void refuses(CopException.Kind kind, String key, ThrowingCallable call)
    {
        CopException refusal = catchThrowableOfType(CopException.class, call);
        assertThat(refusal).as(key).isNotNull();
        assertThat(refusal.getKind()).isEqualTo(kind);
        String said = refusal.getFields().isEmpty() ? refusal.getText().key()
            : refusal.getFields().get("person").key();
        assertThat(said).isEqualTo(key);
    }
}
