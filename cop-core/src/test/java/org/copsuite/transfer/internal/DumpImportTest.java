/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.person.Persons;
import org.copsuite.question.PostImport;
import org.copsuite.question.PostImport.VoteDay;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.transfer.StackExchangeImport.Order;
import org.copsuite.transfer.StackExchangeImport.Progress;
import org.copsuite.transfer.StackExchangeImport.Result;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** What a dump's rows become: people, questions, answers, votes by day, acceptance, comments, links, closing. */
@ComponentTest
class DumpImportTest
{
    private static final WikiId WIKI = new WikiId("xwiki");

    private static final UserId ACTOR = new UserId("xwiki:XWiki.service");

    private static final Site SITE = new Site("cooking");

    private static final PageId HOME = SpaceId.of(new WikiId("xwiki"), "Communities", "Cooks").home();

    @InjectMockComponents
    private DumpImport importer;

    @MockComponent
    private CommunityService communities;

    @MockComponent
    private Persons persons;

    @MockComponent
    private PostImport posts;

    @MockComponent
    private People people;

    @MockComponent
    private Texts texts;

    @TempDir
    private Path parent;

    private Path folder;

    private final Map<UserId, Persons.Imported> imported = new LinkedHashMap<>();

    private final Map<UUID, PostImport.Question> questions = new LinkedHashMap<>();

    private final Map<UUID, PostImport.Answer> answers = new LinkedHashMap<>();

    private final List<PostImport.Comment> comments = new ArrayList<>();

    private final List<PostImport.Link> links = new ArrayList<>();

    private final List<String> skipped = new ArrayList<>();

    private final List<Double> shares = new ArrayList<>();

    @BeforeComponent
    void folder() throws IOException
    {
        this.folder = Files.createDirectory(this.parent.resolve("cooking-2018-09"));
    }

    @BeforeEach
    void ports() throws Exception
    {
        CommunityService.CommunityView community = mock(CommunityService.CommunityView.class);
        when(this.communities.get(any(), any(), any())).thenThrow(CopException.notFound());
        when(this.communities.found(any(), any())).thenReturn(community);
        when(this.texts.text(any(), any(), any(), any())).thenReturn("About");
        when(this.texts.text(any(), eq("cop.transfer.duplicate"), any())).thenAnswer(
            call -> "duplicate of " + call.getArgument(2));
        when(community.page()).thenReturn(HOME);
        when(this.posts.pageOf(eq(HOME), any(), any())).thenAnswer(call -> HOME.space().child("Questions")
            .child(call.getArgument(1) + "-" + call.getArgument(2)).home());
        doAnswer(call -> ((People.Work<?, ?>) call.getArgument(1)).run()).when(this.people).as(any(), any());
        doAnswer(call -> {
            ((Collection<Persons.Imported>) call.getArgument(1)).forEach(p -> this.imported.put(p.id(), p));
            return null;
        }).when(this.persons).addImported(any(), any());
        when(this.persons.imported(any(), any()))
            .thenAnswer(call -> Optional.ofNullable(this.imported.get(call.<UserId>getArgument(1))));
        when(this.posts.write(any(), any(), any())).thenAnswer(call -> write(call.getArgument(2)));
    }

    private PostImport.Counts write(PostImport.Batch batch)
    {
        int added = 0;
        for (PostImport.Question question : batch.questions()) {
            added += this.questions.put(question.id(), question) == null ? 1 : 0;
        }
        for (PostImport.Answer answer : batch.answers()) {
            assertThat(this.questions).containsKey(answer.question());
            added += this.answers.put(answer.id(), answer) == null ? 1 : 0;
        }
        this.comments.addAll(batch.comments());
        this.links.addAll(batch.links());
        return new PostImport.Counts(added, 0, 0, 0, 0, 0, 0, 0);
    }

    private void file(String name, String... rows) throws IOException
    {
        Files.writeString(this.folder.resolve(name), "<?xml version='1.0' encoding='utf-8'?>\n<rows>\n"
            + String.join("\n", rows) + "\n</rows>\n");
    }

    private static String question(int id, String more, String body)
    {
        return question(id, more).replaceFirst("Body='[^']*'", Matcher.quoteReplacement("Body='" + body + "'"));
    }

    private static String question(int id, String more)
    {
        return "<row Id='" + id + "' PostTypeId='1' CreationDate='2018-03-12T17:00:45.567' Title='T" + id
            + "' Body='&lt;p&gt;b&lt;/p&gt;' Tags='&lt;a&gt;&lt;b-c&gt;' ViewCount='7' OwnerUserId='5' " + more + " />";
    }

    private static String answer(int id, int parent, String more)
    {
        return "<row Id='" + id + "' PostTypeId='2' ParentId='" + parent
            + "' CreationDate='2018-03-13T10:00:00.000' Body='a' OwnerUserId='6' " + more + " />";
    }

    private Result run(String community, Progress progress) throws Exception
    {
        this.importer.check(this.folder);
        return this.importer.run(new Order(WIKI, ACTOR, this.folder, null, community), progress, (file, bytes) -> { });
    }

    private Result run() throws Exception
    {
        return run(null, new Progress()
        {
            @Override
            public void at(String step, double done)
            {
                DumpImportTest.this.shares.add(done);
            }

            @Override
            public void skipped(String file, long line, String reason)
            {
                DumpImportTest.this.skipped.add(file + ":" + line + ": " + reason);
            }
        });
    }

    @Test
    void bringsQuestionsAndAnswersWithTheirPeople() throws Exception
    {
        file("Users.xml", "<row Id='5' CreationDate='2018-03-01T00:00:00.000' DisplayName='Ann' AboutMe='&lt;b&gt;I&lt;/b&gt;' />");
        file("Posts.xml", answer(2, 1, "Score='3'"), question(1, "Score='1' LastEditorUserId='6' "
            + "LastEditDate='2018-04-01T00:00:00.000'"), "<row Id='9' PostTypeId='5' CreationDate='x' />");
        Result result = run();
        PostImport.Question question = this.questions.get(SITE.post(1));
        assertThat(question.author()).isEqualTo(new UserId("imported:cooking/5"));
        assertThat(question).extracting(PostImport.Question::title, PostImport.Question::body, PostImport.Question::tags,
            PostImport.Question::views, PostImport.Question::closing).containsExactly("T1", "b", List.of("a", "b-c"), 7, null);
        assertThat(question.created()).isEqualTo("2018-03-12T17:00:45.567Z");
        assertThat(question.edit()).isEqualTo(new PostImport.Edit(new UserId("imported:cooking/6"),
            Instant.parse("2018-04-01T00:00:00Z")));
        assertThat(this.answers.get(SITE.post(2)).question()).isEqualTo(question.id());
        assertThat(this.imported.get(question.author())).isEqualTo(new Persons.Imported(question.author(), "Ann", "**I**",
            Instant.parse("2018-03-01T00:00:00Z"), null));
        assertThat(this.imported.get(new UserId("imported:cooking/6")).name()).isEqualTo("user6");
        assertThat(result).extracting(Result::questions, Result::answers, Result::users, Result::skipped, Result::added)
            .containsExactly(1L, 1L, 1L, 0L, 2L);
        assertThat(this.shares).isSorted().last().isEqualTo(1.0);
    }

    @Test
    void foundsTheCommunityOfTheSite() throws Exception
    {
        file("Posts.xml", question(1, ""));
        run();
        ArgumentCaptor<CommunityService.CommunityDraft> found =
            ArgumentCaptor.forClass(CommunityService.CommunityDraft.class);
        verify(this.communities).found(any(), found.capture());
        assertThat(found.getValue()).isEqualTo(new CommunityService.CommunityDraft(SITE.community(), WIKI, "Cooking",
            "About",
            List.of(), CommunityService.Visibility.OPEN));
    }

    @Test
    void foundsTheCommunityThatIsNamedAndNotThere() throws Exception
    {
        file("Posts.xml", question(1, ""));
        run(" Chefs ", mock(Progress.class));
        ArgumentCaptor<CommunityService.CommunityDraft> found =
            ArgumentCaptor.forClass(CommunityService.CommunityDraft.class);
        verify(this.communities).found(any(), found.capture());
        assertThat(found.getValue())
            .isEqualTo(new CommunityService.CommunityDraft(new CommunityId(SITE.community("chefs")), WIKI,
            "Chefs", "About",
            List.of(), CommunityService.Visibility.OPEN));
        assertThat(found.getValue().id()).isNotEqualTo(SITE.community());
    }

    @Test
    void takesTheCommunityThatIsNamed() throws Exception
    {
        file("Posts.xml", question(1, ""));
        CommunityService.CommunityView there = mock(CommunityService.CommunityView.class);
        UUID id = UUID.randomUUID();
        when(there.id()).thenReturn(new CommunityId(id));
        when(this.communities.named(ACTOR, WIKI, "Chefs")).thenReturn(Optional.of(there));
        run("Chefs", mock(Progress.class));
        verify(this.communities, never()).found(any(), any());
        verify(this.posts).write(any(), org.mockito.ArgumentMatchers.eq(new CommunityId(id)), any());
    }

    @Test
    void votesAreCountedByDayAndThePostsScoreIsBelieved() throws Exception
    {
        String vote = "<row Id='1' PostId='%d' VoteTypeId='%d' CreationDate='2018-03-%dT00:00:00.000' />";
        file("Votes.xml", vote.formatted(1, 2, 14), vote.formatted(1, 2, 14), vote.formatted(1, 3, 14),
            vote.formatted(1, 2, 15), vote.formatted(2, 3, 13), vote.formatted(2, 5, 13), vote.formatted(77, 2, 13));
        file("Posts.xml", question(1, "Score='5'"), answer(2, 1, "Score='-3'"), question(3, "Score='0'"));
        Result result = run();
        assertThat(this.questions.get(SITE.post(1)).votes()).containsExactly(new VoteDay(LocalDate.parse("2018-03-12"), 3, 0),
            new VoteDay(LocalDate.parse("2018-03-14"), 2, 1), new VoteDay(LocalDate.parse("2018-03-15"), 1, 0));
        assertThat(this.answers.get(SITE.post(2)).votes()).containsExactly(new VoteDay(LocalDate.parse("2018-03-13"), 0, 3));
        assertThat(this.questions.get(SITE.post(3)).votes()).isEmpty();
        assertThat(result.votesUp()).isEqualTo(6);
        assertThat(result.votesDown()).isEqualTo(4);
    }

    @Test
    void theQuestionSaysWhichAnswerIsAcceptedAndTheVotesWhen() throws Exception
    {
        file("Votes.xml", "<row Id='1' PostId='2' VoteTypeId='1' CreationDate='2018-03-20T00:00:00.000' />",
            "<row Id='2' PostId='4' VoteTypeId='1' CreationDate='2018-03-20T00:00:00.000' />");
        file("Posts.xml", question(1, "AcceptedAnswerId='2'"), answer(2, 1, ""), answer(4, 1, ""),
            question(10, "AcceptedAnswerId='11'"), answer(11, 10, ""), question(12, "AcceptedAnswerId='4'"));
        Result result = run();
        assertThat(this.answers.get(SITE.post(2)).accepted()).isEqualTo("2018-03-20T00:00:00Z");
        assertThat(this.answers.get(SITE.post(4)).accepted()).as("accepted by another question").isNull();
        assertThat(this.answers.get(SITE.post(11)).accepted()).as("no vote tells when").isEqualTo("2018-03-13T10:00:00Z");
        assertThat(result.accepted()).isEqualTo(2);
    }

    @Test
    void closingAndDuplicatesAreKept() throws Exception
    {
        String closed = "ClosedDate='2018-05-01T00:00:00.000'";
        file("Posts.xml", question(1, ""), question(2, closed), question(3, closed), question(4, closed),
            answer(5, 1, ""));
        file("PostLinks.xml", link(1, 2, 1, 3), link(2, 5, 3, 1), link(3, 4, 999, 3), link(4, 5, 1, 1));
        file("PostHistory.xml", "<row Id='1' PostId='3' PostHistoryTypeId='10' Comment='103' />");
        Result result = run();
        assertThat(this.questions.get(SITE.post(2)).closing()).isEqualTo(new PostImport.Closing(ClosingReason.DUPLICATE,
            new UserId("imported:cooking/-1"), Instant.parse("2018-05-01T00:00:00Z"), SITE.post(1)));
        assertThat(this.questions.get(SITE.post(3)).closing().reason()).isEqualTo(ClosingReason.UNCLEAR);
        assertThat(this.questions.get(SITE.post(4)).closing()).isEqualTo(new PostImport.Closing(ClosingReason.DUPLICATE,
            new UserId("imported:cooking/-1"), Instant.parse("2018-05-01T00:00:00Z"), null));
        assertThat(this.questions.get(SITE.post(4)).body())
            .endsWith("\n\nduplicate of [[https://cooking.stackexchange.com/questions/999]]");
        assertThat(this.questions.get(SITE.post(2)).body()).doesNotContain("duplicate");
        assertThat(this.links).extracting(PostImport.Link::question, PostImport.Link::other).containsExactly(
            org.assertj.core.groups.Tuple.tuple(SITE.post(2), SITE.post(1)),
            org.assertj.core.groups.Tuple.tuple(SITE.post(1), SITE.post(3)));
        assertThat(result.links()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"/questions/1/title,1,", "https://cooking.stackexchange.com/q/1,1,", "http://cooking.stackexchange.com/q/1/77,1,",
        "//cooking.stackexchange.com/a/2,1,2", "/questions/1/title/2#2,1,2", "/questions/1/title?rq=1#2,1,2", "/q/1#comment7_2,1,2",
        "/questions/1/title#comment7_1,1,", "/a/2/77,1,2", "/questions/2,1,2", "https://www.cooking.stackexchange.com/posts/1,1,",
        "/questions/1/title/999#999,1,"})
    void aLinkToAPostOfTheDumpLeadsToItsPage(String address, int question, Integer answer) throws Exception
    {
        file("Posts.xml", question(3, "", "&lt;a href=&quot;" + address + "&quot;&gt;see&lt;/a&gt;"), question(1, ""),
            answer(2, 1, ""));
        file("Comments.xml", "<row Id='7' PostId='2' Text='[x](" + (address.startsWith("http") ? address
            : "https://cooking.stackexchange.com/" + address.replaceFirst("^//[^/]*", "").replaceFirst("^/", ""))
            + ")' CreationDate='2018-05-01T00:00:00.000' />");
        run();
        String place = "doc:Communities.Cooks.Questions.T" + question + "-" + SITE.post(question) + ".WebHome"
            + (answer == null ? "" : "||anchor=\"cop-post-" + SITE.post(answer) + '"');
        assertThat(this.questions.get(SITE.post(3)).body()).isEqualTo("[[see>>" + place + "]]");
        assertThat(this.comments.get(0).text()).isEqualTo("[[x>>" + place + "]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/questions/999", "/questions/tagged/1", "https://cooking.meta.stackexchange.com/q/1",
        "https://example.org/q/1", "/users/1", "/q/99999999999999999999", "https://evil.example/cooking.stackexchange.com/q/1"})
    void anotherLinkLeadsToTheSite(String address) throws Exception
    {
        file("Posts.xml", question(3, "", "&lt;a href=&quot;" + address + "&quot;&gt;see&lt;/a&gt;"), question(1, ""));
        run();
        assertThat(this.questions.get(SITE.post(3)).body()).startsWith("[[see>>https://").doesNotContain("doc:");
    }

    @Test
    void aLinkThatIsOnlyAnAddressTakesTheTitle() throws Exception
    {
        String address = "https://cooking.stackexchange.com/q/1";
        file("Posts.xml", question(3, "", "&lt;a href=&quot;" + address + "&quot;&gt;" + address + "&lt;/a&gt;"),
            question(1, ""));
        run();
        assertThat(this.questions.get(SITE.post(3)).body()).startsWith("[[T1>>doc:");
    }

    private static String link(int id, int post, int other, int type)
    {
        return "<row Id='" + id + "' CreationDate='2018-05-01T00:00:00.000' PostId='" + post + "' RelatedPostId='" + other
            + "' LinkTypeId='" + type + "' />";
    }

    @Test
    void whoIsOnlyNamedIsOnePerson() throws Exception
    {
        String post = "<row Id='%d' PostTypeId='1' CreationDate='2018-03-12T17:00:45.567' Title='T' Body='b' %s/>";
        file("Posts.xml", post.formatted(1, "OwnerDisplayName='Bob'"), post.formatted(2, "OwnerDisplayName='Bob'"),
            post.formatted(3, ""));
        run();
        UserId bob = this.questions.get(SITE.post(1)).author();
        assertThat(this.questions.get(SITE.post(2)).author()).isEqualTo(bob);
        assertThat(this.questions.get(SITE.post(3)).author()).isNotEqualTo(bob);
        assertThat(this.imported.get(bob).name()).isEqualTo("Bob");
        assertThat(this.imported).hasSize(2);
    }

    @Test
    void rowsThatCannotBeUsedAreToldAndPassedOver() throws Exception
    {
        file("Users.xml", "<row CreationDate='2018-03-01T00:00:00.000' />", "<row Id='5' CreationDate='yesterday' />");
        file("Posts.xml", question(1, ""), "<row Id='2' PostTypeId='1' Title='&bad;' />",
            "<row PostTypeId='1' CreationDate='2018-03-12T17:00:45.567' Title='T' Body='b' />",
            answer(4, 999, ""), "<row Id='5' PostTypeId='2' ParentId='1' CreationDate='2018-03-12' Body='b' />");
        file("Votes.xml", "<row Id='1' VoteTypeId='2' CreationDate='2018-03-20T00:00:00.000' />");
        file("Comments.xml", comment(1, 1, "UserId='5' Text='x *y*'"), comment(2, 999, "UserId='5' Text='x'"),
            comment(3, 1, "UserId='5'"));
        Result result = run();
        assertThat(this.skipped).containsExactly("Users.xml:3: Id is missing", "Users.xml:4: CreationDate is not a date",
            "Votes.xml:3: PostId is missing", "Posts.xml:4: is not well-formed XML in the file's encoding",
            "Posts.xml:5: Id is missing", "Posts.xml:7: CreationDate is not a date",
            "Posts.xml:6: its question is not in the dump", "Comments.xml:4: its post is not in the dump",
            "Comments.xml:5: Text is missing");
        assertThat(result.skipped()).isEqualTo(9);
        assertThat(result.questions()).isEqualTo(1);
        assertThat(this.comments).extracting(PostImport.Comment::text).containsExactly("x //y//");
    }

    private static String comment(int id, int post, String more)
    {
        return "<row Id='" + id + "' PostId='" + post + "' CreationDate='2018-03-14T00:00:00.000' " + more + " />";
    }

    @Test
    void aSecondRunAddsNothing() throws Exception
    {
        file("Posts.xml", question(1, "Score='2'"), answer(2, 1, ""));
        assertThat(run().added()).isEqualTo(2);
        Map<UUID, PostImport.Question> before = Map.copyOf(this.questions);
        Result second = run();
        assertThat(second.added()).isZero();
        assertThat(second.questions()).isEqualTo(1);
        assertThat(this.questions).isEqualTo(before);
    }

    @Test
    void aFolderWithoutPostsIsNoDump()
    {
        assertThatThrownBy(this::run).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void theSiteIsNamedByTheFolder()
    {
        assertThat(Site.of(Path.of("/x/quantumcomputing-2018-09")).name()).isEqualTo("quantumcomputing");
        assertThat(Site.of(Path.of("cooking.stackexchange.com")).address()).isEqualTo("https://cooking.stackexchange.com/");
        assertThat(Site.of(Path.of("stackoverflow.com")).address()).isEqualTo("https://stackoverflow.com/");
        assertThat(Site.of(Path.of("meine Fragen!/")).name()).isEqualTo("meine-fragen");
        assertThat(Site.of(Path.of("/")).name()).isEqualTo("site");
    }
}
