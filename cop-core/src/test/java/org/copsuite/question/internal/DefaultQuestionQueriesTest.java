/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.State;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@OnEveryDatabase
class DefaultQuestionQueriesTest
{
    private TestWiki wiki;

    private QuestionQueries queries;

    @BeforeEach
    void start()
    {
        this.wiki = new TestWiki();
        this.queries = this.wiki.get(QuestionQueries.class);
    }

    @AfterEach
    void stop()
    {
        this.wiki.close();
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void anEmptyWikiHasEmptyLists(Order order) throws Exception
    {
        for (State state : State.values()) {
            ListQuery query =
                new ListQuery(TestWiki.WIKI, new CommunityId(UUID.randomUUID()), "tag", new UserId("x"), state, order,
                    null, 10);
            assertThat(this.queries.list(UserId.GUEST, query).items()).isEmpty();
        }
    }

    @Test
    void whatIsNotThereIsNotFound()
    {
        PostId nothing = new PostId(UUID.randomUUID());
        assertThatThrownBy(() -> this.queries.question(UserId.GUEST, nothing, ThreadQuery.of(AnswerOrder.SCORE)))
            .isInstanceOfSatisfying(CopException.class,
                e -> assertThat(e.getKind()).isEqualTo(CopException.Kind.NOT_FOUND));
        assertThatThrownBy(() -> this.queries.find(UserId.GUEST, nothing)).isInstanceOf(CopException.class);
        assertThatThrownBy(() -> this.queries.at(UserId.GUEST, SpaceId.of(new WikiId("xwiki"), "A").home()))
            .isInstanceOf(CopException.class);
        assertThat(this.queries.summaries(UserId.GUEST, TestWiki.WIKI, Set.of(nothing))).isEmpty();
        assertThat(this.queries.summaries(UserId.GUEST, TestWiki.WIKI, List.of())).isEmpty();
        assertThat(this.queries.tags(UserId.GUEST, TestWiki.WIKI, null, "a%", 10)).isEmpty();
    }

    @Test
    void aCursorOfAnotherListIsRefused()
    {
        for (String after : List.of("x", "%00", "AAAA", "🙂".repeat(100))) {
            assertThatThrownBy(() -> this.queries.list(UserId.GUEST,
                new ListQuery(TestWiki.WIKI, null, null, null, null, Order.NEWEST, after, 10)))
                .isInstanceOfSatisfying(CopException.class,
                    e -> assertThat(e.getKind()).isEqualTo(CopException.Kind.INVALID));
        }
    }

    @Test
    void aListHasOneToAHundredItems()
    {
        for (int limit : new int[] {0, -1, 101}) {
            assertThatThrownBy(() -> this.queries.list(UserId.GUEST,
                new ListQuery(TestWiki.WIKI, null, null, null, null, Order.NEWEST, null, limit)))
                .isInstanceOf(CopException.class);
        }
    }
}
