/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.community;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.community.SpaceAdoption;
import org.copsuite.community.SpaceAdoption.AdoptionRequest;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.administration.AdministrationFragments;
import org.copsuite.macro.community.CommunityFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.Writes;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Communities on spaces that exist. Administrators only. */
@Component
@Named("org.copsuite.rest.community.AdoptionResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class AdoptionResource extends AbstractResource
{
    @Inject
    private Provider<SpaceAdoption> adoption;

    @Inject
    private Provider<Suite> suite;

    @Inject
    private AdministrationFragments administration;

    @Inject
    private CommunityFragments communities;

    /** Turns a space into a community. Administrators only. */
    @POST
    @Path("administration/communities")
    @Writes
    public Response adopt(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        this.administration.checkAdministrator();
        // Paths of the administration answer also where the suite is off; a community needs it on.
        this.suite.get().check(wiki);
        Input input = Input.of(request);
        CommunityView community = this.adoption.get().adopt(actor(),
            new AdoptionRequest(CommunityId.ofNullable(input.newId("id")), this.communities.space(input.text("space")),
                input.text("title"), wikiText(input, "purpose"), input.words("domains"),
                input.choice("access", Visibility.class), input.choice("joining", Joining.class),
                person(input, wiki, "facilitator")));
        return created(request, community.page(), "/communities/" + community.id(), () -> CommunityJson.of(community));
    }
}
