/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.expertise;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;

import java.util.List;

import javax.ws.rs.core.Response;

import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Activity;
import org.copsuite.expertise.ExpertiseService.Declared;
import org.copsuite.expertise.ExpertiseService.EvidencePage;
import org.copsuite.expertise.ExpertiseService.Expert;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.Offer;
import org.copsuite.expertise.ExpertiseService.Reason;
import org.copsuite.expertise.ExpertiseService.Topic;
import org.copsuite.expertise.ExpertiseService.Trend;
import org.copsuite.macro.expertise.ExpertiseFragments;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.search.SearchFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.Samples;
import org.copsuite.rest.WriteFilter;
import org.copsuite.spi.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** The documents about experts and topics that clients rely on. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, ExpertiseResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class ExpertiseDocumentsTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private ExpertiseService service;

    @MockComponent
    private ExpertiseFragments fragments;

    @MockComponent
    private SearchFragments search;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, Samples.ANNA.id());
        when(this.service.find(any(), any(), any(), any(), anyInt())).thenReturn(List.of(new Expert(Samples.ANNA, 0.5,
            List.of(
            new Reason("declared", "care", Level.ADVANCED, 0, 0, null, null, null,
                Message.of("cop.experts.why.declared")),
            new Reason(Reason.ANSWERED_SIMILAR, "", null, 2, 1, Samples.QUESTION, "Why?", Samples.PAGE,
                Message.of("cop.experts.why.similar"))))));
        when(this.service.topics(any(), any(), any())).thenReturn(List.of(
            new Topic("care", 2, 1,
            new Declared(Level.EXPERT, "Ask me.", List.of(Offer.ANSWERS, Offer.TALKS), List.of(
                new EvidencePage(Samples.PAGE, "Why?")), Samples.THEN, 7),
            new Activity(4, List.of(), List.of(new EvidencePage(Samples.PAGE, "Why?")), 3, Trend.GREW)), new Topic("why", 1, 0, null)));
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private void check(Response response, String document) throws Exception
    {
        RestServer.assertDocument(response, ExpertiseDocumentsTest.class, document);
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
