/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.feedback;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.feedback.PulseService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.feedback.PulseFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** The pulse survey of a community. */
@Component
@Named("org.copsuite.rest.feedback.PulseResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class PulseResource extends AbstractResource
{
    @Inject
    private Provider<PulseService> service;

    @Inject
    private PulseFragments fragments;

    /** Reads the survey of a community. */
    @GET
    @Path("pulse")
    public Response get(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("community") String community) throws CopException
    {
        CommunityId inside = community(community);
        if (inside == null) {
            throw CopException.invalid("community", "cop.error.missing");
        }
        return answer(request, wiki, inside);
    }

    private Response answer(ContainerRequestContext request, WikiId wiki, CommunityId community) throws CopException
    {
        return answer(request, () -> this.fragments.pulse(community),
            () -> PulseJson.of(this.service.get().get(actor(), wiki, community)));
    }

    /** Answers a round. */
    @POST
    @Path("pulse/{id}/answers")
    @Writes
    public Response answer(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        List<Integer> values = IntStream.rangeClosed(1, PulseService.STATEMENTS)
            .mapToObj(number -> value(input.text("value" + number))).toList();
        UUID round = id(id);
        this.service.get().answer(actor(), wiki, round, values, input.text("line"));
        return answer(request, wiki, this.service.get().community(wiki, round));
    }

    /** Returns 0, which is no answer, for everything that is no number of one digit. */
    private static int value(String text)
    {
        return text.strip().matches("[0-9]") ? Integer.parseInt(text.strip()) : 0;
    }

    /** Closes a round before its last day. */
    @POST
    @Path("pulse/{id}/closing")
    @Writes
    public Response close(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        UUID round = id(id);
        this.service.get().close(actor(), wiki, round);
        return answer(request, wiki, this.service.get().community(wiki, round));
    }
}
