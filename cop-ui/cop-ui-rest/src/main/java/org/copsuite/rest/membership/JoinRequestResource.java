/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.membership;

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
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.membership.MembershipFragments;
import org.copsuite.membership.MembershipService;
import org.copsuite.membership.MembershipService.RequestDraft;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.ListJson;
import org.copsuite.rest.SliceJson;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Requests to join communities. */
@Component
@Named("org.copsuite.rest.membership.JoinRequestResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class JoinRequestResource extends AbstractResource
{
    @Inject
    private Provider<MembershipService> service;

    @Inject
    private Provider<CommunityService> communities;

    @Inject
    private MembershipFragments fragments;

    /** Lists the open requests of a community. */
    @GET
    @Path("communities/{id}/requests")
    public Response open(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id, @QueryParam("after") String after, @QueryParam("limit") String limit)
        throws CopException
    {
        CommunityId community = CommunityId.parse(id);
        return answer(request, () -> this.fragments.joining(community), () -> SliceJson.of(
            this.service.get().requests(actor(), wiki, community, blankToNull(after), limit(limit)),
            JoinRequestJson::of));
    }

    /** Asks to join a community. */
    @POST
    @Path("communities/{id}/requests")
    @Writes
    public Response request(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        CommunityId community = CommunityId.parse(id);
        UUID join = read(() -> input.newId("id"), () -> this.communities.get().get(actor(), wiki, community));
        this.service.get().request(actor(), wiki, new RequestDraft(join, community, input.text("note")));
        return choose(request, () -> html(() -> this.fragments.joining(community)),
            () -> Response.fromResponse(json(new JoinRequestedJson(join))).status(Response.Status.CREATED).build());
    }

    /** Lists one's own requests. */
    @GET
    @Path("join-requests")
    public Response own(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        signedIn();
        return answer(request, () -> this.fragments.own(), () -> new ListJson<>(
            this.service.get().ownRequests(actor(), wiki).stream().map(JoinRequestJson::of).toList()));
    }

    /** Withdraws one's own request. */
    @DELETE
    @Path("join-requests/{id}")
    @Writes
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String join) throws CopException
    {
        signedIn();
        CommunityId community = this.service.get().withdrawRequest(actor(), wiki, id(join));
        return choose(request, () -> html(() -> this.fragments.joining(community)), AbstractResource::done);
    }

    /** Accepts or declines a request. */
    @POST
    @Path("join-requests/{id}/answer")
    @Writes
    public Response answer(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String join) throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        UUID which = id(join);
        // An answer that does not decide is refused last.
        Boolean accept = read(() -> input.has("accept") ? input.flag("accept") : null,
            () -> this.service.get().answer(actor(), wiki, which, null, ""));
        CommunityId community = this.service.get().answer(actor(), wiki, which, accept, input.text("answer"));
        return choose(request, () -> html(() -> this.fragments.joining(community)), AbstractResource::done);
    }

    /** The id of a request. */
    record JoinRequestedJson(UUID id)
    {
    }
}
