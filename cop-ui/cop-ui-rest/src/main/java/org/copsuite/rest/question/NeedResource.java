/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.macro.question.NeedFragments;
import org.copsuite.question.NeedService;
import org.copsuite.question.PostId;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Writes;
import org.xwiki.component.annotation.Component;

/** The people who have the same question as its asker. */
@Component
@Named("org.copsuite.rest.question.NeedResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class NeedResource extends AbstractResource
{
    private static final String NEED = "questions/{id}/need";

    @Inject
    private Provider<NeedService> service;

    @Inject
    private NeedFragments fragments;

    /** Returns how many people have the question, and who. */
    @GET
    @Path(NEED)
    public Response need(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        return need(request, PostId.parse(id));
    }

    private Response need(ContainerRequestContext request, PostId question) throws CopException
    {
        return answer(request, () -> this.fragments.need(question),
            () -> NeedJson.of(this.service.get().of(actor(), question)));
    }

    /** Says that one has the same question. */
    @PUT
    @Path(NEED)
    @Writes
    public Response add(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        return set(request, PostId.parse(id), true);
    }

    /** Takes it back. */
    @DELETE
    @Path(NEED)
    @Writes
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        return set(request, PostId.parse(id), false);
    }

    private Response set(ContainerRequestContext request, PostId question, boolean on) throws CopException
    {
        this.service.get().set(actor(), question, on);
        return need(request, question);
    }
}
