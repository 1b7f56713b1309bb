/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.gap.GapService.HeldTopic;
import org.copsuite.handover.HandoverService;
import org.copsuite.handover.HandoverService.Checklist;
import org.copsuite.handover.HandoverService.Handover;
import org.copsuite.handover.HandoverService.Kind;
import org.copsuite.handover.HandoverService.Plan;
import org.copsuite.handover.HandoverService.Thing;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.handover.HandoverFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.milestone.MilestoneService.Assignment;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.Samples;
import org.copsuite.rest.WriteFilter;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
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

/** What a form and a program send to make a checklist, and what they get. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, HandoverResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class HandoverResourceTest
{
    private static final String PATH = "/communities/" + Samples.COMMUNITY + "/handover";

    private static final String PERSON = "imported:elsewhere/1";

    private static final UserId CLEO = new UserId("xwiki:XWiki.cleo");

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private HandoverService service;

    @MockComponent
    private HandoverFragments fragments;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, Samples.ANNA.id());
        when(this.service.plan(any(), any(), any())).thenReturn(Samples.PAGE);
        when(this.service.get(any(), any(), any(), any())).thenReturn(new Handover(new CommunityId(Samples.COMMUNITY),
            Samples.ANNA, List.of(new HeldTopic("rye", 4, 3, true, null)),
            List.of(new Thing(Kind.PAGE, "Why?", Samples.PAGE, "rye", Samples.OTTO, true)),
            List.of(new Checklist(new UUID(8, 8), Samples.PAGE, "Handover", 1, 2, LocalDate.of(2031, 2, 1), State.PLANNED),
                new Checklist(new UUID(8, 9), Samples.PAGE, "Before", 2, 2, null, State.REACHED)),
            List.of(), true, false, false));
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private Plan plan(String body) throws Exception
    {
        Response response = this.server.json("POST", PATH + "/checklists", body);
        assertThat(response.getStatus()).as(response.readEntity(String.class)).isEqualTo(201);
        ArgumentCaptor<Plan> plan = ArgumentCaptor.forClass(Plan.class);
        verify(this.service).plan(any(), any(), plan.capture());
        return plan.getValue();
    }

    @Test
    void answersWithTheChecklists() throws Exception
    {
        assertThat(RestServer.body(this.server.get(PATH, "application/json")).path("checklists").path(0).path("next").asText())
            .isEqualTo("2031-02-01");
        assertThat(this.server.json("POST", PATH + "/requests", "{}").getStatus()).isEqualTo(200);
        verify(this.service).ask(any(), any(), any());
    }

    @Test
    void aFormSendsRowsOfWhichSomeCount() throws Exception
    {
        Plan plan = plan("{\"person\":\"" + PERSON + "\",\"title\":\"T\",\"due\":\"2031-03-31\",\"owner\":\"\","
            + "\"items\":[\"One\",\"Two\",\"Three\"],\"owners\":[\"" + CLEO + "\",\"\",\"\"],"
            + "\"dates\":[\"2031-02-01\",\"\",\"soon\"],\"included\":[\"\",\"0\",\"2\",\"99\",\"x\"],\"more\":\"Four\\n\\n Five \"}");
        assertThat(plan.person()).isEqualTo(new UserId(PERSON));
        assertThat(plan.owner()).isNull();
        assertThat(plan.items()).containsExactly(new Assignment("One", CLEO, "2031-02-01"),
            new Assignment("Three", null, "soon"), new Assignment("Four", null, ""), new Assignment("Five", null, ""));
    }

    @Test
    void aProgramSendsWhatItHas() throws Exception
    {
        Plan plan = plan("{\"title\":\"T\",\"due\":\"2031-03-31\",\"items\":[\"One\",\"\",\"Two\"],\"owners\":[\"" + CLEO + "\"]}");
        assertThat(plan.person()).as("oneself").isEqualTo(Samples.ANNA.id());
        assertThat(plan.items()).containsExactly(new Assignment("One", CLEO, ""), new Assignment("Two", null, ""));
    }

    @Test
    void whereNothingIsChosenNothingCounts() throws Exception
    {
        assertThat(plan("{\"title\":\"T\",\"due\":\"2031-03-31\",\"items\":[\"One\"],\"included\":\"\"}").items()).isEmpty();
    }

    @Test
    void whoMayNotViewTheCommunityIsToldSoBeforeTheFormIsRead() throws Exception
    {
        doThrow(CopException.notFound()).when(this.components.<CommunityPermissions>getInstance(CommunityPermissions.class))
            .check(any(), any(), any(), any());
        assertThat(this.server.json("POST", PATH + "/checklists", "{\"id\":\"wrong\"}").getStatus()).isEqualTo(404);
        verify(this.service, never()).plan(any(), any(), any());
    }
}
