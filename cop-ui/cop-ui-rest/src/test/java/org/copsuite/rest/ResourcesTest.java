/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.community.CommunityFragments;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.question.QuestionFragments;
import org.copsuite.macro.search.SearchFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.State;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.rest.community.CommunityResource;
import org.copsuite.rest.question.FeedResource;
import org.copsuite.rest.question.PostResource;
import org.copsuite.rest.question.QuestionResource;
import org.copsuite.rest.search.SearchResource;
import org.copsuite.search.SearchService;
import org.copsuite.text.TextLimits;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

import com.fasterxml.jackson.databind.JsonNode;

/** What the resources hand to the services, and how they answer. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, PostResource.class,
    QuestionResource.class, FeedResource.class, CommunityResource.class, SearchResource.class, Printer.class,
        MemberTexts.class,
    DefaultTemplates.class})
class ResourcesTest
{
    private static final UserId ALICE = new UserId("xwiki:XWiki.alice");

    private static final PostId ID = new PostId(new UUID(1, 1));

    private static final CommunityId COMMUNITY = new CommunityId(new UUID(2, 2));

    private static final WikiId WIKI = new WikiId("xwiki");

    private static final PageId PAGE = SpaceId.of(WIKI, "Communities", "Care", "Questions", "why").home();

    private static final Instant THEN = Instant.parse("2026-03-04T05:06:07Z");

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private QuestionService service;

    @MockComponent
    private QuestionQueries queries;

    @MockComponent
    private CommunityService communities;

    @MockComponent
    private SearchService searchService;

    @MockComponent
    private QuestionFragments questions;

    @MockComponent
    private CommunityFragments communityFragments;

    @MockComponent
    private SearchFragments search;

    private People people;

    private RestServer server;

    /** Somebody else's resource in the same application. */
    @Path("other")
    public static class Other
    {
        /** Fails in its own way. */
        @GET
        public Response get()
        {
            throw new javax.ws.rs.ForbiddenException(Response.status(403).entity("theirs").build());
        }
    }

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, ALICE);
        this.people = this.components.getInstance(People.class);
        this.server = new RestServer(this.components, new Other());
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private static QuestionSummary summary()
    {
        Person author = new Person(ALICE, "Alice", null, "/bin/view/XWiki/alice", Locale.ENGLISH, ZoneOffset.UTC, true);
        return new QuestionSummary(ID, PAGE, COMMUNITY, "Care", "Why?", "Because", List.of("care"),
            author, THEN, THEN, 3, 1, true, false, 9, 4);
    }

    @Test
    void listsQuestionsAsJson() throws Exception
    {
        when(this.queries.list(ALICE, new ListQuery(WIKI, COMMUNITY, "care", null,
            State.SOLVED, Order.VOTES, "c1", 5))).thenReturn(new Slice<>(List.of(summary()), "c2"));

        Response response = this.server.get(
            "/questions?community=" + COMMUNITY + "&tag=care&state=solved&order=votes&after=c1&limit=5",
            "application/json");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeaderString("Cache-Control")).isEqualTo("no-store");
        JsonNode body = RestServer.body(response);
        assertThat(body.get("next").asText()).isEqualTo("c2");
        JsonNode item = body.get("items").get(0);
        assertThat(item.get("url").asText()).isEqualTo("http://wiki/bin/view/" + PAGE);
        assertThat(item.get("created").asText()).isEqualTo("2026-03-04T05:06:07Z");
        assertThat(item.get("author").toString()).isEqualTo("{\"id\":\"xwiki:XWiki.alice\",\"name\":\"Alice\","
            + "\"profile\":\"http://wiki/bin/view/XWiki/alice\"}");
    }

    @Test
    void listsQuestionsAsAFeed() throws Exception
    {
        when(this.queries.list(ALICE, new ListQuery(WIKI, COMMUNITY, "care", null, null, Order.NEWEST, null, 20)))
            .thenReturn(new Slice<>(List.of(summary()), null));

        Response response = this.server.get("/feeds/questions?community=" + COMMUNITY + "&tag=care", "*/*");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getMediaType().toString()).startsWith("application/atom+xml");
        assertThat(response.readEntity(String.class)).contains("<title>Why?</title>", "<name>Alice</name>",
            "<link href=\"http://wiki/bin/view/" + PAGE + "\"", "<updated>2026-03-04T05:06:07Z</updated>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"a", "W/W/\"a\"", ",", "\"a\", b", "*b"})
    void aTagThatCannotBeReadIsNoneOfTheFeed(String tag) throws Exception
    {
        when(this.queries.list(any(), any())).thenReturn(new Slice<>(List.of(), null));
        Response response = this.server.get("/feeds/questions", "*/*", Map.of("If-None-Match", tag));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeaderString("ETag")).startsWith("W/");
    }

    @Test
    void aFeedThatHasNotChangedIsNotSentAgain() throws Exception
    {
        when(this.queries.list(any(), any())).thenReturn(new Slice<>(List.of(summary()), null));
        Response first = this.server.get("/feeds/questions?tag=c%20d", "*/*");
        String tag = first.getHeaderString("ETag");
        assertThat(first.readEntity(String.class))
            .contains("<link rel=\"self\" href=\"http://wiki/rest/wikis/xwiki/cop/feeds/questions?tag=c%20d&amp;order=newest\"");
        assertThat(first.getHeaderString("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(first.getHeaderString("Vary")).contains("Cookie");

        Response again = this.server.get("/feeds/questions?tag=c%20d", "*/*", Map.of("If-None-Match", tag));
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.hasEntity()).isFalse();
        assertThat(again.getHeaderString("ETag")).isEqualTo(tag);

        // Another reader gets another tag, though the list is the same.
        UserId bob = new UserId("xwiki:XWiki.bob");
        when(this.people.current()).thenReturn(bob);
        Response other = this.server.get("/feeds/questions?tag=c%20d", "*/*", Map.of("If-None-Match", tag));
        assertThat(other.getStatus()).isEqualTo(200);
        assertThat(other.getHeaderString("ETag")).isNotEqualTo(tag);
        when(this.people.current()).thenReturn(ALICE);

        when(this.queries.list(any(), any())).thenReturn(new Slice<>(List.of(), null));
        assertThat(this.server.get("/feeds/questions?tag=c%20d", "*/*", Map.of("If-None-Match", tag)).getStatus())
            .isEqualTo(200);
    }

    @Test
    void listsQuestionsAsHtmlForPages() throws Exception
    {
        when(this.questions.list(any(), any())).thenReturn(new Html("<ul></ul>"));

        Response response = this.server.get("/questions", "text/html");

        assertThat(response.getMediaType()).hasToString("text/html;charset=utf-8");
        assertThat(response.readEntity(String.class)).isEqualTo("<ul></ul>");
    }

    /** A fragment may show dozens of texts: each has its own time, and all together that of a page. */
    @Test
    void theTextsOfAFragmentShareTheTimeOfAPage() throws Exception
    {
        when(this.questions.list(any(), any())).thenAnswer(call -> {
            assertThat(TextLimits.areOpen()).isTrue();
            assertThat(TextLimits.areOfText()).isFalse();
            return new Html("<ul></ul>");
        });

        assertThat(this.server.get("/questions", "text/html").readEntity(String.class)).isEqualTo("<ul></ul>");
        assertThat(TextLimits.areOpen()).isFalse();
    }

    @Test
    void keepsTheLimitWithinBounds() throws Exception
    {
        when(this.queries.list(any(), any())).thenReturn(new Slice<>(List.of(), null));

        this.server.get("/questions?limit=100000", "application/json");

        verify(this.queries).list(ALICE, new ListQuery(WIKI, null, null, null, null, Order.NEWEST, null, 100));
    }

    @Test
    void asksAboutPagesOfTheWikiAlone() throws Exception
    {
        assertThat(this.server.get("/about?page=nowhere:Main.WebHome", "application/json").getStatus()).isEqualTo(400);
        assertThat(this.server.html("POST", "/questions", "community=" + COMMUNITY
            + "&title=Why+is+that%3F&body=b&about=nowhere:Main.WebHome").getStatus()).isEqualTo(400);

        verify(this.queries, never()).about(any(), any(), anyInt());
        verify(this.service, never()).submit(any(), any());
    }

    @Test
    void saysOfEachAnswerThatItIsOurs() throws Exception
    {
        when(this.queries.list(any(), any())).thenReturn(new Slice<>(List.of(), null));
        when(this.questions.list(any(), any())).thenReturn(new Html("<p>None.</p>"));

        assertThat(this.server.get("/questions", "application/json").getHeaderString("Cop-Answer")).isEqualTo("true");
        assertThat(this.server.get("/questions", "text/html").getHeaderString("Cop-Answer")).isEqualTo("true");
    }

    @Test
    void sendsAPageToTheNewQuestion() throws Exception
    {
        when(this.service.submit(any(), any())).thenReturn(new QuestionService.Submission(new Post(ID, ID, PAGE, "1.1"), null));

        Response response = this.server.html("POST", "/questions",
            "id=" + ID + "&community=" + COMMUNITY + "&title=Why+is+that%3F&body=%3Cb%3E&tags=a,b+c");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeaderString("Cop-Go")).isEqualTo("/bin/view/" + PAGE);
        verify(this.service).submit(ALICE, new Ask(ID.value(), COMMUNITY, "Why is that?", "<b>", List.of("a", "b", "c")));
    }

    @Test
    void takesJsonAsWell() throws Exception
    {
        when(this.service.submit(any(), any())).thenReturn(new QuestionService.Submission(new Post(ID, ID, PAGE, "1.1"), null));
        when(this.queries.question(any(), any(), any())).thenThrow(CopException.notFound());

        this.server.json("POST", "/questions", "{\"id\":\"" + ID + "\",\"community\":\"" + COMMUNITY
            + "\",\"title\":\"T\",\"body\":\"B\",\"tags\":[\"a\",\"b\"]}");

        verify(this.service).submit(ALICE, new Ask(ID.value(), COMMUNITY, "T", "B", List.of("a", "b")));
    }

    @Test
    void tellsWhichFieldsAreWrong() throws Exception
    {
        when(this.service.submit(any(), any())).thenThrow(CopException.invalid("title", "cop.title.short"));

        Response response = this.server.html("POST", "/questions", "community=" + COMMUNITY);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getMediaType()).hasToString("application/problem+json");
        RestServer.assertDocument(response, ResourcesTest.class, "invalid");
    }

    @Test
    void handsOverBothTextsOfAConflict() throws Exception
    {
        Page now = new Page(PAGE, "Their title", "Their text", ALICE, ALICE, THEN, THEN, "3.1", false,
            Optional.empty());
        when(this.service.edit(any(), any(), any())).thenThrow(CopException.conflict(now));

        Response response = this.server.html("POST", "/questions/" + ID, "title=T&body=B&version=1.1");

        assertThat(response.getStatus()).isEqualTo(409);
        RestServer.assertDocument(response, ResourcesTest.class, "conflict");
    }

    @Test
    void answersAnUnknownIdAndNoIdAlike() throws Exception
    {
        when(this.queries.question(any(), any(), any())).thenThrow(CopException.notFound());

        assertThat(this.server.get("/questions/" + ID, "application/json").getStatus()).isEqualTo(404);
        assertThat(this.server.get("/questions/nonsense", "application/json").getStatus()).isEqualTo(404);
        assertThat(this.server.get("/nothing", "application/json").getStatus()).isEqualTo(404);
        assertThat(this.server.get("/nothing", "application/json").getMediaType())
            .hasToString("application/problem+json");
    }

    @Test
    void answersAnotherWikiWithNotFound() throws Exception
    {
        Response response = this.server.outside("wikis/other/cop/questions").request().get();

        assertThat(response.getStatus()).isEqualTo(404);
        verify(this.queries, never()).list(any(), any());
    }

    @Test
    void answersAMethodThatIsNotAllowed() throws Exception
    {
        Response response = this.server.delete("/search");

        assertThat(response.getStatus()).isEqualTo(405);
        assertThat(response.getHeaderString("Allow")).contains("GET");
        assertThat(RestServer.body(response).get("detail").asText()).isEqualTo("say cop.error.method");
    }

    @Test
    void answersTheUnexpectedWithANumberAndLogsNoText() throws Exception
    {
        when(this.service.vote(any(), any(), anyInt())).thenThrow(new IllegalStateException("database is gone"));

        Response response = this.server.json("POST", "/questions/" + ID + "/votes", "{\"value\":1,\"text\":\"secret\"}");

        assertThat(response.getStatus()).isEqualTo(500);
        JsonNode body = RestServer.body(response);
        assertThat(body.toString()).doesNotContain("database is gone");
        assertThat(this.logs.getMessage(0)).contains(body.get("id").asText()).doesNotContain("secret");
    }

    @Test
    void answersAnOutageOfTheDatabaseWithARequestToTryAgain() throws Exception
    {
        when(this.service.vote(any(), any(), anyInt())).thenThrow(
            new JDBCConnectionException("secret", new SQLException("the server is being stopped", "57P01")));

        Response response = this.server.json("POST", "/questions/" + ID + "/votes", "{\"value\":1}");

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeaderString("Retry-After")).isEqualTo("5");
        assertThat(RestServer.body(response).get("detail").asText()).isEqualTo("say cop.error.unavailable");
    }

    @Test
    void leavesOthersResourcesAlone()
    {
        Response response = this.server.outside("other").request().get();

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.readEntity(String.class)).isEqualTo("theirs");
        assertThat(response.getHeaderString("Cache-Control")).isNull();
    }

    @Test
    void refusesVotesThatAreNone() throws Exception
    {
        assertThat(this.server.json("POST", "/answers/" + ID + "/votes", "{\"value\":2}").getStatus()).isEqualTo(400);
        verify(this.service, never()).vote(any(), any(), anyInt());
    }

    @Test
    void doesNotTakeAQuestionForAnAnswer() throws Exception
    {
        when(this.queries.find(ALICE, ID)).thenReturn(new QuestionQueries.PostRef(ID, ID, WIKI, PAGE,
            PAGE, COMMUNITY));

        assertThat(this.server.delete("/answers/" + ID).getStatus()).isEqualTo(404);
        verify(this.service, never()).delete(any(), any());
    }

    @Test
    void findsAMemberByIdOrByAnOnlyName() throws Exception
    {
        Person bob = new Person(new UserId("xwiki:XWiki.bob"), "Bob", null, null, Locale.ENGLISH, ZoneOffset.UTC, true);
        when(this.people.startingWith(eq(WIKI), eq("bob"), anyInt())).thenReturn(List.of(bob));
        when(this.people.startingWith(eq(WIKI), eq("b"), anyInt())).thenReturn(List.of(bob));
        when(this.communityFragments.members(any(), any())).thenReturn(Html.EMPTY);
        String path = "/communities/" + COMMUNITY + "/members";

        assertThat(this.server.html("POST", path, "member=bob&role=expert").getStatus()).isEqualTo(200);
        verify(this.communities).appoint(ALICE, COMMUNITY, bob.id(), CommunityService.Role.EXPERT);
        assertThat(RestServer.body(this.server.html("POST", path, "member=b")).get("fields").has("member")).isTrue();
        assertThat(this.server.html("POST", path, "member=" + "x".repeat(300)).getStatus()).isEqualTo(400);
    }

    @Test
    void joinsAndLeaves() throws Exception
    {
        when(this.communityFragments.header(any(), org.mockito.ArgumentMatchers.anyBoolean()))
            .thenReturn(new Html("<header></header>"));
        when(this.communities.get(any(), any(), any()))
            .thenReturn(new CommunityService.CommunityView(COMMUNITY, PAGE,
            PAGE.space(), "Care", "", List.of(), CommunityService.Visibility.OPEN,
            CommunityService.Joining.OPEN, 1, 1, 1, THEN, THEN, "1.1", null, false, Set.of(), null, false));
        String path = "/communities/" + COMMUNITY + "/members";

        assertThat(this.server.html("POST", path, "").readEntity(String.class)).isEqualTo("<header></header>");
        verify(this.communities).join(ALICE, COMMUNITY);
        assertThat(this.server.delete(path).getStatus()).isEqualTo(204);
        verify(this.communities).leave(ALICE, COMMUNITY);
    }

    @Test
    void removesNobodyInPlaceOfAMemberWhoCannotBe() throws Exception
    {
        String path = "/communities/" + COMMUNITY + "/members?member=";

        assertThat(this.server.delete(path + "a".repeat(256)).getStatus()).isEqualTo(404);
        assertThat(this.server.delete(path + "xwiki:XWiki.Bob%00").getStatus()).isEqualTo(404);

        verify(this.communities, never()).leave(any(), any());
        verify(this.communities, never()).remove(any(), any(), any());
    }

    @Test
    void asksForNothingThatADatabaseDoesNotTake() throws Exception
    {
        when(this.queries.list(any(), any())).thenReturn(new Slice<>(List.of(), null));

        this.server.get("/questions?tag=a%00b&after=%00", "application/json");

        verify(this.queries).list(ALICE, new ListQuery(WIKI, null, "ab", null, null, Order.NEWEST, null, 20));
        assertThat(this.server.get("/questions?author=" + "a".repeat(256), "application/json").getStatus())
            .isEqualTo(404);
    }

    @Test
    void countsTags() throws Exception
    {
        when(this.queries.tags(ALICE, WIKI, null, "c", 20))
            .thenReturn(List.of(new QuestionQueries.TagCount("care",
            3)));

        assertThat(RestServer.body(this.server.get("/tags?prefix=c", "application/json")).toString())
            .isEqualTo("{\"items\":[{\"tag\":\"care\",\"questions\":3}]}");
    }

    @Test
    void refusesAnInventedOrder() throws Exception
    {
        Response response = this.server.get("/questions?order=random", "application/json");

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(RestServer.body(response).get("fields").toString()).isEqualTo("{\"order\":\"say cop.error.choice\"}");
    }
}
