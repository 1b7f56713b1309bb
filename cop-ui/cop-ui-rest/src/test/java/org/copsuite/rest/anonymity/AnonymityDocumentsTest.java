/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;

import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.anonymity.AnonymityService;
import org.copsuite.anonymity.AnonymityService.Anonymity;
import org.copsuite.anonymity.AnonymityService.Own;
import org.copsuite.anonymity.AnonymityService.Reveal;
import org.copsuite.macro.anonymity.AnonymityFragments;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.question.QuestionQueries;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.Samples;
import org.copsuite.rest.WriteFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** The documents of anonymous questions, and the order of refusals. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, AnonymityResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class AnonymityDocumentsTest
{
    private static final String PATH = "/questions/" + Samples.QUESTION;

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private AnonymityService service;

    @MockComponent
    private QuestionQueries questions;

    @MockComponent
    private AnonymityFragments fragments;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, Samples.ANNA.id());
        when(this.service.of(any(), any())).thenReturn(new Anonymity(Samples.QUESTION, true, false,
            List.of(new Reveal(Samples.ANNA, "A threat.", Samples.THEN))));
        when(this.service.own(any(), any())).thenReturn(
            List.of(new Own(Samples.QUESTION, "How many?", Samples.PAGE, Samples.THEN, true)));
        when(this.service.reveal(any(), any(), any())).thenReturn(Samples.ANNA);
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private static void check(Response response, String document) throws Exception
    {
        RestServer.assertDocument(response, AnonymityDocumentsTest.class, document);
    }

    @Test
    void documents() throws Exception
    {
        check(this.server.get(PATH + "/anonymity", "application/json"), "anonymity");
        check(this.server.get("/anonymous-questions", "application/json"), "own");
        check(this.server.json("POST", PATH + "/reveals", "{\"reason\":\"A threat.\"}"), "asker");
        assertThat(this.server.json("POST", PATH + "/anonymity/seen", "{}").getStatus()).isEqualTo(204);
        assertThat(this.server.json("POST", PATH + "/unsealing", "{}").getStatus()).isEqualTo(204);
    }

    @Test
    void whoMayNotKnowIsToldSoBeforeTheFormIsRead() throws Exception
    {
        doThrow(CopException.notFound()).when(this.service).checkReveal(any(), any());
        assertThat(this.server.json("POST", PATH + "/reveals", "{}").getStatus()).isEqualTo(404);
        doThrow(CopException.forbidden()).when(this.service).checkReveal(any(), any());
        assertThat(this.server.json("POST", PATH + "/reveals", "{}").getStatus()).isEqualTo(403);
        verify(this.service, never()).reveal(any(), any(), any());
        assertThat(this.server.get("/questions/no-id/anonymity", "application/json").getStatus()).isEqualTo(404);
    }
}
