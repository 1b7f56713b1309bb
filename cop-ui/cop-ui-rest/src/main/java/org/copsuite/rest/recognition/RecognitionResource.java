/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.recognition;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.administration.AdministrationFragments;
import org.copsuite.macro.recognition.RecognitionFragments;
import org.copsuite.macro.recognition.RecognitionSection;
import org.copsuite.question.PostId;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.recognition.RecognitionService.Period;
import org.copsuite.recognition.RecognitionService.Thanks;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.ListJson;
import org.copsuite.rest.SliceJson;
import org.copsuite.rest.Writes;
import org.copsuite.rest.recognition.ThanksJson.ThankedJson;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Thanks, leaderboards, contributions, and the switches of recognition. */
@Component
@Named("org.copsuite.rest.recognition.RecognitionResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class RecognitionResource extends AbstractResource
{
    private static final int TOP = 50;

    @Inject
    private Provider<RecognitionService> service;

    @Inject
    private RecognitionFragments fragments;

    @Inject
    private AdministrationFragments administration;

    /** Lists thanks, newest first. */
    @GET
    @Path("thanks")
    public Response thanks(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("community") String community, @QueryParam("to") String to, @QueryParam("after") String after,
        @QueryParam("limit") String limit) throws CopException
    {
        CommunityId inside = community(community);
        UserId whom = user(to);
        return answer(request,
            () -> this.fragments.thanks(inside, whom, "", blankToNull(after), limit(limit), true),
            () -> SliceJson.of(
                this.service.get().thanks(actor(), wiki, inside, whom, blankToNull(after), limit(limit)),
                ThanksJson::of));
    }

    /** Thanks a person. */
    @POST
    @Path("thanks")
    @Writes
    public Response thank(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        UUID id = input.newId("id");
        CommunityId community = CommunityId.ofNullable(input.id("community"));
        UUID post = input.id("post");
        this.service.get().thank(actor(), new Thanks(id, wiki, person(input, wiki, "to"), input.text("message"),
            community, post == null ? null : new PostId(post)));
        return choose(request,
            () -> html(() -> post == null ? this.fragments.thanks(community, null, "", null, LIMIT, true) : Html.EMPTY),
            () -> Response.fromResponse(json(new ThankedJson(id))).status(Response.Status.CREATED).build());
    }

    /** Lists who contributed most. */
    @GET
    @Path("leaderboard")
    public Response leaderboard(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("community") String community, @QueryParam("period") String period,
        @QueryParam("limit") String limit) throws CopException
    {
        CommunityId inside = community(community);
        Period chosen = Input.choice("period", period, Period.class);
        Period time = chosen == null ? Period.MONTH : chosen;
        int most = Math.min(TOP, limit(limit));
        return answer(request, () -> this.fragments.leaderboard(inside, time, most, true),
            () -> new ListJson<>(this.service.get().leaderboard(actor(), wiki, inside, time, most).stream()
                .map(StandingJson::of).toList()));
    }

    /** Returns the current person's contributions. */
    @GET
    @Path("contributions")
    public Response contributions(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        return answer(request, () -> this.fragments.contributions(),
            () -> ContributionsJson.of(this.service.get().contributions(actor(), wiki)));
    }

    /** Returns whether recognition is on, and whether the current person takes part. */
    @GET
    @Path("recognition")
    public Response recognition(@PathParam("wiki") WikiId wiki)
    {
        return json(new RecognitionJson(this.service.get().isOn(wiki),
            !actor().isGuest() && this.service.get().takesPart(wiki, actor())));
    }

    /** Switches recognition on or off ({@code on}). Administrators only. */
    @POST
    @Path("recognition")
    @Writes
    public Response switchRecognition(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        Input input = Input.of(request);
        this.administration.checkAdministrator();
        this.service.get().setOn(actor(), wiki, input.decision("on"));
        return choose(request, () -> html(() -> this.administration.section(RecognitionSection.HINT)),
            () -> recognition(wiki));
    }

    /** Leaves or rejoins recognition ({@code takesPart}). */
    @POST
    @Path("recognition/me")
    @Writes
    public Response takePart(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        Input input = Input.of(request);
        signedIn();
        this.service.get().setTakesPart(actor(), wiki, input.decision("takesPart"));
        return choose(request, () -> html(() -> this.fragments.contributions()), () -> recognition(wiki));
    }
}
