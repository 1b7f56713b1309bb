/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.designation;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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
import org.copsuite.designation.DesignationService;
import org.copsuite.designation.DesignationService.Designation;
import org.copsuite.designation.DesignationService.Draft;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.designation.DesignationFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.ListJson;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Designated experts of communities, and nominations. */
@Component
@Named("org.copsuite.rest.designation.DesignationResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class DesignationResource extends AbstractResource
{
    private static final int MOST = 100;

    @Inject
    private Provider<DesignationService> service;

    @Inject
    private Provider<CommunityService> communities;

    @Inject
    private Provider<CommunityPermissions> permissions;

    @Inject
    private DesignationFragments fragments;

    /** Lists the designated experts of a community, and the nominations that concern the reader. */
    @GET
    @Path("communities/{id}/designations")
    public Response list(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return shown(request, wiki, CommunityId.parse(id));
    }

    private Response shown(ContainerRequestContext request, WikiId wiki, CommunityId community) throws CopException
    {
        return answer(request, () -> this.fragments.community(community), () -> {
            this.communities.get().get(actor(), wiki, community);
            return json(Stream.concat(this.service.get().experts(actor(), wiki, community, null, MOST).stream(),
                this.service.get().nominations(actor(), wiki, community).stream()).toList());
        });
    }

    private static ListJson<DesignationJson> json(List<Designation> designations)
    {
        return new ListJson<>(designations.stream().map(DesignationJson::of).toList());
    }

    /** Lists designated experts of a topic, in all communities or in one. */
    @GET
    @Path("designations")
    public Response experts(@PathParam("wiki") WikiId wiki, @QueryParam("topic") String topic,
        @QueryParam("community") String community) throws CopException
    {
        return json(json(this.service.get().experts(actor(), wiki, community(community), blankToNull(topic), MOST)));
    }

    /** Designates a member. */
    @POST
    @Path("communities/{id}/designations")
    @Writes
    public Response designate(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        CommunityId community = CommunityId.parse(id);
        this.permissions.get().check(actor(), CommunityPermission.MANAGE_MEMBERS, wiki, community);
        Input input = Input.of(request);
        UserId person = person(input, wiki, "person");
        this.service.get().designate(actor(), wiki,
            new Draft(input.newId("id"), community, person, input.text("topic"), input.text("note")));
        return shown(request, wiki, community);
    }

    /** Nominates the current person. */
    @POST
    @Path("communities/{id}/nominations")
    @Writes
    public Response nominate(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        CommunityId community = CommunityId.parse(id);
        if (this.communities.get().get(signedIn(), wiki, community).mine() == null) {
            throw new CopException(CopException.Kind.FORBIDDEN, "cop.designation.error.member");
        }
        Input input = Input.of(request);
        this.service.get().nominate(actor(), wiki,
            new Draft(input.newId("id"), community, actor(), input.text("topic"), input.text("note")));
        return shown(request, wiki, community);
    }

    /** Accepts or declines a nomination. */
    @POST
    @Path("nominations/{id}/answer")
    @Writes
    public Response answer(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String nomination) throws CopException
    {
        UUID id = id(nomination);
        signedIn();
        Input input = Input.of(request);
        // An answer that does not decide is refused last.
        Boolean accept = read(() -> input.has("accept") ? input.flag("accept") : null,
            () -> this.service.get().answer(actor(), wiki, id, null, ""));
        CommunityId community = this.service.get().answer(actor(), wiki, id, accept, input.text("answer"));
        return shown(request, wiki, community);
    }

    /** Ends a designation, or withdraws a nomination. */
    @DELETE
    @Path("designations/{id}")
    @Writes
    public Response end(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String designation) throws CopException
    {
        signedIn();
        CommunityId community = this.service.get().end(actor(), wiki, id(designation));
        return choose(request, () -> html(() -> this.fragments.community(community)), AbstractResource::done);
    }
}
