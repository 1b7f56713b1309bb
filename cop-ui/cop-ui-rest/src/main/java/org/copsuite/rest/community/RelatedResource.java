/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.community;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.community.CommunityRelations;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.community.RelatedFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.ListJson;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Communities that have people or topics in common. */
@Component
@Named("org.copsuite.rest.community.RelatedResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class RelatedResource extends AbstractResource
{
    @Inject
    private Provider<CommunityRelations> relations;

    @Inject
    private RelatedFragments fragments;

    /** Lists the communities with which a community has most in common. */
    @GET
    @Path("communities/{id}/related")
    public Response related(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        CommunityId community = community(id);
        if (community == null) {
            throw CopException.notFound();
        }
        return answer(request, () -> this.fragments.related(community), () -> new ListJson<>(this.relations.get()
            .related(actor(), wiki, community, CommunityRelations.MAXIMUM).stream().map(RelatedCommunityJson::of).toList()));
    }
}
