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
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.membership.MembershipFragments;
import org.copsuite.membership.InvitationKind;
import org.copsuite.membership.MembershipService;
import org.copsuite.membership.MembershipService.InvitationDraft;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.ListJson;
import org.copsuite.rest.Nullable;
import org.copsuite.rest.SliceJson;
import org.copsuite.rest.Writes;
import org.copsuite.rest.community.CommunityJson;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Invitations into communities. */
@Component
@Named("org.copsuite.rest.membership.InvitationResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class InvitationResource extends AbstractResource
{
    @Inject
    private Provider<MembershipService> service;

    @Inject
    private Provider<CommunityService> communities;

    @Inject
    private Provider<CommunityPermissions> permissions;

    @Inject
    private MembershipFragments fragments;

    /** Lists the invitations of a community. */
    @GET
    @Path("communities/{id}/invitations")
    public Response list(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id, @QueryParam("after") String after, @QueryParam("limit") String limit)
        throws CopException
    {
        CommunityId community = CommunityId.parse(id);
        return answer(request, () -> this.fragments.invitations(community, blankToNull(after), null),
            () -> SliceJson.of(
                this.service.get().invitations(actor(), wiki, community, blankToNull(after), limit(limit)),
                InvitationJson::of));
    }

    /** Invites a person, a group or whoever has a link. */
    @POST
    @Path("communities/{id}/invitations")
    @Writes
    public Response invite(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        CommunityId community = CommunityId.parse(id);
        InvitationDraft draft = read(() -> draft(input, wiki, community), () -> this.permissions.get().check(actor(),
            CommunityPermission.MANAGE_MEMBERS, wiki, community));
        String link = this.service.get().invite(actor(), wiki, draft)
            .map(secret -> this.fragments.link(draft.id(), secret)).orElse(null);
        return choose(request, () -> html(() -> this.fragments.invitations(community, null, link)),
            () -> Response.fromResponse(json(new InvitedJson(draft.id(), link))).status(Response.Status.CREATED)
                .build());
    }

    private InvitationDraft draft(Input input, WikiId wiki, CommunityId community) throws CopException
    {
        InvitationKind kind = input.choice("kind", InvitationKind.class);
        UserId person = kind == InvitationKind.PERSON ? person(input, wiki, "person") : null;
        return new InvitationDraft(input.newId("id"), community, kind, person, input.text("group"), input.text("note"),
            number(input, "days"), number(input, "uses"), blankToNull(input.text("secret")));
    }

    /** Lists the invitations that address the reader. */
    @GET
    @Path("invitations")
    public Response own(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        signedIn();
        return answer(request, () -> this.fragments.own(), () -> new ListJson<>(
            this.service.get().offers(actor(), wiki).stream().map(OfferJson::of).toList()));
    }

    /** Withdraws an invitation. */
    @DELETE
    @Path("invitations/{id}")
    @Writes
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String invitation) throws CopException
    {
        signedIn();
        CommunityId community = this.service.get().withdrawInvitation(actor(), wiki, id(invitation));
        return choose(request, () -> html(() -> this.fragments.invitations(community, null, null)),
            AbstractResource::done);
    }

    /** Accepts an invitation. */
    @POST
    @Path("invitations/{id}/acceptance")
    @Writes
    public Response accept(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String invitation) throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        CommunityId community =
            this.service.get().accept(actor(), wiki, id(invitation), blankToNull(input.text("secret")));
        CommunityView joined = this.communities.get().get(actor(), wiki, community);
        return choose(request, () -> go(joined.page()), () -> json(CommunityJson.of(joined)));
    }

    /** Declines an invitation. */
    @POST
    @Path("invitations/{id}/refusal")
    @Writes
    public Response decline(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String invitation) throws CopException
    {
        signedIn();
        this.service.get().decline(actor(), wiki, id(invitation));
        return choose(request, () -> html(() -> this.fragments.own()), AbstractResource::done);
    }

    /** @return the number in a field, 0 if it is none */
    private static int number(Input input, String name)
    {
        String typed = input.text(name).strip();
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
    }

    /** The id of an invitation; for a link also its URL, which is shown only once. */
    record InvitedJson(UUID id, @Nullable String link)
    {
    }
}
