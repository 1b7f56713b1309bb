/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.search;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;

import java.util.List;

import javax.ws.rs.core.Response;

import org.copsuite.Slice;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.search.SearchFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.question.QuestionHit;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** The documents about hits and tags that clients rely on. */
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
    private QuestionQueries queries;

    @MockComponent
    private SearchFragments fragments;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, Samples.ANNA.id());
        Hit hit = new Hit(new QuestionHit(Samples.summary()), new Html("Because <mark>so</mark>"));
        when(this.service.search(any(), any())).thenReturn(new Slice<>(List.of(hit), "c2"));
        when(this.service.reading(any())).thenReturn(new Reading(List.of("wound"), "so"));
        when(this.service.related(any(), any(), anyInt())).thenReturn(List.of(Samples.summary()));
        when(this.queries.tags(any(), any(), any(), any(), anyInt())).thenReturn(List.of(new TagCount("care", 3)));
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
}
