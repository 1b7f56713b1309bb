/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.ws.rs.core.Response;

import org.copsuite.Slice;
import org.copsuite.macro.administration.AdministrationFragments;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.recognition.RecognitionFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.recognition.RecognitionService.Contributions;
import org.copsuite.recognition.RecognitionService.Recent;
import org.copsuite.recognition.RecognitionService.Standing;
import org.copsuite.recognition.RecognitionService.ThanksView;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.Samples;
import org.copsuite.rest.WriteFilter;
import org.copsuite.wiki.People;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** The documents about thanks and contributions that clients rely on. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, RecognitionResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class RecognitionDocumentsTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private RecognitionService service;

    @MockComponent
    private RecognitionFragments fragments;

    @MockComponent
    private AdministrationFragments administration;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, Samples.ANNA.id());
        when(this.service.thanks(any(), any(), any(), any(), any(), anyInt())).thenReturn(new Slice<>(List.of(
            new ThanksView(new UUID(5, 1), Samples.ANNA, Samples.OTTO, "Thank you!", Samples.LATER,
                Optional.of(Samples.summary())),
            new ThanksView(new UUID(5, 2), Samples.OTTO, Samples.ANNA, "Too.", Samples.THEN, Optional.empty())), "c3"));
        when(this.service.leaderboard(any(), any(), any(), any(), anyInt())).thenReturn(
            List.of(new Standing(Samples.ANNA, 25, 2, 1, 3)));
        when(this.service.isOn(new WikiId("xwiki"))).thenReturn(true);
        when(this.components.<People>getInstance(People.class).find(Samples.OTTO.id())).thenReturn(Optional.of(Samples.OTTO));
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private void check(Response response, String document) throws Exception
    {
        RestServer.assertDocument(response, RecognitionDocumentsTest.class, document);
    }

    @Test
    void thanks() throws Exception
    {
        check(this.server.get("/thanks", "application/json"), "thanks");
    }

    @Test
    void thanked() throws Exception
    {
        String id = new UUID(5, 3).toString();
        Response response = this.server.json("POST", "/thanks", "{\"id\":\"" + id + "\",\"to\":\"xwiki:XWiki.otto\"}");

        assertThat(response.getStatus()).isEqualTo(201);
        check(response, "thanked");
    }

    @Test
    void leaderboard() throws Exception
    {
        check(this.server.get("/leaderboard", "application/json"), "leaderboard");
    }

    @Test
    void contributions() throws Exception
    {
        when(this.service.contributions(any(), any())).thenReturn(new Contributions(Samples.ANNA, 25, 10, 1, 2, 1, 4,
            0, 3, 2,
            List.of(new Recent("answered", Samples.LATER, "Why?", Samples.PAGE, 10),
                new Recent("thanked", Samples.THEN, "Otto", null, 0)), true));
        check(this.server.get("/contributions", "application/json"), "contributions");
        when(this.service.contributions(any(), any())).thenReturn(new Contributions(Samples.ANNA, null, null, 0, 0, 0,
            0, 0, 0, 0,
            List.of(), false));
        check(this.server.get("/contributions", "application/json"), "no-contributions");
    }

    @Test
    void recognition() throws Exception
    {
        check(this.server.get("/recognition", "application/json"), "recognition");
        check(this.server.json("POST", "/recognition", "{\"on\":true}"), "recognition");
    }
}
