/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import java.util.List;

import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.question.NeedFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.question.NeedService;
import org.copsuite.question.NeedService.Need;
import org.copsuite.question.PostId;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** The document about who has a question, too, and refusals. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, NeedResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class NeedDocumentsTest
{
    private static final String PATH = "/questions/" + Samples.QUESTION + "/need";

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private NeedService service;

    @MockComponent
    private NeedFragments fragments;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, Samples.ANNA.id());
        when(this.service.of(any(), any(PostId.class)))
            .thenReturn(new Need(Samples.QUESTION, 12, true, false, true, List.of(Samples.ANNA)));
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private static void check(Response response) throws Exception
    {
        RestServer.assertDocument(response, NeedDocumentsTest.class, "need");
    }

    @Test
    void whoHasItIsReadAndWritten() throws Exception
    {
        check(this.server.get(PATH, "application/json"));
        check(this.server.json("PUT", PATH, "{}"));
        verify(this.service).set(Samples.ANNA.id(), Samples.QUESTION, true);
        check(this.server.delete(PATH));
        verify(this.service).set(Samples.ANNA.id(), Samples.QUESTION, false);
    }

    @Test
    void refusalsAreAnswers() throws Exception
    {
        doThrow(CopException.notFound()).when(this.service).set(any(), any(), anyBoolean());
        assertThat(this.server.json("PUT", PATH, "{}").getStatus()).isEqualTo(404);
        doThrow(CopException.forbidden()).when(this.service).set(any(), any(), anyBoolean());
        assertThat(this.server.json("PUT", PATH, "{}").getStatus()).isEqualTo(403);
        assertThat(this.server.get("/questions/no-id/need", "application/json").getStatus()).isEqualTo(404);
        assertThat(this.server.json("PUT", "/questions/no-id/need", "{}").getStatus()).isEqualTo(404);
    }
}
