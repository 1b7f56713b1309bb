/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.feedback;

import java.util.ArrayList;
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
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.feedback.PollService;
import org.copsuite.feedback.PollService.Draft;
import org.copsuite.feedback.PollService.Kind;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.feedback.PollFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.SliceJson;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Polls of a community. */
@Component
@Named("org.copsuite.rest.feedback.PollResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class PollResource extends AbstractResource
{
    private static final String COMMUNITY = "community";

    private static final String CHOICES = "choices";

    @Inject
    private Provider<PollService> service;

    @Inject
    private PollFragments fragments;

    /** Lists the polls of a community, newest first. */
    @GET
    @Path("polls")
    public Response list(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("community") String community, @QueryParam("after") String after, @QueryParam("limit") String limit)
        throws CopException
    {
        CommunityId inside = community(community);
        if (inside == null) {
            throw CopException.invalid(COMMUNITY, "cop.error.missing");
        }
        return answer(request, () -> this.fragments.list(inside, blankToNull(after), limit(limit)), () -> SliceJson.of(
            this.service.get().list(actor(), wiki, inside, blankToNull(after), limit(limit)), PollJson::of));
    }

    /** Reads a poll. */
    @GET
    @Path("polls/{id}")
    public Response get(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return answer(request, wiki, id(id));
    }

    private Response answer(ContainerRequestContext request, WikiId wiki, UUID poll) throws CopException
    {
        return answer(request, () -> this.fragments.poll(poll),
            () -> PollJson.of(this.service.get().get(actor(), wiki, poll)));
    }

    /** Starts a poll. */
    @POST
    @Path("polls")
    @Writes
    public Response start(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        CommunityId community = CommunityId.ofNullable(input.id(COMMUNITY));
        if (community == null) {
            throw CopException.invalid(COMMUNITY, "cop.error.missing");
        }
        Draft draft = read(() -> new Draft(input.newId("id"), wiki, community, input.text("question"),
            input.choice("kind", Kind.class), input.flag("secret"), input.lines("options"), input.date("closes")),
            () -> this.service.get().checkStart(actor(), wiki, community));
        this.service.get().start(actor(), draft);
        return choose(request, () -> html(() -> this.fragments.list(community, null, LIMIT)),
            () -> createdAt("/polls/" + draft.id(),
                () -> PollJson.of(this.service.get().get(actor(), wiki, draft.id()))));
    }

    /** Casts or changes a ballot. */
    @POST
    @Path("polls/{id}/ballots")
    @Writes
    public Response vote(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        List<Integer> choices = new ArrayList<>();
        for (String choice : Input.of(request).words(CHOICES)) {
            // 0 is no option, as is everything that is no number.
            choices.add(choice.matches("[0-9]{1,3}") ? Integer.parseInt(choice) : 0);
        }
        this.service.get().vote(actor(), wiki, id(id), choices);
        return answer(request, wiki, id(id));
    }

    /** Closes a poll before its last day. */
    @POST
    @Path("polls/{id}/closing")
    @Writes
    public Response close(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        this.service.get().close(actor(), wiki, id(id));
        return answer(request, wiki, id(id));
    }

    /** Deletes a poll with its ballots. */
    @DELETE
    @Path("polls/{id}")
    @Writes
    public Response delete(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        this.service.get().delete(actor(), wiki, id(id));
        return choose(request, () -> html(() -> this.fragments.deleted(id(id))), AbstractResource::done);
    }
}
