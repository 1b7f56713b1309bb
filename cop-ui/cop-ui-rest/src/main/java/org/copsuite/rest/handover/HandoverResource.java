/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.handover;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.handover.HandoverService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.handover.HandoverFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** What only one person holds in a community. */
@Component
@Named("org.copsuite.rest.handover.HandoverResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class HandoverResource extends AbstractResource
{
    @Inject
    private Provider<HandoverService> service;

    @Inject
    private HandoverFragments fragments;

    /** Reads what a person would hand over; without a person, the reader. */
    @GET
    @Path("communities/{id}/handover")
    public Response get(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id, @QueryParam("user") String user) throws CopException
    {
        CommunityId community = CommunityId.parse(id);
        UserId person = user(user);
        return answer(request, () -> this.fragments.handover(community, person), () -> HandoverJson.of(
            this.service.get().get(actor(), wiki, community, person == null ? actor() : person)));
    }
}
