/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.job.JobState;
import org.copsuite.ledger.internal.RebuildJob;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.Questions;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.People;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions about a page of the wiki: who sees them, and that they follow the page. */
@OnEveryDatabase
class AboutReferencesTest extends AbstractQuestionTest
{
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final PageId WOUNDS = SpaceId.of(WIKI, "Handbook").page("Wounds");

    @BeforeEach
    void write()
    {
        this.wiki.pages().create(WOUNDS, "Wounds", "How we dress them.", null, this.carl);
    }

    @AfterEach
    void stop()
    {
        this.wiki.get(PageSynchroniser.class).stop();
    }

    private PostId askAbout(UserId who, CommunityView where, PageId page) throws CopException
    {
        return this.service.ask(who, new Ask(UUID.randomUUID(), where.id(), TITLE, BODY, List.of("a"), page)).id();
    }

    private Questions about(UserId reader)
    {
        return this.queries.about(reader, WOUNDS, 2);
    }

    @Test
    void aQuestionNamesThePageThatItIsAbout() throws Exception
    {
        PostId question = askAbout(this.anna, this.community, WOUNDS);
        ask(this.anna, "A question about nothing");

        assertThat(about(this.bert).items()).extracting(q -> q.id()).containsExactly(question);
        assertThat(view(this.bert, question).about()).isEqualTo(WOUNDS);
        Page page = this.wiki.pages().load(view(this.bert, question).post().page()).orElseThrow();
        assertThat(page.object().orElseThrow().get("about")).isEqualTo("xwiki:Handbook.Wounds");
    }

    @Test
    void theNewestAreShownAndThatThereAreMore() throws Exception
    {
        askAbout(this.anna, this.community, WOUNDS);
        assertThat(about(this.anna).more()).isFalse();
        PostId second = askAbout(this.anna, this.community, WOUNDS);
        askAbout(this.anna, this.community, WOUNDS);
        assertThat(about(this.anna).more()).isTrue();
        assertThat(about(this.anna).items()).hasSize(2);
        this.service.delete(this.fay, second);
        assertThat(about(this.anna).more()).isFalse();
    }

    @Test
    void onlyThoseThatTheReaderMayViewAreListedAndCounted() throws Exception
    {
        CommunityView circle = found("Closed circle", Visibility.PRIVATE);
        askAbout(this.admin, circle, WOUNDS);
        assertThat(about(this.anna).items()).isEmpty();
        assertThat(about(UserId.GUEST).items()).isEmpty();
        assertThat(about(this.admin).items()).hasSize(1);
    }

    @Test
    void aPageThatTheReaderMayNotViewIsNotNamed() throws Exception
    {
        CommunityView circle = found("Closed circle", Visibility.PRIVATE);
        PageId secret = circle.space().page("Secret");
        this.wiki.pages().create(secret, "Secret", "", null, this.admin);
        PostId question = askAbout(this.admin, this.community, secret);

        assertThat(view(this.admin, question).about()).isEqualTo(secret);
        assertThat(view(this.anna, question).about()).isNull();
        for (PageId page : List.of(secret, SpaceId.of(WIKI, "Nothing").home(), SpaceId.of(new WikiId("other"),
            "Main").home())) {
            assertThat(refusal(Kind.INVALID, () -> askAbout(this.anna, this.community, page)).getFields())
                .containsOnlyKeys("about");
        }
    }

    @Test
    void anEditKeepsThePage() throws Exception
    {
        PostId question = askAbout(this.anna, this.community, WOUNDS);
        String version = view(this.anna, question).post().version();
        this.service.edit(this.anna, question, new Edit("Another title of it", "Another text", List.of("b"), version, "",
            false));
        assertThat(about(this.anna).items()).extracting(q -> q.title()).containsExactly("Another title of it");
    }

    @Test
    void questionsFollowThePageThatTheyAreAbout() throws Exception
    {
        PageSynchroniser synchroniser = this.wiki.get(PageSynchroniser.class);
        synchroniser.start();
        PostId question = askAbout(this.anna, this.community, WOUNDS);
        PageId moved = SpaceId.of(WIKI, "Guide").page("Wounds");

        this.wiki.pages().move(WOUNDS, moved, this.carl);

        assertThat(synchroniser.await(PATIENCE)).isTrue();
        assertThat(about(this.anna).items()).isEmpty();
        assertThat(this.queries.about(this.anna, moved, 5).items()).extracting(q -> q.id()).containsExactly(question);
        assertThat(view(this.anna, question).about()).isEqualTo(moved);
        assertThat(view(this.anna, question).post().edited()).isNull();
        assertThat(this.wiki.run(RebuildJob.NAME).state()).isEqualTo(JobState.DONE);
        assertThat(this.queries.about(this.anna, moved, 5).items()).hasSize(1);
    }

    @Test
    void whoMovesThePageIsNotTheAuthorOfAQuestionOfAPrivateCommunity() throws Exception
    {
        PageSynchroniser synchroniser = this.wiki.get(PageSynchroniser.class);
        synchroniser.start();
        CommunityView circle = found("Closed circle", Visibility.PRIVATE);
        PostId question = askAbout(this.admin, circle, WOUNDS);
        PageId place = view(this.admin, question).post().page();
        PageId moved = SpaceId.of(WIKI, "Guide").page("Wounds");

        this.wiki.pages().move(WOUNDS, moved, this.carl);

        assertThat(synchroniser.await(PATIENCE)).isTrue();
        assertThat(view(this.admin, question).about()).isEqualTo(moved);
        assertThat(this.wiki.pages().load(place).orElseThrow().author()).isEqualTo(this.wiki.get(People.class).service());
        assertThat(this.ledger.about(WIKI, question.value())).extracting(LedgerEntry::getActor).doesNotContain(this.carl);
    }

    @Test
    void whatSomebodyWritesIntoTheObjectIsNoPageUnlessItIsOne() throws Exception
    {
        PostId question = askAbout(this.anna, this.community, WOUNDS);
        this.wiki.get(PageSynchroniser.class).start();
        PageId place = view(this.anna, question).post().page();
        for (String forged : List.of("nonsense", "other:Main.WebHome", "xwiki:A." + "b".repeat(800))) {
            this.wiki.pages().create(place, TITLE, BODY,
                new PageObject("question", question.value(), Map.of("about", forged, "tags", "")), this.anna);
            assertThat(view(this.anna, question).about()).as(forged).isNull();
        }
    }

    @Test
    void aPageWithoutQuestionsCostsOneStatement()
    {
        about(this.anna);
        this.wiki.database().startCounting();
        about(this.anna);
        assertThat(this.wiki.database().statements()).isEqualTo(1);
    }
}
