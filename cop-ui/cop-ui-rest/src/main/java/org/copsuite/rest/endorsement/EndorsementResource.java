/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.endorsement;

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
import org.copsuite.endorsement.EndorsementService;
import org.copsuite.endorsement.EndorsementService.Draft;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.endorsement.EndorsementFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.ListJson;
import org.copsuite.rest.SliceJson;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Endorsements of a person and of a community. */
@Component
@Named("org.copsuite.rest.endorsement.EndorsementResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class EndorsementResource extends AbstractResource
{
    @Inject
    private Provider<EndorsementService> service;

    @Inject
    private EndorsementFragments fragments;

    /** Lists the endorsements of a community, newest first. */
    @GET
    @Path("endorsements")
    public Response latest(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("community") String community, @QueryParam("after") String after, @QueryParam("limit") String limit)
        throws CopException
    {
        CommunityId inside = community(community);
        if (inside == null) {
            throw CopException.invalid("community", "cop.error.missing");
        }
        return answer(request, () -> this.fragments.list(inside, blankToNull(after), limit(limit)), () -> SliceJson.of(
            this.service.get().latest(actor(), wiki, inside, blankToNull(after), limit(limit)), EndorsementJson::of));
    }

    /** Lists the endorsed topics of a person. */
    @GET
    @Path("people/endorsements")
    public Response topics(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("person") String person) throws CopException
    {
        UserId who = user(person);
        if (who == null) {
            throw CopException.invalid("person", "cop.error.missing");
        }
        return answer(request, () -> this.fragments.profile(who), () -> new ListJson<>(
            this.service.get().topics(actor(), wiki, who).stream().map(EndorsedTopicJson::of).toList()));
    }

    /** Endorses a topic of a person. */
    @POST
    @Path("endorsements")
    @Writes
    public Response endorse(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        UserId person = person(input, wiki, "person");
        Draft draft = new Draft(input.newId("id"), wiki, person, input.text("topic"), input.text("reason"),
            CommunityId.ofNullable(input.id("community")));
        this.service.get().endorse(actor(), draft);
        return choose(request, () -> html(() -> this.fragments.profile(person)),
            () -> Response.fromResponse(json(new EndorsedJson(draft.id()))).status(Response.Status.CREATED).build());
    }

    /** Withdraws an endorsement. */
    @DELETE
    @Path("endorsements/{id}")
    @Writes
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String endorsement) throws CopException
    {
        signedIn();
        UserId person = this.service.get().withdraw(actor(), wiki, id(endorsement));
        return choose(request, () -> html(() -> this.fragments.profile(person)), AbstractResource::done);
    }

    /** The id of an endorsement that was given. */
    record EndorsedJson(UUID id)
    {
    }
}
