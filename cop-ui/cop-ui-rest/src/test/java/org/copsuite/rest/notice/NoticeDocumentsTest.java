/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.notice;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.ws.rs.core.Response;

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
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionWatch;
import org.copsuite.question.TagWatch;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.Samples;
import org.copsuite.rest.WriteFilter;
import org.copsuite.spi.WatchableType.Watchable;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** The documents about notices and watched targets that clients rely on. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, NoticeResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class NoticeDocumentsTest
{
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
        RestServer.ports(this.components, Samples.ANNA.id());
        when(this.components.<Links>getInstance(Links.class).action(any(), any(),
            any())).thenReturn("/bin/view/why?cop-show=1");
        when(this.service.list(any(), any(), any(), anyInt())).thenReturn(new Slice<>(List.of(
            new NoticeView(7, "ANSWER", Samples.OTTO, "Why?", Samples.PAGE, "cop-post-" + new UUID(1, 3),
                Samples.LATER, false),
            new NoticeView(6, "THANKS", Samples.ANNA, "Anna", Samples.PAGE, "", Samples.THEN, true)), "c6"));
        when(this.service.unread(any(), any())).thenReturn(3);
        when(this.service.mailFrequency(any(), any())).thenReturn(MailFrequency.DAILY);
        when(this.watching.watched(any(), any(), any(), anyInt())).thenReturn(new Slice<>(List.of(
            new Item(TagWatch.of(new WikiId("xwiki"), "care"), new Watchable("care", Samples.PAGE,
                Map.of("cop-tag", "care"))),
            new Item(QuestionWatch.of(new WikiId("xwiki"), new PostId(new UUID(1, 1))), new Watchable("Why?",
                Samples.PAGE))), null));
        when(this.watching.target(new WikiId("xwiki"), "tag", "care")).thenReturn(TagWatch.of(new WikiId("xwiki"),
            "care"));
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private void check(Response response, String document) throws Exception
    {
        RestServer.assertDocument(response, NoticeDocumentsTest.class, document);
    }

    @Test
    void notices() throws Exception
    {
        check(this.server.get("/notices", "application/json"), "notices");
        check(this.server.json("POST", "/notices/7/reading", "{}"), "notices");
    }

    @Test
    void mail() throws Exception
    {
        check(this.server.get("/notices/mail", "application/json"), "mail");
    }

    @Test
    void watched() throws Exception
    {
        check(this.server.get("/watched", "application/json"), "watched");
        check(this.server.json("POST", "/watched", "{\"type\":\"tag\",\"target\":\"care\",\"watching\":true}"), "watching");
    }
}
