/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.job;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.job.Job;
import org.copsuite.job.Jobs;
import org.copsuite.macro.job.JobFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.ListJson;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Jobs, for whoever has the right that their type needs; others find none. Available while the suite is switched off. */
@Component
@Named("org.copsuite.rest.job.JobResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class JobResource extends AbstractResource
{
    @Inject
    private Provider<Jobs> jobs;

    @Inject
    private JobFragments fragments;

    /** Lists the newest jobs, newest first. */
    @GET
    @Path("jobs")
    public Response list(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        return answer(request, () -> this.fragments.all(), () -> new ListJson<>(
            this.jobs.get().list(actor(), wiki).stream().map(job -> JobJson.of(job, printer())).toList()));
    }

    /** Starts a job of a {@code type}, or returns the one that is under way. */
    @POST
    @Path("jobs")
    @Writes
    public Response start(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        Job job = this.jobs.get().start(actor(), wiki, input.text("type"), orEmpty(input.text("argument")));
        return choose(request, () -> html(() -> this.fragments.box(job.id())),
            () -> createdAt("/jobs/" + job.id(), () -> JobJson.of(job, printer())));
    }

    /** Returns a job. */
    @GET
    @Path("jobs/{id}")
    public Response get(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return job(request, wiki, id(id));
    }

    private Response job(ContainerRequestContext request, WikiId wiki, UUID id) throws CopException
    {
        return answer(request, () -> this.fragments.box(id),
            () -> JobJson.of(this.jobs.get().get(actor(), wiki, id), printer()));
    }

    /** Cancels ({@code act=cancel}) or resumes ({@code act=resume}) a job. */
    @POST
    @Path("jobs/{id}")
    @Writes
    public Response act(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        UUID job = id(id);
        // Whether there is such a job is decided before the form is read: its errors would tell.
        this.jobs.get().get(actor(), wiki, job);
        switch (Input.of(request).text("act")) {
            case "cancel" -> this.jobs.get().cancel(actor(), wiki, job);
            case "resume" -> this.jobs.get().resume(actor(), wiki, job);
            default -> throw CopException.invalid("act", "cop.error.choice", "cancel, resume");
        }
        return job(request, wiki, job);
    }
}
