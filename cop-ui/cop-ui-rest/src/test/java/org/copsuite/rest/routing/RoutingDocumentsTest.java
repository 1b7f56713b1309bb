/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.routing;

import java.util.List;

import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.routing.RoutingFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.question.PostId;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.Samples;
import org.copsuite.rest.WriteFilter;
import org.copsuite.routing.RoutingService;
import org.copsuite.routing.RoutingService.Asked;
import org.copsuite.routing.RoutingService.AskedPerson;
import org.copsuite.routing.RoutingService.Own;
import org.copsuite.spi.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** The document about who was asked, and the order of refusals. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, RoutingResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class RoutingDocumentsTest
{
    private static final String PATH = "/questions/" + Samples.QUESTION + "/asked";

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private RoutingService service;

    @MockComponent
    private RoutingFragments fragments;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, Samples.ANNA.id());
        when(this.service.asked(any(), any(PostId.class))).thenReturn(new Asked(Samples.QUESTION,
            List.of(new AskedPerson(Samples.ANNA, true, Samples.THEN)),
            new Own(Samples.ANNA, Message.of("cop.routing.why.named", "Anna"), null, false), true, 2));
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private void check(Response response) throws Exception
    {
        RestServer.assertDocument(response, RoutingDocumentsTest.class, "asked");
    }

    @Test
    void asked() throws Exception
    {
        check(this.server.get(PATH, "application/json"));
        check(this.server.json("POST", PATH, "{\"person\":\"imported:elsewhere/1\"}"));
        check(this.server.delete(PATH));
    }

    @Test
    void whoMayNotAskIsToldSoBeforeTheFormIsRead() throws Exception
    {
        doThrow(CopException.notFound()).when(this.service).checkAsk(any(), any());
        assertThat(this.server.json("POST", PATH, "{\"person\":\"\"}").getStatus()).isEqualTo(404);
        doThrow(CopException.forbidden()).when(this.service).checkAsk(any(), any());
        assertThat(this.server.json("POST", PATH, "{}").getStatus()).isEqualTo(403);
        verify(this.service, never()).ask(any(), any(), any());
    }

    @Test
    void aPersonIsRequired() throws Exception
    {
        assertThat(this.server.json("POST", PATH, "{}").getStatus()).isEqualTo(400);
        assertThat(this.server.get("/questions/no-id/asked", "application/json").getStatus()).isEqualTo(404);
    }
}
