/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.rendering.block.LinkBlock;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

/** Where an answer was deleted, its question is named to who may view it. */
@ComponentTest
class DeletedAnswerEntryTest
{
    private static final PageId ANSWER = SpaceId.of(new WikiId("xwiki"), "Communities", "A", "Questions",
        "Q").page("Answer-1");

    private static final UserId READER = new UserId("xwiki:XWiki.anna");

    private final UUID id = new UUID(1, 2);

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.WARN);

    @InjectMockComponents
    private DeletedAnswerEntry entry;

    @MockComponent
    private Texts texts;

    @MockComponent
    private Requests requests;

    @MockComponent
    private Suite suite;

    @MockComponent
    private InstalledPages installed;

    @MockComponent
    private QuestionQueries questions;

    @MockComponent
    private People people;

    @MockComponent
    private Links links;

    @BeforeEach
    void deleted()
    {
        lenient().when(this.requests.wiki()).thenReturn(new WikiId("xwiki"));
        lenient().when(this.requests.page()).thenReturn(Optional.of(ANSWER));
        lenient().when(this.installed.areIn(new WikiId("xwiki"))).thenReturn(true);
        lenient().when(this.suite.isOn(new WikiId("xwiki"))).thenReturn(true);
        lenient().when(this.people.current()).thenReturn(READER);
        lenient().when(this.texts.text(any(), any())).thenAnswer(call -> call.getArgument(1));
        PageId question = ANSWER.space().home();
        lenient().when(this.questions.deletedAnswer(READER, ANSWER)).thenReturn(Optional.of(new PostRef(
            new PostId(this.id), new PostId(new UUID(3, 4)), new WikiId("xwiki"), ANSWER, question,
                new CommunityId(new UUID(5, 6)))));
        lenient().when(this.links.action(question, "view", Map.of("cop-show", this.id.toString())))
            .thenReturn("/bin/view/Q/?cop-show=" + this.id);
    }

    private Optional<String> link()
    {
        return this.entry.execute().<LinkBlock>getBlocks(new ClassBlockMatcher(LinkBlock.class),
            org.xwiki.rendering.block.Block.Axes.DESCENDANT).stream().map(link -> link.getReference().getReference())
            .findFirst();
    }

    @Test
    void leadsToTheQuestion()
    {
        assertThat(this.entry.getExtensionPointId()).isEqualTo("org.xwiki.platform.docdoesnotexist");
        assertThat(this.entry.getParameters()).containsKey("order");
        assertThat(link()).contains("/bin/view/Q/?cop-show=" + this.id);
    }

    @Test
    void knowsTheAnswerByTheHomePageThatXWikiTakesItsAddressFor()
    {
        when(this.requests.page()).thenReturn(
            Optional.of(SpaceId.of(new WikiId("xwiki"), "Communities", "A", "Questions", "Q", "Answer-1").home()));
        assertThat(link()).isPresent();
    }

    @Test
    void saysNothingToWhoMayNotViewTheQuestionNorOfOtherPages()
    {
        when(this.people.current()).thenReturn(UserId.GUEST);
        when(this.questions.deletedAnswer(UserId.GUEST, ANSWER)).thenReturn(Optional.empty());
        assertThat(this.entry.execute().getChildren()).isEmpty();

        when(this.requests.page()).thenReturn(Optional.empty());
        assertThat(this.entry.execute().getChildren()).isEmpty();
    }

    @Test
    void saysNothingWhereTheSuiteIsOffOrCannotBeAsked()
    {
        when(this.suite.isOn(new WikiId("xwiki"))).thenReturn(false);
        assertThat(this.entry.execute().getChildren()).isEmpty();

        when(this.suite.isOn(new WikiId("xwiki"))).thenReturn(true);
        when(this.questions.deletedAnswer(READER, ANSWER)).thenThrow(new IllegalStateException("No tables."));
        assertThat(this.entry.execute().getChildren()).isEmpty();
        assertThat(this.logs.getMessage(0)).contains("is not shown");
    }
}
