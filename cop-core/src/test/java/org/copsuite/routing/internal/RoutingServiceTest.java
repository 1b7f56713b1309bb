/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.person.Absences;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.routing.RoutingService.Asked;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Asking people by name. */
@OnEveryDatabase
class RoutingServiceTest extends AbstractRoutingTest
{
    private static final String PERSON = "cop.routing.error.person";

    @Test
    void theAskerAsksThreePeopleByName() throws Exception
    {
        UserId cleo = knowing("cleo");
        UserId dora = knowing("dora");
        UserId emil = knowing("emil");
        PostId question = asked(this.anna);
        assertThat(this.service.asked(this.anna, question).mayAsk()).isTrue();
        this.service.ask(this.anna, question, cleo);
        this.service.ask(this.anna, question, dora);
        refuses(Kind.CONFLICT, "cop.routing.error.twice", () -> this.service.ask(this.anna, question, dora));
        this.service.ask(this.anna, question, emil);
        followed();

        assertThat(told(cleo)).containsExactly("ASKED_BY_NAME Anna: " + TITLE);
        Asked asked = this.service.asked(this.anna, question);
        assertThat(asked.people()).extracting(one -> one.person().name()).containsExactly("Cleo", "Dora", "Emil");
        assertThat(asked.people()).allMatch(one -> one.byName());
        assertThat(asked.mayAsk()).isFalse();
        assertThat(this.service.asked(cleo, question).own().by().id()).isEqualTo(this.anna);
        refuses(Kind.CONFLICT, "cop.routing.error.three", () -> this.service.ask(this.anna, question, this.bert));
    }

    @Test
    void facilitatorsAskTooAndNobodyElse() throws Exception
    {
        UserId fay = knowing("fay");
        join(this.open, fay, Role.FACILITATOR);
        UserId moderator = knowing("mo");
        join(this.open, moderator, Role.MODERATOR);
        PostId question = asked(this.anna);

        refuses(Kind.FORBIDDEN, "cop.error.forbidden", () -> this.service.ask(moderator, question, this.bert));
        refuses(Kind.FORBIDDEN, "cop.error.forbidden", () -> this.service.ask(this.bert, question, fay));
        refuses(Kind.SIGN_IN, "cop.error.signIn", () -> this.service.ask(UserId.GUEST, question, fay));
        assertThat(this.service.asked(moderator, question).mayAsk()).isFalse();
        assertThat(this.service.asked(fay, question).mayAsk()).isTrue();
        this.service.ask(fay, question, this.bert);
    }

    @Test
    void whoCannotBeAskedIsSaidInASentence() throws Exception
    {
        UserId fay = knowing("fay");
        join(this.open, fay, Role.FACILITATOR);
        UserId absent = knowing("absent");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        this.wiki.get(Absences.class).set(absent, WIKI, today.minusDays(1), today.plusDays(1));
        PostId question = asked(this.anna);

        refuses(Kind.INVALID, PERSON, () -> this.service.ask(this.anna, question, null));
        refuses(Kind.INVALID, PERSON, () -> this.service.ask(this.anna, question, UserId.GUEST));
        refuses(Kind.INVALID, PERSON,
            () -> this.service.ask(this.anna, question, new UserId("xwiki:XWiki.<b>nobody</b>")));
        refuses(Kind.INVALID, PERSON, () -> this.service.ask(this.anna, question, new UserId("imported:se/1")));
        refuses(Kind.INVALID, "cop.routing.error.self", () -> this.service.ask(this.anna, question, this.anna));
        refuses(Kind.INVALID, "cop.routing.error.asker", () -> this.service.ask(fay, question, this.anna));
        refuses(Kind.INVALID, "cop.routing.error.away", () -> this.service.ask(this.anna, question, absent));
        refuses(Kind.NOT_FOUND, "cop.error.notFound",
            () -> this.service.ask(this.anna, new PostId(UUID.randomUUID()), this.bert));

        join(this.secret, this.anna, Role.MEMBER);
        PostId hidden = asked(this.secret, this.anna);
        refuses(Kind.INVALID, "cop.routing.error.view", () -> this.service.ask(this.anna, hidden, this.bert));

        this.questions.close(this.anna, question, ClosingReason.OUTDATED, null);
        refuses(Kind.CONFLICT, "cop.routing.error.closed", () -> this.service.ask(this.anna, question, this.bert));
        assertThat(this.service.asked(this.anna, question).mayAsk()).isFalse();
    }
}
