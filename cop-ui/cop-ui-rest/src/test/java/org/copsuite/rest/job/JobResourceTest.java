/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.UUID;

import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.job.Job;
import org.copsuite.job.JobState;
import org.copsuite.job.Jobs;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.job.JobFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.Samples;
import org.copsuite.rest.WriteFilter;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** Jobs over HTTP. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, JobResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class JobResourceTest
{
    private static final UUID ID = new UUID(3, 3);

    private static final String JOB = "/jobs/" + ID;

    private static final String JSON = "application/json";

    private static final String BOX = "<section></section>";

    private static final UserId ANNA = Samples.ANNA.id();

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private Jobs jobs;

    @MockComponent
    private JobFragments fragments;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, ANNA);
        when(this.fragments.box(ID)).thenReturn(new Html(BOX));
        when(this.fragments.all()).thenReturn(new Html("<div></div>"));
        when(this.jobs.get(ANNA, new WikiId("xwiki"), ID)).thenReturn(job(JobState.RUNNING, null));
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private static Job job(JobState state, CopException.Message problem)
    {
        return new Job(ID, "rebuild", state, "question", 3, 7L, problem == null ? 0 : 2, problem, ANNA, Samples.THEN,
            Samples.LATER);
    }

    private void check(Response response, String document) throws Exception
    {
        RestServer.assertDocument(response, JobResourceTest.class, document);
    }

    @Test
    void listsJobs() throws Exception
    {
        when(this.jobs.list(ANNA, new WikiId("xwiki"))).thenReturn(List.of(job(JobState.RUNNING, null),
            new Job(new UUID(4, 4), "recount", JobState.FAILED, "", 0, null, 10, new CopException.Message("cop.no",
                "x"),
                null, Samples.THEN, Samples.LATER)));
        check(this.server.get("/jobs", JSON), "jobs");
        assertThat(this.server.get("/jobs", "text/html").readEntity(String.class)).isEqualTo("<div></div>");
    }

    @Test
    void tellsHowFarAJobIs() throws Exception
    {
        check(this.server.get(JOB, JSON), "job");
        assertThat(this.server.get(JOB, "text/html").readEntity(String.class)).isEqualTo(BOX);
    }

    @Test
    void answersForAJobThatOneMayNotViewAsForNone() throws Exception
    {
        doThrow(CopException.notFound()).when(this.jobs).get(any(), any(), any());
        doThrow(CopException.notFound()).when(this.jobs).cancel(any(), any(), any());
        assertThat(this.server.get(JOB, JSON).getStatus()).isEqualTo(404);
        assertThat(this.server.get("/jobs/malformed", JSON).getStatus()).isEqualTo(404);
        assertThat(this.server.json("POST", JOB, "{\"act\":\"cancel\"}").getStatus()).isEqualTo(404);
        assertThat(this.server.json("POST", JOB, "{\"act\":\"other\"}").getStatus()).isEqualTo(404);
        assertThat(this.server.json("POST", JOB, "{}").getStatus()).isEqualTo(404);
    }

    @Test
    void startsAJob() throws Exception
    {
        when(this.jobs.start(ANNA, new WikiId("xwiki"), "rebuild", "")).thenReturn(job(JobState.QUEUED, null));
        Response response = this.server.json("POST", "/jobs", "{\"type\":\"rebuild\"}");
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getHeaderString("Location")).endsWith(JOB);
        assertThat(RestServer.body(response).get("state").asText()).isEqualTo("queued");
        assertThat(this.server.html("POST", "/jobs", "type=rebuild&act=start").readEntity(String.class)).isEqualTo(BOX);
        doThrow(CopException.notFound()).when(this.jobs).start(any(), any(), eq("other"), any());
        assertThat(this.server.json("POST", "/jobs", "{\"type\":\"other\"}").getStatus()).isEqualTo(404);
    }

    @Test
    void cancelsAndResumesAJob() throws Exception
    {
        check(this.server.json("POST", JOB, "{\"act\":\"cancel\"}"), "job");
        verify(this.jobs).cancel(ANNA, new WikiId("xwiki"), ID);
        assertThat(this.server.html("POST", JOB, "act=resume").readEntity(String.class)).isEqualTo(BOX);
        verify(this.jobs).resume(ANNA, new WikiId("xwiki"), ID);
        assertThat(this.server.json("POST", JOB, "{\"act\":\"other\"}").getStatus()).isEqualTo(400);
    }

    @Test
    void writesNothingWithoutTheToken() throws Exception
    {
        assertThat(this.server.form("POST", JOB, "act=cancel&form_token=wrong").getStatus()).isEqualTo(403);
        assertThat(this.server.form("POST", "/jobs", "type=rebuild&form_token=wrong").getStatus()).isEqualTo(403);
        verify(this.jobs, never()).cancel(any(), any(), any());
        verify(this.jobs, never()).start(any(), any(), any(), any());
    }

    @Test
    void worksWhereTheSuiteIsOff() throws Exception
    {
        doThrow(new CopException(CopException.Kind.FORBIDDEN, "cop.suite.off"))
            .when(this.components.<Suite>getInstance(Suite.class)).check(new WikiId("xwiki"));
        assertThat(this.server.get(JOB, JSON).getStatus()).isEqualTo(200);
        assertThat(this.server.get("/jobs", JSON).getStatus()).isEqualTo(200);
    }
}
