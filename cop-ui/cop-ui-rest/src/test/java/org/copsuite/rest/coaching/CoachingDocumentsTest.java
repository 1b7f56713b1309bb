/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.coaching;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.coaching.CoachingService;
import org.copsuite.coaching.CoachingService.Coaching;
import org.copsuite.coaching.CoachingService.Figures;
import org.copsuite.coaching.CoachingService.Group;
import org.copsuite.coaching.CoachingService.HeldComment;
import org.copsuite.coaching.CoachingService.HeldQuestion;
import org.copsuite.coaching.CoachingService.HeldQuestions;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.coaching.CoachingFragments;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.question.QuestionService.Post;
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
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** The documents about first questions that are not published, and the order of refusals. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, CoachingResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class CoachingDocumentsTest
{
    private static final UUID ID = new UUID(5, 5);

    private static final String PATH = "/first-questions/" + ID;

    private static final String COACHING = "/communities/" + Samples.COMMUNITY + "/coaching";

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private CoachingService service;

    @MockComponent
    private CommunityService communities;

    @MockComponent
    private CoachingFragments fragments;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, Samples.ANNA.id());
        when(this.service.get(any(), any(), any())).thenReturn(held(true));
        when(this.service.list(any(), any())).thenReturn(new HeldQuestions(List.of(held(true)), List.of(held(false))));
        when(this.service.publish(any(), any(), any(), any()))
            .thenReturn(new Post(Samples.QUESTION, Samples.QUESTION, Samples.PAGE, "1.1"));
        when(this.service.of(any(), any()))
            .thenReturn(new Coaching(true, true, true, true, 1, new Figures(new Group(6, 4, 2), null)));
        community(Role.MEMBER);
        this.server = new RestServer(this.components);
    }

    private void community(Role mine) throws CopException
    {
        when(this.communities.get(any(), any(), any())).thenReturn(new CommunityView(new CommunityId(Samples.COMMUNITY),
            Samples.PAGE, Samples.PAGE.space(), "Care", "", List.of(), Visibility.OPEN, Joining.OPEN, 1, 1, 1, Samples.THEN,
            Samples.THEN, "1.1", mine, false, Set.of(), null, false));
    }

    private static HeldQuestion held(boolean own)
    {
        return new HeldQuestion(ID, Samples.QUESTION.value(),
            own ? new CommunityLocation(new CommunityId(Samples.COMMUNITY), "Care", Samples.PAGE) : null, Samples.ANNA,
            "Why \"so\"?", "Because <b>", List.of("care"), own ? Samples.PAGE : null, Samples.THEN, "3", true, false, own,
            List.of(new HeldComment(new UUID(7, 7), Samples.OTTO, Samples.LATER, "Say more.")));
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    @Test
    void documents() throws Exception
    {
        RestServer.assertDocument(this.server.get("/first-questions", "application/json"), CoachingDocumentsTest.class, "list");
        for (var response : List.of(this.server.get(PATH, "application/json"),
            this.server.json("POST", PATH, "{\"title\":\"Why is it so?\",\"body\":\"Because\",\"version\":\"3\"}"),
            this.server.json("POST", PATH + "/comments", "{\"text\":\"Say more.\"}"))) {
            RestServer.assertDocument(response, CoachingDocumentsTest.class, "held");
        }
        var published = this.server.json("POST", PATH + "/publication", "{\"version\":\"3\"}");
        assertThat(published.getStatus()).isEqualTo(201);
        RestServer.assertDocument(published, CoachingDocumentsTest.class, "published");
        assertThat(this.server.delete(PATH).getStatus()).isEqualTo(204);
        RestServer.assertDocument(this.server.get(COACHING, "application/json"), CoachingDocumentsTest.class, "coaching");
        RestServer.assertDocument(this.server.json("POST", COACHING, "{\"on\":true}"), CoachingDocumentsTest.class, "coaching");
    }

    @Test
    void whoSeesNothingIsToldSoBeforeTheFormIsRead() throws Exception
    {
        when(this.service.get(any(), any(), any())).thenThrow(CopException.notFound());
        when(this.communities.get(any(), any(), any())).thenThrow(CopException.notFound());
        for (String path : List.of(PATH, PATH + "/comments", COACHING, "/first-questions/no-id")) {
            assertThat(this.server.json("POST", path, "{}").getStatus()).as(path).isEqualTo(404);
        }
        verify(this.service, never()).edit(any(), any(), any(), any());
        verify(this.service, never()).comment(any(), any(), any(), any(), any());
    }

    @Test
    void aCoachEditsNothingAndOnlyMembersVolunteer() throws Exception
    {
        when(this.service.get(any(), any(), any())).thenReturn(held(false));
        assertThat(this.server.json("POST", PATH, "{}").getStatus()).isEqualTo(403);
        community(null);
        assertThat(this.server.json("POST", COACHING, "{}").getStatus()).isEqualTo(403);
        community(Role.MEMBER);
        assertThat(this.server.json("POST", COACHING, "{}").getStatus()).isEqualTo(400);
        verify(this.service, never()).edit(any(), any(), any(), any());
        verify(this.service, never()).volunteer(any(), any(), any(), anyBoolean());
    }
}
