/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.question.internal.AbstractQuestionTest;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;

/** A question with an answer, and a synchroniser that listens to events of their pages. */
abstract class AbstractPageSynchroniserTest extends AbstractQuestionTest
{
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    final LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    PageSynchroniser synchroniser;

    PostId question;

    PostId answer;

    @BeforeEach
    void listen() throws Exception
    {
        this.synchroniser = this.wiki.get(PageSynchroniser.class);
        ((DefaultPageSynchroniser) this.synchroniser).setWindow(Duration.ofMillis(50));
        this.synchroniser.start();
        settle();
        this.question = ask(this.anna, TITLE, "tag");
        this.answer = answer(this.bert, this.question);
    }

    @AfterEach
    void stopListening()
    {
        this.synchroniser.stop();
    }

    void settle()
    {
        assertThat(this.synchroniser.await(PATIENCE)).isTrue();
    }

    /** Who did something to a post last. */
    UserId actor(PostId post, ActType<?> act)
    {
        return this.ledger.about(WIKI, post.value()).stream().filter(entry -> entry.is(act))
            .reduce((first, last) -> last).orElseThrow().getActor();
    }

    PageId page(PostId post) throws Exception
    {
        PostRef ref = this.queries.find(this.admin, post);
        return ref.page();
    }

    static PageObject question(UUID id)
    {
        return new PageObject("question", id, Map.of("tags", "tag"));
    }

    List<String> acts(PostId post)
    {
        return this.ledger.about(WIKI, post.value()).stream().map(LedgerEntry::getActName).toList();
    }

    List<Integer> counts(CommunityView which) throws Exception
    {
        CommunityView now = this.communities.get(this.admin, WIKI, which.id());
        return List.of(now.questions(), now.answers());
    }
}
