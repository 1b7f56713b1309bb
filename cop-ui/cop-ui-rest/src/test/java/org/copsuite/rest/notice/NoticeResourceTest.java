/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.notice.NoticeFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.notice.UnsubscribeTokens;
import org.copsuite.notice.WatchService;
import org.copsuite.notice.WatchService.Item;
import org.copsuite.notice.WatchTarget;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionWatch;
import org.copsuite.question.TagWatch;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.WriteFilter;
import org.copsuite.spi.WatchableType.Watchable;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** Notices and watching, over HTTP. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, NoticeResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class NoticeResourceTest
{
    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    private static final String ID = "00000000-0000-0001-0000-000000000001";

    private static final PageId PAGE = SpaceId.of(new WikiId("xwiki"), "Why").home();

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private NoticeService service;

    @MockComponent
    private WatchService watching;

    @MockComponent
    private NoticeFragments fragments;

    @MockComponent
    private UnsubscribeTokens unsubscribing;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, ANNA);
        Person bert = new Person(new UserId("xwiki:XWiki.bert"), "Bert", null, "/bin/view/XWiki/bert", Locale.ENGLISH,
            ZoneOffset.UTC, true);
        when(this.service.list(any(), any(), any(), anyInt())).thenReturn(new Slice<>(List.of(
            new NoticeView(7, "ANSWER", bert, "Why?", PAGE, "cop-post-1", Instant.EPOCH, false)), "next"));
        when(this.service.unread(any(), any())).thenReturn(3);
        when(this.service.mailFrequency(any(), any())).thenReturn(MailFrequency.DAILY);
        when(this.watching.watched(any(), any(), any(), anyInt())).thenReturn(new Slice<>(List.of(
            new Item(TagWatch.of(new WikiId("xwiki"), "care"), new Watchable("care", PAGE, Map.of("cop-tag", "care"))),
            new Item(QuestionWatch.of(new WikiId("xwiki"), PostId.parse(ID)), new Watchable("Why?", PAGE))), null));
        when(this.fragments.list(any(), anyInt(), eq(true))).thenReturn(new Html("<section></section>"));
        when(this.fragments.watched(any())).thenReturn(new Html("<ul></ul>"));
        when(this.fragments.changed(any(), any(Boolean.class))).thenReturn(new Html("<form></form>"));
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    @Test
    void aMailProgramEndsMailsWithoutSessionOrToken() throws Exception
    {
        when(this.fragments.unsubscribe("good.token", true)).thenReturn(new Html("<p>done</p>"));
        Response response = this.server.form("POST", "/notices/unsubscribing/good.token", "List-Unsubscribe=One-Click");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.readEntity(String.class)).isEqualTo("<p>done</p>");
        verify(this.unsubscribing).unsubscribe(new WikiId("xwiki"), "good.token");
    }

    @Test
    void whoFollowsTheLinkIsAskedFirst() throws Exception
    {
        when(this.fragments.unsubscribe("good.token", false)).thenReturn(new Html("<form></form>"));
        Response response = this.server.get("/notices/unsubscribing/good.token", "text/html");

        assertThat(response.readEntity(String.class)).isEqualTo("<form></form>");
        verify(this.unsubscribing, never()).unsubscribe(any(), any());
        when(this.unsubscribing.person(new WikiId("xwiki"), "bad")).thenThrow(CopException.notFound());
        when(this.fragments.unknownUnsubscribeLink()).thenReturn(new Html("<p>unknown</p>"));
        Response unknown = this.server.get("/notices/unsubscribing/bad", "text/html");
        assertThat(unknown.getStatus()).isEqualTo(404);
        assertThat(unknown.readEntity(String.class)).isEqualTo("<p>unknown</p>");
    }

    @Test
    void listsNotices() throws Exception
    {
        Response response = this.server.get("/notices?limit=5&after=x", "application/json");

        verify(this.service).list(ANNA, new WikiId("xwiki"), "x", 5);
        assertThat(RestServer.body(response)).hasToString("{\"items\":[{\"id\":7,\"kind\":\"answer\",\"actor\":"
            + "{\"id\":\"xwiki:XWiki.bert\",\"name\":\"Bert\",\"profile\":\"http://wiki/bin/view/XWiki/bert\"},"
            + "\"title\":\"Why?\",\"url\":\"http://wiki/bin/view/xwiki:Why.WebHome#cop-post-1\","
            + "\"at\":\"1970-01-01T00:00:00Z\",\"read\":false}],\"next\":\"next\",\"unread\":3}");
    }

    @Test
    void marksAsRead() throws Exception
    {
        assertThat(this.server.json("POST", "/notices/7/reading", "{}").getStatus()).isEqualTo(200);
        verify(this.service).read(ANNA, new WikiId("xwiki"), 7);
        assertThat(this.server.json("POST", "/notices/reading", "{\"last\":9}").getStatus()).isEqualTo(200);
        verify(this.service).readAll(ANNA, new WikiId("xwiki"), 9);
    }

    @Test
    void marksWhatThePostsOnAPageTell() throws Exception
    {
        String posts = "{\"posts\":\"" + ID + " " + ID.replace('1', '2') + "\"}";
        assertThat(this.server.json("POST", "/notices/seen", posts).getStatus()).isEqualTo(204);
        verify(this.service).seen(ANNA, new WikiId("xwiki"), Set.of(UUID.fromString(ID),
            UUID.fromString(ID.replace('1', '2'))));
        assertThat(this.server.json("POST", "/notices/seen", "{\"posts\":\"none\"}").getStatus()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoNoticeOfOnesOwn() throws Exception
    {
        doThrow(CopException.notFound()).when(this.service).read(ANNA, new WikiId("xwiki"), 8);

        assertThat(this.server.json("POST", "/notices/8/reading", "{}").getStatus()).isEqualTo(404);
        assertThat(this.server.json("POST", "/notices/x/reading", "{}").getStatus()).isEqualTo(404);
        assertThat(this.server.json("POST", "/notices/reading", "{}").getStatus()).isEqualTo(400);
        assertThat(this.server.json("POST", "/notices/reading", "{\"last\":\"all\"}").getStatus()).isEqualTo(404);
        verify(this.service, never()).readAll(any(), any(), anyLong());
    }

    @Test
    void choosesMail() throws Exception
    {
        Response response = this.server.json("POST", "/notices/mail", "{\"mail\":\"none\"}");

        verify(this.service).setMailFrequency(ANNA, new WikiId("xwiki"), MailFrequency.NONE);
        assertThat(RestServer.body(response)).hasToString("{\"mail\":\"daily\"}");
        assertThat(this.server.json("POST", "/notices/mail", "{\"mail\":\"hourly\"}").getStatus()).isEqualTo(400);
        assertThat(this.server.json("POST", "/notices/mail", "{}").getStatus()).isEqualTo(400);
    }

    @Test
    void listsWhatIsWatched() throws Exception
    {
        assertThat(RestServer.body(this.server.get("/watched", "application/json"))).hasToString("{\"items\":[{\"type\":"
            + "\"tag\",\"target\":\"care\",\"title\":\"care\",\"url\":null},{\"type\":\"question\",\"target\":\"" + ID
            + "\",\"title\":\"Why?\",\"url\":\"http://wiki/bin/view/xwiki:Why.WebHome\"}],\"next\":null}");
    }

    @Test
    void watches() throws Exception
    {
        WatchTarget question = QuestionWatch.of(new WikiId("xwiki"), PostId.parse(ID));
        when(this.watching.target(new WikiId("xwiki"), "question", ID)).thenReturn(question);
        Response response = this.server.json("POST", "/watched",
            "{\"type\":\"question\",\"target\":\"" + ID + "\",\"watching\":true}");

        verify(this.watching).watch(ANNA, question, true);
        assertThat(RestServer.body(response))
            .hasToString("{\"type\":\"question\",\"target\":\"" + ID + "\",\"watching\":true}");
    }

    @Test
    void stopsWatching() throws Exception
    {
        when(this.watching.target(new WikiId("xwiki"), "tag", "Loop care")).thenReturn(TagWatch.of(new WikiId("xwiki"),
            "loop-care"));
        this.server.json("POST", "/watched", "{\"type\":\"tag\",\"target\":\"Loop care\",\"watching\":false}");

        verify(this.watching).watch(ANNA, TagWatch.of(new WikiId("xwiki"), "loop-care"), false);
    }

    @Test
    void refusesToWatchNonsense() throws Exception
    {
        when(this.watching.target(new WikiId("xwiki"), "person", "x")).thenThrow(CopException.invalid("type",
            "cop.error.missing"));
        when(this.watching.target(new WikiId("xwiki"), "community", "x")).thenThrow(CopException.notFound());

        assertThat(this.server.json("POST", "/watched", "{\"type\":\"person\",\"target\":\"x\",\"watching\":true}")
            .getStatus()).isEqualTo(400);
        assertThat(this.server.json("POST", "/watched", "{\"type\":\"community\",\"target\":\"x\",\"watching\":true}")
            .getStatus()).isEqualTo(404);
        assertThat(this.server.json("POST", "/watched", "{\"type\":\"tag\",\"target\":\"x\"}").getStatus())
            .as("a missing flag decides nothing").isEqualTo(400);
        verify(this.watching, never()).watch(any(), any(), any(Boolean.class));
    }

    @Test
    void asksGuestsToSignIn() throws Exception
    {
        People people = this.components.getInstance(People.class);
        when(people.current()).thenReturn(UserId.GUEST);

        assertThat(this.server.json("POST", "/watched", "{\"type\":\"tag\",\"target\":\"x\",\"watching\":true}")
            .getStatus()).isEqualTo(401);
        assertThat(this.server.json("POST", "/notices/7/reading", "{}").getStatus()).isEqualTo(401);
        assertThat(this.server.json("POST", "/notices/mail", "{\"mail\":\"none\"}").getStatus()).isEqualTo(401);
        assertThat(this.server.get("/notices/mail", "application/json").getStatus()).isEqualTo(401);
        verify(this.watching, never()).watch(any(), any(), any(Boolean.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999", "ten", "1.5"})
    void refusesALimitThatIsNoNumber(String limit) throws Exception
    {
        Response response = this.server.get("/notices?limit=" + limit, "application/json");

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.readEntity(String.class)).contains("\"limit\":\"say cop.error.limit\"");
    }
}
