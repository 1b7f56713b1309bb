/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.rota;

import java.util.List;
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
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.rota.RotaFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.Writes;
import org.copsuite.rota.RotaService;
import org.copsuite.rota.RotaService.Plan;
import org.copsuite.rota.RotaService.SwapDraft;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** The rota of a community: view, planning, swapping dates. */
@Component
@Named("org.copsuite.rest.rota.RotaResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class RotaResource extends AbstractResource
{
    private static final String ROTA = "communities/{id}/rota";

    private static final String SWAPS = ROTA + "/swaps";

    private static final String SWAP = SWAPS + "/{swap}";

    private static final String ORDER = "people";

    private static final String EVERY = "every";

    private static final int WEEK = 7;

    @Inject
    private Provider<RotaService> service;

    @Inject
    private Provider<CommunityPermissions> permissions;

    @Inject
    private RotaFragments fragments;

    /** Returns the rota of a community. */
    @GET
    @Path(ROTA)
    public Response get(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return shown(request, wiki, named(id));
    }

    private Response shown(ContainerRequestContext request, WikiId wiki, CommunityId community) throws CopException
    {
        return answer(request, () -> this.fragments.rota(community), () -> RotaJson.of(
            this.service.get().of(actor(), wiki, community).orElseThrow(CopException::notFound)));
    }

    private static CommunityId named(String id) throws CopException
    {
        CommunityId community = community(id);
        if (community == null) {
            throw CopException.notFound();
        }
        return community;
    }

    /** Plans the rota of a community, or changes it. */
    @POST
    @Path(ROTA)
    @Writes
    public Response plan(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        CommunityId community = named(id);
        this.permissions.get().check(actor(), CommunityPermission.MANAGE_MILESTONES, wiki, community);
        Input input = Input.of(request);
        List<UserId> people = people(input, wiki, ORDER);
        if (people.size() < input.values(ORDER).size()) {
            throw CopException.invalid(ORDER, "cop.rota.error.people.twice");
        }
        this.service.get().plan(actor(), new Plan(wiki, community, input.text("title"), input.date("first"), days(input),
            people), input.text("version"));
        return shown(request, wiki, community);
    }

    /** @return the interval in days; 0, which is none, for what is no number */
    private static int days(Input input)
    {
        String number = input.text(EVERY).strip();
        int every = number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : 0;
        return "weeks".equals(input.text("unit")) ? every * WEEK : every;
    }

    /** Ends the rota of a community. */
    @DELETE
    @Path(ROTA)
    @Writes
    public Response end(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        CommunityId community = named(id);
        this.service.get().end(actor(), wiki, community);
        return choose(request, () -> html(() -> this.fragments.rota(community)), AbstractResource::done);
    }

    /** Proposes to somebody to swap dates. */
    @POST
    @Path(SWAPS)
    @Writes
    public Response propose(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        CommunityId community = named(id);
        this.service.get().checkSwaps(actor(), wiki, community);
        Input input = Input.of(request);
        this.service.get().propose(actor(), wiki, community,
            new SwapDraft(input.newId("id"), input.date("mine"), input.date("theirs")));
        return shown(request, wiki, community);
    }

    /** Whoever may not view the community, or has not signed in, learns nothing about the fields. */
    private CommunityId visible(WikiId wiki, String id) throws CopException
    {
        CommunityId community = named(id);
        this.service.get().of(actor(), wiki, community).orElseThrow(CopException::notFound);
        signedIn();
        return community;
    }

    /** Accepts or declines a proposal. */
    @POST
    @Path(SWAP)
    @Writes
    public Response answered(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id, @PathParam("swap") String swap) throws CopException
    {
        CommunityId community = visible(wiki, id);
        UUID which = id(swap);
        boolean accepted = read(() -> Input.of(request).decision("accepted"),
            () -> this.service.get().checkAnswer(actor(), wiki, community, which));
        this.service.get().answer(actor(), wiki, community, which, accepted);
        return shown(request, wiki, community);
    }

    /** Withdraws a proposal. */
    @DELETE
    @Path(SWAP)
    @Writes
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id, @PathParam("swap") String swap) throws CopException
    {
        CommunityId community = visible(wiki, id);
        this.service.get().withdraw(actor(), wiki, community, id(swap));
        return shown(request, wiki, community);
    }
}
