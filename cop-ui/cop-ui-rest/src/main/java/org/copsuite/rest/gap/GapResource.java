/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.gap;

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
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.designation.DesignationService;
import org.copsuite.gap.GapService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.gap.GapFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** The gaps in what a community knows. */
@Component
@Named("org.copsuite.rest.gap.GapResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class GapResource extends AbstractResource
{
    @Inject
    private Provider<GapService> service;

    @Inject
    private Provider<DesignationService> designations;

    @Inject
    private Provider<CommunityPermissions> permissions;

    @Inject
    private GapFragments fragments;

    /** Reads the gaps of a community. */
    @GET
    @Path("communities/{id}/gaps")
    public Response get(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return shown(request, wiki, CommunityId.parse(id));
    }

    private Response shown(ContainerRequestContext request, WikiId wiki, CommunityId community) throws CopException
    {
        return answer(request, () -> this.fragments.gaps(community),
            () -> GapsJson.of(this.service.get().get(actor(), wiki, community)));
    }

    /** Closes a gap: designates an expert. */
    @POST
    @Path("communities/{id}/gaps/experts")
    @Writes
    public Response designate(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        CommunityId community = CommunityId.parse(id);
        this.permissions.get().check(actor(), CommunityPermission.MANAGE_MEMBERS, wiki, community);
        Input input = Input.of(request);
        UserId person = person(input, wiki, "person");
        this.designations.get().designate(actor(), wiki,
            new DesignationService.Draft(input.newId("id"), community, person, input.text("topic"), input.text("note")));
        return shown(request, wiki, community);
    }
}
