/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.feedback;

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
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.feedback.SuggestionService;
import org.copsuite.feedback.SuggestionService.Draft;
import org.copsuite.feedback.SuggestionService.State;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.feedback.SuggestionFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.SliceJson;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Suggestions to a community. */
@Component
@Named("org.copsuite.rest.feedback.SuggestionResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class SuggestionResource extends AbstractResource
{
    private static final String COMMUNITY = "community";

    @Inject
    private Provider<SuggestionService> service;

    @Inject
    private SuggestionFragments fragments;

    /** Lists the suggestions to a community, those with the most votes first. */
    @GET
    @Path("suggestions")
    public Response list(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("community") String community, @QueryParam("state") String state, @QueryParam("after") String after,
        @QueryParam("limit") String limit) throws CopException
    {
        CommunityId inside = community(community);
        if (inside == null) {
            throw CopException.invalid(COMMUNITY, "cop.error.missing");
        }
        State chosen = Input.choice("state", state, State.class);
        return answer(request, () -> this.fragments.list(inside, chosen, true, blankToNull(after), limit(limit)),
            () -> SliceJson.of(this.service.get().list(actor(), wiki, inside, chosen, blankToNull(after), limit(limit)),
                SuggestionJson::of));
    }

    /** Reads a suggestion. */
    @GET
    @Path("suggestions/{id}")
    public Response get(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return answer(request, wiki, id(id));
    }

    private Response answer(ContainerRequestContext request, WikiId wiki, UUID suggestion) throws CopException
    {
        return answer(request, () -> this.fragments.suggestion(suggestion),
            () -> SuggestionJson.of(this.service.get().get(actor(), wiki, suggestion)));
    }

    /** Suggests something. */
    @POST
    @Path("suggestions")
    @Writes
    public Response suggest(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        CommunityId community = CommunityId.ofNullable(input.id(COMMUNITY));
        if (community == null) {
            throw CopException.invalid(COMMUNITY, "cop.error.missing");
        }
        Draft draft =
            read(() -> new Draft(input.newId("id"), wiki, community, input.text("title"), input.text("body")),
                () -> this.service.get().checkSuggest(actor(), wiki, community));
        this.service.get().suggest(actor(), draft);
        return choose(request, () -> html(() -> this.fragments.list(community, null, true, null, LIMIT)),
            () -> createdAt("/suggestions/" + draft.id(),
                () -> SuggestionJson.of(this.service.get().get(actor(), wiki, draft.id()))));
    }

    /** Votes for a suggestion. */
    @POST
    @Path("suggestions/{id}/votes")
    @Writes
    public Response vote(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        this.service.get().vote(actor(), wiki, id(id), true);
        return answer(request, wiki, id(id));
    }

    /** Withdraws a vote. */
    @DELETE
    @Path("suggestions/{id}/votes")
    @Writes
    public Response unvote(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        this.service.get().vote(actor(), wiki, id(id), false);
        return answer(request, wiki, id(id));
    }

    /** Changes the state of a suggestion. */
    @POST
    @Path("suggestions/{id}/state")
    @Writes
    public Response decide(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        UUID suggestion = id(id);
        Check right = () -> require(this.service.get().get(actor(), wiki, suggestion).may().decide());
        State state = read(() -> input.choice("state", State.class), right);
        State seen = read(() -> input.choice("seen", State.class), right);
        this.service.get().decide(actor(), wiki, suggestion, state, input.text("reason"), seen);
        return answer(request, wiki, suggestion);
    }

    /** Deletes a suggestion. */
    @DELETE
    @Path("suggestions/{id}")
    @Writes
    public Response delete(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        this.service.get().delete(actor(), wiki, id(id));
        return choose(request, () -> html(() -> this.fragments.deleted(id(id))), AbstractResource::done);
    }
}
