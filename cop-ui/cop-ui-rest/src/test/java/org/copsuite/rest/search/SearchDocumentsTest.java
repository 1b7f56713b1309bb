/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.search;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;

import java.util.List;

import javax.ws.rs.core.Response;

import org.copsuite.Slice;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Expert;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.Reason;
import org.copsuite.expertise.ExpertiseService.Topic;
import org.copsuite.macro.expertise.ExpertiseFragments;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.search.SearchFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.TagCount;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.Samples;
import org.copsuite.rest.WriteFilter;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.search.SearchService.Reading;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** The documents about hits, experts and topics that clients rely on. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, SearchResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class SearchDocumentsTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private SearchService service;

    @MockComponent
    private ExpertiseService expertise;

    @MockComponent
    private QuestionQueries queries;

    @MockComponent
    private SearchFragments fragments;

    @MockComponent
    private ExpertiseFragments experts;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, Samples.ANNA.id());
        Hit hit = new Hit(Samples.summary(), new Html("Because <mark>so</mark>"));
        when(this.service.search(any(), any())).thenReturn(new Slice<>(List.of(hit), "c2"));
        when(this.service.reading(any())).thenReturn(new Reading(List.of("wound"), "so"));
        when(this.service.related(any(), any(), anyInt())).thenReturn(List.of(hit));
        when(this.queries.tags(any(), any(), any(), any(), anyInt())).thenReturn(List.of(new TagCount("care", 3)));
        when(this.components.<People>getInstance(People.class).startingWith("xwiki", "a", 8)).thenReturn(
            List.of(Samples.ANNA, Samples.OTTO));
        when(this.expertise.find(any(), any(), any(), any(), anyInt())).thenReturn(List.of(new Expert(Samples.ANNA, 0.5, List.of(
            new Reason(Reason.Kind.DECLARED, "care", Level.ADVANCED, 0, 0, null, null, null),
            new Reason(Reason.Kind.ANSWERED_SIMILAR, "", null, 2, 1, Samples.QUESTION, "Why?", Samples.PAGE)))));
        when(this.expertise.topics(any(), any(), any())).thenReturn(List.of(
            new Topic("care", Level.EXPERT, "Ask me.", 2, 1, Samples.THEN), new Topic("why", null, "", 1, 0, null)));
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private void check(Response response, String document) throws Exception
    {
        RestServer.assertDocument(response, SearchDocumentsTest.class, document);
    }

    @Test
    void hits() throws Exception
    {
        check(this.server.get("/search?q=so+-wound", "application/json"), "hits");
        check(this.server.get("/related?title=so", "application/json"), "related");
    }

    @Test
    void tags() throws Exception
    {
        check(this.server.get("/tags", "application/json"), "tags");
    }

    @Test
    void people() throws Exception
    {
        check(this.server.get("/people?prefix=a", "application/json"), "people");
    }

    @Test
    void experts() throws Exception
    {
        check(this.server.get("/experts?topic=care", "application/json"), "experts");
    }

    @Test
    void topics() throws Exception
    {
        check(this.server.get("/topics", "application/json"), "topics");
        check(this.server.json("POST", "/topics", "{\"topic\":\"care\"}"), "topics");
    }
}
