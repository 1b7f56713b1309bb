/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.activity;

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
import org.copsuite.activity.ActivityService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.activity.ActivityFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.SliceJson;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** What happened lately. */
@Component
@Named("org.copsuite.rest.activity.ActivityResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class ActivityResource extends AbstractResource
{
    @Inject
    private Provider<ActivityService> service;

    @Inject
    private ActivityFragments fragments;

    /** Lists what happened in a community, or in all that the reader may view, newest first. */
    @GET
    @Path("activity")
    public Response list(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("community") String community, @QueryParam("after") String after, @QueryParam("limit") String limit)
        throws CopException
    {
        CommunityId inside = community(community);
        return answer(request, () -> this.fragments.list(inside, blankToNull(after), limit(limit), false),
            () -> SliceJson.of(this.service.get().list(actor(), wiki, inside, blankToNull(after), limit(limit)),
                ActivityJson::of));
    }
}
