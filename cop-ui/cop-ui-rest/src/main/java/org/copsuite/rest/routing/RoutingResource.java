/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.routing;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.macro.routing.RoutingFragments;
import org.copsuite.question.PostId;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.Writes;
import org.copsuite.routing.RoutingService;
import org.copsuite.spi.Message;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** The people who are asked to answer a question. */
@Component
@Named("org.copsuite.rest.routing.RoutingResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class RoutingResource extends AbstractResource
{
    @Inject
    private Provider<RoutingService> service;

    @Inject
    private RoutingFragments fragments;

    /** Returns who was asked, and why the reader was. */
    @GET
    @Path("questions/{id}/asked")
    public Response asked(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        return asked(request, PostId.parse(id));
    }

    private Response asked(ContainerRequestContext request, PostId question) throws CopException
    {
        return answer(request, () -> this.fragments.asked(question),
            () -> AskedJson.of(this.service.get().asked(actor(), question), this::words));
    }

    private String words(Message message)
    {
        return printer().text(message.key(), message.arguments().stream()
            .map(argument -> argument instanceof Message inner ? words(inner) : argument).toArray());
    }

    /** Asks a person by name. */
    @POST
    @Path("questions/{id}/asked")
    @Writes
    public Response ask(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        PostId question = PostId.parse(id);
        this.service.get().checkAsk(actor(), question);
        this.service.get().ask(actor(), question, person(Input.of(request), wiki, "person"));
        return asked(request, question);
    }

    /** Declines a question that one was asked. */
    @DELETE
    @Path("questions/{id}/asked")
    @Writes
    public Response decline(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        PostId question = PostId.parse(id);
        this.service.get().decline(actor(), question);
        return asked(request, question);
    }
}
