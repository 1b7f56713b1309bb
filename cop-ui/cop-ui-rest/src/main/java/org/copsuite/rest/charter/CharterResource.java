/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.charter;

import java.util.UUID;

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
import org.copsuite.charter.CharterService;
import org.copsuite.charter.CharterService.Charter;
import org.copsuite.charter.CharterService.ObjectiveDraft;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.charter.CharterFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** The charter of a community: guidelines and objectives. */
@Component
@Named("org.copsuite.rest.charter.CharterResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class CharterResource extends AbstractResource
{
    @Inject
    private Provider<CharterService> service;

    @Inject
    private Provider<CommunityService> communities;

    @Inject
    private CharterFragments fragments;

    /** Returns the charter. */
    @GET
    @Path("communities/{id}/charter")
    public Response get(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        CommunityId community = CommunityId.parse(id);
        return answer(request,
            this.service.get().get(actor(), this.communities.get().get(actor(), wiki, community)));
    }

    /** Writes the guidelines. */
    @POST
    @Path("communities/{id}/charter")
    @Writes
    public Response write(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        CommunityId community = CommunityId.parse(id);
        String guidelines = read(() -> wikiText(input, "guidelines"), () -> runs(wiki, community));
        return answer(request,
            this.service.get().write(actor(), wiki, community, guidelines, input.text("version")));
    }

    /** Adds an objective; with the id and the version of one, changes it. */
    @POST
    @Path("communities/{id}/charter/objectives")
    @Writes
    public Response put(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        CommunityId community = CommunityId.parse(id);
        UUID objective = read(() -> input.newId("id"), () -> runs(wiki, community));
        return answer(request, this.service.get().put(actor(), wiki, community,
            new ObjectiveDraft(objective, input.text("title"), input.text("measure"), input.text("start"),
                input.text("target"), input.text("now"), input.text("due"), input.text("version"))));
    }

    /** Removes an objective. */
    @DELETE
    @Path("communities/{id}/charter/objectives/{objective}")
    @Writes
    public Response remove(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id, @PathParam("objective") String objective) throws CopException
    {
        return answer(request,
            this.service.get().remove(actor(), wiki, CommunityId.parse(id), id(objective)));
    }

    private void runs(WikiId wiki, CommunityId community) throws CopException
    {
        require(this.communities.get().get(actor(), wiki, community).mayRun());
    }

    private Response answer(ContainerRequestContext request, Charter charter) throws CopException
    {
        return answer(request, () -> this.fragments.print(charter), () -> CharterJson.of(charter));
    }
}
